import type { Rule } from "./rule.js";

/** Months, their snapshots and what they are made of. */
export const MONTH_RULES: readonly Rule[] = [
  [
    "BIL-143: months without gaps from the first, closed ones before open ones",
    `SELECT b.period FROM billing_period b JOIN project p ON p.id = b.project_id
      WHERE b.project_id = $1
        AND (b.period < p.first_period
          OR (b.period > p.first_period AND NOT EXISTS (
               SELECT 1 FROM billing_period x WHERE x.project_id = b.project_id
                  AND x.period = to_char((b.period || '-01')::date - interval '1 month', 'YYYY-MM')))
          OR (b.status = 'CLOSED' AND EXISTS (
               SELECT 1 FROM billing_period x WHERE x.project_id = b.project_id AND x.period < b.period AND x.status <> 'CLOSED')))`,
  ],
  [
    "BIL-143: closing(n) = opening(n + 1), of the first month what was booked before it, and every snapshot adds up",
    `SELECT coalesce(a.period, b.period) AS period
       FROM (SELECT * FROM period_balance WHERE project_id = $1) a
       FULL JOIN (SELECT * FROM period_balance WHERE project_id = $1) b
         ON b.fee_item_id = a.fee_item_id AND b.building_id = a.building_id
        AND b.period = to_char((a.period || '-01')::date + interval '1 month', 'YYYY-MM')
      WHERE (a.id IS NOT NULL AND b.id IS NOT NULL AND b.opening_fen <> a.closing_fen)
         OR (a.id IS NULL AND b.opening_fen <> (
              SELECT coalesce(sum(c.amount_fen + coalesce((SELECT sum(e.amount_fen) FROM charge_entry e
                       WHERE e.project_id = c.project_id AND e.charge_id = c.id AND e.period < p.first_period), 0)), 0)
                FROM project p JOIN charge c ON c.project_id = p.id AND c.booked_period < p.first_period
                JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
                JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
               WHERE p.id = $1 AND p.first_period = b.period AND c.fee_item_id = b.fee_item_id AND u.building_id = b.building_id))
         OR (b.id IS NULL AND a.closing_fen <> 0 AND EXISTS (
              SELECT 1 FROM billing_period p WHERE p.project_id = $1 AND p.status = 'CLOSED' AND p.period > a.period))
         OR (a.id IS NOT NULL AND a.closing_fen <>
              a.opening_fen + a.charged_fen + a.adjusted_fen - a.waived_fen - a.received_current_fen - a.received_arrears_fen)`,
  ],
  [
    "BIL-143: of a posted import every row is in the ledger, of another none, and nothing else is from before the first month",
    `SELECT r.id::text FROM opening_row r JOIN opening o ON o.project_id = r.project_id AND o.id = r.opening_id
       LEFT JOIN charge c ON c.project_id = r.project_id AND c.id = r.id AND c.source = 'OPENING' AND c.room_id = r.room_id
        AND c.amount_fen = r.amount_fen AND (o.status <> 'REVERSED' OR c.reversed_fen = c.amount_fen)
      WHERE r.project_id = $1 AND r.kind IN ('ARREARS', 'DEPOSIT') AND (o.status IN ('POSTED', 'REVERSED')) <> (c.id IS NOT NULL)
     UNION ALL
     SELECT c.id::text FROM charge c LEFT JOIN opening_row r ON r.project_id = c.project_id AND r.id = c.id
      WHERE c.project_id = $1 AND (c.source = 'OPENING') <> (r.id IS NOT NULL)
     UNION ALL
     SELECT o.opening_no FROM opening o
       CROSS JOIN LATERAL (SELECT coalesce(sum(amount_fen), 0) AS fen FROM opening_row r
                            WHERE r.project_id = o.project_id AND r.opening_id = o.id AND r.kind = 'PREPAYMENT') r
       CROSS JOIN LATERAL (SELECT coalesce(sum(amount_fen), 0) AS fen FROM prepayment_movement m
                            WHERE m.project_id = o.project_id AND m.source = 'OPENING' AND m.document_no = o.opening_no) m
      WHERE o.project_id = $1 AND m.fen <> CASE WHEN o.status = 'POSTED' THEN r.fen ELSE 0 END
     UNION ALL
     SELECT c.id::text FROM charge c JOIN project p ON p.id = c.project_id
      WHERE c.project_id = $1 AND (c.booked_period < p.first_period) <> (c.source = 'OPENING')`,
  ],
  [
    "BIL-90, BIL-144: the closing arrears of every closed month are those of the detail rows, item by item, building by building",
    `SELECT p.period, x.item, x.building, sum(x.closing) AS closing, sum(x.open) AS open FROM billing_period p
       CROSS JOIN LATERAL (
         SELECT b.fee_item_id AS item, b.building_id AS building, b.closing_fen AS closing, 0 AS open
           FROM period_balance b WHERE b.project_id = $1 AND b.period = p.period
         UNION ALL
         SELECT c.fee_item_id, u.building_id, 0, c.amount_fen + coalesce((
                  SELECT sum(e.amount_fen) FROM charge_entry e
                   WHERE e.project_id = $1 AND e.charge_id = c.id AND e.period <= p.period), 0)
           FROM charge c JOIN room r ON r.project_id = $1 AND r.id = c.room_id JOIN unit u ON u.project_id = $1 AND u.id = r.unit_id
          WHERE c.project_id = $1 AND c.booked_period <= p.period) x
      WHERE p.project_id = $1 AND p.status = 'CLOSED'
      GROUP BY p.period, x.item, x.building HAVING sum(x.closing) <> sum(x.open)`,
  ],
  [
    "BIL-143: the prepayments of every closed month are their movements, and its closing is the next one's opening",
    `SELECT p.period FROM billing_period p
       CROSS JOIN LATERAL (
         SELECT coalesce(sum(m.amount_fen) FILTER (WHERE m.period < p.period), 0) AS opening, coalesce(sum(m.amount_fen), 0) AS closing
           FROM prepayment_movement m WHERE m.project_id = $1 AND m.period <= p.period) m
      WHERE p.project_id = $1 AND p.status = 'CLOSED' AND p.snapshot ? 'prepayments'
        AND ((p.snapshot -> 'prepayments' ->> 'openingFen')::bigint <> m.opening
          OR (p.snapshot -> 'prepayments' ->> 'closingFen')::bigint <> m.closing)`,
  ],
  [
    "BIL-90: nothing was booked in a month after it was closed",
    `SELECT e.id::text FROM billing_period p JOIN charge_entry e ON e.project_id = p.project_id AND e.period = p.period
      WHERE p.project_id = $1 AND p.status = 'CLOSED' AND e.created_at > p.closed_at
     UNION ALL
     SELECT r.receipt_no FROM billing_period p JOIN receipt r ON r.project_id = p.project_id AND r.period = p.period
      WHERE p.project_id = $1 AND p.status = 'CLOSED' AND r.created_at > p.closed_at`,
  ],
];
