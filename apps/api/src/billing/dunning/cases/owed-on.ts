import type { EntityManager } from "typeorm";
import { newId } from "../../../common/ids.js";
import { idsOf } from "../../../customer/merged-customers.js";
import { IS_DEBT, overdueOn } from "../dunning.sql.js";
import type { CaseKey } from "./open-cases.js";

/** What was owed of an overdue charge on a day, in fen. */
export interface OwedCharge {
  id: string;
  fen: number;
}

/**
 * The charges of a case that were overdue on a day, with what was booked until then. What was reversed since was never owed;
 * a receipt that was reversed never paid, and one that was issued anew paid on the day of the first, as for late fees.
 */
export const owedOn = (
  db: Pick<EntityManager, "query">,
  projectId: string,
  { roomId, payerId }: CaseKey,
  day: string,
): Promise<OwedCharge[]> =>
  db.query<OwedCharge[]>(
    `SELECT * FROM (
       SELECT c.id, (c.amount_fen + coalesce((SELECT sum(e.amount_fen) FROM charge_entry e
                  LEFT JOIN receipt t ON t.project_id = e.project_id AND t.id = e.receipt_id
                  LEFT JOIN receipt first ON first.project_id = t.project_id AND first.id = t.reissue_of
                  WHERE e.project_id = c.project_id AND e.charge_id = c.id AND t.reversal_of IS NULL
                    AND (e.kind = 'REVERSAL' OR coalesce(first.booked_on, e.booked_on) <= $4::date)
                    AND NOT EXISTS (SELECT 1 FROM receipt red WHERE red.project_id = t.project_id AND red.reversal_of = t.id)), 0))::bigint AS fen
         FROM charge c JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
        WHERE c.project_id = $1 AND c.room_id = $2 AND c.payer_id IN ${idsOf("$1", "$3")} AND ${IS_DEBT} AND ${overdueOn("$4")}) o
      WHERE o.fen > 0 ORDER BY o.id`,
    [projectId, roomId, payerId, day],
  );

/** Notes which charges a promise or a lawsuit is about. */
export async function noteCharges(
  tx: EntityManager,
  table: "dunning_promise_charge" | "dunning_lawsuit_charge",
  parent: { projectId: string; id: string; createdAt: Date },
  charges: readonly OwedCharge[],
): Promise<void> {
  const column = table === "dunning_promise_charge" ? "promise_id" : "lawsuit_id";
  await tx.query(
    `INSERT INTO ${table} (project_id, id, created_at, ${column}, charge_id)
     SELECT $1, n.id, $2, $3, n.charge_id FROM unnest($4::uuid[], $5::uuid[]) AS n(id, charge_id)`,
    [parent.projectId, parent.createdAt, parent.id, charges.map(newId), charges.map(({ id }) => id)],
  );
}
