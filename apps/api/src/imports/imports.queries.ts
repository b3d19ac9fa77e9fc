import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  AttributeDto,
  ImportDto,
  ImportItemDto,
  ImportKind,
  ImportPageDto,
  ImportQueryDto,
  ImportRowDto,
  ImportRowPageDto,
  ImportRowQueryDto,
  ImportStatus,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, toCursorPage } from "../common/paging.js";
import { notFound } from "../common/rule-violation.js";
import { Where } from "../common/where.js";
import { AttributesQueries } from "../property/attributes/attributes.queries.js";
import type { StoredSummary } from "./check/report-rows.js";
import { fieldDtos, isCommunity, type ImportLayout, missingOf } from "./import-layout.js";

interface BatchRow {
  id: string;
  kind: ImportKind;
  status: ImportStatus;
  file_name: string;
  size: number;
  sha256: string;
  job_id: string | null;
  failure: string | null;
  created_by_name: string;
  created_at: Date;
  committed_at: Date | null;
  layout: ImportLayout;
  summary: StoredSummary | null;
}

type RowRow = Omit<ImportRowDto, "rowNo" | "changes"> & { row_no: number; data: Pick<ImportRowDto, "changes"> };

/** An import whose job ended without its result counts as failed, with what the job said. */
const STATUS = `CASE WHEN b.status IN ('CHECKING', 'COMMITTING') AND j.status IN ('FAILED', 'CANCELLED') THEN 'FAILED' ELSE b.status END`;
const FAILURE = `CASE WHEN b.status IN ('CHECKING', 'COMMITTING') AND j.status = 'CANCELLED' THEN '任务已取消'
  WHEN b.status IN ('CHECKING', 'COMMITTING') AND j.status = 'FAILED' THEN j.message ELSE b.failure END`;
const FROM = "FROM import_batch b LEFT JOIN job j ON j.project_id = b.project_id AND j.id = b.job_id";
const ITEM = `b.id, b.kind, ${STATUS} AS status, b.file_name, b.size, b.sha256, b.job_id, ${FAILURE} AS failure, b.created_by_name,
  b.created_at, b.committed_at`;

/** Reads imports and their rows. */
@Injectable()
export class ImportQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly attributes: AttributesQueries,
  ) {}

  /** The latest first. */
  async list(projectId: string, query: ImportQueryDto): Promise<ImportPageDto> {
    const { pageSize = 20 } = query;
    const where = new Where()
      .add("b.project_id = ?", projectId)
      .add("b.kind = ?", query.kind)
      .add(`${STATUS} = ?`, query.status)
      .add("b.id < ?", decodeCursor(query.cursor, 1)?.[0]);
    const rows = await this.db.query<BatchRow[]>(
      `SELECT ${ITEM} ${FROM} ${where.toString()} ORDER BY b.project_id, b.id DESC LIMIT ${where.param(pageSize + 1)}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toItemDto, ({ id }) => [id]);
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, id: string): Promise<ImportDto> {
    const [row] = await this.db.query<BatchRow[]>(
      `SELECT ${ITEM}, b.layout, b.summary ${FROM} WHERE b.project_id = $1 AND b.id = $2`,
      [projectId, id],
    );
    if (!row) throw notFound("导入");
    return toImportDto(row, await this.attributes.list(projectId));
  }

  /** Rows in the order of the file. @throws NOT_FOUND */
  async rows(projectId: string, id: string, query: ImportRowQueryDto): Promise<ImportRowPageDto> {
    const [batch] = await this.db.query<object[]>("SELECT 1 FROM import_batch WHERE project_id = $1 AND id = $2", [
      projectId,
      id,
    ]);
    if (!batch) throw notFound("导入");
    const { pageSize = 20 } = query;
    const where = new Where()
      .add("project_id = ?", projectId)
      .add("batch_id = ?", id)
      .add("outcome = ?", query.outcome)
      .add("entity = ?", query.entity)
      .add("sheet = ?", query.sheet)
      .add("(issues <> '[]'::jsonb) = ?", query.withIssues)
      .add("id > ?", decodeCursor(query.cursor, 1)?.[0]);
    const rows = await this.db.query<RowRow[]>(
      `SELECT id, sheet, row_no, entity, key, outcome, data, issues FROM import_row ${where.toString()}
        ORDER BY project_id, batch_id, id LIMIT ${where.param(pageSize + 1)}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toRowDto, (row) => [row.id]);
  }
}

const toItemDto = (row: BatchRow): ImportItemDto => ({
  id: row.id,
  kind: row.kind,
  status: row.status,
  fileName: row.file_name,
  size: row.size,
  jobId: row.job_id,
  failure: row.failure,
  createdByName: row.created_by_name,
  createdAt: row.created_at.toISOString(),
  committedAt: row.committed_at?.toISOString() ?? null,
});

function toImportDto(row: BatchRow, definitions: readonly AttributeDto[]): ImportDto {
  const { layout } = row;
  const { sheets, profile, sheet, headerRow, columns, remembered } = layout;
  const missing = isCommunity(layout) ? [] : missingOf(row.kind, columns);
  return {
    ...toItemDto(row),
    sha256: row.sha256,
    recognised: profile !== "FREE",
    sheets,
    mapping: { profile, sheet, headerRow, fields: fieldDtos(row.kind, definitions), columns, missing, remembered },
    summary: row.summary && summaryDto(row.summary),
  };
}

const summaryDto = ({ fingerprint: _fingerprint, datedAreas: _dated, kept: _kept, ...summary }: StoredSummary) =>
  summary;

const toRowDto = ({ row_no, data, ...row }: RowRow): ImportRowDto => ({
  id: row.id,
  sheet: row.sheet,
  rowNo: row_no,
  entity: row.entity,
  key: row.key,
  outcome: row.outcome,
  changes: data.changes,
  issues: row.issues,
});
