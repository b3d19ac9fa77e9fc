import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import type { DeskRoomDto } from "@linli/contracts";
import { methodsWithReference, paymentMethodLabels, type PaymentMethod } from "@linli/contracts/enums";
import { Button, Input, Select } from "antd";
import { MoneyInput } from "../../components/money-input";
import { formatFen } from "../../lib/money";
import type { MethodRow, PaymentSums } from "./payment-sums";

const codes = Object.keys(paymentMethodLabels) as PaymentMethod[];
/** The digit picks the method without an input method editor: 2 is 刷卡. */
const options = codes.map((code, index) => ({ value: code, label: `${index + 1} ${paymentMethodLabels[code]}`, code }));

interface Props {
  rows: readonly MethodRow[];
  sums: PaymentSums;
  /** Rooms with a prepayment of this payer. */
  prepaid: readonly DeskRoomDto[];
  onChange: (rows: MethodRow[]) => void;
}

/** How the money comes: one row per method; the row without an amount takes the rest. */
export function DeskMethods({ rows, sums, prepaid, onChange }: Props) {
  const nextKey = Math.max(...rows.map(({ key }) => key)) + 1;
  const change = (key: number, values: Partial<MethodRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...values } : row)));

  /** The rest of what is due goes to the new row, unless another follows it already. */
  function add() {
    const used = new Set(rows.map(({ method }) => method));
    const method = (["WECHAT", "CASH", "ALIPAY", "CARD"] as const).find((code) => !used.has(code)) ?? "OTHER";
    const fixed = rows.map((row) =>
      row.amountFen === null ? { ...row, amountFen: sums.tendered.get(row.key) ?? 0 } : row,
    );
    onChange([...fixed, { key: nextKey, method, amountFen: null, referenceNo: "", roomId: null }]);
  }

  function choose(row: MethodRow, method: PaymentMethod) {
    if (method !== "PREPAYMENT") return change(row.key, { method, roomId: null });
    const room = prepaid[0];
    const wanted = sums.tendered.get(row.key) ?? 0;
    change(row.key, { method, roomId: room?.id ?? null, amountFen: Math.min(wanted, room?.prepaymentFen ?? 0) });
  }

  return (
    <div className="desk-methods" role="group" aria-label="收款方式">
      {rows.map((row, index) => (
        <div key={row.key} className="desk-method">
          <Select
            aria-label={`收款方式 ${index + 1}`}
            value={row.method}
            options={prepaid.length > 0 ? options : options.filter(({ code }) => code !== "PREPAYMENT")}
            showSearch={{ optionFilterProp: "label" }}
            labelRender={({ value }) => paymentMethodLabels[value as PaymentMethod]}
            autoFocus={index > 0}
            onChange={(method) => choose(row, method)}
          />
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
          {methodsWithReference.includes(row.method) && (
            <Input
              className="desk-reference"
              aria-label={`${paymentMethodLabels[row.method]}凭证号`}
              placeholder="凭证号（必填）"
              maxLength={64}
              value={row.referenceNo}
              onChange={(event) => change(row.key, { referenceNo: event.target.value })}
            />
          )}
          {row.method === "PREPAYMENT" && (
            <Select
              className="desk-reference"
              aria-label="预收所属房间"
              value={row.roomId}
              options={prepaid.map(({ id, code, prepaymentFen }) => ({
                value: id,
                label: `${code} 余额 ${formatFen(prepaymentFen)}`,
              }))}
              onChange={(roomId) => change(row.key, { roomId })}
            />
          )}
        </div>
      ))}
      <Button type="dashed" block icon={<PlusOutlined />} onClick={add} disabled={rows.length >= 8}>
        再加一种方式
      </Button>
    </div>
  );
}
