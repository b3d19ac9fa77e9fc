import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { CollectedItemsDto, RemittanceDto, RemittancePageDto, RemittanceQueryDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { collectedItems } from "./collected-items.sql.js";

type Row = Omit<RemittanceDto, "createdAt"> & { createdAt: Date };

const SELECT = `SELECT e.id, e.fee_item_id AS "feeItemId", i.name AS "feeItemName", e.supplier_name AS "supplierName",
    e.booked_on AS "bookedOn", e.amount_fen AS "amountFen", e.method, e.slip_no AS "slipNo", e.remark,
    e.recorded_by_name AS "recordedByName", e.created_at AS "createdAt", e.reversal_of AS "reversalOf", red.id AS "reversedBy"
  FROM remittance e
  JOIN fee_item i ON i.project_id = e.project_id AND i.id = e.fee_item_id
  LEFT JOIN remittance red ON red.project_id = e.project_id AND red.reversal_of = e.id`;

/** Reads remittances, and what is still to be remitted (BIL-07). */
@Injectable()
export class RemittancesQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** What is to be remitted of each item today. */
  async items(projectId: string): Promise<CollectedItemsDto> {
    return { items: await collectedItems(this.db, projectId) };
  }

  /** Remittances, the latest day first. */
  async page(projectId: string, query: RemittanceQueryDto): Promise<RemittancePageDto> {
    const { pageSize = 20 } = query;
    const pattern = containing(query.q);
    const [day, id] = decodeCursor(query.cursor, 2) ?? [];
    const where = new Where()
      .add("e.project_id = ?", projectId)
      .add("e.fee_item_id = ?", query.feeItemId)
      .add("e.booked_on >= ?::date", query.from)
      .add("e.booked_on <= ?::date", query.to)
      .add("(e.supplier_name ILIKE ? OR e.slip_no ILIKE ? OR e.remark ILIKE ?)", pattern, pattern, pattern)
      .add("(e.booked_on, e.id) < (?::date, ?::uuid)", day, id);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<Row[]>(
      `${SELECT} ${where.toString()} ORDER BY e.booked_on DESC, e.id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toDto, (row) => [row.bookedOn, row.id]);
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, id: string): Promise<RemittanceDto> {
    const [row] = await this.db.query<Row[]>(`${SELECT} WHERE e.project_id = $1 AND e.id = $2`, [projectId, id]);
    if (!row) throw notFound("解缴登记");
    return toDto(row);
  }
}

const toDto = (row: Row): RemittanceDto => ({ ...row, createdAt: row.createdAt.toISOString() });
