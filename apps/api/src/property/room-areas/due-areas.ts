import type { EntityManager } from "typeorm";

/** Areas of a room that began to count, before and after, as the audit log keeps them. */
export interface AreasBegun {
  id: string;
  code: string;
  startsOn: string;
  before: Record<string, string | null>;
  after: Record<string, string | null>;
}

/** The version that counts on the day, of every room that has any. */
const IN_FORCE = `SELECT DISTINCT ON (v.room_id) v.* FROM room_area_version v
   WHERE v.project_id = $1 AND v.starts_on <= $2 AND ($3::uuid[] IS NULL OR v.room_id = ANY ($3))
   ORDER BY v.room_id, v.starts_on DESC, v.id DESC`;

const AREAS = ["building_area", "charge_area", "inner_area", "usable_area"];
const areasOf = (alias: string) => `(${AREAS.map((column) => `${alias}.${column}`).join(", ")})`;

const json = (alias: string) =>
  `jsonb_build_object('buildingArea', trim_scale(${alias}.building_area)::text, 'chargeArea', trim_scale(${alias}.charge_area)::text,
     'innerArea', trim_scale(${alias}.inner_area)::text, 'usableArea', trim_scale(${alias}.usable_area)::text)`;

const BEHIND = `
  SELECT r.id FROM room r JOIN (${IN_FORCE}) v ON v.project_id = r.project_id AND v.room_id = r.id
   WHERE r.project_id = $1 AND ${areasOf("r")} IS DISTINCT FROM ${areasOf("v")}
   ORDER BY r.id FOR UPDATE OF r`;

const APPLY = `
  UPDATE room r
     SET ${AREAS.map((column) => `${column} = v.${column}`).join(", ")},
         incomplete = array_remove(array_remove(r.incomplete, CASE WHEN v.building_area > 0 THEN 'buildingArea' END),
                                   CASE WHEN v.charge_area > 0 THEN 'chargeArea' END)
    FROM (${IN_FORCE}) v
    JOIN room o ON o.project_id = v.project_id AND o.id = v.room_id
   WHERE r.project_id = $1 AND r.id = v.room_id AND ${areasOf("r")} IS DISTINCT FROM ${areasOf("v")}
  RETURNING r.id, r.code, v.starts_on AS "startsOn", ${json("o")} AS before, ${json("r")} AS after`;

/**
 * Lets the rooms' own columns follow their area versions up to a day, so that lists are right; of all rooms of the
 * project, or of those named. By the set, and safe to repeat: rooms that are right already are not touched.
 */
export async function applyDueAreas(
  tx: EntityManager,
  projectId: string,
  today: string,
  roomIds?: readonly string[],
): Promise<AreasBegun[]> {
  // Locked first, so that the second statement sees what a change committed meanwhile.
  const behind = await tx.query<{ id: string }[]>(BEHIND, [projectId, today, roomIds ?? null]);
  if (behind.length === 0) return [];
  const [begun] = await tx.query<[AreasBegun[], number]>(APPLY, [projectId, today, behind.map(({ id }) => id)]);
  return begun;
}
