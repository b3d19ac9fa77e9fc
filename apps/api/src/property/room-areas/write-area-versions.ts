import type { EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { newId } from "../../common/ids.js";
import { type Areas, SINCE_EVER } from "./areas-of-day.js";

/** New areas of a room from a day on; `before` is what held without any version. */
export interface AreaChange {
  roomId: string;
  before: Areas;
  after: Areas;
  startsOn: string;
  reason: string | null;
  approvalId?: string | null;
  /** Write it only when the room has versions already: without any its own columns say the same. */
  onlyIfVersioned?: boolean;
}

const STAGED = `jsonb_to_recordset($2::jsonb) AS s(id uuid, room_id uuid, starts_on date, building_area numeric, charge_area numeric,
    inner_area numeric, usable_area numeric, reason text, approval_id uuid, only_if_versioned boolean)`;
const INSERT = `
  INSERT INTO room_area_version (project_id, id, created_at, room_id, starts_on, building_area, charge_area, inner_area, usable_area,
                                 reason, approval_id, created_by, created_by_name)
  SELECT $1, s.id, $3, s.room_id, s.starts_on, s.building_area, s.charge_area, s.inner_area, s.usable_area, s.reason, s.approval_id, $4, $5
    FROM ${STAGED}`;
const VERSIONED = "EXISTS (SELECT 1 FROM room_area_version v WHERE v.project_id = $1 AND v.room_id = s.room_id)";

/**
 * Appends area versions by the set; the first change of a room also writes what held before, since ever. The rooms'
 * own columns are the caller's.
 */
export async function writeAreaVersions(
  tx: EntityManager,
  actor: Actor,
  projectId: string,
  now: Date,
  changes: readonly AreaChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const who = [now, actor.userId, actor.name];
  const write = (condition: string, rows: object[]) =>
    tx.query(`${INSERT} WHERE ${condition}`, [projectId, JSON.stringify(rows), ...who]);
  await write(
    `NOT s.only_if_versioned AND NOT ${VERSIONED}`,
    changes.map((change) => staged(change, change.before, { startsOn: SINCE_EVER, reason: null, approvalId: null })),
  );
  await write(
    `NOT s.only_if_versioned OR ${VERSIONED}`,
    changes.map((change) => staged(change, change.after, change)),
  );
}

const staged = (
  { roomId, onlyIfVersioned = false }: AreaChange,
  areas: Areas,
  { startsOn, reason, approvalId }: Pick<AreaChange, "startsOn" | "reason" | "approvalId">,
) => ({
  id: newId(),
  room_id: roomId,
  starts_on: startsOn,
  building_area: areas.buildingArea,
  charge_area: areas.chargeArea,
  inner_area: areas.innerArea,
  usable_area: areas.usableArea,
  reason,
  approval_id: approvalId ?? null,
  only_if_versioned: onlyIfVersioned,
});
