import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { ReceiptReviewQueryDto, ReviewedReceiptDto, ReviewedReceiptPageDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { Where } from "../../common/where.js";
import { CASHIER_OF_RECEIPT } from "../daily-reports/daily-report-facts.js";
import { RECEIPT_COLUMNS, RECEIPT_JOINS, type ReceiptRow, toReceiptDto } from "../receipts/receipt.mapper.js";
import { NEEDS_REVIEW } from "./unreviewed.sql.js";

interface Row extends ReceiptRow {
  own: boolean;
  reviewed_by_name: string | null;
  reviewed_at: Date | null;
}

type Sums = Pick<ReviewedReceiptPageDto, "receipts" | "amountFen" | "prepaymentFen">;

const REVIEW = `LEFT JOIN receipt_review v ON v.project_id = r.project_id AND v.receipt_id = r.id`;

/** Whether receipt `r`, or what a correction wrote anew in its place, left a prepayment. */
const WITH_PREPAYMENT = `(r.prepayment_fen <> 0 OR EXISTS (SELECT 1 FROM receipt s
   WHERE s.project_id = r.project_id AND s.reissue_of = r.id AND s.prepayment_fen <> 0)) = ?`;

/** Reads which receipts of the desk were reviewed. */
@Injectable()
export class ReceiptReviewsQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The earliest first: they wait longest. */
  async page(projectId: string, userId: string, query: ReceiptReviewQueryDto): Promise<ReviewedReceiptPageDto> {
    const { pageSize = 20, state } = query;
    const where = new Where()
      .add("r.project_id = ?", projectId)
      .add(NEEDS_REVIEW)
      .add("r.booked_on >= ?::date", query.from)
      .add("r.booked_on <= ?::date", query.to)
      .add("r.cashier_id = ?", query.cashierId)
      .add("(v.id IS NOT NULL) = ?", state && state === "REVIEWED")
      .add(WITH_PREPAYMENT, query.withPrepayment || undefined);
    const [sums] = await this.db.query<Sums[]>(
      `SELECT count(*)::int AS receipts, coalesce(sum(r.amount_fen), 0)::bigint AS "amountFen",
              coalesce(sum(r.prepayment_fen), 0)::bigint AS "prepaymentFen" FROM receipt r ${REVIEW} ${where.toString()}`,
      where.params,
    );
    const [day, at, id] = decodeCursor(query.cursor, 3) ?? [];
    where.add("(r.booked_on, r.created_at, r.id) > (?::date, ?::timestamptz, ?::uuid)", day, at, id);
    const user = where.param(userId);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<Row[]>(
      `SELECT ${RECEIPT_COLUMNS}, (r.cashier_id = ${user}::uuid OR ${CASHIER_OF_RECEIPT} = ${user}::uuid) AS own,
              v.reviewed_by_name, v.created_at AS reviewed_at
         FROM receipt r ${RECEIPT_JOINS} ${REVIEW} ${where.toString()}
        ORDER BY r.booked_on, r.created_at, r.id LIMIT ${limit}`,
      where.params,
    );
    const page = toCursorPage(rows, pageSize, toDto, (row) => [row.booked_on, row.created_at.toISOString(), row.id]);
    return { ...page, ...sums! };
  }
}

const toDto = (row: Row): ReviewedReceiptDto => ({
  ...toReceiptDto(row),
  own: row.own,
  reviewedByName: row.reviewed_by_name,
  reviewedAt: row.reviewed_at?.toISOString() ?? null,
});
