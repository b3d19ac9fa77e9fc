import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { RefundRequestDto, RefundRequestPageDto, RefundRequestQueryDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { joinSurvivor } from "../../customer/merged-customers.js";

type Row = Omit<RefundRequestDto, "createdAt"> & { createdAt: Date };

const SOURCE = `CASE WHEN q.red_receipt_id IS NOT NULL THEN 'RED_RECEIPT' WHEN q.deposit_id IS NOT NULL THEN 'DEPOSIT' ELSE 'PREPAYMENT' END`;

const SELECT = `SELECT q.id, q.request_no AS "requestNo", q.status, ${SOURCE} AS source,
    coalesce(q.red_receipt_id, q.deposit_id, q.account_id) AS "sourceId", coalesce(s.receipt_no, d.deposit_no, r.code) AS "sourceNo",
    c.id AS "payerId", c.name AS "payerName", q.amount_fen AS "amountFen", q.method, q.channel_reason AS "channelReason",
    q.account_holder AS "accountHolder", q.bank_name AS "bankName", q.bank_account_masked AS "bankAccountMasked",
    q.original_receipt AS "originalReceipt", q.reason, q.requested_by_name AS "requestedByName", q.created_at AS "createdAt",
    q.approval_id AS "approvalId", p.decided_by_name AS "decidedByName", p.note,
    w.order_no AS "onlineOrderNo", z.status AS "onlineRefundStatus", z.failure AS "onlineRefundFailure", f.refund_no AS "refundNo", f.paid_by_name AS "paidByName", f.booked_on AS "paidOn"
  FROM refund_request q
  JOIN approval p ON p.project_id = q.project_id AND p.id = q.approval_id
  LEFT JOIN receipt s ON s.project_id = q.project_id AND s.id = q.red_receipt_id
  LEFT JOIN deposit d ON d.project_id = q.project_id AND d.id = q.deposit_id
  LEFT JOIN prepayment_account a ON a.project_id = q.project_id AND a.id = q.account_id
  LEFT JOIN room r ON r.project_id = a.project_id AND r.id = a.room_id
  LEFT JOIN receipt b ON b.project_id = s.project_id AND b.id = s.reversal_of
  LEFT JOIN online_order w ON w.project_id = b.project_id AND w.id = coalesce(b.reissue_of, b.id)
        AND EXISTS (SELECT 1 FROM online_channel h WHERE h.project_id = w.project_id AND h.id = w.channel_id AND h.method = q.method)
  LEFT JOIN online_refund z ON z.project_id = q.project_id AND z.request_id = q.id
  LEFT JOIN refund f ON f.project_id = q.project_id AND f.request_id = q.id
  ${joinSurvivor("c", "q.project_id", "coalesce(s.payer_id, d.payer_id, a.customer_id)")}`;

/** Reads refund requests (BIL-81). */
@Injectable()
export class RefundRequestsQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Requests, the latest first. */
  async page(projectId: string, query: RefundRequestQueryDto): Promise<RefundRequestPageDto> {
    const { status, source, cursor, pageSize = 20 } = query;
    const pattern = containing(query.q);
    const where = new Where()
      .add("q.project_id = ?", projectId)
      .add("q.status = ?", status)
      .add(`${SOURCE} = ?`, source)
      .add("(q.request_no ILIKE ? OR c.name ILIKE ? OR c.number ILIKE ?)", pattern, pattern, pattern)
      .add("q.id < ?", decodeCursor(cursor, 1)?.[0]);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<Row[]>(
      `${SELECT} ${where.toString()} ORDER BY q.id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toDto, ({ id }) => [id]);
  }

  /** One request. */
  async one(projectId: string, id: string): Promise<RefundRequestDto> {
    const [row] = await this.db.query<Row[]>(`${SELECT} WHERE q.project_id = $1 AND q.id = $2`, [projectId, id]);
    if (!row) throw notFound("退款申请");
    return toDto(row);
  }
}

const toDto = (row: Row): RefundRequestDto => ({ ...row, createdAt: row.createdAt.toISOString() });
