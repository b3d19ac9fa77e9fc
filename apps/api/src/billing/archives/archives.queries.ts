import { createHash } from "node:crypto";
import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  ArchiveCheckDto,
  ArchiveExportDetailDto,
  ArchiveExportDto,
  ArchiveExportPageDto,
  ArchiveFileDto,
  ArchiveQueryDto,
  ExportStatus,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import type { Access } from "../../auth/access.service.js";
import { Clock } from "../../common/clock.js";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { Where } from "../../common/where.js";

interface ArchiveRow extends Omit<ArchiveExportDto, "createdAt" | "readyAt" | "expiresAt" | "canDownload"> {
  createdAt: Date;
  readyAt: Date | null;
  expiresAt: Date | null;
  requestedBy: string;
}

const COLUMNS = `a.id, a.number, a.year, a.months, a.complete, a.open_months AS "openMonths", a.reason,
  a.include_numbers AS "includeNumbers", a.requested_by AS "requestedBy", a.requested_by_name AS "requestedByName",
  a.created_at AS "createdAt", a.approval_id AS "approvalId", a.approver_name AS "approverName", a.job_id AS "jobId",
  a.rows, a.size, a.sha256, a.manifest_hash AS "manifestHash", a.ready_at AS "readyAt", a.expires_at AS "expiresAt", a.downloads,
  CASE WHEN a.status = 'RUNNING' THEN coalesce(j.done * 100 / nullif(j.total, 0), 0) ELSE 100 END AS percent,
  CASE WHEN a.status = 'RUNNING' THEN j.message END AS progress`;

/** An export whose job ended without its file counts as failed; a file past its days as expired. */
const STATUS = (now: string) => `CASE WHEN a.status = 'RUNNING' AND j.status IN ('FAILED', 'CANCELLED') THEN 'FAILED'
  WHEN a.status = 'READY' AND a.expires_at < ${now} THEN 'EXPIRED' ELSE a.status END AS status`;
const FAILURE = `CASE WHEN a.status = 'RUNNING' AND j.status = 'CANCELLED' THEN '导出已取消，没有生成文件'
  WHEN a.status = 'RUNNING' AND j.status = 'FAILED' THEN j.message ELSE a.failure END AS failure`;

/** The register of archive exports, and whether a file is one of theirs. */
@Injectable()
export class ArchivesQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The latest first. */
  async list(
    access: Access,
    projectId: string,
    { cursor, pageSize = 20 }: ArchiveQueryDto,
  ): Promise<ArchiveExportPageDto> {
    const where = new Where().add("a.project_id = ?", projectId).add("a.id < ?", decodeCursor(cursor, 1)?.[0]);
    const rows = await this.read(where, `ORDER BY a.id DESC LIMIT ${where.param(pageSize + 1)}`);
    return toCursorPage(
      rows,
      pageSize,
      (row) => toDto(row, access),
      ({ id }) => [id],
    );
  }

  /** @throws NOT_FOUND */
  async one(access: Access, projectId: string, id: string): Promise<ArchiveExportDetailDto> {
    const where = new Where().add("a.project_id = ?", projectId).add("a.id = ?", id);
    const [row] = await this.read(where, "");
    if (!row) throw notFound("档案导出");
    const [kept] = await this.db.query<{ files: ArchiveFileDto[] }[]>(
      "SELECT files FROM archive_export WHERE project_id = $1 AND id = $2",
      [projectId, id],
    );
    return { ...toDto(row, access), files: kept?.files ?? [] };
  }

  /** Whether a ZIP, or the list of hashes in it, is that of an export of the project (核对). */
  async check(access: Access, projectId: string, content: Buffer): Promise<ArchiveCheckDto> {
    const sha256 = createHash("sha256").update(content).digest("hex");
    const where = new Where().add("a.project_id = ?", projectId).add("? IN (a.sha256, a.manifest_hash)", sha256);
    const [row] = await this.read(where, "ORDER BY a.id DESC LIMIT 1");
    return { sha256, found: row ? toDto(row, access) : null };
  }

  private read(where: Where, tail: string): Promise<ArchiveRow[]> {
    const now = where.param(this.clock.now());
    return this.db.query<ArchiveRow[]>(
      `SELECT ${COLUMNS}, ${STATUS(`${now}::timestamptz`)}, ${FAILURE}
         FROM archive_export a LEFT JOIN job j ON j.project_id = a.project_id AND j.id = a.job_id ${where.toString()} ${tail}`,
      where.params,
    );
  }
}

function toDto({ requestedBy, ...row }: ArchiveRow, { userId }: Access): ArchiveExportDto {
  const status: ExportStatus = row.status;
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    readyAt: row.readyAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    canDownload: status === "READY" && (!row.includeNumbers || requestedBy === userId),
  };
}
