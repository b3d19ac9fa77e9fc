import type { Rule } from "./rule.js";

/** Shifts, and the numbers of receipt books. */
export const DESK_RULES: readonly Rule[] = [
  [
    "BIL-73: a counted shift's totals are the sums of its receipts, refunds and deposit slips, and its cash adds up",
    `SELECT s.shift_no FROM cashier_shift s
       CROSS JOIN LATERAL (
         SELECT coalesce(sum(m.amount_fen) FILTER (WHERE r.reversal_of IS NULL AND m.method <> 'PREPAYMENT'), 0) AS received,
                coalesce(sum(m.amount_fen) FILTER (WHERE r.reversal_of IS NOT NULL AND m.method <> 'PREPAYMENT'), 0) AS reversed,
                coalesce(sum(m.amount_fen) FILTER (WHERE (r.reversal_of IS NULL OR r.money_settled) AND m.method = 'CASH'), 0) AS cash,
                count(DISTINCT r.id) AS papers
           FROM receipt r JOIN receipt_method m ON m.project_id = r.project_id AND m.receipt_id = r.id
          WHERE r.project_id = s.project_id AND r.shift_id = s.id) m
       CROSS JOIN LATERAL (
         SELECT coalesce(-sum(e.amount_fen) FILTER (WHERE e.kind = 'RECEIPT'), 0) AS items
           FROM receipt r JOIN charge_entry e ON e.project_id = r.project_id AND e.receipt_id = r.id
          WHERE r.project_id = s.project_id AND r.shift_id = s.id) e
       CROSS JOIN LATERAL (
         SELECT coalesce(sum(f.amount_fen), 0) AS paid, coalesce(sum(f.amount_fen) FILTER (WHERE f.method = 'CASH'), 0) AS cash
           FROM refund f WHERE f.project_id = s.project_id AND f.shift_id = s.id) f
       CROSS JOIN LATERAL (
         SELECT coalesce(sum(d.amount_fen), 0) AS fen FROM bank_deposit d
          WHERE d.project_id = s.project_id AND d.shift_id = s.id AND d.cancel_reason IS NULL) d
      WHERE s.project_id = $1 AND s.status <> 'OPEN'
        AND ((s.totals->>'receivedFen')::bigint <> m.received OR (s.totals->>'reversedFen')::bigint <> m.reversed
          OR (s.totals->>'refundedFen')::bigint <> -f.paid
          OR (s.totals->>'receipts')::bigint + (s.totals->>'reds')::bigint <> m.papers
          OR (SELECT coalesce(sum((i->>'receivedFen')::bigint), 0) FROM jsonb_array_elements(s.totals->'items') i) <> e.items
          OR s.expected_fen <> s.float_fen + m.cash - f.cash - d.fen)`,
  ],
  [
    "BIL-73: whoever's shift it is took its receipts, and nothing joined a shift after it was counted",
    `SELECT r.receipt_no FROM receipt r JOIN cashier_shift s ON s.project_id = r.project_id AND s.id = r.shift_id
      WHERE r.project_id = $1 AND (r.created_at > s.closed_at OR (r.reversal_of IS NULL AND r.cashier_id <> s.cashier_id))
     UNION ALL
     SELECT f.refund_no FROM refund f JOIN cashier_shift s ON s.project_id = f.project_id AND s.id = f.shift_id
      WHERE f.project_id = $1 AND f.created_at > s.closed_at`,
  ],
  [
    "BIL-73: a difference was confirmed by a second person",
    `SELECT shift_no FROM cashier_shift
      WHERE project_id = $1 AND status = 'CLOSED' AND counted_fen <> expected_fen
        AND (witness_id IS NULL OR witness_id IN (cashier_id, counted_by) OR difference_reason IS NULL)`,
  ],
  [
    "BIL-72: every number of a book below the next one is accounted for, on the paper that carries it",
    `SELECT b.prefix, b.next_no FROM receipt_book b
      WHERE b.project_id = $1
        AND b.next_no - b.first_no <> (SELECT count(*) FROM book_number n
                                        WHERE n.project_id = b.project_id AND n.book_id = b.id AND n.no >= b.first_no AND n.no < b.next_no)
     UNION ALL
     SELECT b.prefix, n.no FROM book_number n
       JOIN receipt_book b ON b.project_id = n.project_id AND b.id = n.book_id
       LEFT JOIN receipt r ON r.project_id = n.project_id AND r.id = n.receipt_id
       LEFT JOIN refund f ON f.project_id = n.project_id AND f.id = n.refund_id
      WHERE n.project_id = $1
        AND (n.no >= b.next_no
          OR (n.state <> 'SPOILED' AND coalesce(r.receipt_no, f.refund_no) IS DISTINCT FROM b.prefix || lpad(n.no::text, b.width, '0'))
          OR (n.state = 'VOID') <> EXISTS (SELECT 1 FROM receipt red WHERE red.project_id = n.project_id AND red.reversal_of = n.receipt_id))`,
  ],
  [
    "BIL-72: receipt numbers of the series without a gap",
    `SELECT r.receipt_no FROM (SELECT receipt_no, row_number() OVER (ORDER BY length(receipt_no), receipt_no) AS place
                                FROM receipt s WHERE project_id = $1 AND NOT EXISTS (
                                  SELECT 1 FROM book_number n WHERE n.project_id = s.project_id AND n.receipt_id = s.id)) r
      WHERE substring(r.receipt_no FROM '[0-9]+$')::bigint <> r.place`,
  ],
];
