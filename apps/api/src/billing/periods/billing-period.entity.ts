import { Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/** A month of a project's books (BIL-143). Closed months take no more postings. */
@Entity("billing_period")
@Unique("uq_billing_period", ["projectId", "period"])
export class BillingPeriod extends ProjectRow {
  /** YYYY-MM */
  @Column("text") period: string;
  /** PeriodStatus */
  @Column("text") status: string;
  @Column("timestamptz", { nullable: true }) closedAt: Date | null;
  @Column("uuid", { nullable: true }) closedBy: string | null;
  @Column("text", { nullable: true }) closedByName: string | null;
  /** Totals and rates at the close. */
  @Column("jsonb", { nullable: true }) snapshot: Record<string, unknown> | null;
}
