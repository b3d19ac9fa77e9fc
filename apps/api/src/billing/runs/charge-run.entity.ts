import { Column, Entity, Index } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/** One go of computing receivables (计费批次, BIL-17): rehearse, look at the differences, publish, perhaps reverse. */
@Entity("charge_run")
@Index("ix_charge_run_period", ["projectId", "period"])
export class ChargeRun extends ProjectRow {
  /** Month billed, YYYY-MM. */
  @Column("text") period: string;
  /** RunStatus */
  @Column("text") status: string;
  /** Which buildings, rooms and fee items; empty lists mean all. */
  @Column("jsonb") scope: { buildingIds: string[]; roomIds: string[]; feeItemIds: string[] };
  /** Lines and sum of the rehearsal. */
  @Column("int") lineCount: number;
  @Column("bigint") amountFen: number;
  /** Lines that were charged by an earlier run and are left alone. */
  @Column("int") skippedCount: number;
  /** Lines per RunDifference. */
  @Column("jsonb") differences: Record<string, number>;
  /** Hash over the rehearsed lines: publishing refuses when the inputs have changed since. */
  @Column("text", { nullable: true }) fingerprint: string | null;
  @Column("text", { nullable: true }) failure: string | null;
  @Column("uuid", { nullable: true }) jobId: string | null;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
  @Column("timestamptz", { nullable: true }) publishedAt: Date | null;
  @Column("uuid", { nullable: true }) publishedBy: string | null;
  @Column("timestamptz", { nullable: true }) reversedAt: Date | null;
  @Column("text", { nullable: true }) reversalReason: string | null;
}
