import type { ReceiptInvoicedDto } from "@linli/contracts";
import type { DataSource } from "typeorm";
import { STANDING_LINES } from "../e-invoices/standing.sql.js";

/** Invoices that stand for money of a receipt (BIL-123): the one it was exchanged for, and electronic ones that were issued. */
export function invoicesOf(
  db: Pick<DataSource, "query">,
  projectId: string,
  receiptId: string,
): Promise<ReceiptInvoicedDto[]> {
  return db.query<ReceiptInvoicedDto[]>(
    `SELECT i.invoice_no AS "invoiceNo", NULL::bigint AS "amountFen" FROM receipt_invoice i
      WHERE i.project_id = $1 AND i.receipt_id = ANY ($2) AND i.red_invoice_no IS NULL
     UNION ALL
     SELECT s.invoice_no, sum(s.standing_fen)::bigint FROM (${STANDING_LINES}) s
      WHERE s.invoice_no IS NOT NULL AND s.standing_fen > 0 GROUP BY s.invoice_no
      ORDER BY 1`,
    [projectId, [receiptId]],
  );
}
