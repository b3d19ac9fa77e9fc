import { Check, Column, Entity, Index, type Relation, Unique } from "typeorm";
import { BelongsTo } from "../../../database/belongs-to.js";
import { BusinessRow } from "../../../database/business-row.js";
import { DunningBatch } from "../batches/dunning-batch.entity.js";
import { DunningLevel } from "../levels/dunning-level.entity.js";
import { DunningCase } from "./dunning-case.entity.js";

/** One demand (催缴记录, BIL-113). Append-only; only that it was recorded by mistake is added. */
@Entity("dunning_step")
@Unique("uq_dunning_step_no", ["projectId", "stepNo"])
@Index("ix_dunning_step_case", ["projectId", "caseId", "onDay"])
@Index("ix_dunning_step_batch", ["projectId", "batchId", "id"], { where: "batch_id IS NOT NULL" })
@Index("ix_dunning_step_level", ["projectId", "levelId"], { where: "level_id IS NOT NULL" })
@Check("ck_dunning_step_void", "(voided_on IS NULL) = (void_reason IS NULL)")
@Check("ck_dunning_step_amount", "amount_fen > 0")
export class DunningStep extends BusinessRow {
  @Column("uuid") caseId: string;
  @BelongsTo(() => DunningCase, "case_id", "fk_dunning_step_case") case: Relation<DunningCase>;
  @Column("text") stepNo: string;
  @Column("date") onDay: string;
  @Column("uuid", { nullable: true }) levelId: string | null;
  @BelongsTo(() => DunningLevel, "level_id", "fk_dunning_step_level") level: Relation<DunningLevel> | null;
  @Column("uuid", { nullable: true }) batchId: string | null;
  @BelongsTo(() => DunningBatch, "batch_id", "fk_dunning_step_batch") batch: Relation<DunningBatch> | null;
  /** DunningChannel */
  @Column("text") channel: string;
  /** What the debtor was told, placeholders filled in. */
  @Column("text") text: string;
  @Column("date", { nullable: true }) payBy: string | null;
  /** Sum of its charges on its day. */
  @Column("bigint") amountFen: number;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
  @Column("date", { nullable: true }) voidedOn: string | null;
  @Column("text", { nullable: true }) voidReason: string | null;
}
