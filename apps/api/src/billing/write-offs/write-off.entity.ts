import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Customer } from "../../customer/customer.entity.js";

/** Debts given up for lost by two people (坏账核销). What it does to charges are adjustments of the ledger. */
@Entity("write_off")
@Unique("uq_write_off_no", ["projectId", "writeOffNo"])
@Check("ck_write_off_amount", "amount_fen > 0 AND recovered_fen >= 0 AND recovered_fen <= amount_fen")
@Index("ix_write_off_payer", ["projectId", "payerId", "id"])
export class WriteOff extends BusinessRow {
  @Column("text") writeOffNo: string;
  /** WriteOffStatus */
  @Column("text") status: string;
  /** WriteOffReason */
  @Column("text") reasonCode: string;
  @Column("text") reason: string;
  @Column("uuid") payerId: string;
  @BelongsTo(() => Customer, "payer_id", "fk_write_off_payer") payer: Relation<Customer>;
  /** Sum of its lines. */
  @Column("bigint") amountFen: number;
  /** What came back later, sum of its lines. */
  @Column("bigint") recoveredFen: number;
  @Column("uuid") approvalId: string;
  @Column("uuid") requestedBy: string;
  @Column("text") requestedByName: string;
  @Column("date", { nullable: true }) bookedOn: string | null;
  @Column("text") requestHash: string;
}
