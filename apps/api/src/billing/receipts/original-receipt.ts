import type { EntityManager } from "typeorm";
import { notFound } from "../../common/rule-violation.js";
import { alreadyReversed } from "./receipts.errors.js";

/** A receipt that is about to be undone. */
export interface Original {
  receiptNo: string;
  payerId: string;
  payerName: string;
  chargesFen: number;
  prepaymentFen: number;
  changeFen: number;
  reversalOf: string | null;
  cashierId: string;
  shiftId: string | null;
  atDesk: boolean;
  timeZone: string;
}

/** @throws NOT_FOUND */
export async function originalOf(tx: EntityManager, projectId: string, receiptId: string): Promise<Original> {
  const [original] = await tx.query<Original[]>(
    `SELECT r.receipt_no AS "receiptNo", r.payer_id AS "payerId", c.name AS "payerName", r.charges_fen AS "chargesFen",
            r.prepayment_fen AS "prepaymentFen", r.change_fen AS "changeFen", r.reversal_of AS "reversalOf",
            r.cashier_id AS "cashierId", r.shift_id AS "shiftId", r.at_desk AS "atDesk", p.time_zone AS "timeZone"
       FROM receipt r
       JOIN project p ON p.id = r.project_id
       JOIN customer c ON c.project_id = r.project_id AND c.id = r.payer_id
      WHERE r.project_id = $1 AND r.id = $2`,
    [projectId, receiptId],
  );
  if (!original) throw notFound("收据");
  return original;
}

/** Of two reversals at once the second finds the first here, after the locks. @throws RECEIPT_REVERSED */
export async function refuseReversed(
  tx: EntityManager,
  projectId: string,
  receiptId: string,
  receiptNo: string,
): Promise<void> {
  const found = await tx.query<object[]>("SELECT 1 FROM receipt WHERE project_id = $1 AND reversal_of = $2", [
    projectId,
    receiptId,
  ]);
  if (found.length > 0) throw alreadyReversed(receiptNo);
}
