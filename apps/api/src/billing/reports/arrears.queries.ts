import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  AgeingDto,
  ArrearDto,
  ArrearPageDto,
  ArrearsFilterDto,
  ArrearsQueryDto,
  ArrearsSort,
  ArrearTotalsDto,
  DebtorDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { daysBetweenInclusive } from "../../common/calendar.js";
import { maskPhone } from "../../common/crypto.js";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { NATURAL } from "../../database/natural-order.js";
import { containing, Where } from "../../common/where.js";
import { idsOf, joinSurvivor } from "../../customer/merged-customers.js";
import { ownersBeside } from "../charges/owners-beside.sql.js";
import { exclusionOn } from "../exclusions/exclusion.sql.js";

interface ArrearRow {
  roomId: string;
  roomCode: string;
  payerId: string;
  payerName: string;
  payerNumber: string;
  mobile: string | null;
  months: string[];
  charges: number;
  openFen: number;
  excludedFen: number;
  oldestDueOn: string;
  sortKey: string;
  jointlyLiable: DebtorDto[];
}

/** What the list is ordered by: an expression over the grouped rows, ascending, and its type. */
const SORTS: Record<ArrearsSort, { key: string; type: string }> = {
  AMOUNT: { key: "-g.open_fen", type: "bigint" },
  OLDEST: { key: "g.oldest_due", type: "date" },
  ROOM: { key: `g.room_code ${NATURAL}`, type: "text" },
};

const AGES: readonly [label: string, from: number, to: number][] = [
  ["未到期", -1_000_000, 0],
  ["1–30 天", 1, 30],
  ["31–90 天", 31, 90],
  ["91–180 天", 91, 180],
  ["181–365 天", 181, 365],
  ["1 年以上", 366, 1_000_000],
];

/**
 * Arrears (欠费, FEE-03): what is open, by room and payer. The payer is the one of the charge's own period, whoever pays
 * now (BIL-06); owners of those days stand beside a payer who is no owner (LAW-03).
 */
@Injectable()
export class ArrearsQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Who owes what for which room. */
  async page(projectId: string, today: string, query: ArrearsQueryDto): Promise<ArrearPageDto> {
    const { pageSize = 20, sort = "AMOUNT" } = query;
    const { key, type } = SORTS[sort];
    const where = grouping(projectId, today, query);
    const outer = having(where, query, today);
    const [after, roomId, payerId] = decodeCursor(query.cursor, 3) ?? [];
    if (after !== undefined) {
      outer.push(
        `(${key}, g.room_id, g.payer_id) > (${where.param(after)}::${type}, ${where.param(roomId)}::uuid, ${where.param(payerId)}::uuid)`,
      );
    }
    const limit = where.param(pageSize + 1);
    const project = where.param(projectId);
    const day = `${where.param(today)}::date`;
    const rows = await this.db.query<ArrearRow[]>(
      `WITH g AS (${GROUPED} ${where.toString()} GROUP BY c.room_id, p.id, r.code)
       SELECT g.room_id AS "roomId", g.room_code AS "roomCode", g.payer_id AS "payerId", p.name AS "payerName", p.number AS "payerNumber",
              p.mobile, g.months, g.charges, g.open_fen AS "openFen", g.oldest_due AS "oldestDueOn", (${key})::text AS "sortKey",
              (SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY o.name, o.id), '[]')
                 FROM (${ownersBeside(project, { room: "g.room_id", payer: "g.payer_id", firstDay: "g.first_day", lastDay: "g.last_day" })}) o
              ) AS "jointlyLiable",
              (SELECT coalesce(sum(c.open_fen) FILTER (WHERE ${exclusionOn(day)} IS NOT NULL), 0)::bigint FROM charge c
                WHERE c.project_id = ${project} AND c.id = ANY (g.charge_ids)) AS "excludedFen"
         FROM (SELECT * FROM g ${outer.length > 0 ? `WHERE ${outer.join(" AND ")}` : ""}
                ORDER BY ${key}, g.room_id, g.payer_id LIMIT ${limit}) g
         JOIN customer p ON p.project_id = ${project} AND p.id = g.payer_id
        ORDER BY ${key}, g.room_id, g.payer_id`,
      where.params,
    );
    return toCursorPage(
      rows,
      pageSize,
      (row) => toArrearDto(row, today),
      (row) => [row.sortKey, row.roomId, row.payerId],
    );
  }

  /** Sums of everything the filter finds, and its age. */
  async totals(projectId: string, today: string, query: ArrearsFilterDto): Promise<ArrearTotalsDto> {
    const where = grouping(projectId, today, query);
    const outer = having(where, query, today);
    const day = where.param(today);
    const rows = await this.db.query<
      { room_id: string; payer_id: string; days: number; fen: number; charges: number }[]
    >(
      `WITH g AS (${GROUPED} ${where.toString()} GROUP BY c.room_id, p.id, r.code)
       SELECT g.room_id, g.payer_id, (${day}::date - d.due_on) AS days, sum(d.open_fen)::bigint AS fen, count(*)::int AS charges
         FROM g CROSS JOIN LATERAL unnest(g.due_days, g.open_parts) AS d(due_on, open_fen)
        ${outer.length > 0 ? `WHERE ${outer.join(" AND ")}` : ""}
        GROUP BY 1, 2, 3`,
      where.params,
    );
    const ageing: AgeingDto[] = AGES.map(([label, from, to]) => {
      const own = rows.filter(({ days }) => days >= from && days <= to);
      return { label, openFen: sum(own.map(({ fen }) => fen)), charges: sum(own.map(({ charges }) => charges)) };
    });
    return {
      rows: new Set(rows.map((row) => `${row.room_id}${row.payer_id}`)).size,
      rooms: new Set(rows.map((row) => row.room_id)).size,
      payers: new Set(rows.map((row) => row.payer_id)).size,
      charges: sum(rows.map((row) => row.charges)),
      openFen: sum(rows.map((row) => row.fen)),
      ageing,
    };
  }
}

