import { Column, Entity, Index } from "typeorm";
import { ProjectRow } from "../database/project-row.js";

/** Work that outlives a request: what the console shows of it. The queue itself is pg-boss's. */
@Entity("job")
@Index("ix_job_recent", ["projectId", "id"])
export class Job extends ProjectRow {
  /** JobKind */
  @Column("text") kind: string;
  /** JobStatus */
  @Column("text") status: string;
  @Column("text") title: string;
  @Column("jsonb") params: Record<string, unknown>;
  @Column("int") done: number;
  @Column("int") total: number;
  @Column("text", { nullable: true }) message: string | null;
  @Column("jsonb", { nullable: true }) result: Record<string, unknown> | null;
  @Column("int") attempts: number;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
  @Column("timestamptz", { nullable: true }) startedAt: Date | null;
  @Column("timestamptz", { nullable: true }) finishedAt: Date | null;
}
