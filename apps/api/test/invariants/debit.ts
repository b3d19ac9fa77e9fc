import type { Rule } from "./rule.js";

/** Direct debit: what is out with a bank and what it answered. */
export const DEBIT_RULES: readonly Rule[] = [
  [
    "BIL-101: a charge is marked as out exactly while a line with the bank carries it, and then owes what was sent",
    `SELECT coalesce(c.id, o.charge_id) AS id
       FROM (SELECT id, debit_batch_id, open_fen FROM charge WHERE project_id = $1 AND debit_batch_id IS NOT NULL) c
       FULL JOIN (SELECT x.charge_id, x.batch_id, x.amount_fen FROM debit_line_charge x
                    JOIN debit_line l ON l.project_id = x.project_id AND l.id = x.line_id AND l.status = 'IN_PROCESS'
                   WHERE x.project_id = $1) o ON o.charge_id = c.id
      WHERE c.debit_batch_id IS DISTINCT FROM o.batch_id OR c.open_fen <> o.amount_fen`,
  ],
  [
    "BIL-102: a batch is the sum of its lines, a line of its charges, and what was paid stands on receipts of 银行托收",
    `SELECT b.batch_no FROM debit_batch b
       LEFT JOIN debit_line l ON l.project_id = b.project_id AND l.batch_id = b.id
      WHERE b.project_id = $1 GROUP BY b.project_id, b.id
     HAVING b.line_count <> count(l.id) OR b.amount_fen <> coalesce(sum(l.amount_fen), 0) OR b.collected_fen <> coalesce(sum(l.paid_fen), 0)
     UNION ALL
     SELECT l.reference FROM debit_line l JOIN debit_line_charge x ON x.project_id = l.project_id AND x.line_id = l.id
      WHERE l.project_id = $1 GROUP BY l.project_id, l.id
     HAVING l.amount_fen <> sum(x.amount_fen) OR l.paid_fen <> sum(x.paid_fen)
     UNION ALL
     SELECT r.receipt_no FROM debit_line_charge x JOIN receipt r ON r.project_id = x.project_id AND r.id = x.receipt_id
       LEFT JOIN receipt_method m ON m.project_id = r.project_id AND m.receipt_id = r.id
      WHERE x.project_id = $1 GROUP BY r.project_id, r.id, m.method, m.amount_fen
     HAVING m.method IS DISTINCT FROM 'BANK_DEBIT' OR m.amount_fen <> sum(x.paid_fen)`,
  ],
  [
    "BIL-104: no more was credited than collected",
    `SELECT b.batch_no FROM debit_batch b JOIN debit_credit c ON c.project_id = b.project_id AND c.batch_id = b.id
      WHERE b.project_id = $1 GROUP BY b.project_id, b.id HAVING sum(c.credited_fen + c.fee_fen) > b.collected_fen`,
  ],
  [
    "BIL-100: covers are in force exactly with their agreement",
    `SELECT v.id::text FROM debit_cover v JOIN debit_agreement a ON a.project_id = v.project_id AND a.id = v.agreement_id
      WHERE v.project_id = $1 AND v.in_force <> (a.status = 'ACTIVE')`,
  ],
];
