import { Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Receipt } from "./receipt.entity.js";

/** A receipt was printed; from the second print on it is marked as a reprint (补打). Append-only. */
@Entity("receipt_print")
@Index("ix_receipt_print_receipt", ["projectId", "receiptId"])
export class ReceiptPrint extends BusinessRow {
  @Column("uuid") receiptId: string;
  @BelongsTo(() => Receipt, "receipt_id", "fk_receipt_print_receipt") receipt: Relation<Receipt>;
  @Column("uuid") printedBy: string;
  @Column("text") printedByName: string;
}
