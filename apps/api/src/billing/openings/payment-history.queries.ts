import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { PaidThroughDto, PaymentHistoryDto, PaymentHistoryPageDto, RoomHistoryQueryDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { Where } from "../../common/where.js";
import { STANDING_PAID_THROUGH } from "./paid-through.queries.js";

/** Reads what a room paid before this system. No shift, receipt, report or month knows of it. */
@Injectable()
export class PaymentHistoryQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Payments, the latest first, and up to which day each fee item is paid. */
  async ofRoom(projectId: string, roomId: string, query: RoomHistoryQueryDto): Promise<PaymentHistoryPageDto> {
    const { pageSize = 20 } = query;
    const [room] = await this.db.query<object[]>("SELECT 1 FROM room WHERE project_id = $1 AND id = $2", [
      projectId,
      roomId,
    ]);
    if (!room) throw notFound("房间");
    const [on, id] = decodeCursor(query.cursor, 2) ?? [];
    const where = new Where()
      .add("r.project_id = ?", projectId)
      .add("r.room_id = ?", roomId)
      .add("r.fee_item_id = ?", query.feeItemId)
      .add("(r.paid_on, r.id) < (?::date, ?::uuid)", on, id);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<PaymentHistoryDto[]>(
      `SELECT r.id, i.name AS "feeItemName", r.cycle, r.from_on AS "fromOn", r.to_on AS "toOn", r.paid_on AS "paidOn",
              r.amount_fen AS "dueFen", r.paid_fen AS "paidFen", r.cashier, r.remark, o.opening_no AS "openingNo"
         FROM opening_row r
         JOIN opening o ON o.project_id = r.project_id AND o.id = r.opening_id AND o.status = 'POSTED'
         JOIN fee_item i ON i.project_id = r.project_id AND i.id = r.fee_item_id
        ${where.toString()} AND r.kind = 'HISTORY' AND r.fault IS NULL ORDER BY r.paid_on DESC, r.id DESC LIMIT ${limit}`,
      where.params,
    );
    const paidThrough = await this.db.query<PaidThroughDto[]>(
      `SELECT i.id AS "feeItemId", i.name AS "feeItemName", max(pt.paid_to) AS "paidTo"
         FROM ${STANDING_PAID_THROUGH}
         JOIN fee_item i ON i.project_id = pt.project_id AND i.id = pt.fee_item_id
        WHERE pt.project_id = $1 AND pt.room_id = $2 GROUP BY i.id, i.name, i.sort, i.code ORDER BY i.sort, i.code`,
      [projectId, roomId],
    );
    const page = toCursorPage(
      rows,
      pageSize,
      (row) => row,
      (row) => [row.paidOn, row.id],
    );
    return { ...page, paidThrough };
  }
}
