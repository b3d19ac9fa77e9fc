import type { DunningFilterDto, DunningMark } from "@linli/contracts";
import { containing, Where } from "../../../common/where.js";
import { joinSurvivor } from "../../../customer/merged-customers.js";
import { exclusionOn } from "../../exclusions/exclusion.sql.js";
import { casesOf, IS_DEBT, IS_SUED, isDemand, isPaused, isPromised, LAST_STEP, overdueOn } from "../dunning.sql.js";
import { LIMITATION_END } from "../limitation.sql.js";

/** A filter as SQL: the groups `g` of room and payer, and the conditions on them. $1 is the project. */
export interface Groups {
  where: Where;
  /** `$n` of the day. */
  day: string;
  /** The statement that yields room_id, payer_id, room_code, open_fen, charges, oldest. */
  sql: string;
  /** Joined to `g` when a condition needs it. */
  joins: string;
  conditions: string[];
}

const PLACES = `JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
  JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id`;

/** Open debts `c` of case `g` that are overdue. */
export const debtsOf = (day: string) => `FROM charge c
  JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
  JOIN customer o ON o.project_id = c.project_id AND o.id = c.payer_id
 WHERE c.project_id = $1 AND c.room_id = g.room_id AND coalesce(o.merged_into_id, o.id) = g.payer_id
   AND c.open_fen > 0 AND ${IS_DEBT} AND ${overdueOn(day)}`;

/** Whether a mark stands on case `g`. */
export function markSql(mark: DunningMark, day: string): string {
  const sql: Record<DunningMark, string> = {
    NEVER: "last.on_day IS NULL",
    PROMISED: isPromised(day, "RUNNING"),
    BROKEN: isPromised(day, "BROKEN"),
    PAUSED: isPaused(day),
    DISPUTED: `EXISTS (SELECT 1 ${debtsOf(day)} AND ${exclusionOn(`${day}::date`)} = 'DISPUTED')`,
    LAWSUIT: IS_SUED,
  };
  return sql[mark];
}

/** The cases a filter finds. */
export function groupsOf(projectId: string, today: string, filter: DunningFilterDto): Groups {
  const where = new Where();
  const project = where.param(projectId);
  const day = where.param(today);
  const pattern = containing(filter.q);
  const isSettled = filter.state === "SETTLED";
  where
    .add(`c.project_id = ${project}`)
    .add("u.building_id = ?", filter.buildingId)
    .add("c.room_id = ?", filter.roomId)
    .add("(r.code ILIKE ? OR p.name ILIKE ? OR p.number ILIKE ?)", pattern, pattern, pattern);
  if (!isSettled) where.add("c.open_fen > 0").add(IS_DEBT).add(overdueOn(day));
  const sql = isSettled ? settled(where) : open(where);
  const conditions = [
    ...(isSettled ? [`NOT EXISTS (SELECT 1 ${debtsOf(day)})`] : []),
    ...(filter.minFen ? [`g.open_fen >= ${where.param(filter.minFen)}::bigint`] : []),
    ...(filter.minDaysLate ? [`g.oldest <= ${day}::date - ${where.param(filter.minDaysLate)}::int`] : []),
    ...(filter.levelId ? [`last.level_id = ${where.param(filter.levelId)}::uuid`] : []),
    ...(filter.mark ? [markSql(filter.mark, day)] : []),
    ...(filter.limitationWithin === undefined
      ? []
      : [`EXISTS (SELECT 1 ${debtsOf(day)} AND ${endsWithin(day, where.param(filter.limitationWithin))})`]),
  ];
  const needsLast = filter.levelId !== undefined || filter.mark === "NEVER";
  return { where, day, sql, joins: needsLast ? LAST_STEP : "", conditions };
}

/** Whether limitation of charge `c` ends within so many days. The first condition spares looking at the young. */
export const endsWithin = (day: string, days: string) =>
  `c.due_on <= (${day}::date + ${days}::int - interval '3 years')::date + 1 AND ${LIMITATION_END} <= ${day}::date + ${days}::int`;

const open = (where: Where) => `
  SELECT c.room_id, p.id AS payer_id, r.code AS room_code, sum(c.open_fen)::bigint AS open_fen, count(*)::int AS charges,
         min(c.due_on) AS oldest
    FROM charge c
    JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
    ${PLACES} ${joinSurvivor("p", "c.project_id", "c.payer_id")} ${where.toString()}
   GROUP BY c.room_id, p.id, r.code`;

/** Whether bills before the due day are all that case `c` consists of. */
const ONLY_BILLED = `(EXISTS (SELECT 1 FROM dunning_step s WHERE s.project_id = c.project_id AND s.case_id = c.id AND NOT ${isDemand()})
  AND NOT EXISTS (SELECT 1 FROM dunning_step s WHERE s.project_id = c.project_id AND s.case_id = c.id AND ${isDemand()})
  AND ${["promise", "pause", "lawsuit"]
    .map(
      (what) => `NOT EXISTS (SELECT 1 FROM dunning_${what} h WHERE h.project_id = c.project_id AND h.case_id = c.id)`,
    )
    .join(" AND ")})`;

/** Cases something happened in. */
const settled = (where: Where) => `
  SELECT DISTINCT c.room_id, p.id AS payer_id, r.code AS room_code, 0::bigint AS open_fen, 0 AS charges, NULL::date AS oldest
    FROM dunning_case c ${PLACES} ${joinSurvivor("p", "c.project_id", "c.payer_id")} ${where.add(`NOT ${ONLY_BILLED}`).toString()}`;

/** How many demands were made in case `g`. */
export const STEP_COUNT = `(SELECT count(*)::int FROM dunning_step s
  WHERE s.project_id = $1 AND s.case_id IN ${casesOf("$1", "g.room_id", "g.payer_id")} AND s.voided_on IS NULL AND ${isDemand()})`;
