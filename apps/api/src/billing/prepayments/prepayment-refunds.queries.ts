import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { PrepaymentRefundDto, PrepaymentRefundPageDto, PrepaymentRefundQueryDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { Where } from "../../common/where.js";

type Row = Omit<PrepaymentRefundDto, "createdAt"> & { createdAt: Date };

const SELECT = `SELECT p.id, p.status, a.room_id AS "roomId", r.code AS "roomCode", a.customer_id AS "customerId",
    c.name AS "customerName", a.fee_item_id AS "feeItemId", i.name AS "feeItemName", p.amount_fen AS "amountFen", p.reason, p.requested_by_name AS "requestedByName",
    p.created_at AS "createdAt", f.refund_no AS "refundNo", f.method, f.paid_by_name AS "paidByName", f.booked_on AS "paidOn"
  FROM prepayment_refund p
  JOIN prepayment_account a ON a.project_id = p.project_id AND a.id = p.account_id
  JOIN room r ON r.project_id = a.project_id AND r.id = a.room_id
  JOIN customer c ON c.project_id = a.project_id AND c.id = a.customer_id
  LEFT JOIN fee_item i ON i.project_id = a.project_id AND i.id = a.fee_item_id
  LEFT JOIN refund f ON f.project_id = p.project_id AND f.prepayment_refund_id = p.id`;

/** Reads requests to pay prepayment balances back. */
@Injectable()
export class PrepaymentRefundQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Requests, the latest first. */
  async page(projectId: string, query: PrepaymentRefundQueryDto): Promise<PrepaymentRefundPageDto> {
    const { status, roomId, customerId, cursor, pageSize = 20 } = query;
    const where = new Where()
      .add("p.project_id = ?", projectId)
      .add("p.status = ?", status)
      .add("a.room_id = ?", roomId)
      .add("a.customer_id = ?", customerId)
      .add("p.id < ?", decodeCursor(cursor, 1)?.[0]);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<Row[]>(
      `${SELECT} ${where.toString()} ORDER BY p.id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toDto, ({ id }) => [id]);
  }

  /** One request. */
  async one(projectId: string, id: string): Promise<PrepaymentRefundDto> {
    const [row] = await this.db.query<Row[]>(`${SELECT} WHERE p.project_id = $1 AND p.id = $2`, [projectId, id]);
    if (!row) throw notFound("退还预收的申请");
    return toDto(row);
  }
}

const toDto = (row: Row): PrepaymentRefundDto => ({ ...row, createdAt: row.createdAt.toISOString() });
