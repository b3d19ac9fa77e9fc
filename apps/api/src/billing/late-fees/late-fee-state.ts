import type { Queryable } from "../periods/month-figures.js";
import { ACTIVE_SCHEME } from "./scheme-of-charge.js";

/** How far the late fees of a month are. */
export interface LateFeeState {
  /** Schemes in use; without one the project charges none. */
  schemes: number;
  /** Open charges that were due before the day and bear late fees. */
  overdue: number;
  /** Booked in the month as owed, less what was reversed, in fen. */
  booked: number;
  bookedFen: number;
}

/** Counts what bears late fees on a day and what was booked of it in a month (3.1 no. 6); what accrued is not computed here. */
export async function lateFeeState(
  db: Queryable,
  projectId: string,
  period: string,
  today: string,
): Promise<LateFeeState> {
  const [row] = await db.query<LateFeeState[]>(
    `SELECT (SELECT count(*)::int FROM late_fee_scheme WHERE project_id = $1 AND active) AS schemes,
            (SELECT count(*)::int FROM charge c ${ACTIVE_SCHEME}
              WHERE c.project_id = $1 AND c.open_fen > 0 AND c.due_on < $3::date AND c.principal_id IS NULL AND c.booked_period <= $2) AS overdue,
            count(*)::int AS booked, coalesce(sum(f.amount_fen - f.reversed_fen), 0)::bigint AS "bookedFen"
       FROM charge f WHERE f.project_id = $1 AND f.booked_period = $2 AND f.source = 'LATE_FEE' AND f.reversed_fen < f.amount_fen`,
    [projectId, period, today],
  );
  return row!;
}
