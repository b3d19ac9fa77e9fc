import { Column, Entity, type Relation, Unique } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Receipt } from "../receipts/receipt.entity.js";

/** Somebody other than the cashier has looked at a receipt and found it in order (审核收款单). Append-only. */
@Entity("receipt_review")
@Unique("uq_receipt_review", ["projectId", "receiptId"])
export class ReceiptReview extends BusinessRow {
  @Column("uuid") receiptId: string;
  @BelongsTo(() => Receipt, "receipt_id", "fk_receipt_review_receipt") receipt: Relation<Receipt>;
  @Column("uuid") reviewedBy: string;
  @Column("text") reviewedByName: string;
}
