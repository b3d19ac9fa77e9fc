import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { DataExportDto, DataExportPageDto, ExportKind, ExportQueryDto, ExportStatus } from "@linli/contracts";
import { DataSource } from "typeorm";
import { type Access, may } from "../auth/access.service.js";
import { Clock } from "../common/clock.js";
import { decodeCursor, toCursorPage } from "../common/paging.js";
import { notFound } from "../common/rule-violation.js";
import { Where } from "../common/where.js";
import { columnsOf, ExportSources } from "./export-sources.js";

interface ExportRow {
  id: string;
  number: string;
  kind: ExportKind;
  status: ExportStatus;
  filter_words: string[];
  columns: string[] | null;
  reason: string;
  include_numbers: boolean;
  expected_rows: number;
  rows: number | null;
  requested_by: string;
  requested_by_name: string;
  created_at: Date;
  approval_id: string | null;
  approver_name: string | null;
  job_id: string | null;
  size: number | null;
  sha256: string | null;
  ready_at: Date | null;
  expires_at: Date | null;
  downloads: number;
  last_downloaded_at: Date | null;
  failure: string | null;
}

/** An export whose job ended without its file counts as failed; a file past its days as expired. */
const STATUS = (now: string) => `CASE WHEN e.status = 'RUNNING' AND j.status IN ('FAILED', 'CANCELLED') THEN 'FAILED'
  WHEN e.status = 'READY' AND e.expires_at < ${now} THEN 'EXPIRED' ELSE e.status END`;
const FAILURE = `CASE WHEN e.status = 'RUNNING' AND j.status = 'CANCELLED' THEN '导出已取消，没有生成文件'
  WHEN e.status = 'RUNNING' AND j.status = 'FAILED' THEN j.message ELSE e.failure END`;

/** 导出记录: everybody sees his own; approvers and auditors see all. */
@Injectable()
export class ExportQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly sources: ExportSources,
    private readonly clock: Clock,
  ) {}

  /** The latest first. */
  async list(access: Access, projectId: string, query: ExportQueryDto): Promise<DataExportPageDto> {
    const { pageSize = 20 } = query;
    const where = this.visible(access, projectId);
    const now = where.param(this.clock.now());
    where
      .add("e.kind = ?", query.kind)
      .add(`${STATUS(now)} = ?`, query.status)
      .add("e.id < ?", decodeCursor(query.cursor, 1)?.[0]);
    const rows = await this.read(where, now, `ORDER BY e.id DESC LIMIT ${where.param(pageSize + 1)}`);
    const labels = await this.labelsOf(projectId, rows);
    return toCursorPage(
      rows,
      pageSize,
      (row) => toDto(row, access, labels.get(row.kind)),
      ({ id }) => [id],
    );
  }

  /** @throws NOT_FOUND */
  async one(access: Access, projectId: string, id: string): Promise<DataExportDto> {
    const where = this.visible(access, projectId).add("e.id = ?", id);
    const [row] = await this.read(where, where.param(this.clock.now()), "");
    if (!row) throw notFound("导出");
    return toDto(row, access, (await this.labelsOf(projectId, [row])).get(row.kind));
  }

  /** What the columns of each kind are called. */
  private async labelsOf(projectId: string, rows: readonly Pick<ExportRow, "kind">[]) {
    const labels = new Map<ExportKind, ReadonlyMap<string, string>>();
    for (const kind of new Set(rows.map((row) => row.kind))) {
      const columns = columnsOf(await this.sources.forProject(kind, projectId));
      labels.set(kind, new Map(columns.map(({ key, label }) => [key, label])));
    }
    return labels;
  }

  private visible(access: Access, projectId: string): Where {
    const all = may(access, "data:approve-export", projectId) || may(access, "audit:read", projectId);
    return new Where().add("e.project_id = ?", projectId).add("e.requested_by = ?", all ? undefined : access.userId);
  }

  private read(where: Where, now: string, tail: string): Promise<ExportRow[]> {
    return this.db.query<ExportRow[]>(
      `SELECT e.*, ${STATUS(now)} AS status, ${FAILURE} AS failure
         FROM data_export e LEFT JOIN job j ON j.project_id = e.project_id AND j.id = e.job_id ${where.toString()} ${tail}`,
      where.params,
    );
  }
}

function toDto(row: ExportRow, { userId }: Access, labels: ReadonlyMap<string, string> = new Map()): DataExportDto {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    status: row.status,
    filter: row.filter_words,
    columns: (row.columns ?? []).map((key) => labels.get(key) ?? "已停用的自定义资料"),
    reason: row.reason,
    includeNumbers: row.include_numbers,
    rows: row.rows ?? row.expected_rows,
    requestedBy: row.requested_by,
    requestedByName: row.requested_by_name,
    createdAt: row.created_at.toISOString(),
    approvalId: row.approval_id,
    approverName: row.approver_name,
    jobId: row.job_id,
    size: row.size,
    sha256: row.sha256,
    readyAt: row.ready_at?.toISOString() ?? null,
    expiresAt: row.expires_at?.toISOString() ?? null,
    downloads: row.downloads,
    lastDownloadedAt: row.last_downloaded_at?.toISOString() ?? null,
    failure: row.failure,
    canDownload: row.status === "READY" && row.requested_by === userId,
  };
}
