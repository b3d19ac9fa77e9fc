import type { EntityManager } from "typeorm";
import { lateBookedFen, lateBookedTo } from "../late-fees/late-booked-to.js";

/** What the charges of one payer were before they were taken back, for what is issued in their place. */
export interface DebtBehind {
  /** The earliest due date. */
  dueOn: string;
  /** Late fees were booked until this day; they are not counted again (BIL-52). */
  lateBookedTo: string | null;
  /** How much was; it counts towards the cap (BIL-51). In fen. */
  lateBookedFen: number;
  /** The last receipt that stands and paid them: what it paid was paid on its day. */
  receiptId: string | null;
}

/** The debt behind charges that are issued anew, by payer. */
export async function debtBehind(
  tx: EntityManager,
  projectId: string,
  chargeIds: readonly string[],
): Promise<Map<string, DebtBehind>> {
  const rows = await tx.query<(DebtBehind & { payerId: string })[]>(
    `SELECT c.payer_id AS "payerId", min(c.due_on) AS "dueOn", max(${lateBookedTo("c")}) AS "lateBookedTo",
            sum(${lateBookedFen("c")})::bigint AS "lateBookedFen",
            (SELECT t.id FROM charge paid
               JOIN charge_entry e ON e.project_id = paid.project_id AND e.charge_id = paid.id AND e.kind IN ('RECEIPT', 'OFFSET')
               JOIN receipt t ON t.project_id = e.project_id AND t.id = e.receipt_id AND t.reversal_of IS NULL
              WHERE paid.project_id = $1 AND paid.id = ANY ($2) AND paid.payer_id = c.payer_id
                AND NOT EXISTS (SELECT 1 FROM receipt red WHERE red.project_id = t.project_id AND red.reversal_of = t.id)
              ORDER BY t.created_at DESC, t.id DESC LIMIT 1) AS "receiptId"
       FROM charge c WHERE c.project_id = $1 AND c.id = ANY ($2) GROUP BY c.payer_id`,
    [projectId, chargeIds],
  );
  return new Map(rows.map(({ payerId, ...debt }) => [payerId, debt]));
}
