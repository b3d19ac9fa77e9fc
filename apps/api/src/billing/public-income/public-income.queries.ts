import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { PublicEntryDto, PublicEntryPageDto, PublicEntryQueryDto, PublicSourcesDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { publicSources } from "./public-sources.sql.js";

type Row = Omit<PublicEntryDto, "createdAt"> & { createdAt: Date };

const SELECT = `SELECT e.id, e.kind, e.fee_item_id AS "feeItemId", i.name AS "feeItemName", e.booked_on AS "bookedOn",
    e.amount_fen AS "amountFen", e.party, e.purpose, e.reference_no AS "referenceNo", e.recorded_by_name AS "recordedByName",
    e.created_at AS "createdAt", e.reversal_of AS "reversalOf", red.id AS "reversedBy"
  FROM public_income_entry e
  JOIN fee_item i ON i.project_id = e.project_id AND i.id = e.fee_item_id
  LEFT JOIN public_income_entry red ON red.project_id = e.project_id AND red.reversal_of = e.id`;

/** Reads what was written down of public income, and what its sources hold (LAW-21). */
@Injectable()
export class PublicIncomeQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** What each source holds today. */
  async sources(projectId: string): Promise<PublicSourcesDto> {
    return { items: await publicSources(this.db, projectId) };
  }

  /** Entries, the latest day first. */
  async page(projectId: string, query: PublicEntryQueryDto): Promise<PublicEntryPageDto> {
    const { pageSize = 20 } = query;
    const pattern = containing(query.q);
    const [day, id] = decodeCursor(query.cursor, 2) ?? [];
    const where = new Where()
      .add("e.project_id = ?", projectId)
      .add("e.kind = ?", query.kind)
      .add("e.fee_item_id = ?", query.feeItemId)
      .add("e.booked_on >= ?::date", query.from)
      .add("e.booked_on <= ?::date", query.to)
      .add("(e.party ILIKE ? OR e.purpose ILIKE ? OR e.reference_no ILIKE ?)", pattern, pattern, pattern)
      .add("(e.booked_on, e.id) < (?::date, ?::uuid)", day, id);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<Row[]>(
      `${SELECT} ${where.toString()} ORDER BY e.booked_on DESC, e.id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toDto, (row) => [row.bookedOn, row.id]);
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, id: string): Promise<PublicEntryDto> {
    const [row] = await this.db.query<Row[]>(`${SELECT} WHERE e.project_id = $1 AND e.id = $2`, [projectId, id]);
    if (!row) throw notFound("公共收益登记");
    return toDto(row);
  }
}

const toDto = (row: Row): PublicEntryDto => ({ ...row, createdAt: row.createdAt.toISOString() });
