import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Deposit } from "../deposits/deposit.entity.js";
import { PrepaymentAccount } from "../prepayments/prepayment-account.entity.js";
import { PrepaymentRefund } from "../prepayments/prepayment-refund.entity.js";
import { RefundRequest } from "../refunds/refund-request.entity.js";
import { CashierShift } from "../shifts/cashier-shift.entity.js";
import { Receipt } from "./receipt.entity.js";

/**
 * Money paid back: against a red receipt, together never more than it (退款, BIL-81), of a prepayment balance (BIL-64) or
 * of a deposit (BIL-84).
 * Append-only.
 */
@Entity("refund")
@Index("ix_refund_red_receipt", ["projectId", "redReceiptId"])
@Index("ix_refund_booked", ["projectId", "bookedOn", "id"])
@Index("uq_refund_prepayment_refund", ["projectId", "prepaymentRefundId"], {
  unique: true,
  where: "prepayment_refund_id IS NOT NULL",
})
@Index("uq_refund_request", ["projectId", "requestId"], { unique: true, where: "request_id IS NOT NULL" })
@Index("ix_refund_shift", ["projectId", "shiftId"], { where: "shift_id IS NOT NULL" })
@Check("ck_refund_amount", "amount_fen > 0")
@Check("ck_refund_source", "num_nonnulls(red_receipt_id, prepayment_refund_id, deposit_id, account_id) = 1")
export class Refund extends BusinessRow {
  @Column("text") refundNo: string;
  /** The red receipt it pays back; null when it pays back a prepayment balance. */
  @Column("uuid", { nullable: true }) redReceiptId: string | null;
  @BelongsTo(() => Receipt, "red_receipt_id", "fk_refund_red_receipt") redReceipt: Relation<Receipt> | null;
  /** The request to pay back a prepayment balance (退还预收). */
  @Column("uuid", { nullable: true }) prepaymentRefundId: string | null;
  @BelongsTo(() => PrepaymentRefund, "prepayment_refund_id", "fk_refund_prepayment_refund")
  prepaymentRefund: Relation<PrepaymentRefund> | null;
  /** The deposit it pays back. */
  @Column("uuid", { nullable: true }) depositId: string | null;
  @BelongsTo(() => Deposit, "deposit_id", "fk_refund_deposit") deposit: Relation<Deposit> | null;
  /** The prepayment account it pays back from. */
  @Column("uuid", { nullable: true }) accountId: string | null;
  @BelongsTo(() => PrepaymentAccount, "account_id", "fk_refund_account") account: Relation<PrepaymentAccount> | null;
  /** The reviewed request it pays (BIL-81). */
  @Column("uuid", { nullable: true }) requestId: string | null;
  @BelongsTo(() => RefundRequest, "request_id", "fk_refund_request") request: Relation<RefundRequest> | null;
  /** PaymentMethod the money goes back by. */
  @Column("text") method: string;
  @Column("bigint") amountFen: number;
  @Column("date") bookedOn: string;
  @Column("text") period: string;
  @Column("text", { nullable: true }) referenceNo: string | null;
  @Column("text") reason: string;
  @Column("uuid") paidBy: string;
  @Column("text") paidByName: string;
  /** The shift whose till it left (BIL-73). */
  @Column("uuid", { nullable: true }) shiftId: string | null;
  @BelongsTo(() => CashierShift, "shift_id", "fk_refund_shift") shift: Relation<CashierShift> | null;
  @Column("text") requestHash: string;
}
