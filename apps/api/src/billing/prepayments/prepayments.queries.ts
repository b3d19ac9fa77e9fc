import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  PrepaymentDto,
  PrepaymentMovementDto,
  PrepaymentMovementPageDto,
  PrepaymentMovementQueryDto,
  PrepaymentPageDto,
  PrepaymentQueryDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { idsOf, joinSurvivor } from "../../customer/merged-customers.js";

type MovementRow = Omit<PrepaymentMovementDto, "createdAt"> & { createdAt: Date };

const JOINS = `
  JOIN room r ON r.project_id = a.project_id AND r.id = a.room_id
  JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
  LEFT JOIN fee_item i ON i.project_id = a.project_id AND i.id = a.fee_item_id
  ${joinSurvivor("c", "a.project_id", "a.customer_id")}`;

/** Reads prepayment accounts (BIL-60). */
@Injectable()
export class PrepaymentsQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Accounts, the latest opened first, and the balance of all that the filter finds. */
  async page(projectId: string, query: PrepaymentQueryDto): Promise<PrepaymentPageDto> {
    const { pageSize = 20, withBalance } = query;
    const pattern = containing(query.q);
    const where = new Where()
      .add("a.project_id = ?", projectId)
      .add("a.room_id = ?", query.roomId)
      .add(`a.customer_id IN ${idsOf("?", "?")}`, query.customerId && projectId, query.customerId, query.customerId)
      .add("u.building_id = ?", query.buildingId)
      .add("(r.code ILIKE ? OR c.name ILIKE ? OR c.number ILIKE ?)", pattern, pattern, pattern)
      .add("a.fee_item_id = ?", query.feeItemId)
      .add("(a.fee_item_id IS NOT NULL) = ?", query.kind && query.kind === "ITEM")
      .add("(a.balance_fen > 0) = ?", withBalance);
    const [sum] = await this.db.query<{ fen: number }[]>(
      `SELECT coalesce(sum(a.balance_fen), 0)::bigint AS fen FROM prepayment_account a ${JOINS} ${where.toString()}`,
      where.params,
    );
    where.add("a.id < ?", decodeCursor(query.cursor, 1)?.[0]);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<PrepaymentDto[]>(
      `SELECT a.id, a.room_id AS "roomId", r.code AS "roomCode", c.id AS "customerId", c.name AS "customerName",
              c.number AS "customerNumber", a.fee_item_id AS "feeItemId", i.name AS "feeItemName", a.balance_fen AS "balanceFen",
              (SELECT max(m.booked_on) FROM prepayment_movement m WHERE m.project_id = a.project_id AND m.account_id = a.id) AS "lastMovedOn"
         FROM prepayment_account a ${JOINS} ${where.toString()} ORDER BY a.id DESC LIMIT ${limit}`,
      where.params,
    );
    return {
      ...toCursorPage(
        rows,
        pageSize,
        (row) => row,
        ({ id }) => [id],
      ),
      balanceFen: sum!.fen,
    };
  }

  /** Movements of an account, the latest first. */
  async movements(
    projectId: string,
    accountId: string,
    { cursor, pageSize = 20 }: PrepaymentMovementQueryDto,
  ): Promise<PrepaymentMovementPageDto> {
    const found = await this.db.query<object[]>("SELECT 1 FROM prepayment_account WHERE project_id = $1 AND id = $2", [
      projectId,
      accountId,
    ]);
    if (found.length === 0) throw notFound("预收账户");
    const where = new Where()
      .add("m.project_id = ?", projectId)
      .add("m.account_id = ?", accountId)
      .add("m.id < ?", decodeCursor(cursor, 1)?.[0]);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<MovementRow[]>(
      `SELECT m.id, m.source, m.amount_fen AS "amountFen", m.balance_after_fen AS "balanceAfterFen", m.booked_on AS "bookedOn",
              m.receipt_id AS "receiptId", r.receipt_no AS "receiptNo", m.document_no AS "documentNo", m.created_at AS "createdAt"
         FROM prepayment_movement m
         LEFT JOIN receipt r ON r.project_id = m.project_id AND r.id = m.receipt_id
         ${where.toString()} ORDER BY m.id DESC LIMIT ${limit}`,
      where.params,
    );
    const toDto = (row: MovementRow): PrepaymentMovementDto => ({ ...row, createdAt: row.createdAt.toISOString() });
    return toCursorPage(rows, pageSize, toDto, ({ id }) => [id]);
  }
}
