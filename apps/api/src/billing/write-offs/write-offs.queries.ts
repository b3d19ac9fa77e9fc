import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  WriteOffDetailDto,
  WriteOffDto,
  WriteOffLineDto,
  WriteOffPageDto,
  WriteOffQueryDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { joinSurvivor } from "../../customer/merged-customers.js";
import { itemWithObject } from "../objects/charge-item.sql.js";

type Row = Omit<WriteOffDto, "createdAt"> & { createdAt: Date };

const FROM = `FROM write_off w
  JOIN approval a ON a.project_id = w.project_id AND a.id = w.approval_id
  ${joinSurvivor("c", "w.project_id", "w.payer_id")}`;

const SELECT = `SELECT w.id, w.write_off_no AS "writeOffNo", w.status, w.reason_code AS "reasonCode", w.reason, c.id AS "payerId",
    c.name AS "payerName", w.amount_fen AS "amountFen", w.recovered_fen AS "recoveredFen",
    w.requested_by_name AS "requestedByName", w.created_at AS "createdAt", a.decided_by_name AS "decidedByName",
    w.booked_on AS "bookedOn", w.approval_id AS "approvalId",
    ARRAY(SELECT DISTINCT r.code FROM write_off_line l
            JOIN charge h ON h.project_id = l.project_id AND h.id = l.charge_id
            JOIN room r ON r.project_id = h.project_id AND r.id = h.room_id
           WHERE l.project_id = w.project_id AND l.write_off_id = w.id ORDER BY r.code LIMIT 3) AS "roomCodes" ${FROM}`;

/** Reads write-offs and what came back of them. */
@Injectable()
export class WriteOffsQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Write-offs, the latest first, with the sums of all that the filter finds. */
  async page(projectId: string, query: WriteOffQueryDto): Promise<WriteOffPageDto> {
    const { pageSize = 20 } = query;
    const pattern = containing(query.q);
    const where = new Where()
      .add("w.project_id = ?", projectId)
      .add("w.status = ?", query.status)
      .add("w.reason_code = ?", query.reasonCode)
      .add("w.created_at >= ?::date", query.from)
      .add("w.created_at < ?::date + 1", query.to)
      .add("(w.write_off_no ILIKE ? OR c.name ILIKE ? OR c.number ILIKE ?)", pattern, pattern, pattern);
    const [sums] = await this.db.query<{ amountFen: number; recoveredFen: number }[]>(
      `SELECT coalesce(sum(w.amount_fen), 0)::bigint AS "amountFen", coalesce(sum(w.recovered_fen), 0)::bigint AS "recoveredFen"
         ${FROM} ${where.toString()}`,
      where.params,
    );
    where.add("w.id < ?", decodeCursor(query.cursor, 1)?.[0]);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<Row[]>(
      `${SELECT} ${where.toString()} ORDER BY w.id DESC LIMIT ${limit}`,
      where.params,
    );
    return { ...toCursorPage(rows, pageSize, toDto, ({ id }) => [id]), ...sums! };
  }

  /** One write-off with its lines. */
  async one(projectId: string, id: string): Promise<WriteOffDetailDto> {
    const [row] = await this.db.query<Row[]>(`${SELECT} WHERE w.project_id = $1 AND w.id = $2`, [projectId, id]);
    if (!row) throw notFound("核销单");
    const [lines, receipts] = await Promise.all([
      this.db.query<WriteOffLineDto[]>(
        `SELECT l.charge_id AS "chargeId", r.code AS "roomCode", ${itemWithObject("h", "i.name")} AS "feeItemName", h.period, h.due_on AS "dueOn",
                l.amount_fen AS "amountFen", l.recovered_fen AS "recoveredFen"
           FROM write_off_line l
           JOIN charge h ON h.project_id = l.project_id AND h.id = l.charge_id
           JOIN room r ON r.project_id = h.project_id AND r.id = h.room_id
           JOIN fee_item i ON i.project_id = h.project_id AND i.id = h.fee_item_id
          WHERE l.project_id = $1 AND l.write_off_id = $2 ORDER BY r.code, h.period, l.id`,
        [projectId, id],
      ),
      this.db.query<{ no: string }[]>(
        `SELECT DISTINCT s.receipt_no AS no FROM write_off_line l
           JOIN charge_entry e ON e.project_id = l.project_id AND e.charge_id = l.charge_id AND e.kind = 'RECEIPT'
           JOIN receipt s ON s.project_id = e.project_id AND s.id = e.receipt_id AND s.remark = '坏账收回 ' || $3
          WHERE l.project_id = $1 AND l.write_off_id = $2 ORDER BY 1`,
        [projectId, id, row.writeOffNo],
      ),
    ]);
    return { ...toDto(row), lines, receiptNos: receipts.map(({ no }) => no) };
  }
}

const toDto = (row: Row): WriteOffDto => ({ ...row, createdAt: row.createdAt.toISOString() });
