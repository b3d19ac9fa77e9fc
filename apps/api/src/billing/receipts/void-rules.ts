import type { EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { refuseInvoiced } from "../invoices/standing-invoices.js";
import { shiftHandedOver, voidNotAllowed } from "../shifts/shifts.errors.js";

/**
 * A receipt is voided by who took it at the desk, on its own day and shift, with every printed copy back in hand, and
 * while no invoice was issued for it (BIL-80). What is unknown here is refused by the reversal, which locks the shift.
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
    {
      cashier_id: string;
      booked_on: string;
      shift_open: boolean;
      prints: number;
      at_desk: boolean;
      reviewed: boolean;
    }[]
  >(
    `SELECT r.cashier_id, r.booked_on, coalesce(w.status = 'OPEN', true) AS shift_open, r.at_desk,
            EXISTS (SELECT 1 FROM receipt_review v WHERE v.project_id = r.project_id AND v.receipt_id = r.id) AS reviewed,
            (SELECT count(*)::int FROM receipt_print p WHERE p.project_id = r.project_id AND p.receipt_id = r.id) AS prints
       FROM receipt r LEFT JOIN cashier_shift w ON w.project_id = r.project_id AND w.id = r.shift_id
      WHERE r.project_id = $1 AND r.id = $2 AND r.reversal_of IS NULL`,
    [projectId, receiptId],
  );
  if (!receipt) return;
  if (receipt.cashier_id !== actor.userId) throw voidNotAllowed("不是自己开的收据");
  if (!receipt.at_desk) throw voidNotAllowed("不是收银台开的收据");
  if (receipt.reviewed) throw voidNotAllowed("收据已经审核，请由财务红冲");
  if (receipt.booked_on !== today) throw voidNotAllowed("不是今天的收据");
  if (!receipt.shift_open) throw shiftHandedOver();
  if (receipt.prints > 0 && !copiesReturned) throw voidNotAllowed(`收据已打印 ${receipt.prints} 次，没有确认收回`);
  await refuseInvoiced(tx, projectId, [receiptId]);
}
