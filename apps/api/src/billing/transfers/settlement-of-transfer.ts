import type { TransferPrepaymentDto, TransferSettlementDto, TransferSettlementLineDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { dayBefore, daysBetweenInclusive, maxDate, minDate } from "../../common/calendar.js";
import type { TransferFacts } from "../../customer/transfers/transfer-participants.js";
import type { CutChargesService } from "../charges/cut-charges.service.js";
import type { PlannedCut, RoomCharge } from "../charges/planned-cuts.js";
import { explain } from "../pricing/explain.js";
import type { PriceTrace } from "../pricing/pricing.types.js";
import { ASKED_BACK } from "../prepayments/asked-back.js";
import { ownersGone } from "./owners-gone.js";
import { payersAfter } from "./payers-after.js";

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

/**
 * What a transfer does to the money of the room, computed from the books as they are (BIL-15, BIL-64): the charges split
 * at the day, the debts of those who leave, their prepayments offset and what is left of them. Writes nothing.
 */
export async function settlementOf(
  db: EntityManager,
  cutter: CutChargesService,
  facts: TransferFacts,
): Promise<TransferSettlementDto> {
  const { projectId, roomId, leavingIds } = facts;
  const day = facts.transferOn!;
  const payers = await payersAfter(db, facts);
  const cuts = await cutter.plan(
    db,
    { projectId, roomId, day },
    { mode: "PASS_ON", payers, goneIds: await ownersGone(db, facts) },
  );
  const cutIds = new Set(cuts.map(({ charge }) => charge.id));
  const names = new Map(facts.owners.map(({ customerId, customerName }) => [customerId, customerName]));
  for (const { customerId, customerName } of facts.relations) names.set(customerId, customerName);
  const arrears = (await cutter.openOf(db, { projectId, roomId }, leavingIds)).filter(({ id }) => !cutIds.has(id));
  const lines = [
    ...arrears.map((charge) => arrearsLine(charge)),
    ...cuts.map((cut) => cutLine(cut, day, (cut.newPayerId && names.get(cut.newPayerId)) || "新业主")),
  ].sort((a, b) => compare(a.serviceFrom, b.serviceFrom) || compare(a.feeItemName, b.feeItemName));

  const owed = lines.filter(({ payerId }) => leavingIds.includes(payerId));
  const itemOf = new Map([...arrears, ...cuts.map(({ charge }) => charge)].map(({ id, feeItemId }) => [id, feeItemId]));
  const prepayments = await prepaymentsOf(db, facts, owed, itemOf);
  const oldOwesFen = sum(owed.map(({ oldOpenFen }) => oldOpenFen));
  const offsetFen = sum(prepayments.map((one) => one.offsetFen));
  const rest = oldOwesFen - offsetFen;
  const assumedFen = facts.arrears === "ASSUMED" ? rest : 0;
  return {
    transferOn: day,
    isFinal: false,
    lines,
    prepayments,
    oldOwesFen,
    offsetFen,
    oldRestFen: rest - assumedFen,
    assumedFen,
    refundFen: sum(prepayments.map((one) => one.refundFen)),
    carriedFen: sum(prepayments.map((one) => one.carriedFen)),
    askedBackFen: sum(prepayments.map((one) => one.askedBackFen)),
    settleFen: sum(lines.map(({ settleFen }) => settleFen)),
    newOwesFen: sum(lines.map(({ newOpenFen }) => newOpenFen)) + assumedFen,
    receiptNos: [],
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const sentences = (trace: PriceTrace | null) => (trace ? explain(trace) : []);

function baseLine(charge: RoomCharge) {
  const { id, feeItemName, period, serviceFrom, serviceTo, payerId, payerName, amountFen, openFen } = charge;
  const paidFen = charge.receivedFen + charge.offsetFen;
  const base = { chargeId: id, feeItemName, period, serviceFrom, serviceTo, payerId, payerName, amountFen };
  return { ...base, paidFen, openFen };
}

/** A debt of before: stays with who owes it. */
function arrearsLine(charge: RoomCharge): TransferSettlementLineDto {
  return {
    ...baseLine(charge),
    newPayerName: null,
    oldDays: daysBetweenInclusive(charge.serviceFrom, charge.serviceTo),
    oldFen: charge.openFen + charge.receivedFen + charge.offsetFen,
    oldOpenFen: charge.openFen,
    oldExplanation: sentences(charge.trace),
    newDays: 0,
    newFen: 0,
    newOpenFen: 0,
    newExplanation: [],
    settleFen: 0,
  };
}

function cutLine({ charge, cut }: PlannedCut, day: string, newPayerName: string): TransferSettlementLineDto {
  const piece = (side: "OLD" | "NEW") => cut.pieces.find((one) => one.side === side);
  const isCut = cut.reverseFen > 0;
  const oldTo = minDate(charge.serviceTo, dayBefore(day));
  const oldDays = oldTo < charge.serviceFrom ? 0 : daysBetweenInclusive(charge.serviceFrom, oldTo);
  const newFrom = maxDate(charge.serviceFrom, day);
  const newDays = cut.newFen === 0 || newFrom > charge.serviceTo ? 0 : daysBetweenInclusive(newFrom, charge.serviceTo);
  return {
    ...baseLine(charge),
    newPayerName,
    oldDays: newDays === 0 ? daysBetweenInclusive(charge.serviceFrom, charge.serviceTo) : oldDays,
    oldFen: cut.oldFen,
    oldOpenFen: isCut ? (piece("OLD")?.amountFen ?? 0) : charge.openFen,
    oldExplanation: isCut ? sentences(piece("OLD")?.trace ?? null) : sentences(charge.trace),
    newDays,
    newFen: cut.newFen,
    newOpenFen: piece("NEW")?.amountFen ?? 0,
    newExplanation: isCut ? sentences(piece("NEW")?.trace ?? null) : [],
    settleFen: cut.settleFen,
  };
}

/**
 * Prepayments of those who leave: item money first, offset against their own debts of the room, the rest paid back or
 * carried over. What they asked back before is left alone.
 */
async function prepaymentsOf(
  db: EntityManager,
  { projectId, roomId, leavingIds, prepayment }: TransferFacts,
  owed: readonly TransferSettlementLineDto[],
  itemOf: ReadonlyMap<string, string>,
): Promise<TransferPrepaymentDto[]> {
  const accounts = await db.query<(Account & { feeItemId: string | null })[]>(
    `SELECT a.customer_id AS "customerId", c.name AS "customerName", a.fee_item_id AS "feeItemId", i.name AS "feeItemName",
            a.balance_fen AS "balanceFen", least(a.balance_fen, ${ASKED_BACK}) AS "askedBackFen"
       FROM prepayment_account a
       JOIN customer c ON c.project_id = a.project_id AND c.id = a.customer_id
       LEFT JOIN fee_item i ON i.project_id = a.project_id AND i.id = a.fee_item_id
      WHERE a.project_id = $1 AND a.room_id = $2 AND a.customer_id = ANY ($3) AND a.balance_fen > 0
      ORDER BY a.fee_item_id NULLS LAST, a.id`,
    [projectId, roomId, leavingIds],
  );
  const open = new Map(owed.map(({ chargeId, oldOpenFen }) => [chargeId, oldOpenFen]));
  return accounts.map(({ feeItemId, ...account }) => {
    const free = account.balanceFen - account.askedBackFen;
    let left = free;
    for (const { chargeId, payerId } of owed) {
      if (payerId !== account.customerId || (feeItemId !== null && itemOf.get(chargeId) !== feeItemId)) continue;
      const part = Math.min(left, open.get(chargeId)!);
      left -= part;
      open.set(chargeId, open.get(chargeId)! - part);
    }
    const carried = prepayment === "CARRY_OVER" ? left : 0;
    return { ...account, offsetFen: free - left, refundFen: left - carried, carriedFen: carried };
  });
}

type Account = Pick<
  TransferPrepaymentDto,
  "customerId" | "customerName" | "feeItemName" | "balanceFen" | "askedBackFen"
>;
