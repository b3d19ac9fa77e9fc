import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { WaiverDetailDto, WaiverDto, WaiverLineDto, WaiverPageDto, WaiverQueryDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { idsOf, joinSurvivor } from "../../customer/merged-customers.js";
import { itemWithObject } from "../objects/charge-item.sql.js";

type WaiverRow = Omit<WaiverDto, "createdAt" | "decidedAt"> & {
  createdAt: Date;
  decidedAt: Date | null;
  approvalId: string;
};

/** What of an approved waiver stands; null of any other. */
const STANDING = `CASE WHEN w.status = 'APPROVED' THEN
  (SELECT coalesce(sum(l.amount_fen), 0)::bigint FROM waiver_line l WHERE l.project_id = w.project_id AND l.waiver_id = w.id) END`;
const COLUMNS = `w.id, w.waiver_no AS "waiverNo", w.status, w.reason_code AS "reasonCode", w.reason, c.id AS "payerId",
  c.name AS "payerName", w.amount_fen AS "amountFen", ${STANDING} AS "standingFen", w.requested_by_name AS "requestedByName", w.created_at AS "createdAt",
  b.id AS "bearerId", b.name AS "bearerName", a.decided_by_name AS "decidedByName", a.decided_at AS "decidedAt", w.booked_on AS "bookedOn", w.approval_id AS "approvalId",
  COALESCE(w.reversal_reason, a.note) AS note,
  ARRAY(SELECT DISTINCT r.code FROM waiver_line l
          JOIN charge h ON h.project_id = l.project_id AND h.id = l.charge_id
          JOIN room r ON r.project_id = h.project_id AND r.id = h.room_id
         WHERE l.project_id = w.project_id AND l.waiver_id = w.id ORDER BY r.code LIMIT 3) AS "roomCodes"`;
const FROM = `FROM waiver w
  ${joinSurvivor("c", "w.project_id", "w.payer_id")}
  LEFT JOIN customer b ON b.project_id = w.project_id AND b.id = w.bearer_id
  JOIN approval a ON a.project_id = w.project_id AND a.id = w.approval_id`;

/** Reads waivers (减免表, BIL-112). */
@Injectable()
export class WaiversQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Waivers, the latest first, with the sum of all that the filter finds. */
  async page(projectId: string, query: WaiverQueryDto): Promise<WaiverPageDto> {
    const { pageSize = 20 } = query;
    const pattern = containing(query.q);
    const where = new Where()
      .add("w.project_id = ?", projectId)
      .add("w.status = ?", query.status)
      .add("w.reason_code = ?", query.reasonCode)
      .add(`w.payer_id IN ${idsOf("w.project_id", "?")}`, query.payerId, query.payerId)
      .add("w.created_at >= ?::date", query.from)
      .add("w.created_at < ?::date + 1", query.to)
      .add("(w.waiver_no ILIKE ? OR c.name ILIKE ? OR c.number ILIKE ?)", pattern, pattern, pattern)
      .add(
        `EXISTS (SELECT 1 FROM waiver_line l JOIN charge h ON h.project_id = l.project_id AND h.id = l.charge_id
                  WHERE l.project_id = w.project_id AND l.waiver_id = w.id AND h.room_id = ?)`,
        query.roomId,
      );
    const [{ fen } = { fen: 0 }] = await this.db.query<{ fen: number }[]>(
      `SELECT coalesce(sum(coalesce(${STANDING}, w.amount_fen)), 0)::bigint AS fen ${FROM} ${where.toString()}`,
      [...where.params],
    );
    const [at, id] = decodeCursor(query.cursor, 2) ?? [];
    where.add("(w.created_at, w.id) < (?::timestamptz, ?::uuid)", at, id);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<WaiverRow[]>(
      `SELECT ${COLUMNS} ${FROM} ${where.toString()} ORDER BY w.created_at DESC, w.id DESC LIMIT ${limit}`,
      where.params,
    );
    return {
      ...toCursorPage(rows, pageSize, toWaiverDto, (row) => [row.createdAt.toISOString(), row.id]),
      amountFen: fen,
    };
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, waiverId: string): Promise<WaiverDetailDto> {
    const [[row], lines] = await Promise.all([
      this.db.query<WaiverRow[]>(`SELECT ${COLUMNS} ${FROM} WHERE w.project_id = $1 AND w.id = $2`, [
        projectId,
        waiverId,
      ]),
      this.db.query<WaiverLineDto[]>(
        `SELECT l.charge_id AS "chargeId", r.id AS "roomId", r.code AS "roomCode", ${itemWithObject("h", "f.name")} AS "feeItemName", h.period,
                h.amount_fen AS "chargedFen", l.fen AS "amountFen", h.open_fen AS "openFen"
           FROM (SELECT charge_id, sum(amount_fen)::bigint AS fen FROM waiver_line
                  WHERE project_id = $1 AND waiver_id = $2 GROUP BY charge_id HAVING sum(amount_fen) <> 0) l
           JOIN charge h ON h.project_id = $1 AND h.id = l.charge_id
           JOIN room r ON r.project_id = h.project_id AND r.id = h.room_id
           JOIN fee_item f ON f.project_id = h.project_id AND f.id = h.fee_item_id
          ORDER BY r.code, h.period, f.name, h.id`,
        [projectId, waiverId],
      ),
    ]);
    if (!row) throw notFound("减免单");
    return { ...toWaiverDto(row), approvalId: row.approvalId, lines };
  }
}

const toWaiverDto = ({ approvalId: _approvalId, createdAt, decidedAt, ...row }: WaiverRow): WaiverDto => ({
  ...row,
  createdAt: createdAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
});
