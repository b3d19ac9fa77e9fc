import type { ReportBasis } from "@linli/contracts";
import { inBulk } from "../../database/in-bulk.js";
import type { Queryable } from "./month-figures.js";
import { postedMonth } from "./posted-takings.js";

/** Rooms charged in a month and of them those that paid it in full. */
export interface RoomCount {
  rooms: number;
  roomsPaid: number;
}

/** Households of a month (户数收缴率), each counted once in every group it belongs to. */
export interface RoomCounts {
  project: RoomCount;
  byBuilding: Record<string, RoomCount>;
  byItem: Record<string, RoomCount>;
}

export const NO_ROOMS: RoomCount = { rooms: 0, roomsPaid: 0 };

/** How households are counted: money by the day it was paid or entered (BIL-110), in a building, of an item. */
interface Cut {
  basis?: ReportBasis;
  buildingId?: string | null;
  feeItemId?: string | null;
}

/** Months from one to another, YYYY-MM. */
interface Months {
  from: string;
  to: string;
}

interface GroupRow extends RoomCount {
  period: string;
  buildingId: string | null;
  feeItemId: string | null;
}

/** Rooms charged in a month and those that had paid it in full by its end, by building and fee item and in all. */
export async function roomCounts(db: Queryable, projectId: string, period: string, cut: Cut = {}): Promise<RoomCounts> {
  return (await roomCountsOf(db, projectId, { from: period, to: period }, cut))(period);
}

/** The same for each of some months, read at once. */
export async function roomCountsOf(
  db: Queryable,
  projectId: string,
  months: Months,
  cut: Cut = {},
): Promise<(period: string) => RoomCounts> {
  const groups = `
    SELECT period, NULL::uuid AS building_id, NULL::uuid AS fee_item_id, room_id, sum(open_fen) AS open_fen FROM live GROUP BY period, room_id
     UNION ALL
     SELECT period, building_id, NULL, room_id, sum(open_fen) FROM live GROUP BY period, building_id, room_id
     UNION ALL
     SELECT period, NULL, fee_item_id, room_id, sum(open_fen) FROM live GROUP BY period, fee_item_id, room_id`;
  const ofMonth = Map.groupBy(await countedBy(db, projectId, months, cut, groups), ({ period }) => period);
  return (period) => {
    const rows = ofMonth.get(period) ?? [];
    return {
      project: counted(rows.find((row) => !row.buildingId && !row.feeItemId)),
      byBuilding: Object.fromEntries(rows.flatMap((row) => (row.buildingId ? [[row.buildingId, counted(row)]] : []))),
      byItem: Object.fromEntries(rows.flatMap((row) => (row.feeItemId ? [[row.feeItemId, counted(row)]] : []))),
    };
  };
}

/** The same by fee item in each building, under "item building". */
export async function roomCountsByBoth(
  db: Queryable,
  projectId: string,
  months: Months,
  cut: Cut = {},
): Promise<(period: string) => Record<string, RoomCount>> {
  const groups =
    "SELECT period, building_id, fee_item_id, room_id, sum(open_fen) AS open_fen FROM live GROUP BY period, building_id, fee_item_id, room_id";
  const ofMonth = Map.groupBy(await countedBy(db, projectId, months, cut, groups), ({ period }) => period);
  return (period) =>
    Object.fromEntries((ofMonth.get(period) ?? []).map((row) => [`${row.feeItemId} ${row.buildingId}`, counted(row)]));
}

const counted = (row: RoomCount | undefined): RoomCount => ({
  rooms: row?.rooms ?? 0,
  roomsPaid: row?.roomsPaid ?? 0,
});

/** Groups of the rooms that were charged in each month, with what each still owed of it when that month ended. */
function countedBy(
  db: Queryable,
  projectId: string,
  { from, to }: Months,
  { basis = "PAID", buildingId = null, feeItemId = null }: Cut,
  groups: string,
): Promise<GroupRow[]> {
  const zone = "(SELECT time_zone FROM project WHERE id = $1)";
  const entered =
    basis === "PAID" ? "" : ` AND (e.kind NOT IN ('RECEIPT', 'OFFSET') OR ${postedMonth(zone)} <= c.booked_period)`;
  return inBulk(db, (tx) =>
    tx.query<GroupRow[]>(
      `WITH owed AS (
       SELECT c.booked_period AS period, c.room_id, c.fee_item_id, c.amount_fen,
              c.amount_fen + coalesce(sum(e.amount_fen), 0) AS open_fen,
              coalesce(bool_or(e.kind = 'REVERSAL'), false) AND c.amount_fen = -coalesce(sum(e.amount_fen) FILTER (WHERE e.kind = 'REVERSAL'), 0) AS reversed
         FROM charge c
         LEFT JOIN charge_entry e ON e.project_id = c.project_id AND e.charge_id = c.id AND e.period <= c.booked_period${entered}
        WHERE c.project_id = $1 AND c.booked_period BETWEEN $2 AND $3 AND ($5::uuid IS NULL OR c.fee_item_id = $5)
        GROUP BY c.project_id, c.id
     ), live AS (
       SELECT o.period, o.room_id, o.fee_item_id, u.building_id, o.open_fen
         FROM owed o
         JOIN room r ON r.project_id = $1 AND r.id = o.room_id
         JOIN unit u ON u.project_id = $1 AND u.id = r.unit_id
        WHERE NOT o.reversed AND o.amount_fen > 0 AND ($4::uuid IS NULL OR u.building_id = $4)
     ), grouped AS (
       ${groups}
     )
     SELECT period, building_id AS "buildingId", fee_item_id AS "feeItemId", count(*)::int AS rooms,
            count(*) FILTER (WHERE open_fen <= 0)::int AS "roomsPaid"
       FROM grouped GROUP BY 1, 2, 3`,
      [projectId, from, to, buildingId, feeItemId],
    ),
  );
}
