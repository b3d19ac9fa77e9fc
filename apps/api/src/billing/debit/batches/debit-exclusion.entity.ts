import { Column, Entity, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../../database/belongs-to.js";
import { BusinessRow } from "../../../database/business-row.js";
import { Charge } from "../../charges/charge.entity.js";
import { DebitBatch } from "./debit-batch.entity.js";

/** A charge that did not go into a batch, and why (BIL-101). */
@Entity("debit_exclusion")
@Unique("uq_debit_exclusion_charge", ["projectId", "batchId", "chargeId"])
export class DebitExclusion extends BusinessRow {
  @Column("uuid") batchId: string;
  @BelongsTo(() => DebitBatch, "batch_id", "fk_debit_exclusion_batch") batch: Relation<DebitBatch>;
  @Column("uuid") chargeId: string;
  @BelongsTo(() => Charge, "charge_id", "fk_debit_exclusion_charge") charge: Relation<Charge>;
  @Column("bigint") amountFen: number;
  /** DebitExclusionReason */
  @Column("text") reason: string;
  @Column("text", { nullable: true }) detail: string | null;
}
