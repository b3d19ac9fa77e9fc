import type { PublicSourceDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { itemTakings } from "../receipts/item-takings.sql.js";

/** The sum of the entries of a kind of the fee item `i`, as a subselect. */
export const publicEntries = (kind: string, days: string): string =>
  `(SELECT coalesce(sum(e.amount_fen), 0)::bigint FROM public_income_entry e
     WHERE e.project_id = i.project_id AND e.fee_item_id = i.id AND e.kind = '${kind}' AND ${days})`;

const UNTIL = "($3::date IS NULL OR e.booked_on <= $3)";

/** What every source of public income holds (LAW-21); `feeItemId`: only this one; `asOf`: at the end of that day. */
export async function publicSources(
  db: Pick<EntityManager, "query">,
  projectId: string,
  { feeItemId = null, asOf = null }: { feeItemId?: string | null; asOf?: string | null } = {},
): Promise<PublicSourceDto[]> {
  const rows = await db.query<Omit<PublicSourceDto, "balanceFen">[]>(
    `SELECT i.id AS "feeItemId", i.name AS "feeItemName", ${publicEntries("OPENING", UNTIL)} AS "openingFen",
            ${itemTakings(UNTIL)} AS "incomeFen", ${publicEntries("COST", UNTIL)} AS "costFen", ${publicEntries("USE", UNTIL)} AS "usedFen"
       FROM fee_item i
      WHERE i.project_id = $1 AND i.income_class = 'PUBLIC' AND i.kind <> 'DEPOSIT' AND ($2::uuid IS NULL OR i.id = $2)
      ORDER BY i.code, i.id`,
    [projectId, feeItemId, asOf],
  );
  return rows.map((row) => ({ ...row, balanceFen: row.openingFen + row.incomeFen - row.costFen - row.usedFen }));
}
