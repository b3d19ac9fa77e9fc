import type { EntityManager } from "typeorm";

/** The areas of a room in m², as decimal text. */
export interface Areas {
  buildingArea: string;
  chargeArea: string;
  innerArea: string | null;
  usableArea: string | null;
}

export const AREA_FIELDS = ["buildingArea", "chargeArea", "innerArea", "usableArea"] as const;

/** What held before the first change stands as a version from this day on. */
export const SINCE_EVER = "1900-01-01";

const sameArea = (a: string | null, b: string | null) => (a === null || b === null ? a === b : Number(a) === Number(b));

export const sameAreas = (a: Areas, b: Areas): boolean => AREA_FIELDS.every((field) => sameArea(a[field], b[field]));

/** An area that is not known: none, or 0 as imports leave it. */
const isUnknown = (area: string | null) => area === null || Number(area) === 0;

/** Whether a change only adds areas nobody knew: that says nothing new about a day, so it holds for every day. */
export const onlyCompletes = (before: Areas, after: Areas): boolean =>
  AREA_FIELDS.every((field) => sameArea(before[field], after[field]) || isUnknown(before[field]));

export const AREA_COLUMNS = `building_area AS "buildingArea", charge_area AS "chargeArea", inner_area AS "innerArea", usable_area AS "usableArea"`;

/** The areas of a room on a day: of the versions begun the latest, or the room's own when they never changed. */
export async function areasOn(
  tx: EntityManager,
  { projectId, id }: { projectId: string; id: string },
  day: string,
): Promise<Areas> {
  const [version] = await tx.query<Areas[]>(
    `SELECT ${AREA_COLUMNS} FROM room_area_version
      WHERE project_id = $1 AND room_id = $2 AND starts_on <= $3 ORDER BY starts_on DESC, id DESC LIMIT 1`,
    [projectId, id, day],
  );
  if (version) return version;
  const [room] = await tx.query<[Areas]>(`SELECT ${AREA_COLUMNS} FROM room WHERE project_id = $1 AND id = $2`, [
    projectId,
    id,
  ]);
  return room;
}

/** The same for many rooms, each on a day of its own; by room id. */
export async function areasOnDays(
  tx: EntityManager,
  projectId: string,
  days: readonly { roomId: string; day: string }[],
): Promise<Map<string, Areas>> {
  const rows = await tx.query<(Areas & { roomId: string })[]>(
    `SELECT r.id AS "roomId",
            CASE WHEN v.id IS NULL THEN r.building_area ELSE v.building_area END AS "buildingArea",
            CASE WHEN v.id IS NULL THEN r.charge_area ELSE v.charge_area END AS "chargeArea",
            CASE WHEN v.id IS NULL THEN r.inner_area ELSE v.inner_area END AS "innerArea",
            CASE WHEN v.id IS NULL THEN r.usable_area ELSE v.usable_area END AS "usableArea"
       FROM unnest($2::uuid[], $3::date[]) AS s(room_id, day)
       JOIN room r ON r.project_id = $1 AND r.id = s.room_id
       LEFT JOIN LATERAL (SELECT * FROM room_area_version a
                           WHERE a.project_id = $1 AND a.room_id = r.id AND a.starts_on <= s.day
                           ORDER BY a.starts_on DESC, a.id DESC LIMIT 1) v ON true`,
    [projectId, days.map(({ roomId }) => roomId), days.map(({ day }) => day)],
  );
  return new Map(rows.map(({ roomId, ...areas }) => [roomId, areas]));
}
