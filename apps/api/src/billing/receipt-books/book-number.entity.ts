import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Receipt } from "../receipts/receipt.entity.js";
import { Refund } from "../receipts/refund.entity.js";
import { ReceiptBook } from "./receipt-book.entity.js";

/** A number of a book and what became of it (BIL-72). A number is never used again. */
@Entity("book_number")
@Unique("uq_book_number", ["projectId", "bookId", "no"])
@Index("ix_book_number_receipt", ["projectId", "receiptId"], { where: "receipt_id IS NOT NULL" })
@Check("ck_book_number_paper", "(state = 'SPOILED') = (receipt_id IS NULL AND refund_id IS NULL)")
export class BookNumber extends BusinessRow {
  @Column("uuid") bookId: string;
  @BelongsTo(() => ReceiptBook, "book_id", "fk_book_number_book") book: Relation<ReceiptBook>;
  @Column("bigint") no: number;
  /** BookNumberState */
  @Column("text") state: string;
  @Column("uuid", { nullable: true }) receiptId: string | null;
  @BelongsTo(() => Receipt, "receipt_id", "fk_book_number_receipt") receipt: Relation<Receipt> | null;
  @Column("uuid", { nullable: true }) refundId: string | null;
  @BelongsTo(() => Refund, "refund_id", "fk_book_number_refund") refund: Relation<Refund> | null;
  @Column("date") day: string;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
  /** Why it is void or spoiled. */
  @Column("text", { nullable: true }) reason: string | null;
}
