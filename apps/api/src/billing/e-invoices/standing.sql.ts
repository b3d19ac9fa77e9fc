/**
 * SQL: the lines of invoices of the receipts in $2 of the project $1, with what of each stands: asked for or issued, less what
 * issued red invoices took back. A failed request holds nothing.
 */
export const STANDING_LINES = `
  SELECT l.receipt_id, l.charge_id, v.request_no, v.invoice_no,
         l.amount_fen - coalesce((SELECT sum(x.amount_fen) FROM red_invoice_line x
                                    JOIN red_invoice d ON d.project_id = x.project_id AND d.id = x.red_id AND d.status = 'ISSUED'
                                   WHERE x.project_id = l.project_id AND x.line_id = l.id), 0) AS standing_fen
    FROM e_invoice_line l
    JOIN e_invoice v ON v.project_id = l.project_id AND v.id = l.invoice_id AND v.status <> 'FAILED'
   WHERE l.project_id = $1 AND l.receipt_id = ANY ($2)`;
