import type { CustomerQueryDto } from "@linli/contracts";
import { dayInPeriod, dayOf, periodOf, yearOf } from "../common/calendar.js";
import type { Where } from "../common/where.js";

/** What the advanced search asks of a customer (SCN-11), on `customer c`: set by set, never row by row. */
export function addSearchConditions(where: Where, projectId: string, query: CustomerQueryDto, today: string): void {
  where
    .add("c.birthday <= ?", query.minAge === undefined ? undefined : yearsBefore(today, query.minAge))
    .add("c.birthday > ?", query.maxAge === undefined ? undefined : yearsBefore(today, query.maxAge + 1))
    .add("extract(month FROM c.birthday) = ?", query.birthdayMonth);
  if (query.under14 !== undefined)
    where.add(query.under14 ? "c.birthday > ?" : "(c.birthday IS NULL OR c.birthday <= ?)", yearsBefore(today, 14));
  addRelations(where, projectId, query, today);
  addMoney(where, projectId, query);
}

/** The day so many years earlier; the last of February where the year has no 29th. */
export const yearsBefore = (day: string, years: number): string =>
  dayInPeriod(`${String(yearOf(day) - years).padStart(4, "0")}${periodOf(day).slice(4)}`, dayOf(day));

/**
 * What he is to which rooms, since or until when. Only what lasts (or is to come) counts, unless earlier relations are
 * asked for, or relations that ended.
 */
function addRelations(where: Where, projectId: string, query: CustomerQueryDto, today: string): void {
  const asked = [
    ["rr.role = ?", query.role],
    ["u.building_id = ?", query.buildingId],
    ["rr.starts_on >= ?", query.startedFrom],
    ["rr.starts_on <= ?", query.startedTo],
    ["rr.ends_on >= ?", query.endedFrom],
    ["rr.ends_on <= ?", query.endedTo],
    ["o.moved_in_on >= ?", query.movedInFrom],
    ["o.moved_in_on <= ?", query.movedInTo],
  ].filter((one): one is [string, string] => one[1] !== undefined && one[1] !== null);
  if (asked.length === 0) return;
  const everything = query.ever === true || query.endedFrom !== undefined || query.endedTo !== undefined;
  if (!everything) asked.push(["(rr.ends_on IS NULL OR rr.ends_on >= ?)", today]);
  const conditions = asked.map(([condition]) => condition);
  const rooms = conditions.some((condition) => /^[uo]\./.test(condition))
    ? `JOIN room o ON o.project_id = rr.project_id AND o.id = rr.room_id
       JOIN unit u ON u.project_id = o.project_id AND u.id = o.unit_id`
    : "";
  where.add(
    `c.id IN (SELECT rr.customer_id FROM room_relation rr ${rooms} WHERE rr.project_id = ? AND ${conditions.join(" AND ")})`,
    projectId,
    ...asked.map(([, value]) => value),
  );
}

/** Who owes, who owes at least so much over all his rooms, who has paid ahead. */
function addMoney(where: Where, projectId: string, { owing, owedFen, prepaid }: CustomerQueryDto): void {
  const owes = "EXISTS (SELECT 1 FROM charge ch WHERE ch.project_id = ? AND ch.payer_id = c.id AND ch.open_fen <> 0)";
  if (owing !== undefined) where.add(owing ? owes : `NOT ${owes}`, projectId);
  where.add(
    `c.id IN (SELECT ch.payer_id FROM charge ch WHERE ch.project_id = ? AND ch.open_fen <> 0
                GROUP BY ch.payer_id HAVING sum(ch.open_fen) >= ?)`,
    owedFen === undefined ? undefined : projectId,
    owedFen,
  );
  if (prepaid !== undefined)
    where.add(
      `c.id ${prepaid ? "" : "NOT "}IN (SELECT pa.customer_id FROM prepayment_account pa WHERE pa.project_id = ? AND pa.balance_fen > 0)`,
      projectId,
    );
}