const GROUPED = `
  SELECT c.room_id, p.id AS payer_id, r.code AS room_code, array_agg(DISTINCT c.period ORDER BY c.period) AS months, count(*)::int AS charges,
         sum(c.open_fen)::bigint AS open_fen, min(c.due_on) AS oldest_due, min(c.service_from) AS first_day, max(c.service_to) AS last_day,
         array_agg(c.due_on ORDER BY c.id) AS due_days, array_agg(c.open_fen ORDER BY c.id) AS open_parts,
         array_agg(c.id) AS charge_ids
    FROM charge c
    JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
    JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
    ${joinSurvivor("p", "c.project_id", "c.payer_id")}`;

function grouping(projectId: string, today: string, query: ArrearsFilterDto): Where {
  const pattern = containing(query.q);
  return new Where()
    .add("c.project_id = ?", projectId)
    .add("c.open_fen > 0")
    .add("c.due_on < ?::date", query.notYetDue ? undefined : today)
    .add("u.building_id = ?", query.buildingId)
    .add("c.room_id = ?", query.roomId)
    .add(`c.payer_id IN ${idsOf("?", "?")}`, query.payerId && projectId, query.payerId, query.payerId)
    .add("c.fee_item_id = ?", query.feeItemId)
    .add("(r.code ILIKE ? OR p.name ILIKE ? OR p.number ILIKE ?)", pattern, pattern, pattern);
}

/** Conditions on the grouped rows. */
function having(where: Where, { minDaysLate, minMonths }: ArrearsFilterDto, today: string): string[] {
  const conditions: string[] = [];
  if (minDaysLate) conditions.push(`g.oldest_due <= ${where.param(today)}::date - ${where.param(minDaysLate)}::int`);
  if (minMonths) conditions.push(`cardinality(g.months) >= ${where.param(minMonths)}`);
  return conditions;
}

function toArrearDto({ mobile, sortKey: _sortKey, ...row }: ArrearRow, today: string): ArrearDto {
  return {
    ...row,
    mobileMasked: maskPhone(mobile),
    daysLate: Math.max(0, daysBetweenInclusive(row.oldestDueOn, today) - 1),
  };
}

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
