import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type DunningCaseDto,
  type DunningCasePageDto,
  type DunningCaseQueryDto,
  type DunningFilterDto,
  type DunningMark,
  dunningMarkLabels,
  type DunningSort,
  type DunningTotalsDto,
  LIMITATION_NEAR_DAYS,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { daysBetweenInclusive } from "../../../common/calendar.js";
import { maskPhone } from "../../../common/crypto.js";
import { decodeCursor, toCursorPage } from "../../../common/paging.js";
import { NATURAL } from "../../../database/natural-order.js";
import { LAST_STEP } from "../dunning.sql.js";
import { LIMITATION_END } from "../limitation.sql.js";
import { debtsOf, endsWithin, groupsOf, markSql, STEP_COUNT } from "./case-groups.js";

interface Row extends Omit<DunningCaseDto, "mobileMasked" | "marks" | "daysLate" | "limitationDaysLeft"> {
  mobile: string | null;
  marks: Record<DunningMark, boolean>;
  sortKey: string;
}

/** What the list is ordered by: an expression over the groups, ascending, and its type. */
const SORTS: Record<DunningSort, { key: string; type: string }> = {
  AMOUNT: { key: "-g.open_fen", type: "bigint" },
  OLDEST: { key: "coalesce(g.oldest, 'infinity'::date)", type: "date" },
  ROOM: { key: `g.room_code ${NATURAL}`, type: "text" },
};

const MARKS = Object.keys(dunningMarkLabels) as DunningMark[];

/** Reads cases of dunning (催缴案件): what one payer owes for one room, and where it stands. */
@Injectable()
export class DunningCasesQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** One stretch of the cases a filter finds. */
  async page(projectId: string, today: string, query: DunningCaseQueryDto): Promise<DunningCasePageDto> {
    const { pageSize = 20, sort = "AMOUNT" } = query;
    const { key, type } = SORTS[sort];
    const { where, day, sql, joins, conditions } = groupsOf(projectId, today, query);
    const [after, roomId, payerId] = decodeCursor(query.cursor, 3) ?? [];
    if (after !== undefined) {
      const place = `(${where.param(after)}::${type}, ${where.param(roomId)}::uuid, ${where.param(payerId)}::uuid)`;
      conditions.push(`(${key}, g.room_id, g.payer_id) > ${place}`);
    }
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<Row[]>(
      `WITH g AS (${sql})
       SELECT g.room_id AS "roomId", g.room_code AS "roomCode", g.payer_id AS "payerId", k.name AS "payerName",
              k.number AS "payerNumber", k.mobile, g.open_fen AS "openFen", g.charges, g.oldest AS "oldestDueOn",
              last.on_day AS "lastStepOn", last.level_name AS "lastLevelName", last.channel AS "lastChannel",
              ${STEP_COUNT} AS steps,
              jsonb_build_object(${MARKS.map((mark) => `'${mark}', ${markSql(mark, day)}`).join(", ")}) AS marks,
              nullif((SELECT min(${LIMITATION_END}) ${debtsOf(day)}), 'infinity'::date) AS "limitationOn", (${key})::text AS "sortKey"
         FROM (SELECT g.* FROM g ${joins} ${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""}
                ORDER BY ${key}, g.room_id, g.payer_id LIMIT ${limit}) g
         JOIN customer k ON k.project_id = $1 AND k.id = g.payer_id
         ${LAST_STEP}
        ORDER BY ${key}, g.room_id, g.payer_id`,
      where.params,
    );
    return toCursorPage(
      rows,
      pageSize,
      (row) => toCaseDto(row, today),
      (row) => [row.sortKey, row.roomId, row.payerId],
    );
  }

  /** Sums of everything the filter finds. */
  async totals(projectId: string, today: string, filter: DunningFilterDto): Promise<DunningTotalsDto> {
    const { where, day, sql, joins, conditions } = groupsOf(projectId, today, filter);
    const near = where.param(LIMITATION_NEAR_DAYS);
    const [totals] = await this.db.query<DunningTotalsDto[]>(
      `WITH g AS (${sql})
       SELECT count(*)::int AS cases, coalesce(sum(g.open_fen), 0)::bigint AS "openFen",
              (count(*) FILTER (WHERE ${markSql("NEVER", day)}))::int AS "neverAsked",
              coalesce(sum(l.near), 0)::int AS "limitationNear", coalesce(sum(l.near_fen), 0)::bigint AS "limitationNearFen",
              coalesce(sum(l.over), 0)::int AS "limitationOver", coalesce(sum(l.over_fen), 0)::bigint AS "limitationOverFen"
         FROM g ${joins === "" ? LAST_STEP : joins}
         LEFT JOIN LATERAL (
           SELECT count(*) FILTER (WHERE e.ends >= ${day}::date) AS near, sum(e.open_fen) FILTER (WHERE e.ends >= ${day}::date) AS near_fen,
                  count(*) FILTER (WHERE e.ends < ${day}::date) AS over, sum(e.open_fen) FILTER (WHERE e.ends < ${day}::date) AS over_fen
             FROM (SELECT c.open_fen, ${LIMITATION_END} AS ends ${debtsOf(day)} AND ${endsWithin(day, near)}) e) l
           ON g.oldest <= (${day}::date + ${near}::int - interval '3 years')::date + 1
        ${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""}`,
      where.params,
    );
    return totals!;
  }

  /** The head of one case; undefined when its payer owes and owed nothing there. */
  async one(projectId: string, today: string, roomId: string, payerId: string): Promise<DunningCaseDto | undefined> {
    const [row] = await this.db.query<Row[]>(
      `WITH g AS (
         SELECT $2::uuid AS room_id, $3::uuid AS payer_id, r.code AS room_code FROM room r WHERE r.project_id = $1 AND r.id = $2)
       SELECT g.room_id AS "roomId", g.room_code AS "roomCode", g.payer_id AS "payerId", k.name AS "payerName",
              k.number AS "payerNumber", k.mobile, d.open_fen AS "openFen", d.charges, d.oldest AS "oldestDueOn",
              last.on_day AS "lastStepOn", last.level_name AS "lastLevelName", last.channel AS "lastChannel",
              ${STEP_COUNT} AS steps,
              jsonb_build_object(${MARKS.map((mark) => `'${mark}', ${markSql(mark, "$4")}`).join(", ")}) AS marks,
              nullif(d.ends, 'infinity'::date) AS "limitationOn"
         FROM g
         JOIN customer k ON k.project_id = $1 AND k.id = g.payer_id
         CROSS JOIN LATERAL (SELECT coalesce(sum(c.open_fen), 0)::bigint AS open_fen, count(*)::int AS charges, min(c.due_on) AS oldest,
                                    min(${LIMITATION_END}) AS ends ${debtsOf("$4")}) d
         ${LAST_STEP}`,
      [projectId, roomId, payerId, today],
    );
    return row && toCaseDto(row, today);
  }
}

function toCaseDto({ mobile, sortKey: _sortKey, marks, ...row }: Row, today: string): DunningCaseDto {
  const { oldestDueOn, limitationOn } = row;
  return {
    ...row,
    mobileMasked: maskPhone(mobile),
    // nobody asked is a matter of what is owed
    marks: MARKS.filter((mark) => marks[mark] && (mark !== "NEVER" || row.openFen > 0)),
    daysLate: oldestDueOn === null ? 0 : Math.max(0, daysBetweenInclusive(oldestDueOn, today) - 1),
    limitationDaysLeft: limitationOn === null ? null : daysBetweenInclusive(today, limitationOn) - 1,
  };
}
