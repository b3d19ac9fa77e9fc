import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { handMethodLabels, type HandMethod, type MethodRules, paymentMethodLabels } from "@linli/contracts/enums";
import { Button, Input, Select } from "antd";
import { useImperativeHandle, useRef, type Ref } from "react";
import { MoneyInput } from "../../components/money-input";
import { formatFen } from "../../lib/money";
import { askedBackText, type MethodRow, type PaymentSums, type PrepaidAccount } from "./payment-sums";

const MOST_ROWS = 8;
const codes = Object.keys(handMethodLabels) as (keyof typeof handMethodLabels)[];
/** In a plain select the digit picks the method at once, without an input method editor: 2 is 刷卡. */
const options = codes.map((code, index) => ({ code, label: `${index + 1} ${handMethodLabels[code]}` }));

/** What shortcuts of the page may do here. */
export interface DeskMethodsHandle {
  /** Into the amount of the first method. */
  focus: () => void;
  add: () => void;
}

interface Props {
  ref?: Ref<DeskMethodsHandle>;
  rows: readonly MethodRow[];
  sums: PaymentSums;
  /** What this payer has paid ahead. */
  prepaid: readonly PrepaidAccount[];
  /** What the project says about a method. */
  rulesOf: (method: HandMethod) => MethodRules;
  onChange: (rows: MethodRow[]) => void;
}

/** How the money comes: one row per method; the row without an amount takes the rest. */
export function DeskMethods({ ref, rows, sums, prepaid, rulesOf, onChange }: Props) {
  const nextKey = Math.max(...rows.map(({ key }) => key)) + 1;
  const change = (key: number, values: Partial<MethodRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...values } : row)));

  /** Whichever row has no typed amount takes the rest: the new one, unless another does so already. */
  function add() {
    const used = new Set(rows.map(({ method }) => method));
    const method =
      (["WECHAT", "CASH", "ALIPAY", "CARD"] as const).find((code) => !used.has(code) && rulesOf(code).enabled) ??
      "OTHER";
    const amountFen = rows.some((row) => row.amountFen === null) ? 0 : null;
    onChange([...rows, { key: nextKey, method, amountFen, referenceNo: "", roomId: null, feeItemId: null }]);
  }

  const group = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({
    focus: () => group.current?.querySelector<HTMLInputElement>('input[inputmode="decimal"]')?.focus(),
    add: () => rows.length < MOST_ROWS && add(),
  }));

  function choose(row: MethodRow, method: HandMethod) {
    if (method !== "PREPAYMENT") return change(row.key, { method, referenceNo: "", roomId: null, feeItemId: null });
    const { roomId = null, feeItemId = null, balanceFen = 0 } = prepaid[0] ?? {};
    change(row.key, { method, roomId, feeItemId, amountFen: Math.min(sums.tendered.get(row.key) ?? 0, balanceFen) });
  }

  return (
    <div ref={group} className="desk-methods" role="group" aria-label="收款方式">
      {rows.map((row, index) => (
        <div key={row.key} className="desk-method">
          <select
            className="desk-select"
            aria-label={`收款方式 ${index + 1}`}
            value={row.method}
            autoFocus={index > 0}
            onChange={(event) => choose(row, event.target.value as HandMethod)}
          >
            {options.map(({ code, label }) =>
              (code === "PREPAYMENT" && prepaid.length === 0) || !rulesOf(code).enabled ? null : (
                <option key={code} value={code}>
                  {label}
                </option>
              ),
            )}
          </select>
          <MoneyInput
            aria-label={`${paymentMethodLabels[row.method]}金额`}
            value={row.amountFen ?? sums.tendered.get(row.key) ?? 0}
            onChange={(amountFen) => change(row.key, { amountFen })}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`去掉收款方式 ${index + 1}`}
            disabled={rows.length === 1}
            onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
          />
          {rulesOf(row.method).reference !== "NONE" && (
            <Input
              className="desk-reference"
              aria-label={`${paymentMethodLabels[row.method]}凭证号`}
              placeholder={rulesOf(row.method).reference === "REQUIRED" ? "凭证号（必填）" : "凭证号（选填）"}
              maxLength={64}
              value={row.referenceNo}
              onChange={(event) => change(row.key, { referenceNo: event.target.value })}
            />
          )}
          {row.method === "PREPAYMENT" && (
            <Select
              className="desk-reference"
              aria-label="预收所属房间"
              value={keyOf(row)}
              options={prepaid.map((account) => ({
                value: keyOf(account),
                label: `${account.label} 余额 ${formatFen(account.balanceFen)}${askedBackText(account.askedBackFen)}`,
              }))}
              onChange={(key) => {
                const account = prepaid.find((one) => keyOf(one) === key);
                if (account) change(row.key, { roomId: account.roomId, feeItemId: account.feeItemId });
              }}
            />
          )}
        </div>
      ))}
      <Button type="dashed" block icon={<PlusOutlined />} onClick={add} disabled={rows.length >= MOST_ROWS}>
        再加一种方式（Alt + M）
      </Button>
    </div>
  );
}

const keyOf = ({ roomId, feeItemId }: { roomId: string | null; feeItemId: string | null }) =>
  `${roomId} ${feeItemId ?? ""}`;
