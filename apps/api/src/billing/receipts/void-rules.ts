import type { EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { RuleViolation } from "../../common/rule-violation.js";
import { refuseInvoiced } from "../invoices/standing-invoices.js";

const notAllowed = (why: string) => new RuleViolation("VOID_NOT_ALLOWED", `${why}，不能作废；请由另一位有权限的人红冲`);

/**
 * A receipt is voided by who took it, on its own day and shift, with every printed copy back in hand, and while no
 * invoice was issued for it (BIL-80). What is unknown here is refused by the reversal.
 * @throws VOID_NOT_ALLOWED, INVOICE_STANDS
 */
export async function refuseVoid(
  tx: EntityManager,
  actor: Actor,
  projectId: string,
  receiptId: string,
  { today, copiesReturned = false }: { today: string; copiesReturned?: boolean | null },
): Promise<void> {
  const [receipt] = await tx.query<
    { cashier_id: string; booked_on: string; shift_open: boolean; prints: number; offset_run_id: string | null }[]
  >(
    `SELECT r.cashier_id, r.booked_on, coalesce(w.status = 'OPEN', true) AS shift_open, r.offset_run_id,
            (SELECT count(*)::int FROM receipt_print p WHERE p.project_id = r.project_id AND p.receipt_id = r.id) AS prints
       FROM receipt r LEFT JOIN cashier_shift w ON w.project_id = r.project_id AND w.id = r.shift_id
      WHERE r.project_id = $1 AND r.id = $2 AND r.reversal_of IS NULL`,
    [projectId, receiptId],
  );
  if (!receipt) return;
  if (receipt.cashier_id !== actor.userId) throw notAllowed("不是自己开的收据");
  if (receipt.offset_run_id) throw notAllowed("这是预收冲抵单");
  if (receipt.booked_on !== today) throw notAllowed("不是今天的收据");
  if (!receipt.shift_open) throw notAllowed("收这笔款的班次已经交班");
  if (receipt.prints > 0 && !copiesReturned) throw notAllowed(`收据已打印 ${receipt.prints} 次，没有确认收回`);
  await refuseInvoiced(tx, projectId, [receiptId]);
}
