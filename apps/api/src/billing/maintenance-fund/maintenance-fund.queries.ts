import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  FUND_LOW_PERCENT,
  type FundAccountDto,
  type FundAccountPageDto,
  type FundAccountQueryDto,
  type FundDocumentDto,
  type FundDocumentPageDto,
  type FundDocumentQueryDto,
  type FundEntryDto,
  type FundEntryKind,
  type FundEntryPageDto,
  type FundSummaryDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { Clock } from "../../common/clock.js";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { projectToday } from "../../property/project-today.js";
import { NATURAL } from "../../database/natural-order.js";
import { LATEST_STATEMENT } from "./latest-statement.sql.js";
import { OWNERS } from "./fund-owners.sql.js";

const SUMS = `a.first_deposit_fen AS "firstDepositFen", a.top_up_fen AS "topUpFen", a.interest_fen AS "interestFen",
  a.moved_fen AS "movedFen", a.used_fen AS "usedFen", a.balance_fen AS "balanceFen"`;

/** An account `a` below 30 % of its first deposit. */
export const LOW = `(a.balance_fen * 100 < a.first_deposit_fen * ${FUND_LOW_PERCENT})`;

const ENTRY = `SELECT e.id, e.document_id AS "documentId", d.title AS "documentTitle", e.kind, e.booked_on AS "bookedOn",
    e.amount_fen AS "amountFen", trim_scale(e.area)::text AS area, e.self_paid_fen AS "selfPaidFen", e.room_id AS "roomId", r.code AS "roomCode"
  FROM fund_entry e
  JOIN fund_document d ON d.project_id = e.project_id AND d.id = e.document_id
  JOIN room r ON r.project_id = e.project_id AND r.id = e.room_id`;

const DOCUMENT = `SELECT d.id, d.kind, d.title, d.booked_on AS "bookedOn", d.decided_on AS "decidedOn", d.scope, d.party,
    d.reference_no AS "referenceNo", d.recorded_by_name AS "recordedByName", d.created_at AS "createdAt",
    d.reversal_of AS "reversalOf", red.id AS "reversedBy", x.*
  FROM fund_document d
  LEFT JOIN fund_document red ON red.project_id = d.project_id AND red.reversal_of = d.id
  CROSS JOIN LATERAL (SELECT coalesce(sum(e.amount_fen), 0)::bigint AS "amountFen", coalesce(sum(e.self_paid_fen), 0)::bigint AS "selfPaidFen",
                             count(DISTINCT e.room_id)::int AS "roomCount"
                        FROM fund_entry e WHERE e.project_id = d.project_id AND e.document_id = d.id) x`;

type DocumentRow = Omit<FundDocumentDto, "createdAt"> & { createdAt: Date };

/** A room as a statement lists it: what has come together of each kind, in fen; null without an account. */
export type FundStatementRow = { room: string; balance: number | null } & Record<FundEntryKind, number | null>;

