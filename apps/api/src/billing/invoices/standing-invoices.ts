import type { EntityManager } from "typeorm";
import { invoiceStands } from "../refunds/refunds.errors.js";

/** Refuses while an invoice of one of these receipts stands (BIL-81, BIL-123). @throws INVOICE_STANDS */
export async function refuseInvoiced(
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
