import type { EntityManager } from "typeorm";
import { notFound } from "../../common/rule-violation.js";

interface RedReceipt {
  receiptNo: string;
  payerId: string;
  payerName: string;
  reversalOf: string | null;
  cashierId: string;
  /** Who took the money. */
  takenBy: string;
}

/** A receipt with what refunds of it need. @throws NOT_FOUND */
export async function redOf(tx: EntityManager, projectId: string, receiptId: string): Promise<RedReceipt> {
  const [red] = await tx.query<RedReceipt[]>(
    `SELECT r.receipt_no AS "receiptNo", r.payer_id AS "payerId", c.name AS "payerName", r.reversal_of AS "reversalOf",
            r.cashier_id AS "cashierId", coalesce(o.cashier_id, r.cashier_id) AS "takenBy"
       FROM receipt r
       LEFT JOIN receipt o ON o.project_id = r.project_id AND o.id = r.reversal_of
       JOIN customer c ON c.project_id = r.project_id AND c.id = r.payer_id
      WHERE r.project_id = $1 AND r.id = $2`,
    [projectId, receiptId],
  );
  if (!red) throw notFound("红字收据");
  return red;
}

/** Makes what concerns one payer's papers queue. */
export async function lockCustomer(tx: EntityManager, projectId: string, customerId: string): Promise<void> {
  await tx.query("SELECT 1 FROM customer WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE", [projectId, customerId]);
}

/**
 * What a red receipt still allows to be paid back, in fen: its money, prepayment offsets not counted, less refunds and
 * what is asked for in other requests. Nothing of one whose money is settled: it was handed back at once, or the
 * receipt issued anew holds it.
 */
export async function refundableOf(
  tx: EntityManager,
  projectId: string,
  redReceiptId: string,
  requestId: string | null = null,
): Promise<number> {
  const [row] = await tx.query<{ fen: number }[]>(
    `SELECT (coalesce((SELECT -sum(m.amount_fen) FROM receipt_method m JOIN receipt r ON r.project_id = m.project_id AND r.id = m.receipt_id
                        WHERE m.project_id = $1 AND m.receipt_id = $2 AND m.method <> 'PREPAYMENT' AND NOT r.money_settled), 0)
           - coalesce((SELECT sum(amount_fen) FROM refund WHERE project_id = $1 AND red_receipt_id = $2), 0)
           - coalesce((SELECT sum(amount_fen) FROM refund_request WHERE project_id = $1 AND red_receipt_id = $2
                          AND status IN ('PENDING', 'APPROVED') AND id IS DISTINCT FROM $3::uuid), 0))::bigint AS fen`,
    [projectId, redReceiptId, requestId],
  );
  return row!.fen;
}
