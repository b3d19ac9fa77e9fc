import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Deposit } from "../deposits/deposit.entity.js";
import { PrepaymentAccount } from "../prepayments/prepayment-account.entity.js";
import { Receipt } from "../receipts/receipt.entity.js";

/** Money that somebody asks to be paid back (退款申请, BIL-81). Nothing moves before it is reviewed and paid. */
@Entity("refund_request")
@Unique("uq_refund_request_no", ["projectId", "requestNo"])
@Index("ix_refund_request_status", ["projectId", "status", "id"])
@Index("ix_refund_request_red", ["projectId", "redReceiptId"])
@Index("ix_refund_request_deposit", ["projectId", "depositId"])
@Index("ix_refund_request_account", ["projectId", "accountId"])
@Check("ck_refund_request_amount", "amount_fen > 0")
@Check("ck_refund_request_source", "num_nonnulls(red_receipt_id, deposit_id, account_id) = 1")
export class RefundRequest extends BusinessRow {
  @Column("text") requestNo: string;
  /** RefundRequestStatus */
  @Column("text") status: string;
  @Column("uuid", { nullable: true }) redReceiptId: string | null;
  @BelongsTo(() => Receipt, "red_receipt_id", "fk_refund_request_red") redReceipt: Relation<Receipt> | null;
  @Column("uuid", { nullable: true }) depositId: string | null;
  @BelongsTo(() => Deposit, "deposit_id", "fk_refund_request_deposit") deposit: Relation<Deposit> | null;
  @Column("uuid", { nullable: true }) accountId: string | null;
  @BelongsTo(() => PrepaymentAccount, "account_id", "fk_refund_request_account")
  account: Relation<PrepaymentAccount> | null;
  @Column("bigint") amountFen: number;
  /** PaymentMethod the money is to go back by. */
  @Column("text") method: string;
  @Column("text", { nullable: true }) channelReason: string | null;
  @Column("text", { nullable: true }) accountHolder: string | null;
  @Column("text", { nullable: true }) bankName: string | null;
  /** Encrypted (LAW-31). */
  @Column("text", { nullable: true }) bankAccountCipher: string | null;
  @Column("text", { nullable: true }) bankAccountMasked: string | null;
  /** OriginalReceipt, for deposits. */
  @Column("text", { nullable: true }) originalReceipt: string | null;
  @Column("text") reason: string;
  @Column("uuid") approvalId: string;
  @Column("uuid") requestedBy: string;
  @Column("text") requestedByName: string;
  @Column("text") requestHash: string;
}
