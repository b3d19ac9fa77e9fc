import { Check, Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../database/project-row.js";

/** One export of data: who took what out, why, who approved it, and how often the file was fetched (LAW-34). */
@Entity("data_export")
@Unique("uq_data_export_number", ["projectId", "number"])
@Check("ck_data_export_file", "status <> 'READY' OR (rows IS NOT NULL AND sha256 IS NOT NULL)")
export class DataExport extends ProjectRow {
  /** From the project's number series, e.g. DC000012. */
  @Column("text") number: string;
  /** ExportKind */
  @Column("text") kind: string;
  /** PENDING, RUNNING, READY, REJECTED or FAILED; EXPIRED follows from `expiresAt`. */
  @Column("text") status: string;
  /** The query of the list; a search text is masked once the file is there. */
  @Column("jsonb") filter: Record<string, unknown>;
  /** The filter in words. */
  @Column("text", { array: true }) filterWords: string[];
  /** Keys of the columns; null for all. */
  @Column("text", { array: true, nullable: true }) columns: string[] | null;
  @Column("text") reason: string;
  @Column("boolean") includeNumbers: boolean;
  /** Rows counted at the request. */
  @Column("int") expectedRows: number;
  /** Rows of the file. */
  @Column("int", { nullable: true }) rows: number | null;
  @Column("uuid") requestedBy: string;
  @Column("text") requestedByName: string;
  @Column("uuid", { nullable: true }) approvalId: string | null;
  @Column("text", { nullable: true }) approverName: string | null;
  @Column("uuid", { nullable: true }) jobId: string | null;
  @Column("text", { nullable: true }) failure: string | null;
  /** Bytes; null again once the file is gone. */
  @Column("bigint", { nullable: true }) size: number | null;
  @Column("text", { nullable: true }) sha256: string | null;
  @Column("timestamptz", { nullable: true }) readyAt: Date | null;
  @Column("timestamptz", { nullable: true }) expiresAt: Date | null;
  @Column("int", { default: 0 }) downloads: number;
  @Column("timestamptz", { nullable: true }) lastDownloadedAt: Date | null;
}
