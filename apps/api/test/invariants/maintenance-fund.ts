import type { Rule } from "./rule.js";

/** The register of the maintenance fund. */
export const FUND_RULES: readonly Rule[] = [
  [
    "BIL-130: an account of the maintenance fund is the sum of its entries by kind, and never negative",
    `SELECT a.room_id FROM fund_account a
       LEFT JOIN LATERAL (SELECT coalesce(sum(e.amount_fen), 0) AS balance,
                                 coalesce(sum(e.amount_fen) FILTER (WHERE e.kind = 'FIRST_DEPOSIT'), 0) AS first,
                                 coalesce(sum(e.amount_fen) FILTER (WHERE e.kind = 'USE'), 0) AS used
                            FROM fund_entry e WHERE e.project_id = a.project_id AND e.room_id = a.room_id) e ON true
      WHERE a.project_id = $1
        AND (a.balance_fen < 0 OR a.balance_fen <> e.balance OR a.first_deposit_fen <> e.first OR a.used_fen <> -e.used)
     UNION ALL
     SELECT e.room_id FROM fund_entry e
       LEFT JOIN fund_account a ON a.project_id = e.project_id AND a.room_id = e.room_id
      WHERE e.project_id = $1 AND a.id IS NULL`,
  ],
  [
    "BIL-130: a red document takes back exactly what its original booked",
    `SELECT red.id FROM fund_document red
      WHERE red.project_id = $1 AND red.reversal_of IS NOT NULL
        AND (SELECT sum(e.amount_fen) FROM fund_entry e
              WHERE e.project_id = red.project_id AND e.document_id IN (red.id, red.reversal_of)) <> 0`,
  ],
];
