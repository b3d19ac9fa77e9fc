import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { CashierShift } from "../shifts/cashier-shift.entity.js";
import { Customer } from "../../customer/customer.entity.js";

/**
 * Money received (收据), or its red counterpart. Append-only. Its id is chosen by the client, so that a retried
 * payment posts once.
 */
@Entity("receipt")
@Unique("uq_receipt_no", ["projectId", "receiptNo"])
@Index("uq_receipt_reversal", ["projectId", "reversalOf"], { unique: true, where: "reversal_of IS NOT NULL" })
@Index("ix_receipt_booked", ["projectId", "bookedOn", "id"])
@Index("ix_receipt_offset_run", ["projectId", "offsetRunId"], { where: "offset_run_id IS NOT NULL" })
@Index("ix_receipt_payer", ["projectId", "payerId", "id"])
@Index("ix_receipt_shift", ["projectId", "shiftId"], { where: "shift_id IS NOT NULL" })
@Check("ck_receipt_sum", "amount_fen = charges_fen + prepayment_fen")
@Check("ck_receipt_settled", "reversal_of IS NOT NULL OR NOT (is_void OR money_settled)")
@Check("ck_receipt_void", "money_settled OR NOT is_void")
@Check("ck_receipt_red", "(reversal_of IS NULL AND amount_fen > 0) OR (reversal_of IS NOT NULL AND amount_fen < 0)")
export class Receipt extends BusinessRow {
  /** From the project's gapless series (BIL-72). */
  @Column("text") receiptNo: string;
  @Column("uuid") payerId: string;
  @BelongsTo(() => Customer, "payer_id", "fk_receipt_payer") payer: Relation<Customer>;
  /** Booking day, in an open month. */
  @Column("date") bookedOn: string;
  /** Booking month, YYYY-MM. */
  @Column("text") period: string;
  /** Total, negative on a red receipt. */
  @Column("bigint") amountFen: number;
  /** Part allocated to charges. */
  @Column("bigint") chargesFen: number;
  /** Part kept as prepayment. */
  @Column("bigint") prepaymentFen: number;
  /** Change given from cash. */
  @Column("bigint") changeFen: number;
  /** The receipt this one reverses. */
  @Column("uuid", { nullable: true }) reversalOf: string | null;
  @BelongsTo(() => Receipt, "reversal_of", "fk_receipt_reversal_of") original: Relation<Receipt> | null;
  /** The first receipt that this one stands for after corrections: late fees go by the day of that one (BIL-83). */
  @Column("uuid", { nullable: true }) reissueOf: string | null;
  @BelongsTo(() => Receipt, "reissue_of", "fk_receipt_reissue_of") reissued: Relation<Receipt> | null;
  /** A red receipt that voids its original (作废) rather than reverses it (红冲). */
  @Column("boolean", { default: false }) isVoid: boolean;
  /**
   * A red receipt whose money is settled with it: it was handed back at once (作废), or the receipt issued anew holds it
   * (更正). It takes its original out of the takings and leaves nothing to refund.
   */
  @Column("boolean", { default: false }) moneySettled: boolean;
  /** Posted at the desk, or the red one of such a receipt; one that another verb wrote is not. */
  @Column("boolean", { default: false }) atDesk: boolean;
  @Column("text", { nullable: true }) reversalReason: string | null;
  /** The run that offset prepayments by it (预收冲抵, BIL-61). */
  @Column("uuid", { nullable: true }) offsetRunId: string | null;
  @Column("text", { nullable: true }) remark: string | null;
  /** Why the project's order of payment was not kept (BIL-63, LAW-11). */
  @Column("text", { nullable: true }) allocationReason: string | null;
  @Column("uuid") cashierId: string;
  @Column("text") cashierName: string;
  /** The shift it was taken in (BIL-73). */
  @Column("uuid", { nullable: true }) shiftId: string | null;
  @BelongsTo(() => CashierShift, "shift_id", "fk_receipt_shift") shift: Relation<CashierShift> | null;
  /** Hash of the request: the same id with another body is refused. */
  @Column("text") requestHash: string;
}
