import { joinSurvivor } from "../../customer/merged-customers.js";
import type { Queryable } from "../periods/month-figures.js";
import { notPrinted } from "./notices.queries.js";

/** How far the notices of a month are, by payer and room. */
export interface NoticeState {
  /** Have been printed. */
  printed: number;
  /** Owe something of the month and had no notice yet. */
  missing: number;
}

/** What the month's step 通知 is told from (BIL-114). */
export async function noticeState(db: Queryable, projectId: string, period: string): Promise<NoticeState> {
  const [row] = await db.query<NoticeState[]>(
    `SELECT (SELECT count(*)::int FROM notice_print WHERE project_id = $2 AND period = $1) AS printed,
            (SELECT count(DISTINCT (c.room_id, p.id))::int FROM charge c ${joinSurvivor("p", "c.project_id", "c.payer_id")}
              WHERE c.project_id = $2 AND c.booked_period = $1 AND c.open_fen > 0 AND ${notPrinted()}) AS missing`,
    [period, projectId],
  );
  return row!;
}
