import type { RecalculationObstacle } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { discountSharing } from "../discounts/discount-sharing.sql.js";
import { type IssuedBill, issuedBills } from "./issued-bills.js";
import type { PlannedLine } from "./plan-recalculation.js";
import type { RecalculatedBill, RecalculationLine } from "./recalculation-line.entity.js";

/** A stored difference as it is applied. */
export type Line = Pick<
  RecalculationLine,
  "id" | "roomId" | "feeItemId" | "period" | "causes" | "chargeIds" | "before" | "after" | "print" | "oldFen" | "newFen"
> & { roomCode: string; feeItemName: string };

/** What is left out and why, by the ids of lines. */
export type LeftOut = Map<string, RecalculationObstacle>;

/** The lines that something happened to since they were listed, and what. */
export async function movedOf(
  tx: EntityManager,
  { projectId, day }: { projectId: string; day: string },
  lines: readonly Line[],
): Promise<LeftOut> {
  const moved: LeftOut = new Map();
  for (const [period, ofMonth] of Map.groupBy(lines, (line) => line.period)) {
    const [roomIds, itemIds] = [ofMonth.map(({ roomId }) => roomId), ofMonth.map(({ feeItemId }) => feeItemId)];
    const bills = await issuedBills(tx, { projectId, period, day }, [...new Set(roomIds)], [...new Set(itemIds)]);
    const now = new Map(bills.map((bill) => [bill.id, bill]));
    for (const line of ofMonth) {
      const of = line.before.map((was) => ({ was, is: now.get(was.chargeId!) }));
      const obstacle = of.find(({ is }) => is?.obstacle)?.is?.obstacle;
      if (obstacle) moved.set(line.id, obstacle);
      else if (of.some(({ was, is }) => !is || !isAsListed(was, is))) moved.set(line.id, "MOVED");
    }
  }
  return moved;
}

const isAsListed = (was: RecalculatedBill, is: IssuedBill) =>
  was.amountFen === is.amountFen &&
  was.reducedFen === is.reducedFen &&
  (was.discountFen ?? 0) === is.discountFen &&
  (was.waivedFen ?? 0) === is.waivedFen &&
  was.payerId === is.payerId;

/**
 * Leaves out with a line all that share a discount with it, directly or by way of others: what one of them gets follows from
 * the rest, so they are issued anew together or not at all.
 * @param sharing what bills share a discount by (`discountSharing`)
 */
export function leaveDiscountedTogether(
  lines: readonly Pick<Line, "id" | "chargeIds">[],
  sharing: ReadonlyMap<string, string>,
  leftOut: LeftOut,
): void {
  const shared = new Map(lines.map(({ id, chargeIds }) => [id, chargeIds.flatMap((bill) => sharing.get(bill) ?? [])]));
  const stays = new Set<string>();
  for (let before = -1; before < leftOut.size;) {
    before = leftOut.size;
    for (const { id } of lines) {
      const own = shared.get(id) ?? [];
      if (!leftOut.has(id) && own.some((key) => stays.has(key))) leftOut.set(id, "DISCOUNTED_TOGETHER");
      if (leftOut.has(id)) for (const key of own) stays.add(key);
    }
  }
}

/** What the bills of lines share discounts by. */
export const sharingOf = (tx: EntityManager, projectId: string, lines: readonly Line[]): Promise<Map<string, string>> =>
  discountSharing(
    tx,
    projectId,
    lines.flatMap(({ chargeIds }) => chargeIds),
  );

/**
 * Whether a line comes to the bills that were approved, and only what a discount takes off them differs: something that shares
 * the discount has changed and is not on the list itself.
 */
export function isDiscountedOtherwise(line: Line, planned: PlannedLine | undefined): boolean {
  if (!planned) return line.causes.includes("DISCOUNT");
  if (planned.obstacle) return planned.obstacle === "DISCOUNT_MONTHS";
  return line.after.length === planned.news.length && line.print.startsWith(planned.pricedPrint);
}
