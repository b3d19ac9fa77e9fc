import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../../database/belongs-to.js";
import { BusinessRow } from "../../../database/business-row.js";
import { DebitBatch } from "./debit-batch.entity.js";

/** Money of a batch on the bank statement (BIL-104). Append-only. */
@Entity("debit_credit")
@Index("ix_debit_credit_batch", ["projectId", "batchId"])
@Check("ck_debit_credit_amount", "credited_fen >= 0 AND fee_fen >= 0 AND credited_fen + fee_fen > 0")
export class DebitCredit extends BusinessRow {
  @Column("uuid") batchId: string;
  @BelongsTo(() => DebitBatch, "batch_id", "fk_debit_credit_batch") batch: Relation<DebitBatch>;
  @Column("date") creditedOn: string;
  /** The month the fee is booked in: that of the day, or the first open one where that was closed when it was entered. */
  @Column("text") period: string;
  @Column("bigint") creditedFen: number;
  /** What the bank kept for itself. */
  @Column("bigint") feeFen: number;
  @Column("text") reference: string;
  @Column("text", { nullable: true }) remark: string | null;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
}
