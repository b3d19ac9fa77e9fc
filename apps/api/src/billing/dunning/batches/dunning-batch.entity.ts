import { Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../../database/belongs-to.js";
import { BusinessRow } from "../../../database/business-row.js";
import { DunningPlan } from "../plans/dunning-plan.entity.js";
import { DunningLevel } from "../levels/dunning-level.entity.js";

/** Notices issued together (催缴批次). Never changed. */
@Entity("dunning_batch")
@Index("ix_dunning_batch_plan", ["projectId", "planId", "onDay"], { where: "plan_id IS NOT NULL" })
@Index("ix_dunning_batch_level", ["projectId", "levelId"])
export class DunningBatch extends BusinessRow {
  @Column("uuid") levelId: string;
  @BelongsTo(() => DunningLevel, "level_id", "fk_dunning_batch_level") level: Relation<DunningLevel>;
  /** The plan it was due by. */
  @Column("uuid", { nullable: true }) planId: string | null;
  @BelongsTo(() => DunningPlan, "plan_id", "fk_dunning_batch_plan") plan: Relation<DunningPlan> | null;
  @Column("date") onDay: string;
  /** Which part of the project was looked at. */
  @Column("jsonb") scope: object;
  @Column("int") steps: number;
  @Column("bigint") amountFen: number;
  @Column("int") skipped: number;
  @Column("text") requestHash: string;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
}
