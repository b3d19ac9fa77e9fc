import type { Rule } from "./rule.js";

/** Money paid ahead, and the runs that offset it. */
export const PREPAYMENT_RULES: readonly Rule[] = [
  [
    "BIL-64: a prepayment that was paid back left its account by a movement with the refund's number",
    `SELECT f.refund_no FROM refund f
       JOIN prepayment_refund p ON p.project_id = f.project_id AND p.id = f.prepayment_refund_id
       LEFT JOIN prepayment_movement m ON m.project_id = f.project_id AND m.account_id = p.account_id AND m.document_no = f.refund_no
      WHERE f.project_id = $1 AND (p.status <> 'PAID' OR f.amount_fen <> p.amount_fen OR m.amount_fen IS DISTINCT FROM -f.amount_fen)`,
  ],
  [
    "BIL-64: what was carried over by a transfer left one account and reached another",
    `SELECT document_no FROM prepayment_movement WHERE project_id = $1 AND source = 'CARRY_OVER'
      GROUP BY document_no HAVING sum(amount_fen) <> 0`,
  ],
  [
    "BIL-142: a prepayment balance is the sum of its movements, never negative, and each movement says the balance after it",
    `SELECT a.id FROM prepayment_account a
      WHERE a.project_id = $1
        AND (a.balance_fen < 0 OR a.balance_fen <> (SELECT coalesce(sum(m.amount_fen), 0) FROM prepayment_movement m
                                                     WHERE m.project_id = a.project_id AND m.account_id = a.id))
     UNION ALL
     SELECT w.account_id FROM (
       SELECT account_id, balance_after_fen, sum(amount_fen) OVER (PARTITION BY account_id ORDER BY id) AS running
         FROM prepayment_movement WHERE project_id = $1) w
      WHERE w.balance_after_fen <> w.running`,
  ],
  [
    "BIL-60, BIL-84: no prepayment ever paid for a deposit, and no account is for one",
    `SELECT c.id FROM charge c JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
      WHERE c.project_id = $1 AND i.kind = 'DEPOSIT' AND c.offset_fen <> 0
     UNION ALL
     SELECT a.id FROM prepayment_account a JOIN fee_item i ON i.project_id = a.project_id AND i.id = a.fee_item_id
      WHERE a.project_id = $1 AND i.kind = 'DEPOSIT'`,
  ],
  [
    "BIL-60: what a receipt drew from money for an item is no more than what it offset of that item",
    `SELECT m.receipt_id FROM prepayment_movement m
       JOIN prepayment_account a ON a.project_id = m.project_id AND a.id = m.account_id AND a.fee_item_id IS NOT NULL
      WHERE m.project_id = $1 AND m.source = 'OFFSET'
      GROUP BY m.project_id, m.receipt_id, a.fee_item_id
     HAVING -sum(m.amount_fen) > (
       SELECT coalesce(-sum(e.amount_fen), 0) FROM charge_entry e JOIN charge c ON c.project_id = e.project_id AND c.id = e.charge_id
        WHERE e.project_id = m.project_id AND e.receipt_id = m.receipt_id AND e.kind = 'OFFSET' AND c.fee_item_id = a.fee_item_id)`,
  ],
  [
    "BIL-61: an offset run comes to the receipts that name it, each of its own payer and of nothing but prepayments",
    `SELECT o.id::text FROM offset_run o
       LEFT JOIN receipt r ON r.project_id = o.project_id AND r.offset_run_id = o.id
      WHERE o.project_id = $1
      GROUP BY o.project_id, o.id
     HAVING o.receipt_count <> count(r.id) OR o.amount_fen <> coalesce(sum(r.amount_fen), 0) OR count(DISTINCT r.payer_id) <> count(r.id)
     UNION ALL
     SELECT r.receipt_no FROM receipt r JOIN receipt_method m ON m.project_id = r.project_id AND m.receipt_id = r.id
      WHERE r.project_id = $1 AND r.offset_run_id IS NOT NULL AND m.method <> 'PREPAYMENT'`,
  ],
  [
    "BIL-16: moves of prepayments between the accounts of a customer come to nothing",
    `SELECT m.move_id, a.customer_id, sum(m.amount_fen) AS sum FROM prepayment_movement m
       JOIN prepayment_account a ON a.project_id = m.project_id AND a.id = m.account_id
      WHERE m.project_id = $1 AND (m.move_id IS NOT NULL OR m.source = 'MOVE')
      GROUP BY m.move_id, a.customer_id HAVING sum(m.amount_fen) <> 0 OR m.move_id IS NULL`,
  ],
];
