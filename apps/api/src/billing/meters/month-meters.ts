import type { Queryable } from "../periods/month-figures.js";
import { IS_BILLED } from "./meter-supply.js";

/** How far the reading of a month is. */
export interface MonthMeters {
  /** Meters in use by the end of the month. */
  total: number;
  /** Those without a reading of the month. */
  missing: number;
  /** The first of them, with their rooms. */
  examples: string[];
  /** Readings with a use that no charge was issued for, though they belong to a fee item. */
  unbilled: number;
}

/** $1 project, $2 month. What is not billed counts whatever the reading was taken for, also of meters taken out since. */
const COUNTS = `
  SELECT count(*)::int AS total, count(*) FILTER (WHERE r.id IS NULL)::int AS missing,
         (SELECT count(*)::int FROM meter_reading r JOIN meter b ON b.project_id = r.project_id AND b.id = r.meter_id
           WHERE r.project_id = $1 AND r.period = $2 AND r.status = 'VALID' AND r.use > 0 AND r.room_id IS NOT NULL
             AND b.fee_item_id IS NOT NULL AND NOT ${IS_BILLED}) AS unbilled,
         COALESCE((array_agg(concat_ws(' ', o.code, m.no) ORDER BY o.code NULLS LAST, m.no) FILTER (WHERE r.id IS NULL))[1:10], '{}') AS examples
    FROM meter m
    LEFT JOIN room o ON o.project_id = m.project_id AND o.id = m.room_id
    LEFT JOIN meter_reading r ON r.project_id = m.project_id AND r.meter_id = m.id AND r.period = $2
     AND r.status = 'VALID' AND r.kind = 'REGULAR'
   WHERE m.project_id = $1 AND m.removed_on IS NULL
     AND m.installed_on <= ($2 || '-01')::date + interval '1 month' - interval '1 day'`;

/** Counts the meters of a month: read, missing, not billed yet. */
export async function metersOfMonth(db: Queryable, projectId: string, period: string): Promise<MonthMeters> {
  const [row] = await db.query<MonthMeters[]>(COUNTS, [projectId, period]);
  return row!;
}
