import { Column, Entity, Index } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/** One go of offsetting prepayments (冲抵批次, BIL-61). What it posted are receipts that name it. */
@Entity("offset_run")
@Index("ix_offset_run_recent", ["projectId", "id"])
export class OffsetRun extends ProjectRow {
  /** OffsetTrigger */
  @Column("text") trigger: string;
  /** RUNNING or DONE; one whose job failed is shown as FAILED. */
  @Column("text") status: string;
  /** Which rooms; empty lists mean all. */
  @Column("jsonb") scope: { buildingIds: string[]; roomIds: string[] };
  /** What was previewed; null when nobody looked at it before (automatic runs). */
  @Column("text", { nullable: true }) fingerprint: string | null;
  /** Hash of the request: the same id for something else is refused. */
  @Column("text") requestHash: string;
  @Column("int") receiptCount: number;
  @Column("int") roomCount: number;
  @Column("int") chargeCount: number;
  @Column("bigint") amountFen: number;
  @Column("date", { nullable: true }) bookedOn: string | null;
  @Column("uuid") jobId: string;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
}
