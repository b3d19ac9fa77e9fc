import type { DunningKind } from "@linli/contracts";
import { Check, Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../../../database/project-row.js";

/** One rung of a project's ladder of bills and demands (催缴级别, BIL-113). */
@Entity("dunning_level")
@Unique("uq_dunning_level_order", ["projectId", "levelOrder"])
@Unique("uq_dunning_level_name", ["projectId", "name"])
@Check("ck_dunning_level_days", "days_overdue > 0 AND days_to_next > 0 AND min_amount_fen >= 0")
@Check(
  "ck_dunning_level_kind",
  `(kind = 'BILL' AND days_before IS NOT NULL AND days_before > 0 AND days_overdue IS NULL AND days_to_next IS NULL)
   OR (kind = 'DEMAND' AND days_before IS NULL AND days_overdue IS NOT NULL AND days_to_next IS NOT NULL)`,
)
export class DunningLevel extends ProjectRow {
  @Column("int") levelOrder: number;
  @Column("text") name: string;
  /** Stays once something was issued. */
  @Column("text") kind: DunningKind;
  /** Of a bill only. */
  @Column("int", { nullable: true }) daysBefore: number | null;
  /** Of a demand only, as daysToNext. */
  @Column("int", { nullable: true }) daysOverdue: number | null;
  @Column("bigint") minAmountFen: number;
  /** DunningChannel */
  @Column("text") channel: string;
  /** With placeholders in braces. */
  @Column("text") text: string;
  @Column("int", { nullable: true }) daysToNext: number | null;
  @Column("boolean") active: boolean;
}
