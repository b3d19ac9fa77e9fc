import type { RestructureLineDto } from "@linli/contracts";
import { formatFen } from "../../common/money.js";
import type { RestructurePlan } from "../../property/restructures/restructure-plan.js";
import { serviceOf } from "../objects/service-of.js";
import type { NewBinding } from "./new-bindings.js";
import type { Money } from "./restructure-money.service.js";
import type { PrepaymentMoveRow } from "./restructure-prepayments.service.js";
import type { HeldPrepayment } from "./rooms-money.js";

/** Standards, charges and prepayments in the preview: what is there, and what becomes of it. Pure. */
export function moneyLines(
  plan: RestructurePlan,
  money: Money,
  made: readonly NewBinding[],
  moves: readonly PrepaymentMoveRow[],
): RestructureLineDto[] {
  return plan.olds.flatMap(({ id, code }) => [
    ...bindingLines(plan, money, made, id),
    ...chargeLines(plan, money, id, code),
    ...money.prepayments
      .filter(({ roomId }) => roomId === id)
      .map((held) => ({
        topic: "PREPAYMENT" as const,
        roomCode: code,
        label: held.customerName,
        before: `${formatFen(held.balanceFen)} 元`,
        after: destinationOf(plan, moves, held),
      })),
  ]);
}

function bindingLines(plan: RestructurePlan, { bindings, paid }: Money, made: readonly NewBinding[], roomId: string) {
  return bindings
    .filter((one) => one.roomId === roomId)
    .map((one): RestructureLineDto => {
      const rows = made.filter(({ from }) => from.id === one.id || isTwin(plan, from, one));
      const starts = [...new Set(rows.map(({ startsOn }) => startsOn))];
      const ahead = paid.find((item) => item.roomId === roomId && serviceOf(item) === serviceOf(one));
      const since = ahead?.through ? `，已缴至 ${ahead.through}，不重复收取` : "";
      const whole =
        one.proration === "WHOLE_MONTH" && starts[0] !== plan.effectiveOn ? "，当月仍由原房间按整月承担" : "";
      const to = rows.map(({ roomCode, quantity }) => (quantity ? `${roomCode} × ${quantity}` : roomCode)).join("、");
      return {
        topic: "BINDING",
        roomCode: one.roomCode,
        label: one.feeItemName,
        before: one.unitPrice ? `${one.rateName}（约定单价 ${one.unitPrice}）` : one.rateName,
        after: rows.length > 0 ? `${to}，自 ${starts.join("、")} 起${since}${whole}` : `${plan.lastDay} 止，不再收取`,
      };
    });
}

/** The same standard of another merged room, which the new room takes once. */
const isTwin = ({ kind, dto }: RestructurePlan, kept: Money["bindings"][number], one: Money["bindings"][number]) =>
  kind === "MERGE" &&
  kept.rateId === one.rateId &&
  serviceOf(kept) === serviceOf(one) &&
  (dto.bindings.find(({ bindingId }) => bindingId === one.id)?.targets.length ?? 0) > 0;

function chargeLines({ lastDay }: RestructurePlan, { cuts, arrears }: Money, roomId: string, code: string) {
  const lines: RestructureLineDto[] = [];
  const owed = arrears.find((one) => one.roomId === roomId);
  if (owed)
    lines.push({
      topic: "CHARGE",
      roomCode: code,
      label: "以前的欠费",
      before: `${owed.count} 笔 ${formatFen(owed.openFen)} 元`,
      after: "留在原房间和原收费对象，新房间上可以看到",
    });
  const byItem = Map.groupBy(cuts.get(roomId) ?? [], ({ charge }) => charge.feeItemName);
  for (const [item, planned] of byItem) {
    const back = planned.filter(({ cut }) => cut.reverseFen > 0);
    const reversed = back.reduce((sum, { cut }) => sum + cut.reverseFen, 0);
    const kept = back.flatMap(({ cut }) => cut.pieces).reduce((sum, { amountFen }) => sum + amountFen, 0);
    if (back.length > 0)
      lines.push({
        topic: "CHARGE",
        roomCode: code,
        label: `${item}（未缴）`,
        before: `未缴 ${back.length} 笔 ${formatFen(reversed)} 元`,
        after: `冲回，${kept > 0 ? `按 ${lastDay} 截止重出 ${formatFen(kept)} 元，` : ""}以后由新房间出账`,
      });
    const paid = planned.filter(({ cut }) => cut.settleFen > 0);
    if (paid.length > 0)
      lines.push({
        topic: "CHARGE",
        roomCode: code,
        label: `${item}（已缴）`,
        before: `已缴 ${paid.length} 笔 ${formatFen(paid.reduce((sum, { charge }) => sum + charge.receivedFen + charge.offsetFen, 0))} 元`,
        after: "不退，已缴的日子新房间不再收取",
      });
  }
  return lines;
}

/** Where a balance goes, and what of it stays because it is asked back. */
function destinationOf(
  plan: RestructurePlan,
  moves: readonly PrepaymentMoveRow[],
  { roomId, customerId, feeItemId, balanceFen, askedBackFen }: HeldPrepayment,
): string {
  const asked = `${formatFen(askedBackFen)} 元已申请退还，留在原房间`;
  if (askedBackFen === balanceFen) return asked;
  const move = moves.find(
    (one) => one.fromRoomId === roomId && one.customerId === customerId && one.feeItemId === feeItemId,
  );
  const room = plan.news.find(({ id }) => id === move?.toRoomId);
  const goes = room ? `结转到 ${room.code}` : "未指定";
  return askedBackFen > 0 ? `${formatFen(balanceFen - askedBackFen)} 元${goes}；${asked}` : goes;
}
