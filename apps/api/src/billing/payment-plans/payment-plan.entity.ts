import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Customer } from "../../customer/customer.entity.js";

/**
 * What a payer may pay in parts or later (分期缓缴, BIL-54), asked for and decided by two people. Whether it is kept is not
 * stored: see `payment-plans.sql.ts`.
 */
@Entity("payment_plan")
@Unique("uq_payment_plan_no", ["projectId", "planNo"])
@Index("ix_payment_plan_created", ["projectId", "createdAt", "id"])
@Index("ix_payment_plan_payer", ["projectId", "payerId"])
@Check("ck_payment_plan_total", "total_fen > 0")
@Check("ck_payment_plan_started", "(starts_on IS NOT NULL) = (status IN ('APPROVED', 'ENDED'))")
@Check(
  "ck_payment_plan_ended",
  "(ended_on IS NOT NULL) = (status = 'ENDED') AND (ended_on IS NULL OR ended_on >= starts_on)",
)
export class PaymentPlan extends BusinessRow {
  /** From the project's gapless series. */
  @Column("text") planNo: string;
  /** PENDING, APPROVED, REJECTED, WITHDRAWN or ENDED. */
  @Column("text") status: string;
  @Column("text") reason: string;
  @Column("uuid") payerId: string;
  @BelongsTo(() => Customer, "payer_id", "fk_payment_plan_payer") payer: Relation<Customer>;
  /** Sum of its instalments: what was open of its charges. */
  @Column("bigint") totalFen: number;
  @Column("uuid") approvalId: string;
  @Column("uuid") requestedBy: string;
  @Column("text") requestedByName: string;
  /** The day it was approved. */
  @Column("date", { nullable: true }) startsOn: string | null;
  @Column("date", { nullable: true }) endedOn: string | null;
  @Column("text", { nullable: true }) endReason: string | null;
  /** Hash of the request: the same id with another body is refused. */
  @Column("text") requestHash: string;
}
