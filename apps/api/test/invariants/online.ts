import type { Rule } from "./rule.js";

/** Online payments and their refunds. */
export const ONLINE_RULES: readonly Rule[] = [
  [
    "BIL-145: an online order is paid by the one receipt of its id, what is no charge is prepayment, and a receipt stands for a payment",
    `SELECT o.order_no FROM online_order o
       LEFT JOIN receipt r ON r.project_id = o.project_id AND r.id = o.id
       LEFT JOIN receipt_method m ON m.project_id = r.project_id AND m.receipt_id = r.id
      WHERE o.project_id = $1
        AND ((o.transaction_no IS NULL) <> (r.id IS NULL)
          OR (r.id IS NOT NULL AND (r.amount_fen <> o.amount_fen OR r.prepayment_fen <> o.prepaid_fen OR m.reference_no IS DISTINCT FROM o.transaction_no)))`,
  ],
  [
    "BIL-81: what a channel paid back stands on a refund of the request, and the order counts it",
    `SELECT z.refund_no FROM online_refund z
       LEFT JOIN refund f ON f.project_id = z.project_id AND f.request_id = z.request_id
      WHERE z.project_id = $1 AND z.request_id IS NOT NULL
        AND ((z.status = 'SUCCEEDED' AND f.amount_fen IS DISTINCT FROM z.amount_fen) OR (z.status = 'PROCESSING' AND f.id IS NOT NULL))
     UNION ALL
     SELECT o.order_no FROM online_order o
      WHERE o.project_id = $1 AND o.refunded_fen <> (
        SELECT coalesce(sum(z.amount_fen), 0) FROM online_refund z
         WHERE z.project_id = o.project_id AND z.order_id = o.id AND z.request_id IS NOT NULL AND z.status = 'SUCCEEDED')`,
  ],
];
