import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  AuditFilterDto,
  AuditPageDto,
  AuditRowDto,
  TimelineEventDto,
  TimelinePageDto,
  TimelineQueryDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { dayAfter } from "../common/calendar.js";
import { COMPANY } from "../common/ids.js";
import { decodeCursor, toCursorPage } from "../common/paging.js";
import { Where } from "../common/where.js";
import { firstIdAt } from "./audit-id.js";

type AuditRow = Omit<AuditRowDto, "at"> & { at: Date };

const COLUMNS = `a.id, a.at, a.project_id AS "projectId", p.name AS "projectName", a.user_id AS "userId", a.user_name AS "userName", a.ip,
  a.request_id AS "requestId", a.action, a.entity, a.entity_id AS "entityId", a.summary, a.before, a.after, a.success`;

/** Most rows of one export. */
export const EXPORT_LIMIT = 100_000;
const EXPORT_STRETCH = 2000;

/** Reads the audit log, newest first; every list is a range of its key. */
@Injectable()
export class AuditQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** A stretch of the log of one project, or of all. */
  async list(filter: AuditFilterDto, projectId: string | undefined): Promise<AuditPageDto> {
    const pageSize = filter.pageSize ?? 20;
    const [after] = decodeCursor(filter.cursor, 1) ?? [];
    const rows = await this.rows(filter, projectId, after, pageSize + 1);
    return toCursorPage(rows, pageSize, toAuditRowDto, ({ id }) => [id]);
  }

  /** All rows of the filter, in stretches, up to EXPORT_LIMIT. */
  async *all(filter: AuditFilterDto, projectId: string | undefined): AsyncGenerator<AuditRowDto[]> {
    let after: string | undefined;
    for (let count = 0; count < EXPORT_LIMIT; count += EXPORT_STRETCH) {
      const rows = await this.rows(filter, projectId, after, EXPORT_STRETCH);
      if (rows.length > 0) yield rows.map(toAuditRowDto);
      if (rows.length < EXPORT_STRETCH) return;
      after = rows.at(-1)?.id;
    }
  }

  /** What happened to one thing of a project, newest first: the actions on the shown kinds, or all. */
  async timeline(
    projectId: string,
    { entity, entityId, cursor, pageSize = 20 }: TimelineQueryDto,
    shown: string[] | undefined,
  ): Promise<TimelinePageDto> {
    const [after] = decodeCursor(cursor, 1) ?? [];
    const where = new Where()
      .add("project_id = ? AND entity = ? AND entity_id = ? AND success", projectId, entity, entityId)
      .add("split_part(action, '.', 1) = ANY (?)", shown)
      .add("id < ?", after);
    const rows = await this.db.query<(Omit<TimelineEventDto, "at"> & { at: Date })[]>(
      `SELECT id, at, user_name AS "userName", action, summary, before, after FROM audit_log ${where}
        ORDER BY id DESC LIMIT ${where.param(pageSize + 1)}`,
      where.params,
    );
    return toCursorPage(
      rows,
      pageSize,
      (row) => ({ ...row, at: row.at.toISOString() }),
      ({ id }) => [id],
    );
  }

  private rows(
    filter: AuditFilterDto,
    projectId: string | undefined,
    after: string | undefined,
    limit: number,
  ): Promise<AuditRow[]> {
    const where = new Where()
      .add("a.project_id = ?", projectId)
      .add("a.user_id = ?", filter.userId)
      .add("strpos(a.user_name, ?) > 0", filter.userName)
      .add("a.entity = ?", filter.entity)
      .add("a.entity_id = ?", filter.entityId)
      .add("starts_with(a.action, ?)", filter.action)
      .add("a.success = ?", filter.success)
      .add("a.id >= ?", filter.from && firstIdAt(midnight(filter.from)))
      .add("a.id < ?", filter.to && firstIdAt(midnight(dayAfter(filter.to))))
      .add("a.id < ?", after);
    return this.db.query(
      `SELECT ${COLUMNS} FROM audit_log a LEFT JOIN project p ON p.id = a.project_id ${where} ORDER BY a.id DESC LIMIT ${where.param(limit)}`,
      where.params,
    );
  }
}

const midnight = (date: string) => new Date(`${date}T00:00:00+08:00`);

const toAuditRowDto = (row: AuditRow): AuditRowDto => ({
  ...row,
  at: row.at.toISOString(),
  projectId: row.projectId === COMPANY ? null : row.projectId,
});
