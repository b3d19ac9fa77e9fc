import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  BookNumberDto,
  BookNumberPageDto,
  BookNumbersQueryDto,
  ReceiptBookDto,
  ReceiptBookPageDto,
  ReceiptBookQueryDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { Where } from "../../common/where.js";
import { numberText } from "./paper-numbers.js";

type BookRow = Omit<ReceiptBookDto, "nextText" | "nextNo" | "left" | "createdAt" | "checkedAt"> & {
  next: number;
  createdAt: Date;
  checkedAt: Date | null;
};

const SELECT = `SELECT b.id, b.kind, b.status, b.prefix, b.width, b.first_no AS "firstNo", b.last_no AS "lastNo", b.next_no AS next, b.layout,
    b.issued_to_id AS "issuedToId", b.issued_to_name AS "issuedToName", b.created_at AS "createdAt",
    b.checked_by_name AS "checkedByName", b.checked_at AS "checkedAt", b.check_note AS "checkNote",
    n.used, n.voided, n.spoiled
  FROM receipt_book b
  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE state = 'USED')::int AS used, count(*) FILTER (WHERE state = 'VOID')::int AS voided,
                             count(*) FILTER (WHERE state = 'SPOILED')::int AS spoiled
                        FROM book_number x WHERE x.project_id = b.project_id AND x.book_id = b.id) n`;

type NumberRow = Omit<BookNumberDto, "text"> & { prefix: string; width: number };

/** Reads books and what became of their numbers (票据使用表). */
@Injectable()
export class ReceiptBooksQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Books, the latest first. */
  async page(projectId: string, query: ReceiptBookQueryDto): Promise<ReceiptBookPageDto> {
    const { pageSize = 20 } = query;
    const [id] = decodeCursor(query.cursor, 1) ?? [];
    const where = new Where()
      .add("b.project_id = ?", projectId)
      .add("b.kind = ?", query.kind)
      .add("b.status = ?", query.status)
      .add("b.id < ?::uuid", id);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<BookRow[]>(
      `${SELECT} ${where.toString()} ORDER BY b.id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toReceiptBookDto, (row) => [row.id]);
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, bookId: string): Promise<ReceiptBookDto> {
    const [row] = await this.db.query<BookRow[]>(`${SELECT} WHERE b.project_id = $1 AND b.id = $2`, [
      projectId,
      bookId,
    ]);
    if (!row) throw notFound("票据本");
    return toReceiptBookDto(row);
  }

  /** The numbers of a book that are not blank any more, the lowest first. */
  async numbers(projectId: string, bookId: string, query: BookNumbersQueryDto): Promise<BookNumberPageDto> {
    const { pageSize = 20 } = query;
    const [no] = decodeCursor(query.cursor, 1) ?? [];
    const where = new Where()
      .add("n.project_id = ?", projectId)
      .add("n.book_id = ?", bookId)
      .add("n.no > ?::bigint", no && /^\d+$/.test(no) ? no : undefined);
    if (query.only === "GAPS") where.add("n.state <> 'USED'");
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<NumberRow[]>(
      `SELECT n.id, n.no, b.prefix, b.width, n.state, n.receipt_id AS "receiptId", coalesce(r.amount_fen, f.amount_fen) AS "amountFen",
              n.day, n.created_by_name AS "byName", n.reason
         FROM book_number n
         JOIN receipt_book b ON b.project_id = n.project_id AND b.id = n.book_id
         LEFT JOIN receipt r ON r.project_id = n.project_id AND r.id = n.receipt_id
         LEFT JOIN refund f ON f.project_id = n.project_id AND f.id = n.refund_id
         ${where.toString()} ORDER BY n.no LIMIT ${limit}`,
      where.params,
    );
    const toDto = ({ prefix, width, ...row }: NumberRow): BookNumberDto => ({
      ...row,
      text: numberText({ prefix, width }, row.no),
    });
    return toCursorPage(rows, pageSize, toDto, (row) => [String(row.no)]);
  }
}

const toReceiptBookDto = ({ next, createdAt, checkedAt, ...row }: BookRow): ReceiptBookDto => {
  const nextNo = row.status === "ACTIVE" && next <= row.lastNo ? next : null;
  return {
    ...row,
    nextNo,
    nextText: nextNo === null ? null : numberText(row, nextNo),
    left: row.lastNo - next + 1,
    createdAt: createdAt.toISOString(),
    checkedAt: checkedAt?.toISOString() ?? null,
  };
};