/** Reads the accounts and documents of the maintenance fund (BIL-130). */
@Injectable()
export class MaintenanceFundQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** What all accounts come to. */
  async summary(projectId: string): Promise<FundSummaryDto> {
    const [row] = await this.db.query<[FundSummaryDto]>(
      `SELECT count(a.id)::int AS "accountCount", (count(*) FILTER (WHERE ${LOW}))::int AS "lowCount",
              (count(*) FILTER (WHERE a.id IS NULL AND r.active AND r.ended_on IS NULL))::int AS "missingCount",
              ${["first_deposit", "top_up", "interest", "moved", "used", "balance"]
                .map((name) => `coalesce(sum(a.${name}_fen), 0)::bigint AS "${camel(name)}Fen"`)
                .join(", ")},
              ${LATEST_STATEMENT} AS "statedOn"
         FROM room r LEFT JOIN fund_account a ON a.project_id = r.project_id AND a.room_id = r.id WHERE r.project_id = $1`,
      [projectId],
    );
    return row;
  }

  /** Accounts in the order of rooms. */
  async accounts(projectId: string, query: FundAccountQueryDto): Promise<FundAccountPageDto> {
    const { pageSize = 20 } = query;
    const pattern = containing(query.q);
    const today = await projectToday(this.db, this.clock, projectId);
    const [code, id] = decodeCursor(query.cursor, 2) ?? [];
    const where = new Where()
      .add("a.project_id = ?", projectId)
      .add("u.building_id = ?", query.buildingId)
      .add(`${LOW} = ?`, query.low)
      .add(
        `(r.code ILIKE ? OR EXISTS (SELECT 1 FROM room_relation x JOIN customer c ON c.project_id = x.project_id AND c.id = x.customer_id
           WHERE x.project_id = r.project_id AND x.room_id = r.id AND x.role = 'OWNER' AND (x.ends_on IS NULL OR x.ends_on >= ?::date) AND c.name ILIKE ?))`,
        pattern,
        pattern && today,
        pattern,
      )
      .add(`(r.code ${NATURAL}, r.id) > (? ${NATURAL}, ?::uuid)`, code, id);
    const [day, limit] = [where.param(today), where.param(pageSize + 1)];
    const rows = await this.db.query<Omit<FundAccountDto, "percent">[]>(
      `SELECT a.id, a.room_id AS "roomId", r.code AS "roomCode", g.name AS "buildingName", ${OWNERS(day)} AS "ownerNames",
              trim_scale(r.building_area)::text AS "buildingArea", ${SUMS}, ${LOW} AS low
         FROM fund_account a
         JOIN room r ON r.project_id = a.project_id AND r.id = a.room_id
         JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
         JOIN building g ON g.project_id = u.project_id AND g.id = u.building_id
         ${where.toString()} ORDER BY r.code ${NATURAL}, r.id LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toAccount, (row) => [row.roomCode, row.roomId]);
  }

  /** Every account, and every room in use without one, as a statement would list them. */
  statement(projectId: string): Promise<FundStatementRow[]> {
    return this.db.query<FundStatementRow[]>(
      `SELECT r.code AS room, a.first_deposit_fen AS "FIRST_DEPOSIT", a.top_up_fen AS "TOP_UP", a.interest_fen AS "INTEREST",
              a.moved_fen AS "MOVED", a.used_fen AS "USE", a.balance_fen AS balance
         FROM room r LEFT JOIN fund_account a ON a.project_id = r.project_id AND a.room_id = r.id
        WHERE r.project_id = $1 AND (a.id IS NOT NULL OR r.active AND r.ended_on IS NULL) ORDER BY r.code ${NATURAL}, r.id`,
      [projectId],
    );
  }

  /** The entries of a room's account, the latest first. */
  async entries(
    projectId: string,
    roomId: string,
    query: { cursor?: string; pageSize?: number },
  ): Promise<FundEntryPageDto> {
    const [room] = await this.db.query<object[]>("SELECT 1 FROM room WHERE project_id = $1 AND id = $2", [
      projectId,
      roomId,
    ]);
    if (!room) throw notFound("房间");
    return this.entriesWhere(
      query,
      new Where().add("e.project_id = ?", projectId).add("e.room_id = ?", roomId),
      "DESC",
    );
  }

  /** The entries of a document: what it did to each room. */
  async documentEntries(
    projectId: string,
    documentId: string,
    query: { cursor?: string; pageSize?: number },
  ): Promise<FundEntryPageDto> {
    await this.document(projectId, documentId);
    const where = new Where().add("e.project_id = ?", projectId).add("e.document_id = ?", documentId);
    return this.entriesWhere(query, where, "ASC");
  }

  /** Statements and uses, the latest first. */
  async documents(projectId: string, query: FundDocumentQueryDto): Promise<FundDocumentPageDto> {
    const { pageSize = 20 } = query;
    const pattern = containing(query.q);
    const [day, id] = decodeCursor(query.cursor, 2) ?? [];
    const where = new Where()
      .add("d.project_id = ?", projectId)
      .add("d.kind = ?", query.kind)
      .add("(d.title ILIKE ? OR d.party ILIKE ? OR d.reference_no ILIKE ?)", pattern, pattern, pattern)
      .add("(d.booked_on, d.id) < (?::date, ?::uuid)", day, id);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<DocumentRow[]>(
      `${DOCUMENT} ${where.toString()} ORDER BY d.booked_on DESC, d.id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toDocument, (row) => [row.bookedOn, row.id]);
  }

  /** @throws NOT_FOUND */
  async document(projectId: string, id: string): Promise<FundDocumentDto> {
    const [row] = await this.db.query<DocumentRow[]>(`${DOCUMENT} WHERE d.project_id = $1 AND d.id = $2`, [
      projectId,
      id,
    ]);
    if (!row) throw notFound("维修资金登记");
    return toDocument(row);
  }

  private async entriesWhere(
    { cursor, pageSize = 20 }: { cursor?: string; pageSize?: number },
    where: Where,
    order: "ASC" | "DESC",
  ): Promise<FundEntryPageDto> {
    const [day, id] = decodeCursor(cursor, 2) ?? [];
    where.add(`(e.booked_on, e.id) ${order === "ASC" ? ">" : "<"} (?::date, ?::uuid)`, day, id);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<FundEntryDto[]>(
      `${ENTRY} ${where.toString()} ORDER BY e.booked_on ${order}, e.id ${order} LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(
      rows,
      pageSize,
      (row) => row,
      (row) => [row.bookedOn, row.id],
    );
  }
}

const camel = (name: string): string => name.replaceAll(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());

const toAccount = (row: Omit<FundAccountDto, "percent">): FundAccountDto => ({
  ...row,
  percent: row.firstDepositFen > 0 ? Math.floor((row.balanceFen * 100) / row.firstDepositFen) : null,
});

const toDocument = (row: DocumentRow): FundDocumentDto => ({ ...row, createdAt: row.createdAt.toISOString() });
