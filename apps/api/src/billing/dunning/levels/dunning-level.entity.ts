import { Check, Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../../../database/project-row.js";

/** One rung of a project's ladder of demands (催缴级别, BIL-113). */
@Entity("dunning_level")
@Unique("uq_dunning_level_order", ["projectId", "levelOrder"])
@Unique("uq_dunning_level_name", ["projectId", "name"])
@Check("ck_dunning_level_days", "days_overdue > 0 AND days_to_next > 0 AND min_amount_fen >= 0")
export class DunningLevel extends ProjectRow {
  @Column("int") levelOrder: number;
  @Column("text") name: string;
  @Column("int") daysOverdue: number;
  @Column("bigint") minAmountFen: number;
  /** DunningChannel */
  @Column("text") channel: string;
  /** With placeholders in braces. */
  @Column("text") text: string;
  @Column("int") daysToNext: number;
  @Column("boolean") active: boolean;
}
