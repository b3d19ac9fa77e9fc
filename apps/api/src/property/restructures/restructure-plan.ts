import type { RestructureKind, RestructuredRoomDto, RestructurePartDto, RestructurePlanDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { dayBefore } from "../../common/calendar.js";
import { newId } from "../../common/ids.js";
import { notFound } from "../../common/rule-violation.js";
import { NATURAL } from "../../database/natural-order.js";
import { areaText } from "../areas.js";

/** A room that is split or merged, as it is on its last day. Areas in m² as decimal text. */
export interface OldRoom extends RestructuredRoomDto {
  unitId: string;
  buildingId: string;
  layout: string | null;
  orientation: string | null;
  purpose: string;
  state: string;
  handoverNoticedOn: string | null;
  handedOverOn: string | null;
  startsOn: string | null;
  endedOn: string | null;
  active: boolean;
  /** Day of an area version that begins after the last day. */
  areaChangesOn: string | null;
}

/** A room to be: it has an id from the start, which counts only when the plan is carried out. */
export interface NewRoom extends RestructurePartDto {
  id: string;
  /** Its place in the plan. */
  part: number;
}

/** A split or merge with the rooms it concerns. */
export interface RestructurePlan {
  projectId: string;
  kind: RestructureKind;
  /** First day of the new rooms, and last day of the old ones. */
  effectiveOn: string;
  lastDay: string;
  dto: RestructurePlanDto;
  /** In the order of their codes. */
  olds: OldRoom[];
  news: NewRoom[];
}

interface Subject {
  roomIds: string[];
  effectiveOn: string;
}

/** Reads the rooms of a plan. @param lock holds them against changes until the transaction ends @throws NOT_FOUND */
export async function loadOldRooms(
  tx: EntityManager,
  projectId: string,
  { roomIds, effectiveOn }: Subject,
  lock: boolean,
): Promise<OldRoom[]> {
  if (lock) {
    await tx.query("SELECT 1 FROM room WHERE project_id = $1 AND id = ANY ($2) ORDER BY id FOR NO KEY UPDATE", [
      projectId,
      roomIds,
    ]);
  }
  const rooms = await tx.query<OldRoom[]>(
    `SELECT r.id, r.code, r.name, r.unit_id AS "unitId", u.name AS "unitName", b.id AS "buildingId", b.name AS "buildingName",
            r.floor, r.layout, r.orientation, r.purpose, r.state, r.handover_noticed_on AS "handoverNoticedOn", r.handed_over_on AS "handedOverOn",
            r.starts_on AS "startsOn", r.ended_on AS "endedOn", r.active,
            CASE WHEN v.id IS NULL THEN r.building_area ELSE v.building_area END AS "buildingArea",
            CASE WHEN v.id IS NULL THEN r.charge_area ELSE v.charge_area END AS "chargeArea",
            CASE WHEN v.id IS NULL THEN r.inner_area ELSE v.inner_area END AS "innerArea",
            CASE WHEN v.id IS NULL THEN r.usable_area ELSE v.usable_area END AS "usableArea",
            (SELECT min(later.starts_on) FROM room_area_version later
              WHERE later.project_id = r.project_id AND later.room_id = r.id AND later.starts_on > $3) AS "areaChangesOn"
       FROM room r
       JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
       JOIN building b ON b.project_id = u.project_id AND b.id = u.building_id
       LEFT JOIN LATERAL (
         SELECT * FROM room_area_version x WHERE x.project_id = r.project_id AND x.room_id = r.id AND x.starts_on <= $3
          ORDER BY x.starts_on DESC, x.id DESC LIMIT 1) v ON true
      WHERE r.project_id = $1 AND r.id = ANY ($2) ORDER BY r.code ${NATURAL}, r.id`,
    [projectId, roomIds, dayBefore(effectiveOn)],
  );
  if (rooms.length < roomIds.length) throw notFound("房间");
  return rooms.map((room) => ({
    ...room,
    buildingArea: areaText(room.buildingArea),
    chargeArea: areaText(room.chargeArea),
    innerArea: room.innerArea === null ? null : areaText(room.innerArea),
    usableArea: room.usableArea === null ? null : areaText(room.usableArea),
  }));
}

/** The plan a request describes, with its rooms. */
export async function loadPlan(
  tx: EntityManager,
  projectId: string,
  dto: RestructurePlanDto,
  lock = false,
): Promise<RestructurePlan> {
  const { kind, effectiveOn } = dto;
  const olds = await loadOldRooms(tx, projectId, dto, lock);
  const news = dto.parts.map((part, index) => ({ ...part, id: newId(), part: index }));
  return { projectId, kind, effectiveOn, lastDay: dayBefore(effectiveOn), dto, olds, news };
}

/** The plan alone, without what comes with it in a request. */
export function planOf(dto: RestructurePlanDto): RestructurePlanDto {
  const { kind, roomIds, effectiveOn, parts, bindings, prepayments, owners } = dto;
  const { vehicles, meters, payerId = null } = dto;
  const moved = { vehicles: vehicles ?? [], meters: meters?.length ? meters : null };
  return { kind, roomIds, effectiveOn, parts, bindings, prepayments, ...moved, owners, payerId };
}

/** A room for the reader. */
export function toRestructuredRoomDto(room: OldRoom): RestructuredRoomDto {
  const { id, code, name, buildingName, unitName, floor, buildingArea, chargeArea, innerArea, usableArea } = room;
  return { id, code, name, buildingName, unitName, floor, buildingArea, chargeArea, innerArea, usableArea };
}
