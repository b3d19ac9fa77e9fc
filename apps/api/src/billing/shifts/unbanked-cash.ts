import type { DataSource, EntityManager } from "typeorm";

type Db = Pick<DataSource | EntityManager, "query">;

/** Cash of one day that no deposit slip covers yet, in fen. */
export interface UnbankedDay {
  day: string;
  fen: number;
}

/** The longest list that is shown; older days come first. */
const MOST_DAYS = 31;

/**
 * Cash to be banked by day from `since` up to, not including, `before`: cash receipts less cash refunds, with the
 * differences of the shifts closed that day, less the deposit slips for that day (BIL-73, BIL-75).
 */
export function unbankedDays(db: Db, projectId: string, since: string, before: string): Promise<UnbankedDay[]> {
  return db.query<UnbankedDay[]>(
    `SELECT day, sum(fen)::bigint AS fen FROM (${CASH_BY_DAY}) k
      WHERE day >= $2::date AND day < $3::date
      GROUP BY day HAVING sum(fen) > 0 ORDER BY day LIMIT ${MOST_DAYS}`,
    [projectId, since, before],
  );
}

/** What is still to be banked of one day, in fen. */
export async function unbankedOn(db: Db, projectId: string, day: string): Promise<number> {
  const [row] = await db.query<{ fen: number }[]>(
    `SELECT coalesce(sum(fen), 0)::bigint AS fen FROM (${CASH_BY_DAY}) k WHERE day = $2::date`,
    [projectId, day],
  );
  return row!.fen;
}

/** Whether a cash refund `f` left the takings: out of a till, or where nobody works in shifts that day. */
export const FROM_TAKINGS = `(f.shift_id IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM cashier_shift w WHERE w.project_id = f.project_id AND w.opened_on = f.booked_on))`;

/** Rows of cash by the day they count for: in positive, out negative. $1 project. */
export const CASH_BY_DAY = `
  SELECT r.booked_on AS day, m.amount_fen AS fen
    FROM receipt r JOIN receipt_method m ON m.project_id = r.project_id AND m.receipt_id = r.id
   WHERE r.project_id = $1 AND m.method = 'CASH' AND (r.reversal_of IS NULL OR r.money_settled)
  UNION ALL
  SELECT f.booked_on, -f.amount_fen FROM refund f WHERE f.project_id = $1 AND f.method = 'CASH' AND ${FROM_TAKINGS}
  UNION ALL
  SELECT s.closed_on, s.counted_fen - s.expected_fen FROM cashier_shift s WHERE s.project_id = $1 AND s.status = 'CLOSED'
  UNION ALL
  SELECT d.takings_on, -d.amount_fen FROM bank_deposit d WHERE d.project_id = $1 AND d.cancel_reason IS NULL`;
