import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { DeskAccountDto, ReceiptDetailDto } from "@linli/contracts";
import { defaultMethodRules, type MethodRules, type HandMethod } from "@linli/contracts/enums";
import { Alert, Button, Card, Input, Select } from "antd";
import { useEffect, useRef, useState } from "react";
import { Money } from "../../components/money";
import { MoneyInput } from "../../components/money-input";
import { ApiError, errorText } from "../../lib/api-error";
import { useProjectId } from "../../lib/session";
import { postReceipt, proposeAllocation } from "./collection.queries";
import { DeskMethods, type DeskMethodsHandle } from "./desk-methods";
import { newId } from "../../lib/new-id";
import { FeeItemSelect } from "./fee-item-select";
import { paymentMethodsQuery } from "./methods/methods.queries";
import { formatFen } from "../../lib/money";
import { PayOnline } from "./online/pay-online";
import { DeskDiscounts } from "./discounts/desk-discounts";
import { discountOffers } from "./discounts/discounts.queries";
import {
  lateFeeKey,
  lessDiscounts,
  linesOf,
  methodsOf,
  type MethodRow,
  prepaidOf,
  settledOf,
  sumsOf,
} from "./payment-sums";

interface Props {
  account: DeskAccountDto;
  chosen: ReadonlyMap<string, number>;
  onChoose: (chosen: Map<string, number>) => void;
  /** Why nothing can be posted today, or null. */
  closed: string | null;
  onPosted: (receipt: ReceiptDetailDto) => void;
}

const FIRST_ROW: MethodRow = {
  key: 1,
  method: "CASH",
  amountFen: null,
  referenceNo: "",
  roomId: null,
  feeItemId: null,
};

