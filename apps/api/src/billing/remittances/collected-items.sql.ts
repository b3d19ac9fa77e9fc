import type { CollectedItemDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { itemTakings } from "../receipts/item-takings.sql.js";

const IS_REFUND =
  "EXISTS (SELECT 1 FROM refund f WHERE f.project_id = e.project_id AND f.red_receipt_id = e.receipt_id)";

/** What came in for a fee item `i`, without what was given back, as a subselect; `days` narrows the entries `e`. */
export const collected = (days: string): string => itemTakings(`${days} AND NOT ${IS_REFUND}`);

/** What was given back to payers of a fee item `i` by a refund, as a subselect. */
export const refunded = (days: string): string => `-${itemTakings(`${days} AND ${IS_REFUND}`)}`;

/** What was remitted of a fee item `i`, red entries taken off, as a subselect. */
export const remitted = (days: string): string =>
  `(SELECT coalesce(sum(e.amount_fen), 0)::bigint FROM remittance e
     WHERE e.project_id = i.project_id AND e.fee_item_id = i.id AND ${days})`;

/** What was brought over from the books before this system for a fee item `i`, as a subselect; `days` narrows `e.booked_on`. */
export const broughtOver = (days: string): string =>
  `(SELECT coalesce(sum(e.amount_fen), 0)::bigint
      FROM (SELECT r.amount_fen, o.cut_over_on - 1 AS booked_on
              FROM opening_row r JOIN opening o ON o.project_id = r.project_id AND o.id = r.opening_id AND o.status = 'POSTED'
             WHERE r.project_id = i.project_id AND r.room_id IS NULL AND r.kind = 'COLLECTED' AND r.fee_item_id = i.id
               AND r.fault IS NULL) e
     WHERE ${days})`;

/** Fee items `i` whose money belongs to others; deposits go back to who paid them. */
export const COLLECTED_FOR_OTHERS = "i.collected_for_others AND i.kind <> 'DEPOSIT'";

const UNTIL = "($3::date IS NULL OR e.booked_on <= $3)";

/** What of every item collected for others is to be remitted (BIL-07); `asOf`: at the end of that day. */
export async function collectedItems(
  db: Pick<EntityManager, "query">,
  projectId: string,
  { feeItemId = null, asOf = null }: { feeItemId?: string | null; asOf?: string | null } = {},
): Promise<CollectedItemDto[]> {
  const rows = await db.query<Omit<CollectedItemDto, "toRemitFen">[]>(
    `SELECT i.id AS "feeItemId", i.name AS "feeItemName", i.supplier_name AS "supplierName", i.kept_account AS "keptAccount",
            ${broughtOver(UNTIL)} AS "openingFen", ${collected(UNTIL)} AS "collectedFen", ${refunded(UNTIL)} AS "refundedFen", ${remitted(UNTIL)} AS "remittedFen"
       FROM fee_item i
      WHERE i.project_id = $1 AND ${COLLECTED_FOR_OTHERS} AND ($2::uuid IS NULL OR i.id = $2)
      ORDER BY i.supplier_name NULLS LAST, i.code, i.id`,
    [projectId, feeItemId, asOf],
  );
  return rows.map((row) => {
    const { openingFen, collectedFen, refundedFen, remittedFen } = row;
    return { ...row, toRemitFen: openingFen + collectedFen - refundedFen - remittedFen };
  });
}
