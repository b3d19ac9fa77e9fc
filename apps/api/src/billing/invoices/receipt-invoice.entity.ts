import { Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Receipt } from "../receipts/receipt.entity.js";

/** An invoice that was issued for a receipt. It stands until it is reversed by a red one (BIL-123). */
@Entity("receipt_invoice")
@Index("uq_receipt_invoice_standing", ["projectId", "receiptId"], { unique: true, where: "red_invoice_no IS NULL" })
export class ReceiptInvoice extends BusinessRow {
  @Column("uuid") receiptId: string;
  @BelongsTo(() => Receipt, "receipt_id", "fk_receipt_invoice_receipt") receipt: Relation<Receipt>;
  @Column("text") invoiceNo: string;
  @Column("text", { nullable: true }) redInvoiceNo: string | null;
  @Column("uuid") markedBy: string;
  @Column("text") markedByName: string;
}
