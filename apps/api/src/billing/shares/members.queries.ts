import type { AreaKind } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { lastDay } from "../../common/calendar.js";
import { Where } from "../../common/where.js";
import { NATURAL } from "../../database/natural-order.js";
import { areaVersionsOf } from "../runs/run-rooms.js";
import type { Member } from "./month-pool.js";
import type { SharePool } from "./share-pool.entity.js";

const AREA_COLUMN = {
  CHARGE: "charge",
  BUILDING: "building",
  INNER: "inner",
  USABLE: "usable",
} as const satisfies Record<AreaKind, string>;

interface RoomRow {
  roomId: string;
  roomCode: string;
  roomName: string;
  vacant: boolean;
  charge: string | null;
  building: string | null;
  inner: string | null;
  usable: string | null;
}

/** Rooms nobody lives in. */
const VACANT = "r.state IN ('UNSOLD', 'SOLD', 'VACANT', 'IDLE')";

/** Who lives in a flat on the day $3: the tenants and users where there are some, else the owners; with the family. */
const PEOPLE = `
  SELECT room_id AS "roomId",
         (CASE WHEN bool_or(role IN ('TENANT', 'USER')) THEN count(DISTINCT customer_id) FILTER (WHERE role <> 'OWNER')
               ELSE count(DISTINCT customer_id) END)::int AS people
    FROM room_relation
   WHERE project_id = $1 AND room_id = ANY ($2) AND role IN ('OWNER', 'TENANT', 'USER', 'FAMILY')
     AND starts_on <= $3::date AND (ends_on IS NULL OR ends_on >= $3::date)
   GROUP BY room_id`;

/** People registered for a room (户口或居住证登记人数), which come before those on file; $3 is the day. */
const REGISTERED = `
  SELECT DISTINCT ON (room_id) room_id AS "roomId", persons AS people FROM room_headcount
   WHERE project_id = $1 AND room_id = ANY ($2) AND starts_on <= $3::date ORDER BY room_id, starts_on DESC`;

/**
 * The rooms that share a month: those of the scope that existed on its last day, by code, with area and people of that
 * day. A room named that was split or merged means what it has become.
 */
export async function membersOf(tx: EntityManager, pool: SharePool, period: string): Promise<Member[]> {
  const { projectId, rooms, areaKind } = pool;
  const day = lastDay(period);
  const excluded = await nowOf(tx, projectId, pool.excludedRoomIds);
  const where = new Where()
    .add("r.project_id = ?", projectId)
    .add("(r.active OR r.ended_on IS NOT NULL) AND (r.starts_on IS NULL OR r.starts_on <= ?::date)", day)
    .add("(r.ended_on IS NULL OR r.ended_on >= ?::date)", day)
    .add("NOT (r.id = ANY (?))", excluded)
    .add("r.purpose = ANY (?)", given(rooms.purposes));
  const roomIds = await nowOf(tx, projectId, rooms.roomIds ?? []);
  const named = [
    ["r.id = ANY (?)", given(rooms.roomIds) && roomIds],
    ["u.building_id = ANY (?)", given(rooms.buildingIds)],
    ["r.unit_id = ANY (?)", given(rooms.unitIds)],
  ] as const;
  const chosen = named.filter(([, ids]) => ids);
  const either = chosen.map(([condition]) => condition).join(" OR ");
  if (either) where.add(`(${either})`, ...chosen.map(([, ids]) => ids));
  const rows = await tx.query<RoomRow[]>(
    `SELECT r.id AS "roomId", r.code AS "roomCode", r.name AS "roomName", ${VACANT} AS vacant, r.charge_area AS charge,
            r.building_area AS building, r.inner_area AS inner, r.usable_area AS usable
       FROM room r JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
     ${where.toString()} ORDER BY r.code ${NATURAL}`,
    where.params,
  );
  const ids = rows.map(({ roomId }) => roomId);
  const versions = await areaVersionsOf(tx, projectId, ids);
  const people = await tx.query<{ roomId: string; people: number }[]>(PEOPLE, [projectId, ids, day]);
  const registered = await tx.query<{ roomId: string; people: number }[]>(REGISTERED, [projectId, ids, day]);
  const byRoom = new Map([...people, ...registered].map((row) => [row.roomId, row.people]));
  const column = AREA_COLUMN[areaKind as AreaKind];
  return rows.map((row) => {
    const past = versions.get(row.roomId)?.filter(({ from }) => from <= day);
    const version = past?.reduce<(typeof past)[number] | undefined>(
      (latest, one) => (!latest || one.from > latest.from ? one : latest),
      undefined,
    );
    const area = (version ?? row)[column] ?? null;
    const { roomId, roomCode, roomName, vacant } = row;
    return { roomId, roomCode, roomName, vacant, area, people: byRoom.get(roomId) ?? 0 };
  });
}

/** Rooms with all that came of them by splits and merges. */
async function nowOf(tx: EntityManager, projectId: string, roomIds: readonly string[]): Promise<string[]> {
  if (roomIds.length === 0) return [];
  const rows = await tx.query<{ id: string }[]>(
    `WITH RECURSIVE line AS (
       SELECT unnest($2::uuid[]) AS id
       UNION
       SELECT l.child_id FROM line JOIN room_lineage l ON l.project_id = $1 AND l.parent_id = line.id
     ) SELECT id FROM line`,
    [projectId, roomIds],
  );
  return rows.map(({ id }) => id);
}

const given = <T>(list: T[] | null | undefined) => (list && list.length > 0 ? list : undefined);
