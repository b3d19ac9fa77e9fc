import { Column, Entity, Index } from "typeorm";
import { ProjectRow } from "../database/project-row.js";

/** One uploaded workbook on its way into the database. */
@Entity("import_batch")
@Index("ix_import_batch_recent", ["projectId", "id"])
export class ImportBatch extends ProjectRow {
  /** ImportKind */
  @Column("text") kind: string;
  /** ImportStatus */
  @Column("text") status: string;
  @Column("text") fileName: string;
  @Column("text") sha256: string;
  @Column("bigint") size: number;
  /** Sheets with headers, profile found, mapping chosen. */
  @Column("jsonb") layout: Record<string, unknown>;
  /** Codes of the decisions the operator took, in so many words. */
  @Column("jsonb") decisions: Record<string, unknown>;
  /** Counts, questions still open, sums. */
  @Column("jsonb", { nullable: true }) summary: Record<string, unknown> | null;
  @Column("uuid", { nullable: true }) jobId: string | null;
  @Column("text", { nullable: true }) failure: string | null;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
  @Column("timestamptz", { nullable: true }) committedAt: Date | null;
}
