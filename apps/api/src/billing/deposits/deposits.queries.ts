import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  DepositDetailDto,
  DepositDto,
  DepositMovementDto,
  DepositPageDto,
  DepositQueryDto,
  ReceiptRefDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { idsOf, joinSurvivor } from "../../customer/merged-customers.js";

type Row = Omit<DepositDto, "createdAt"> & { createdAt: Date };

/** Where a deposit stands, from what was received and used. */
const STATE = `CASE WHEN c.received_fen > d.used_fen AND d.refundable THEN 'REFUNDABLE'
                    WHEN c.received_fen > d.used_fen THEN 'HELD'
                    WHEN d.used_fen > 0 THEN 'SETTLED'
                    WHEN c.reversed_fen = c.amount_fen THEN 'CANCELLED'
                    ELSE 'WAITING' END`;

const FROM = `FROM deposit d
  JOIN charge c ON c.project_id = d.project_id AND c.id = d.charge_id
  JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
  JOIN room r ON r.project_id = d.project_id AND r.id = d.room_id
  ${joinSurvivor("k", "d.project_id", "d.payer_id")}`;

const SELECT = `SELECT d.id, d.deposit_no AS "depositNo", ${STATE} AS state, d.room_id AS "roomId", r.code AS "roomCode",
    k.id AS "payerId", k.name AS "payerName", i.id AS "feeItemId", i.name AS "feeItemName", d.object, d.object_ref AS "objectRef",
    d.charge_id AS "chargeId", d.amount_fen AS "amountFen", c.received_fen AS "receivedFen",
    c.received_fen - d.used_fen AS "heldFen",
    (SELECT min(e.booked_on) FROM charge_entry e WHERE e.project_id = c.project_id AND e.charge_id = c.id AND e.kind = 'RECEIPT') AS "receivedOn",
    d.refundable, d.refundable_reason AS "refundableReason", d.created_by_name AS "createdByName", d.created_at AS "createdAt",
    d.remark ${FROM}`;

/** Reads deposits (BIL-84). */
@Injectable()
export class DepositsQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Deposits, the latest first, and what is held of all that the filter finds. */
  async page(projectId: string, query: DepositQueryDto): Promise<DepositPageDto> {
    const { pageSize = 20, payerId } = query;
    const pattern = containing(query.q);
    const where = new Where()
      .add("d.project_id = ?", projectId)
      .add(`${STATE} = ?`, query.state)
      .add("d.object = ?", query.object)
      .add("i.id = ?", query.feeItemId)
      .add("d.room_id = ?", query.roomId)
      .add(`d.payer_id IN ${idsOf("?", "?")}`, payerId && projectId, payerId, payerId)
      .add(
        "(d.deposit_no ILIKE ? OR d.object_ref ILIKE ? OR r.code ILIKE ? OR k.name ILIKE ? OR k.number ILIKE ?)",
        pattern,
        pattern,
        pattern,
        pattern,
        pattern,
      );
    const [sum] = await this.db.query<{ fen: number }[]>(
      `SELECT coalesce(sum(c.received_fen - d.used_fen), 0)::bigint AS fen ${FROM} ${where.toString()}`,
      where.params,
    );
    where.add("d.id < ?", decodeCursor(query.cursor, 1)?.[0]);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<Row[]>(
      `${SELECT} ${where.toString()} ORDER BY d.id DESC LIMIT ${limit}`,
      where.params,
    );
    return { ...toCursorPage(rows, pageSize, toDto, ({ id }) => [id]), heldFen: sum!.fen };
  }

  /** One deposit with what became of it. */
  async one(projectId: string, id: string): Promise<DepositDetailDto> {
    const [row] = await this.db.query<Row[]>(`${SELECT} WHERE d.project_id = $1 AND d.id = $2`, [projectId, id]);
    if (!row) throw notFound("押金");
    const [movements, receipts, [asked]] = await Promise.all([
      this.db.query<DepositMovementDto[]>(
        `SELECT id, kind, amount_fen AS "amountFen", booked_on AS "bookedOn", reason, document_no AS "documentNo",
                created_by_name AS "createdByName"
           FROM deposit_movement WHERE project_id = $1 AND deposit_id = $2 ORDER BY created_at, id`,
        [projectId, id],
      ),
      this.db.query<ReceiptRefDto[]>(
        `SELECT DISTINCT s.id, s.receipt_no AS "receiptNo", s.booked_on AS "bookedOn", s.reversal_reason AS reason, s.cashier_name AS "byName"
           FROM charge_entry e JOIN receipt s ON s.project_id = e.project_id AND s.id = e.receipt_id
          WHERE e.project_id = $1 AND e.charge_id = $2 ORDER BY s.booked_on, s.receipt_no`,
        [projectId, row.chargeId],
      ),
      this.db.query<{ fen: number }[]>(
        `SELECT coalesce(sum(amount_fen), 0)::bigint AS fen FROM refund_request
          WHERE project_id = $1 AND deposit_id = $2 AND status IN ('PENDING', 'APPROVED')`,
        [projectId, id],
      ),
    ]);
    return { ...toDto(row), movements, receipts, requestedFen: asked!.fen };
  }
}

const toDto = (row: Row): DepositDto => ({ ...row, createdAt: row.createdAt.toISOString() });
