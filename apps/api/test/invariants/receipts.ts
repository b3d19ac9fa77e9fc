import type { Rule } from "./rule.js";

/** Receipts and the red ones that undo them. */
export const RECEIPT_RULES: readonly Rule[] = [
  [
    "BIL-40: a red receipt takes back exactly what its original gave as discount",
    `SELECT red.receipt_no FROM receipt red
      WHERE red.project_id = $1 AND red.reversal_of IS NOT NULL
        AND (SELECT coalesce(sum(l.amount_fen), 0) FROM discount_line l
              WHERE l.project_id = red.project_id AND l.receipt_id IN (red.id, red.reversal_of)) <> 0`,
  ],
  [
    "BIL-141: methods = charges + prepayment of every receipt",
    `SELECT r.receipt_no, r.amount_fen FROM receipt r
       LEFT JOIN receipt_method m ON m.project_id = r.project_id AND m.receipt_id = r.id
      WHERE r.project_id = $1
      GROUP BY r.project_id, r.id
     HAVING r.amount_fen <> coalesce(sum(m.amount_fen), 0) OR r.amount_fen <> r.charges_fen + r.prepayment_fen`,
  ],
  [
    "BIL-141: change is deducted from cash only",
    `SELECT r.receipt_no FROM receipt r
       JOIN receipt_method m ON m.project_id = r.project_id AND m.receipt_id = r.id
      WHERE r.project_id = $1 AND m.tendered_fen - m.amount_fen <> CASE WHEN m.method = 'CASH' THEN r.change_fen ELSE 0 END`,
  ],
  [
    "BIL-141: the entries of a receipt come to its charges part, money and prepayment each by its methods",
    `SELECT r.receipt_no FROM receipt r
       LEFT JOIN LATERAL (SELECT coalesce(-sum(e.amount_fen), 0) AS whole, coalesce(-sum(e.amount_fen) FILTER (WHERE e.kind = 'OFFSET'), 0) AS "offset"
                            FROM charge_entry e WHERE e.project_id = r.project_id AND e.receipt_id = r.id) e ON true
       LEFT JOIN LATERAL (SELECT coalesce(sum(m.amount_fen) FILTER (WHERE m.method = 'PREPAYMENT'), 0) AS drawn
                            FROM receipt_method m WHERE m.project_id = r.project_id AND m.receipt_id = r.id) m ON true
      WHERE r.project_id = $1 AND (e.whole <> r.charges_fen OR e."offset" <> m.drawn)`,
  ],
  [
    "BIL-141: the movements of a receipt come to its prepayment part less what it drew",
    `SELECT r.receipt_no FROM receipt r
       LEFT JOIN LATERAL (SELECT coalesce(sum(p.amount_fen), 0) AS moved FROM prepayment_movement p
                           WHERE p.project_id = r.project_id AND p.receipt_id = r.id) p ON true
       LEFT JOIN LATERAL (SELECT coalesce(sum(m.amount_fen) FILTER (WHERE m.method = 'PREPAYMENT'), 0) AS drawn
                            FROM receipt_method m WHERE m.project_id = r.project_id AND m.receipt_id = r.id) m ON true
      WHERE r.project_id = $1 AND p.moved <> r.prepayment_fen - m.drawn`,
  ],
  [
    "BIL-80: a red receipt is the exact opposite of its original, and only originals are reversed",
    `SELECT red.receipt_no FROM receipt red
       LEFT JOIN receipt o ON o.project_id = red.project_id AND o.id = red.reversal_of
      WHERE red.project_id = $1 AND red.reversal_of IS NOT NULL
        AND (o.id IS NULL OR o.reversal_of IS NOT NULL OR red.charges_fen <> -o.charges_fen OR red.prepayment_fen <> -o.prepayment_fen
             OR red.payer_id <> o.payer_id)`,
  ],
];
