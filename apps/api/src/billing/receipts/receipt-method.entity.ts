import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Receipt } from "./receipt.entity.js";

/** How a receipt was paid, one row per method (BIL-71). */
@Entity("receipt_method")
@Index("ix_receipt_method_receipt", ["projectId", "receiptId"])
@Check("ck_receipt_method_amount", "amount_fen <> 0")
export class ReceiptMethod extends BusinessRow {
  @Column("uuid") receiptId: string;
  @BelongsTo(() => Receipt, "receipt_id", "fk_receipt_method_receipt") receipt: Relation<Receipt>;
  /** PaymentMethod */
  @Column("text") method: string;
  /** What the method contributes, change already deducted from cash. */
  @Column("bigint") amountFen: number;
  /** What was handed over; differs from the amount by the change. */
  @Column("bigint") tenderedFen: number;
  @Column("text", { nullable: true }) referenceNo: string | null;
}
