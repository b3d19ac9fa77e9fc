import type { Rule } from "./rule.js";

/** Deposits, and money that was paid back. */
export const DEPOSIT_AND_REFUND_RULES: readonly Rule[] = [
  [
    "BIL-81: refunds never exceed the money of the red receipt",
    `SELECT f.red_receipt_id FROM refund f
      WHERE f.project_id = $1 AND f.red_receipt_id IS NOT NULL
      GROUP BY f.project_id, f.red_receipt_id
     HAVING sum(f.amount_fen) > (SELECT coalesce(-sum(m.amount_fen), 0) FROM receipt_method m
                                  WHERE m.project_id = f.project_id AND m.receipt_id = f.red_receipt_id AND m.method <> 'PREPAYMENT')`,
  ],
  [
    "BIL-84, BIL-142: a deposit holds what was received less its movements, never less than nothing, and its kept sum is theirs",
    `SELECT d.deposit_no FROM deposit d JOIN charge c ON c.project_id = d.project_id AND c.id = d.charge_id
       LEFT JOIN LATERAL (SELECT coalesce(sum(m.amount_fen), 0) AS fen FROM deposit_movement m
                           WHERE m.project_id = d.project_id AND m.deposit_id = d.id) m ON true
      WHERE d.project_id = $1 AND (d.used_fen <> m.fen OR c.received_fen < d.used_fen OR c.offset_fen <> 0)`,
  ],
  [
    "BIL-84: what was deducted from or moved out of deposits entered prepayment accounts",
    `SELECT 1 AS differs WHERE coalesce((SELECT sum(amount_fen) FROM deposit_movement WHERE project_id = $1 AND kind IN ('DEDUCT', 'MOVE')), 0)
         <> coalesce((SELECT sum(amount_fen) FROM prepayment_movement WHERE project_id = $1 AND source = 'DEPOSIT'), 0)`,
  ],
  [
    "BIL-81: a paid request has one refund of its sum, and its source lost as much",
    `SELECT q.request_no FROM refund_request q
       LEFT JOIN refund f ON f.project_id = q.project_id AND f.request_id = q.id
       LEFT JOIN deposit_movement d ON d.project_id = q.project_id AND d.id = q.id
       LEFT JOIN prepayment_movement m ON m.project_id = f.project_id AND m.account_id = f.account_id AND m.document_no = f.refund_no
      WHERE q.project_id = $1 AND ((q.status = 'PAID') <> (f.id IS NOT NULL) OR f.amount_fen <> q.amount_fen
         OR (f.deposit_id IS NOT NULL AND d.amount_fen IS DISTINCT FROM f.amount_fen)
         OR (f.account_id IS NOT NULL AND m.amount_fen IS DISTINCT FROM -f.amount_fen))`,
  ],
  [
    "BIL-80, BIL-83: nothing is paid back against a receipt that was voided or issued anew",
    `SELECT f.refund_no FROM refund f JOIN receipt r ON r.project_id = f.project_id AND r.id = f.red_receipt_id
      WHERE f.project_id = $1 AND r.money_settled`,
  ],
];
