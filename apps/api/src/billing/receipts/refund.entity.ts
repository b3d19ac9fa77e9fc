import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Receipt } from "./receipt.entity.js";

/** Money paid back against a red receipt (退款, BIL-81): together never more than the red receipt. Append-only. */
@Entity("refund")
@Index("ix_refund_red_receipt", ["projectId", "redReceiptId"])
@Index("ix_refund_booked", ["projectId", "bookedOn", "id"])
@Check("ck_refund_amount", "amount_fen > 0")
export class Refund extends BusinessRow {
  @Column("text") refundNo: string;
  @Column("uuid") redReceiptId: string;
  @BelongsTo(() => Receipt, "red_receipt_id", "fk_refund_red_receipt") redReceipt: Relation<Receipt>;
  /** PaymentMethod the money goes back by. */
  @Column("text") method: string;
  @Column("bigint") amountFen: number;
  @Column("date") bookedOn: string;
  @Column("text") period: string;
  @Column("text", { nullable: true }) referenceNo: string | null;
  @Column("text") reason: string;
  @Column("uuid") paidBy: string;
  @Column("text") paidByName: string;
  @Column("text") requestHash: string;
}
