import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Customer } from "../../customer/customer.entity.js";

/** A reduction asked for and decided by two people (减免单, BIL-42). What it does to charges are ledger entries. */
@Entity("waiver")
@Unique("uq_waiver_no", ["projectId", "waiverNo"])
@Index("ix_waiver_created", ["projectId", "createdAt", "id"])
@Index("ix_waiver_payer", ["projectId", "payerId", "id"])
@Check("ck_waiver_amount", "amount_fen > 0")
export class Waiver extends BusinessRow {
  /** From the project's gapless series. */
  @Column("text") waiverNo: string;
  /** WaiverStatus */
  @Column("text") status: string;
  /** WaiverReason */
  @Column("text") reasonCode: string;
  @Column("text") reason: string;
  @Column("uuid") payerId: string;
  @BelongsTo(() => Customer, "payer_id", "fk_waiver_payer") payer: Relation<Customer>;
  /** Sum of its lines. */
  @Column("bigint") amountFen: number;
  /** Who bears it and owes what is waived (BIL-43). */
  @Column("uuid", { nullable: true }) bearerId: string | null;
  @BelongsTo(() => Customer, "bearer_id", "fk_waiver_bearer") bearer: Relation<Customer> | null;
  @Column("uuid") approvalId: string;
  @Column("uuid") requestedBy: string;
  @Column("text") requestedByName: string;
  /** Day the reduction was booked, in an open month. */
  @Column("date", { nullable: true }) bookedOn: string | null;
  @Column("uuid", { nullable: true }) reversedBy: string | null;
  @Column("text", { nullable: true }) reversalReason: string | null;
  /** Hash of the request: the same id with another body is refused. */
  @Column("text") requestHash: string;
}
