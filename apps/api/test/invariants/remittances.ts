import type { Rule } from "./rule.js";

/** What was collected for others. */
export const REMITTANCE_RULES: readonly Rule[] = [
  [
    "BIL-07: of no item collected for others was more remitted than ever came in for it, before this system or in it",
    `SELECT r.fee_item_id FROM remittance r
       LEFT JOIN LATERAL (SELECT coalesce(-sum(e.amount_fen) FILTER (WHERE e.amount_fen < 0), 0) AS fen
                            FROM charge c JOIN charge_entry e ON e.project_id = c.project_id AND e.charge_id = c.id
                           WHERE c.project_id = r.project_id AND c.fee_item_id = r.fee_item_id
                             AND e.kind IN ('RECEIPT', 'OFFSET')) came ON true
       LEFT JOIN LATERAL (SELECT coalesce(sum(w.amount_fen), 0) AS fen
                            FROM opening_row w JOIN opening o ON o.project_id = w.project_id AND o.id = w.opening_id
                           WHERE w.project_id = r.project_id AND w.fee_item_id = r.fee_item_id
                             AND w.kind = 'COLLECTED' AND o.status = 'POSTED') brought ON true
      WHERE r.project_id = $1
      GROUP BY r.fee_item_id, came.fen, brought.fen HAVING sum(r.amount_fen) > came.fen + brought.fen`,
  ],
  [
    "BIL-07: a red remittance takes back exactly its original, and each lies in the month of its day",
    `SELECT r.id FROM remittance r
       LEFT JOIN remittance o ON o.project_id = r.project_id AND o.id = r.reversal_of
      WHERE r.project_id = $1
        AND (r.period <> to_char(r.booked_on, 'YYYY-MM')
          OR (r.reversal_of IS NOT NULL AND (o.amount_fen <> -r.amount_fen OR o.fee_item_id <> r.fee_item_id)))`,
  ],
];
