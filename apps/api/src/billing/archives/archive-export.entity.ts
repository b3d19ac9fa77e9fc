import type { ArchiveFileDto } from "@linli/contracts";
import { Check, Column, Entity, Index, Unique } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/**
 * The accounting archive of a year as it was taken out (会计档案, LAW-42, LAW-44): what it held, by which hashes it is
 * known again, and who took it. Never deleted; its file is kept for some days.
 */
@Entity("archive_export")
@Unique("uq_archive_export_number", ["projectId", "number"])
@Index("ix_archive_export_hash", ["projectId", "manifestHash"])
@Check(
  "ck_archive_export_file",
  "status <> 'READY' OR (rows IS NOT NULL AND sha256 IS NOT NULL AND manifest_hash IS NOT NULL)",
)
@Check("ck_archive_export_months", "cardinality(months) > 0 AND complete = (cardinality(open_months) = 0)")
export class ArchiveExport extends ProjectRow {
  /** From the project's number series, e.g. DA000001. */
  @Column("text") number: string;
  @Column("int") year: number;
  /** The closed months it holds. */
  @Column("text", { array: true }) months: string[];
  @Column("text", { array: true }) openMonths: string[];
  @Column("boolean") complete: boolean;
  @Column("boolean") includeNumbers: boolean;
  @Column("text") reason: string;
  /** PENDING, RUNNING, READY, REJECTED or FAILED; EXPIRED follows from `expiresAt`. */
  @Column("text") status: string;
  @Column("uuid") requestedBy: string;
  @Column("text") requestedByName: string;
  @Column("uuid", { nullable: true }) approvalId: string | null;
  @Column("text", { nullable: true }) approverName: string | null;
  @Column("uuid", { nullable: true }) jobId: string | null;
  @Column("text", { nullable: true }) failure: string | null;
  @Column("jsonb", { default: [] }) files: ArchiveFileDto[];
  @Column("bigint", { nullable: true }) rows: number | null;
  /** Bytes; null again once the file is gone. */
  @Column("bigint", { nullable: true }) size: number | null;
  @Column("text", { nullable: true }) sha256: string | null;
  @Column("text", { nullable: true }) manifestHash: string | null;
  @Column("timestamptz", { nullable: true }) readyAt: Date | null;
  @Column("timestamptz", { nullable: true }) expiresAt: Date | null;
  @Column("int", { default: 0 }) downloads: number;
  /** Hash of the request: the same id with another body is refused. */
  @Column("text") requestHash: string;
}
