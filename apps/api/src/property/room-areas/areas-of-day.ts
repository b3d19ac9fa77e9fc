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
