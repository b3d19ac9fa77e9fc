import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { OffsetRunDto, OffsetRunPageDto, OffsetRunQueryDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { Where } from "../../common/where.js";

type Row = Omit<OffsetRunDto, "createdAt"> & { createdAt: Date };

const STATUS = `CASE WHEN r.status = 'RUNNING' AND j.status IN ('FAILED', 'CANCELLED') THEN 'FAILED' ELSE r.status END`;

const SELECT = `SELECT r.id, ${STATUS} AS status, r.trigger, r.receipt_count AS "receiptCount", r.room_count AS "roomCount",
    r.charge_count AS "chargeCount", r.amount_fen AS "amountFen", r.booked_on AS "bookedOn",
    CASE WHEN r.status = 'RUNNING' AND j.status IN ('FAILED', 'CANCELLED') THEN coalesce(j.message, '已取消') END AS failure,
    r.job_id AS "jobId", r.created_by_name AS "createdByName", r.created_at AS "createdAt"
  FROM offset_run r JOIN job j ON j.project_id = r.project_id AND j.id = r.job_id`;

/** Reads offset runs. */
@Injectable()
export class OffsetsQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Runs, the latest first. */
  async page(projectId: string, { status, cursor, pageSize = 20 }: OffsetRunQueryDto): Promise<OffsetRunPageDto> {
    const where = new Where()
      .add("r.project_id = ?", projectId)
      .add(`${STATUS} = ?`, status)
      .add("r.id < ?", decodeCursor(cursor, 1)?.[0]);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<Row[]>(
      `${SELECT} ${where.toString()} ORDER BY r.id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toDto, ({ id }) => [id]);
  }

  /** One run. */
  async one(projectId: string, id: string): Promise<OffsetRunDto> {
    const [row] = await this.db.query<Row[]>(`${SELECT} WHERE r.project_id = $1 AND r.id = $2`, [projectId, id]);
    if (!row) throw notFound("冲抵批次");
    return toDto(row);
  }
}

const toDto = (row: Row): OffsetRunDto => ({ ...row, createdAt: row.createdAt.toISOString() });