/** What is received, how, and what goes to prepayments. Ctrl+Enter posts; the id is made when it opens, so that a retry posts once. */
export function DeskPayment({ account, chosen, onChoose, closed, onPosted }: Props) {
  const projectId = useProjectId();
  const [id] = useState(newId);
  const [rows, setRows] = useState<MethodRow[]>([FIRST_ROW]);
  const [prepayment, setPrepayment] = useState({
    roomId: account.rooms[0]?.id ?? null,
    feeItemId: undefined as string | undefined,
    amountFen: 0,
  });
  const [remark, setRemark] = useState("");
  /** Typed, not yet spread: every keystroke would be spread anew. */
  const [typedFen, setTypedFen] = useState<number | null>(null);
  const [rule, setRule] = useState<string | null>(null);
  const client = useQueryClient();
  const { mutateAsync: propose } = useMutation(proposeAllocation(projectId));
  const { mutate, isPending, error } = useMutation({
    ...postReceipt(projectId),
    onSuccess: onPosted,
    // Most refusals mean that what is on screen is no longer so.
    onError: () => client.invalidateQueries({ queryKey: ["desk"] }),
  });

  const { data: methodRules } = useQuery(paymentMethodsQuery(projectId));
  const rulesOf = (method: HandMethod): MethodRules =>
    methodRules?.items.find((one) => one.method === method) ?? defaultMethodRules(method);
  const [allocationReason, setAllocationReason] = useState("");
  const isOutOfOrder = error instanceof ApiError && error.code === "ALLOCATION_ORDER";

  const [schemeIds, setSchemeIds] = useState<string[]>([]);
  const offers = useQuery(discountOffers(projectId, account.payerId, settledOf(chosen, account), schemeIds));
  const given = (offers.data?.offers ?? []).filter((offer) => offer.given);
  const net = lessDiscounts(chosen, given);
  const discountFen = given.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const chargesFen = [...net.values()].reduce((sum, fen) => sum + fen, 0);
  const sums = sumsOf(chargesFen, prepayment.roomId ? prepayment.amountFen : 0, rows, rulesOf);
  const isCounting = schemeIds.length > 0 && offers.isFetching;
  const problem = closed ?? (isCounting ? "正在核对优惠" : sums.problem);

  /** A smaller amount is spread over what was ticked; what is beyond it becomes a prepayment. */
  async function takeAmount() {
    setTypedFen(null);
    if (!typedFen || chosen.size === 0 || typedFen === chargesFen) return;
    try {
      const { lines, lateFees } = linesOf(chosen);
      const chargeIds = [...new Set([...lines, ...(lateFees || [])].map(({ chargeId }) => chargeId))];
      const wanted = { payerId: account.payerId, amountFen: typedFen, chargeIds };
      const reply = await propose({ ...wanted, ...(lateFees && { lateFees: true }) });
      onChoose(
        new Map([
          ...reply.lines.map((line) => [line.chargeId, line.amountFen] as const),
          ...reply.lateFees.map((line) => [lateFeeKey(line.chargeId), line.amountFen] as const),
        ]),
      );
      setRule(reply.rule);
      if (reply.leftFen > 0)
        setPrepayment((before) => ({
          ...before,
          roomId: before.roomId ?? account.rooms[0]?.id ?? null,
          amountFen: reply.leftFen,
        }));
    } catch {
      // The mutation's toast has said why.
    }
  }

  function post() {
    // The cashier shall see how a typed amount was spread before it is posted.
    if (typedFen !== null && typedFen !== chargesFen) return void takeAmount();
    if (problem !== null || isPending) return;
    mutate({
      id,
      payerId: account.payerId,
      ...linesOf(net),
      ...(given.length > 0 && {
        discounts: given.map(({ schemeId, chargeIds, amountFen }) => ({ schemeId, chargeIds, amountFen })),
      }),
      methods: methodsOf(rows, sums),
      ...(prepayment.roomId &&
        prepayment.amountFen > 0 && { prepayment: { ...prepayment, roomId: prepayment.roomId } }),
      ...(remark.trim() !== "" && { remark: remark.trim() }),
      ...(allocationReason.trim() !== "" && { allocationReason: allocationReason.trim() }),
    });
  }

  const methods = useRef<DeskMethodsHandle>(null);
  const chargesField = useRef<HTMLDivElement>(null);
  useShortcuts({
    "Ctrl+Enter": post,
    "Alt+KeyA": () => chargesField.current?.querySelector("input")?.focus(),
    "Alt+KeyJ": () => methods.current?.focus(),
    "Alt+KeyM": () => methods.current?.add(),
  });

  return (
    <Card size="small" className="desk-payment" title="收款" aria-label="收款">
      <dl className="desk-sums">
        <dt>应收费用</dt>
        <dd ref={chargesField} title="Alt + A">
          <MoneyInput
            aria-label="应收费用金额"
            value={typedFen ?? chargesFen}
            disabled={chosen.size === 0}
            onChange={setTypedFen}
            onBlur={() => void takeAmount()}
            onPressEnter={({ ctrlKey, metaKey }) => {
              if (!ctrlKey && !metaKey) void takeAmount();
            }}
          />
        </dd>
        <dt>转入预收</dt>
        <dd className="desk-prepayment">
          <Select
            aria-label="预收房间"
            value={prepayment.roomId}
            placeholder="房间"
            options={account.rooms.map(({ id: roomId, code }) => ({ value: roomId, label: code }))}
            onChange={(roomId) => setPrepayment({ ...prepayment, roomId })}
          />
          <MoneyInput
            aria-label="转入预收金额"
            value={prepayment.amountFen === 0 ? null : prepayment.amountFen}
            disabled={!prepayment.roomId}
            onChange={(fen) => setPrepayment({ ...prepayment, amountFen: fen ?? 0 })}
          />
        </dd>
        {prepayment.amountFen > 0 && (
          <>
            <dt>预收用途</dt>
            <dd>
              <FeeItemSelect
                aria-label="预收用途"
                placeholder="通用（押金除外）"
                value={prepayment.feeItemId}
                only={({ kind, active }) => kind !== "DEPOSIT" && active}
                onChange={(feeItemId) => setPrepayment({ ...prepayment, feeItemId })}
              />
            </dd>
          </>
        )}
        <dt className="desk-due">合计</dt>
        <dd className="desk-due">
          <Money fen={sums.dueFen} strong />
        </dd>
      </dl>
      <DeskDiscounts offers={offers.data?.offers ?? []} schemeIds={schemeIds} onChange={setSchemeIds} />
      {discountFen > 0 && <p className="desk-rule">应收费用已减优惠 {formatFen(discountFen)} 元</p>}
      {rule && <p className="desk-rule">分配：{rule}</p>}
      <DeskMethods
        ref={methods}
        rows={rows}
        sums={sums}
        prepaid={prepaidOf(account)}
        rulesOf={rulesOf}
        onChange={setRows}
      />
      <dl className="desk-sums" aria-live="polite">
        {sums.missingFen > 0 && (
          <>
            <dt className="negative">还差</dt>
            <dd className="negative">
              <Money fen={sums.missingFen} strong />
            </dd>
          </>
        )}
        {sums.changeFen > 0 && (
          <>
            <dt className="desk-change">找零</dt>
            <dd className="desk-change">
              <Money fen={sums.changeFen} strong />
            </dd>
          </>
        )}
      </dl>
      <Input
        aria-label="备注"
        placeholder="备注（印在收据上）"
        maxLength={200}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
      />
      {(isOutOfOrder || allocationReason !== "") && (
        <Input
          className="desk-error"
          aria-label="不按顺序收款的原因"
          placeholder="不按顺序收款的原因，如：业主指定先付本月"
          maxLength={200}
          autoFocus
          value={allocationReason}
          onChange={(event) => setAllocationReason(event.target.value)}
        />
      )}
      {error && <Alert type="error" showIcon role="alert" title={errorText(error)} className="desk-error" />}
      <Button
        type="primary"
        size="large"
        block
        className="desk-post"
        loading={isPending}
        disabled={problem !== null}
        onClick={post}
      >
        收款 <Money fen={sums.dueFen} /> 元（Ctrl + Enter）
      </Button>
      {problem && <p className="desk-rule">{problem}</p>}
      <PayOnline
        payerId={account.payerId}
        chargeIds={linesOf(chosen).lines.map(({ chargeId }) => chargeId)}
        disabled={closed !== null || linesOf(chosen).lines.length === 0}
      />
    </Card>
  );
}

/** Keys pressed in a dialog are meant for it. */
const isDialogOpen = (): boolean =>
  Array.from(document.querySelectorAll('[role="dialog"]')).some((dialog) => dialog.getClientRects().length > 0);

/** Keys that work anywhere on the page; they always do what the last rendering would. */
function useShortcuts(keys: Record<string, () => void>) {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    function handle(event: KeyboardEvent) {
      const modifier = event.ctrlKey || event.metaKey ? "Ctrl+" : event.altKey ? "Alt+" : "";
      const run = latest.current[modifier + event.code.replace("NumpadEnter", "Enter")];
      if (!run || modifier === "" || event.repeat || event.defaultPrevented || isDialogOpen()) return;
      event.preventDefault();
      run();
    }
    window.addEventListener("keydown", handle);
    return () => window.removeEventListener("keydown", handle);
  }, []);
}
