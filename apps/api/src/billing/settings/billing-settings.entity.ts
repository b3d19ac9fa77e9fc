import { Check, Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/** Settings of a project's charging: one row, made when they are first changed. */
@Entity("billing_settings")
@Unique("uq_billing_settings", ["projectId"])
@Check("ck_billing_settings_waiver_limit", "waiver_limit_fen >= 0")
@Check("ck_billing_settings_notice_days", "notice_days >= 0")
export class BillingSettings extends ProjectRow {
  /** Above it a waiver needs the right for large ones, in fen. */
  @Column("bigint") waiverLimitFen: number;
  /** A late-fee scheme that can pass this share of the principal is warned about. */
  @Column("numeric", { precision: 7, scale: 4, default: () => "0.3" }) lateFeeCeiling: string;
  /** ChargeStartRule: from when owners bear the charges of their rooms (BIL-14). */
  @Column("text", { default: "OFF" }) chargeStart: string;
  /** Days between the notice of handover and the start, for those who do not take over in time. */
  @Column("int", { default: 30 }) noticeDays: number;
  /** DeveloperShare: what the developer bears before (LAW-02, LAW-23). */
  @Column("text", { default: "TO_THE_DAY" }) developerShare: string;
  /** ReversalApproval */
  @Column("text", { default: "OLDER" }) reversalApproval: string;
  /** ReceiptLayout of receipts of no book. */
  @Column("text", { default: "A5" }) receiptLayout: string;
  /** ReceiptReviewRule: what a month close asks about unreviewed receipts. */
  @Column("text", { default: "NONE" }) receiptReview: string;
}
