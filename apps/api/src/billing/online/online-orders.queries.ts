import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  OnlineNoticeDto,
  OnlineOrderChargeDto,
  OnlineOrderDetailDto,
  OnlineOrderDto,
  OnlineOrderPageDto,
  OnlineOrderQueryDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { joinSurvivor } from "../../customer/merged-customers.js";
import { OnlineRefundsQueries } from "./refunds/online-refunds.queries.js";
import { tradeNoOf } from "./trade-no.js";
import { itemWithObject } from "../objects/charge-item.sql.js";

type Moments = "createdAt" | "expiresAt" | "paidAt";
type Row = Omit<OnlineOrderDto, Moments | "tradeNo"> & { createdAt: Date; expiresAt: Date; paidAt: Date | null };
type NoticeRow = Omit<OnlineNoticeDto, "receivedAt"> & { receivedAt: Date };

/**
 * Why the channel's last word on an order was not booked; once it is paid, only that it was paid a second time or paid back
 * without a refund of ours.
 */
const PROBLEM = `(SELECT n.result FROM online_notification n
  WHERE n.project_id = o.project_id AND n.order_id = o.id
    AND (o.transaction_no IS NULL OR n.result = 'TRANSACTION_MISMATCH' OR (n.kind = 'REFUND' AND n.result = 'NOTED'))
  ORDER BY n.id DESC LIMIT 1)`;

const ROOMS = `SELECT DISTINCT r.code FROM online_order_charge x
  JOIN charge c ON c.project_id = x.project_id AND c.id = x.charge_id
  JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
 WHERE x.project_id = o.project_id AND x.order_id = o.id`;

const SELECT = `SELECT o.id, o.order_no AS "orderNo", o.status, o.channel_id AS "channelId", h.name AS "channelName", h.method,
    k.id AS "payerId", k.name AS "payerName", ARRAY(${ROOMS} ORDER BY r.code) AS "roomCodes", o.amount_fen AS "amountFen",
    o.pay_url AS "payUrl", o.expires_at AS "expiresAt", o.transaction_no AS "transactionNo", o.paid_at AS "paidAt",
    o.paid_after_close AS "paidAfterClose", o.prepaid_fen AS "prepaidFen", o.refunded_fen AS "refundedFen", t.id AS "receiptId", t.receipt_no AS "receiptNo",
    ${PROBLEM} AS problem, o.close_reason AS "closeReason", o.created_by_name AS "createdByName", o.created_at AS "createdAt"
  FROM online_order o
  JOIN online_channel h ON h.project_id = o.project_id AND h.id = o.channel_id
  LEFT JOIN receipt t ON t.project_id = o.project_id AND t.id = o.id
  ${joinSurvivor("k", "o.project_id", "o.payer_id")}`;

/** Reads online orders. */
@Injectable()
export class OnlineOrdersQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly refunds: OnlineRefundsQueries,
  ) {}

  /** Orders, the latest first. */
  async page(projectId: string, query: OnlineOrderQueryDto): Promise<OnlineOrderPageDto> {
    const { pageSize = 20 } = query;
    const pattern = containing(query.q);
    const where = new Where()
      .add("o.project_id = ?", projectId)
      .add("o.status = ?", query.status)
      .add("o.channel_id = ?", query.channelId)
      .add(`EXISTS (${ROOMS} AND r.id = ?)`, query.roomId)
      .add("o.created_at >= ?::date", query.from)
      .add("o.created_at < ?::date + 1", query.to)
      .add(
        `(o.order_no ILIKE ? OR o.transaction_no ILIKE ? OR k.name ILIKE ? OR EXISTS (${ROOMS} AND r.code ILIKE ?))`,
        pattern,
        pattern,
        pattern,
        pattern,
      )
      .add(`(o.paid_after_close OR o.prepaid_fen > 0 OR ${PROBLEM} IS NOT NULL) = ?`, query.attention);
    const [at, id] = decodeCursor(query.cursor, 2) ?? [];
    where.add("(o.created_at, o.id) < (?::timestamptz, ?::uuid)", at, id);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<Row[]>(
      `${SELECT} ${where.toString()} ORDER BY o.created_at DESC, o.id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toOrderDto, (row) => [row.createdAt.toISOString(), row.id]);
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, id: string): Promise<OnlineOrderDetailDto> {
    const params = [projectId, id];
    const [[row], charges, refunds, notices] = await Promise.all([
      this.db.query<Row[]>(`${SELECT} WHERE o.project_id = $1 AND o.id = $2`, params),
      this.db.query<OnlineOrderChargeDto[]>(CHARGES, params),
      this.refunds.ofOrder(projectId, id),
      this.db.query<NoticeRow[]>(
        `SELECT id, created_at AS "receivedAt", kind, result, amount_fen AS "amountFen", transaction_no AS "transactionNo", message
           FROM online_notification WHERE project_id = $1 AND order_id = $2 ORDER BY id DESC LIMIT 100`,
        params,
      ),
    ]);
    if (!row) throw notFound("线上订单");
    return { ...toOrderDto(row), charges, refunds, notices: notices.map(toNoticeDto) };
  }
}

/** $1 project, $2 order; what of the payment each charge took stands under the receipt's id, which is the order's. */
const CHARGES = `
  SELECT c.id AS "chargeId", r.id AS "roomId", r.code AS "roomCode", ${itemWithObject("c", "i.name")} AS "feeItemName", c.period, x.amount_fen AS "amountFen",
         coalesce((SELECT -sum(e.amount_fen) FROM charge_entry e
                    WHERE e.project_id = c.project_id AND e.charge_id = c.id AND e.receipt_id = x.order_id), 0)::bigint AS "paidFen",
         c.open_fen AS "openFen"
    FROM online_order_charge x
    JOIN charge c ON c.project_id = x.project_id AND c.id = x.charge_id
    JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
    JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
   WHERE x.project_id = $1 AND x.order_id = $2 ORDER BY r.code, c.period, i.name, c.id`;

const toOrderDto = (row: Row): OnlineOrderDto => ({
  ...row,
  tradeNo: tradeNoOf(row.id),
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  paidAt: row.paidAt?.toISOString() ?? null,
});

const toNoticeDto = ({ receivedAt, ...row }: NoticeRow): OnlineNoticeDto => ({
  ...row,
  receivedAt: receivedAt.toISOString(),
});
