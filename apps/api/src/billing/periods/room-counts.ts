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

interface GroupRow extends RoomCount {
  buildingId: string | null;
  feeItemId: string | null;
}

/** Rooms charged in a month and those that had paid it in full by its end, by building and fee item and in all. */
export async function roomCounts(db: Queryable, projectId: string, period: string, cut: Cut = {}): Promise<RoomCounts> {
  const rows = await countedBy(
    db,
    [projectId, period],
    cut,
    `SELECT NULL::uuid AS building_id, NULL::uuid AS fee_item_id, room_id, sum(open_fen) AS open_fen FROM live GROUP BY room_id
     UNION ALL
     SELECT building_id, NULL, room_id, sum(open_fen) FROM live GROUP BY building_id, room_id
     UNION ALL
     SELECT NULL, fee_item_id, room_id, sum(open_fen) FROM live GROUP BY fee_item_id, room_id`,
  );
  return {
    project: counted(rows.find((row) => !row.buildingId && !row.feeItemId)),
    byBuilding: Object.fromEntries(rows.flatMap((row) => (row.buildingId ? [[row.buildingId, counted(row)]] : []))),
    byItem: Object.fromEntries(rows.flatMap((row) => (row.feeItemId ? [[row.feeItemId, counted(row)]] : []))),
  };
}

/** The same by fee item in each building, under "item building". */
export async function roomCountsByBoth(
  db: Queryable,
  projectId: string,
  period: string,
  cut: Cut = {},
): Promise<Record<string, RoomCount>> {
  const both =
    "SELECT building_id, fee_item_id, room_id, sum(open_fen) AS open_fen FROM live GROUP BY building_id, fee_item_id, room_id";
  const rows = await countedBy(db, [projectId, period], cut, both);
  return Object.fromEntries(rows.map((row) => [`${row.feeItemId} ${row.buildingId}`, counted(row)]));
}

const counted = (row: RoomCount | undefined): RoomCount => ({
  rooms: row?.rooms ?? 0,
  roomsPaid: row?.roomsPaid ?? 0,
});

/** Groups of the rooms that were charged in a month, with what each still owed of it when the month ended. */
function countedBy(
  db: Queryable,
  [projectId, period]: [string, string],
  { basis = "PAID", buildingId = null, feeItemId = null }: Cut,
  groups: string,
): Promise<GroupRow[]> {
  const zone = "(SELECT time_zone FROM project WHERE id = $1)";
  const entered = basis === "PAID" ? "" : ` AND (e.kind NOT IN ('RECEIPT', 'OFFSET') OR ${postedMonth(zone)} <= $2)`;
  return inBulk(db, (tx) =>
    tx.query<GroupRow[]>(
      `WITH owed AS (
       SELECT c.room_id, c.fee_item_id, c.amount_fen,
              c.amount_fen + coalesce(sum(e.amount_fen), 0) AS open_fen,
              coalesce(bool_or(e.kind = 'REVERSAL'), false) AND c.amount_fen = -coalesce(sum(e.amount_fen) FILTER (WHERE e.kind = 'REVERSAL'), 0) AS reversed
         FROM charge c
         LEFT JOIN charge_entry e ON e.project_id = c.project_id AND e.charge_id = c.id AND e.period <= $2${entered}
        WHERE c.project_id = $1 AND c.booked_period = $2 AND ($4::uuid IS NULL OR c.fee_item_id = $4)
        GROUP BY c.project_id, c.id
     ), live AS (
       SELECT o.room_id, o.fee_item_id, u.building_id, o.open_fen
         FROM owed o
         JOIN room r ON r.project_id = $1 AND r.id = o.room_id
         JOIN unit u ON u.project_id = $1 AND u.id = r.unit_id
        WHERE NOT o.reversed AND o.amount_fen > 0 AND ($3::uuid IS NULL OR u.building_id = $3)
     ), grouped AS (
       ${groups}
     )
     SELECT building_id AS "buildingId", fee_item_id AS "feeItemId", count(*)::int AS rooms,
            count(*) FILTER (WHERE open_fen <= 0)::int AS "roomsPaid"
       FROM grouped GROUP BY 1, 2`,
      [projectId, period, buildingId, feeItemId],
    ),
  );
}
