import type { Rule } from "./rule.js";

const STANDING = `
  SELECT l.receipt_id, l.charge_id,
         sum(l.amount_fen - coalesce((SELECT sum(x.amount_fen) FROM red_invoice_line x
                                        JOIN red_invoice d ON d.project_id = x.project_id AND d.id = x.red_id
                                       WHERE x.project_id = l.project_id AND x.line_id = l.id AND d.status = 'ISSUED'), 0)) AS fen
    FROM e_invoice_line l JOIN e_invoice v ON v.project_id = l.project_id AND v.id = l.invoice_id
   WHERE l.project_id = $1 AND v.status <> 'FAILED' GROUP BY l.receipt_id, l.charge_id`;

/** Electronic invoices and what they were issued for. */
export const INVOICE_RULES: readonly Rule[] = [
  [
    "BIL-123: what stands on invoices of a receipt's line is no more than what was received of it, and nothing of a reversed receipt",
    `SELECT s.receipt_id, s.charge_id, s.fen FROM (${STANDING}) s
      WHERE s.fen < 0 OR s.fen > (
        SELECT coalesce(-sum(e.amount_fen), 0) FROM charge_entry e
          JOIN receipt r ON r.project_id = e.project_id AND r.id = e.receipt_id
         WHERE e.project_id = $1 AND e.charge_id = s.charge_id AND e.kind IN ('RECEIPT', 'OFFSET')
           AND (r.id = s.receipt_id OR r.reversal_of = s.receipt_id))`,
  ],
  [
    "BIL-123: no receipt has both a registered invoice and an electronic one",
    `SELECT s.receipt_id FROM (${STANDING}) s
       JOIN receipt_invoice h ON h.project_id = $1 AND h.receipt_id = s.receipt_id AND h.red_invoice_no IS NULL
      WHERE s.fen > 0`,
  ],
  [
    "BIL-121: an invoice is the sum of its lines, net, tax and whole, and its red part the sum of its issued red invoices",
    `SELECT v.request_no FROM e_invoice v
       LEFT JOIN LATERAL (SELECT sum(l.net_fen) AS net, sum(l.tax_fen) AS tax, sum(l.amount_fen) AS whole FROM e_invoice_line l
                           WHERE l.project_id = v.project_id AND l.invoice_id = v.id) l ON true
       LEFT JOIN LATERAL (SELECT coalesce(sum(d.amount_fen), 0) AS whole FROM red_invoice d
                           WHERE d.project_id = v.project_id AND d.invoice_id = v.id AND d.status = 'ISSUED') d ON true
      WHERE v.project_id = $1
        AND ((v.net_fen, v.tax_fen, v.amount_fen) IS DISTINCT FROM (l.net, l.tax, l.whole) OR v.red_fen <> d.whole)`,
  ],
  [
    "BIL-121: a red invoice is the sum of its lines, and an invoice is being reversed exactly while one is under way",
    `SELECT d.id::text FROM red_invoice d
       LEFT JOIN LATERAL (SELECT sum(x.net_fen) AS net, sum(x.tax_fen) AS tax, sum(x.amount_fen) AS whole FROM red_invoice_line x
                           WHERE x.project_id = d.project_id AND x.red_id = d.id) x ON true
      WHERE d.project_id = $1 AND (d.net_fen, d.tax_fen, d.amount_fen) IS DISTINCT FROM (x.net, x.tax, x.whole)
     UNION ALL
     SELECT v.request_no FROM e_invoice v
      WHERE v.project_id = $1
        AND (v.status = 'REVERSING') <> EXISTS (SELECT 1 FROM red_invoice d WHERE d.project_id = v.project_id AND d.invoice_id = v.id
                                                   AND d.status IN ('PENDING', 'ISSUING'))`,
  ],
];
