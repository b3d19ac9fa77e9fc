import { periodOf } from "../../../common/calendar.js";
import { type Param, PLACES, type ReportRequest, when } from "../report-source.js";

/**
 * The charges of a project with what was open of each at the end of a day (`open_fen`), of months up to that day's. Today
 * the kept balance answers; of an earlier day its entries do. Without `places` no room is looked up: there is no `room_code`
 * and no `building_id`.
 */
export function openCharges(
  { projectId, asOf, today, buildingId, feeItemId }: ReportRequest,
  param: Param,
  { places = true } = {},
): string {
  const project = `${param(projectId)}::uuid`;
  const withRooms = places || buildingId !== null;
  const conditions =
    `c.project_id = ${project} AND c.booked_period <= ${param(periodOf(asOf))}` +
    when("u.building_id", buildingId, param) +
    when("c.fee_item_id", feeItemId, param);
  const columns = `c.project_id, c.id, c.room_id, c.payer_id, c.fee_item_id, c.principal_id, c.period, c.service_from, c.service_to, c.due_on${
    withRooms ? ", r.code AS room_code, u.building_id" : ""
  }`;
  const rooms = withRooms ? `JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id ${PLACES}` : "";
  if (asOf >= today)
    return `SELECT ${columns}, c.open_fen FROM charge c ${rooms} WHERE ${conditions} AND c.open_fen > 0`;
  return `SELECT ${columns}, c.amount_fen + coalesce(e.fen, 0) AS open_fen
            FROM charge c
            LEFT JOIN (SELECT charge_id, sum(amount_fen) AS fen FROM charge_entry
                        WHERE project_id = ${project} AND booked_on <= ${param(asOf)}::date GROUP BY charge_id) e ON e.charge_id = c.id
            ${rooms}
           WHERE ${conditions} AND c.amount_fen + coalesce(e.fen, 0) > 0`;
}

/** Days past due on a day and what they are called (BIL-111); the years past the first are those of limitation (LAW-13). */
export const AGES: readonly { key: string; title: string; from: number | null; to: number | null }[] = [
  { key: "notDueFen", title: "未到期", from: null, to: 0 },
  { key: "to30Fen", title: "1–30 天", from: 1, to: 30 },
  { key: "to90Fen", title: "31–90 天", from: 31, to: 90 },
  { key: "to180Fen", title: "91–180 天", from: 91, to: 180 },
  { key: "to365Fen", title: "181–365 天", from: 181, to: 365 },
  { key: "to2YearsFen", title: "1–2 年", from: 366, to: 730 },
  { key: "to3YearsFen", title: "2–3 年", from: 731, to: 1095 },
  { key: "overFen", title: "3 年以上", from: 1096, to: null },
];

/** A sum for each age, of rows `o` with `due_on` and `open_fen`; `day` is the parameter of the day. */
export const agesOf = (day: string): string =>
  AGES.map(({ key, from, to }) => {
    const conditions = [
      from !== null && `o.due_on <= ${day}::date - ${from}`,
      to !== null && `o.due_on >= ${day}::date - ${to}`,
    ].filter(Boolean);
    return `coalesce(sum(o.open_fen) FILTER (WHERE ${conditions.join(" AND ")}), 0)::bigint AS "${key}"`;
  }).join(", ");
