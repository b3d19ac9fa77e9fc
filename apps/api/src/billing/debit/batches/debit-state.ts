import { firstDay, lastDay } from "../../../common/calendar.js";
import type { Queryable } from "../../periods/month-figures.js";

/** How far the direct debits of a month are (BIL-101…103). */
export interface DebitState {
  /** Agreements in force. */
  agreements: number;
  /** Batches made and not sent to the bank yet. */
  drafts: number;
  /** Batches sent in the month, with what was asked for and collected, in fen. */
  sent: number;
  amountFen: number;
  collectedFen: number;
  /** Those of them with lines the bank has not answered. */
  unreturned: number;
}

/** Counts the agreements of a project and its batches of a month. */
export async function debitState(db: Queryable, projectId: string, period: string): Promise<DebitState> {
  const [row] = await db.query<DebitState[]>(
    `SELECT (SELECT count(*)::int FROM debit_agreement WHERE project_id = $1 AND status = 'ACTIVE') AS agreements,
            count(*) FILTER (WHERE status = 'DRAFT')::int AS drafts,
            count(*) FILTER (WHERE status <> 'DRAFT')::int AS sent,
            coalesce(sum(amount_fen) FILTER (WHERE status <> 'DRAFT'), 0)::bigint AS "amountFen",
            coalesce(sum(collected_fen) FILTER (WHERE status <> 'DRAFT'), 0)::bigint AS "collectedFen",
            count(*) FILTER (WHERE status <> 'DRAFT' AND in_process_count > 0)::int AS unreturned
       FROM debit_batch
      WHERE project_id = $1 AND (status = 'DRAFT' OR status <> 'VOID' AND exported_on BETWEEN $2::date AND $3::date)`,
    [projectId, firstDay(period), lastDay(period)],
  );
  return row!;
}
