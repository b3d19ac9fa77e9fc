import type { EntityManager } from "typeorm";
import { eInvoiceStands } from "../e-invoices/e-invoices.errors.js";
import { STANDING_LINES } from "../e-invoices/standing.sql.js";
import { invoiceStands } from "../refunds/refunds.errors.js";

/** Refuses while an invoice of one of these receipts stands (BIL-81, BIL-123). @throws INVOICE_STANDS */
export async function refuseInvoiced(
  tx: EntityManager,
  projectId: string,
  receiptIds: readonly string[],
): Promise<void> {
  await refuseExchanged(tx, projectId, receiptIds);
  await refuseEInvoiced(tx, projectId, receiptIds);
}

/** Refuses while one of these receipts as a whole is exchanged for an invoice issued elsewhere. @throws INVOICE_STANDS */
export async function refuseExchanged(
  tx: EntityManager,
  projectId: string,
  receiptIds: readonly string[],
): Promise<void> {
  const [standing] = await tx.query<{ no: string }[]>(
    `SELECT invoice_no AS no FROM receipt_invoice
      WHERE project_id = $1 AND receipt_id = ANY ($2) AND red_invoice_no IS NULL ORDER BY invoice_no LIMIT 1`,
    [projectId, receiptIds],
  );
  if (standing) throw invoiceStands(standing.no);
}

/**
 * Refuses while an electronic invoice of one of these receipts stands or is being issued: the amount it holds must stay
 * received. Whoever changes what was received holds the locks of the charges, as a request for an invoice does.
 * @throws INVOICE_STANDS
 */
export async function refuseEInvoiced(
  tx: EntityManager,
  projectId: string,
  receiptIds: readonly string[],
): Promise<void> {
  const [standing] = await tx.query<{ requestNo: string; invoiceNo: string | null }[]>(
    `SELECT s.request_no AS "requestNo", s.invoice_no AS "invoiceNo" FROM (${STANDING_LINES}) s
      WHERE s.standing_fen > 0 ORDER BY s.request_no LIMIT 1`,
    [projectId, receiptIds],
  );
  if (standing) throw eInvoiceStands(standing.requestNo, standing.invoiceNo);
}
