import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  RecalculationCause,
  RecalculationChargeDto,
  RecalculationDto,
  RecalculationLineDto,
  RecalculationLinePageDto,
  RecalculationLineQueryDto,
  RecalculationObstacle,
  RecalculationPageDto,
  RecalculationQueryDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, limitOf, toCursorPage, toPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { NATURAL } from "../../database/natural-order.js";
import { explain } from "../pricing/explain.js";
import type { RecalculatedBill } from "./recalculation-line.entity.js";
import { RECALCULATION_STATUS } from "./recalculation-status.js";
import { itemWithObjectOf } from "../objects/charge-item.sql.js";

type Row = Omit<RecalculationDto, "createdAt" | "decidedAt" | "appliedAt"> & {
  createdAt: Date;
  decidedAt: Date | null;
  appliedAt: Date | null;
};

type LineRow = Omit<RecalculationLineDto, "differenceFen" | "before" | "after" | "causes" | "obstacle" | "leftOut"> & {
  causes: string[];
  obstacle: string | null;
  leftOut: string | null;
  before: RecalculatedBill[];
  after: RecalculatedBill[];
};

const ROWS = `SELECT r.id, ${RECALCULATION_STATUS} AS status, r.reason, r.fee_item_ids AS "feeItemIds",
       ARRAY(SELECT f.name FROM fee_item f WHERE f.project_id = r.project_id AND f.id = ANY (r.fee_item_ids) ORDER BY f.code) AS "feeItemNames",
       r.from_period AS "fromPeriod", r.to_period AS "toPeriod", cardinality(r.room_ids) AS "roomCount",
       r.line_count AS "lineCount", r.old_fen AS "oldFen", r.new_fen AS "newFen", r.blocked_count AS "blockedCount", r.obstacles,
       r.applied_count AS "appliedCount", r.applied_fen AS "appliedFen", r.left_out_count AS "leftOutCount",
       CASE WHEN ${RECALCULATION_STATUS} = 'FAILED' THEN j.message END AS failure, r.job_id AS "jobId",
       r.approval_id AS "approvalId", r.created_by_name AS "createdByName", r.created_at AS "createdAt",
       a.decided_by_name AS "decidedByName", a.decided_at AS "decidedAt", a.note, r.applied_at AS "appliedAt"
  FROM recalculation r
  LEFT JOIN job j ON j.project_id = r.project_id AND j.id = r.job_id
  LEFT JOIN approval a ON a.project_id = r.project_id AND a.id = r.approval_id`;

/** Reads recalculations and their lists of differences. */
@Injectable()
export class RecalculationsQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The latest first. */
  async list(projectId: string, query: RecalculationQueryDto): Promise<RecalculationPageDto> {
    const where = new Where().add("r.project_id = ?", projectId).add(`${RECALCULATION_STATUS} = ?`, query.status);
    const [{ total }] = await this.db.query<[{ total: number }]>(
      `SELECT count(*)::int AS total FROM (${ROWS} ${where.toString()}) rows`,
      where.params,
    );
    const { limit, offset } = limitOf(query);
    const rows = await this.db.query<Row[]>(
      `${ROWS} ${where.toString()} ORDER BY r.id DESC LIMIT ${where.param(limit)} OFFSET ${where.param(offset)}`,
      where.params,
    );
    return toPage(rows, total, toDto);
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, id: string): Promise<RecalculationDto> {
    const [row] = await this.db.query<Row[]>(`${ROWS} WHERE r.project_id = $1 AND r.id = $2`, [projectId, id]);
    if (!row) throw notFound("应收重算");
    return toDto(row);
  }

  /** By room, month and item. @throws NOT_FOUND */
  async lines(projectId: string, id: string, query: RecalculationLineQueryDto): Promise<RecalculationLinePageDto> {
    await this.one(projectId, id);
    const { pageSize = 20, kind, feeItemId, q } = query;
    const [code, period, lineId] = decodeCursor(query.cursor, 3) ?? [];
    const where = new Where()
      .add("l.project_id = ?", projectId)
      .add("l.recalculation_id = ?", id)
      .add("(l.obstacle IS NULL) = ?", kind && kind === "CHANGE")
      .add("l.fee_item_id = ?", feeItemId)
      .add("o.code ILIKE ?", containing(q))
      .add(`(o.code ${NATURAL}, l.period, l.id) > (? ${NATURAL}, ?, ?::uuid)`, code, period, lineId);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<LineRow[]>(
      `SELECT l.id, l.room_id AS "roomId", o.code AS "roomCode", l.fee_item_id AS "feeItemId", ${itemWithObjectOf("l.project_id", "l.charge_ids[1]", "f.name")} AS "feeItemName", l.period,
              l.service_from AS "serviceFrom", l.service_to AS "serviceTo", l.old_fen AS "oldFen", l.new_fen AS "newFen",
              l.late_fee_fen AS "lateFeeFen", l.causes, l.obstacle, l.applied, l.left_out AS "leftOut", l.before, l.after
         FROM recalculation_line l
         JOIN room o ON o.project_id = l.project_id AND o.id = l.room_id
         JOIN fee_item f ON f.project_id = l.project_id AND f.id = l.fee_item_id
        ${where.toString()} ORDER BY o.code ${NATURAL}, l.period, l.id LIMIT ${limit}`,
      where.params,
    );
    const names = await this.namesOf(projectId, rows);
    return toCursorPage(
      rows,
      pageSize,
      (row) => toLineDto(row, names),
      (row) => [row.roomCode, row.period, row.id],
    );
  }

  private async namesOf(projectId: string, rows: readonly LineRow[]): Promise<ReadonlyMap<string, string>> {
    const ids = rows.flatMap(({ before, after }) => [...before, ...after].flatMap(({ payerId }) => payerId ?? []));
    const found = await this.db.query<{ id: string; name: string }[]>(
      "SELECT id, name FROM customer WHERE project_id = $1 AND id = ANY ($2)",
      [projectId, [...new Set(ids)]],
    );
    return new Map(found.map(({ id, name }) => [id, name]));
  }
}

const toDto = ({ createdAt, decidedAt, appliedAt, ...row }: Row): RecalculationDto => ({
  ...row,
  createdAt: createdAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
  appliedAt: appliedAt?.toISOString() ?? null,
});

function toLineDto(row: LineRow, names: ReadonlyMap<string, string>): RecalculationLineDto {
  const billDto = ({ trace, ...bill }: RecalculatedBill): RecalculationChargeDto => ({
    ...bill,
    discountFen: bill.discountFen ?? 0,
    waivedFen: bill.waivedFen ?? 0,
    payerName: (bill.payerId && names.get(bill.payerId)) ?? null,
    explanation: trace ? explain(trace) : [],
  });
  return {
    id: row.id,
    roomId: row.roomId,
    roomCode: row.roomCode,
    feeItemId: row.feeItemId,
    feeItemName: row.feeItemName,
    period: row.period,
    serviceFrom: row.serviceFrom,
    serviceTo: row.serviceTo,
    oldFen: row.oldFen,
    newFen: row.newFen,
    differenceFen: row.newFen - row.oldFen,
    lateFeeFen: row.lateFeeFen,
    causes: row.causes as RecalculationCause[],
    obstacle: row.obstacle as RecalculationObstacle | null,
    applied: row.applied,
    leftOut: row.leftOut as RecalculationObstacle | null,
    before: row.before.map(billDto),
    after: row.after.map(billDto),
  };
}
