import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  OpeningCountDto,
  OpeningDto,
  OpeningPageDto,
  OpeningQueryDto,
  OpeningRowDto,
  OpeningRowPageDto,
  OpeningRowQueryDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { periodOf } from "../../common/calendar.js";
import { cutOverOf } from "./stage-opening.service.js";

interface Row extends Omit<OpeningDto, "createdAt" | "postedAt" | "reversedAt" | "signedAt" | "counts" | "faultCount"> {
  createdAt: Date;
  postedAt: Date | null;
  reversedAt: Date | null;
  signedAt: Date | null;
}

const SELECT = `SELECT o.id, o.opening_no AS "openingNo", o.kind, o.status, o.file_name AS "fileName", o.cut_over_on AS "cutOverOn",
    o.row_count AS "rowCount", o.other_sheets AS "otherSheets", o.created_by_name AS "createdByName", o.created_at AS "createdAt",
    o.posted_by_name AS "postedByName", o.posted_at AS "postedAt", o.reversed_by_name AS "reversedByName",
    o.reversed_at AS "reversedAt", o.reversal_reason AS "reversalReason", o.approval_id AS "approvalId",
    CASE a.status WHEN 'PENDING' THEN 'PENDING' WHEN 'APPROVED' THEN 'SIGNED' WHEN 'REJECTED' THEN 'REFUSED' ELSE 'NONE' END AS sign,
    CASE WHEN a.status = 'APPROVED' THEN a.decided_by_name END AS "signedByName",
    CASE WHEN a.status = 'APPROVED' THEN a.decided_at END AS "signedAt", o.job_id AS "jobId",
    o.status = 'POSTING' AND (j.status IS NULL OR j.status NOT IN ('QUEUED', 'RUNNING')) AS stuck, o.failure
  FROM opening o
  LEFT JOIN approval a ON a.project_id = o.project_id AND a.id = o.approval_id
  LEFT JOIN job j ON j.project_id = o.project_id AND j.id = o.job_id`;

/** Reads imports of opening balances and payment history. */
@Injectable()
export class OpeningsQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Imports, the latest first. */
  async page(projectId: string, query: OpeningQueryDto): Promise<OpeningPageDto> {
    const { pageSize = 20 } = query;
    const where = new Where()
      .add("o.project_id = ?", projectId)
      .add("o.kind = ?", query.kind)
      .add("o.status = ?", query.status)
      .add("o.id < ?", decodeCursor(query.cursor, 1)?.[0]);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<Row[]>(
      `${SELECT} ${where.toString()} ORDER BY o.id DESC LIMIT ${limit}`,
      where.params,
    );
    const counts = await this.counts(
      projectId,
      rows.map(({ id }) => id),
    );
    const cutOverOn = await cutOverOf(this.db, projectId);
    const [closed] = await this.db.query<{ period: string }[]>(
      "SELECT period FROM billing_period WHERE project_id = $1 AND period = $2 AND status = 'CLOSED'",
      [projectId, periodOf(cutOverOn)],
    );
    const page = toCursorPage(
      rows,
      pageSize,
      (row) => toDto(row, counts.get(row.id) ?? []),
      ({ id }) => [id],
    );
    return { ...page, cutOverOn, closedPeriod: closed?.period ?? null };
  }

  /** One import. */
  async one(projectId: string, id: string): Promise<OpeningDto> {
    const [row] = await this.db.query<Row[]>(`${SELECT} WHERE o.project_id = $1 AND o.id = $2`, [projectId, id]);
    if (!row) throw notFound("期初导入");
    return toDto(row, (await this.counts(projectId, [id])).get(id) ?? []);
  }

  /** The rows of an import in the order of the file. */
  async rows(projectId: string, openingId: string, query: OpeningRowQueryDto): Promise<OpeningRowPageDto> {
    const { pageSize = 20 } = query;
    const where = new Where()
      .add("r.project_id = ?", projectId)
      .add("r.opening_id = ?", openingId)
      .add("r.kind = ?", query.kind)
      .add("(r.fault IS NOT NULL) = ?", query.faulty)
      .add("r.fee_item_id = ?", query.feeItemId)
      .add("u.building_id = ?", query.buildingId)
      .add("coalesce(o.code, r.room_code) ILIKE ?", containing(query.q))
      .add("r.id > ?", decodeCursor(query.cursor, 1)?.[0]);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<OpeningRowDto[]>(
      `SELECT r.id, r.kind, r.sheet, r.row_no AS "rowNo", r.room_id AS "roomId", coalesce(o.code, r.room_code) AS "roomCode",
              r.customer_id AS "customerId", k.name AS "customerName", coalesce(i.name, r.fee_item_name) AS "feeItemName", coalesce(x.label, r.charge_object) AS "objectLabel",
              r.from_on AS "fromOn", r.to_on AS "toOn", r.due_on AS "dueOn", r.paid_on AS "paidOn", r.amount_fen AS "amountFen",
              r.paid_fen AS "paidFen", r.document_no AS "documentNo", r.cycle, r.cashier, r.remark, r.fault, c.id AS "chargeId"
         FROM opening_row r
         LEFT JOIN room o ON o.project_id = r.project_id AND o.id = r.room_id
         LEFT JOIN unit u ON u.project_id = o.project_id AND u.id = o.unit_id
         LEFT JOIN fee_item i ON i.project_id = r.project_id AND i.id = r.fee_item_id
         LEFT JOIN customer m ON m.project_id = r.project_id AND m.id = r.customer_id
         LEFT JOIN customer k ON k.project_id = m.project_id AND k.id = coalesce(m.merged_into_id, m.id)
         LEFT JOIN charge_object x ON x.project_id = r.project_id AND x.id = r.object_id
         LEFT JOIN charge c ON c.project_id = r.project_id AND c.id = r.id
        ${where.toString()} ORDER BY r.id LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(
      rows,
      pageSize,
      (row) => row,
      ({ id }) => [id],
    );
  }

  private async counts(projectId: string, ids: readonly string[]): Promise<Map<string, OpeningCountDto[]>> {
    const rows = await this.db.query<(OpeningCountDto & { id: string })[]>(
      `SELECT opening_id AS id, kind, count(*) FILTER (WHERE fault IS NULL)::int AS count,
              count(*) FILTER (WHERE fault IS NOT NULL)::int AS faults,
              coalesce(sum(amount_fen) FILTER (WHERE fault IS NULL), 0)::bigint AS "amountFen",
              coalesce(sum(paid_fen) FILTER (WHERE fault IS NULL), 0)::bigint AS "paidFen"
         FROM opening_row WHERE project_id = $1 AND opening_id = ANY ($2)
        GROUP BY opening_id, kind
        ORDER BY array_position(ARRAY['ARREARS', 'PREPAYMENT', 'DEPOSIT', 'PAID_THROUGH', 'COLLECTED', 'HISTORY'], kind)`,
      [projectId, ids],
    );
    return new Map(
      [...Map.groupBy(rows, ({ id }) => id)].map(([id, counts]) => [id, counts.map(({ id: _id, ...count }) => count)]),
    );
  }
}

const moment = (at: Date | null) => at?.toISOString() ?? null;

const toDto = (row: Row, counts: OpeningCountDto[]): OpeningDto => ({
  ...row,
  counts,
  faultCount: counts.reduce((sum, { faults }) => sum + faults, 0),
  createdAt: row.createdAt.toISOString(),
  postedAt: moment(row.postedAt),
  reversedAt: moment(row.reversedAt),
  signedAt: moment(row.signedAt),
});
