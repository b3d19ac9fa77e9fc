import type { DailyReportState, TakingsTotalsDto } from "@linli/contracts";
import { firstDay, lastDay } from "../../common/calendar.js";
import type { Queryable } from "../periods/month-figures.js";
import type { TakingsScope } from "../shifts/shift-totals.js";

/** Whose a receipt or refund is: of the shift it belongs to, else of who made it. */
export const CASHIER_OF_RECEIPT = `coalesce((SELECT w.cashier_id FROM cashier_shift w
  WHERE w.project_id = r.project_id AND w.id = r.shift_id), r.cashier_id)`;
export const CASHIER_OF_REFUND = `coalesce((SELECT w.cashier_id FROM cashier_shift w
  WHERE w.project_id = f.project_id AND w.id = f.shift_id), f.paid_by)`;

/** The receipts of the desk and the refunds of a day, of one cashier or of all: nobody took what runs and banks brought. */
export function scopeOfDay(projectId: string, day: string, cashierId?: string | null): TakingsScope {
  if (!cashierId)
    return {
      receipts: "r.at_desk AND r.booked_on = $2::date",
      refunds: "f.booked_on = $2::date",
      params: [projectId, day],
    };
  return {
    receipts: `r.at_desk AND r.booked_on = $2::date AND ${CASHIER_OF_RECEIPT} = $3::uuid`,
    refunds: `f.booked_on = $2::date AND ${CASHIER_OF_REFUND} = $3::uuid`,
    params: [projectId, day, cashierId],
  };
}

export const papersOf = ({ receipts, reds, refunds }: TakingsTotalsDto): number => receipts + reds + refunds;

/** What was sent, as far as the state goes. */
export interface SentReport {
  papers: number;
  receivedAt: Date | null;
}

/** Where a report stands that holds this many papers now. */
export function stateOf(sent: SentReport | null | undefined, papers: number): DailyReportState {
  if (!sent) return "DUE";
  if (sent.papers !== papers) return "CHANGED";
  return sent.receivedAt ? "RECEIVED" : "SENT";
}

/** The papers of the days $2 to $3 of project $1, each with whose it is: day, cashier_id, receipts, reds, refunds, received. */
export const PAPERS_OF_DAYS = `
  SELECT r.booked_on AS day, ${CASHIER_OF_RECEIPT} AS cashier_id,
         CASE WHEN r.reversal_of IS NULL THEN 1 ELSE 0 END AS receipts,
         CASE WHEN r.reversal_of IS NULL THEN 0 ELSE 1 END AS reds, 0 AS refunds,
         CASE WHEN r.reversal_of IS NULL THEN (
           SELECT coalesce(sum(m.amount_fen), 0) FROM receipt_method m
            WHERE m.project_id = r.project_id AND m.receipt_id = r.id AND m.method <> 'PREPAYMENT') ELSE 0 END AS received
    FROM receipt r WHERE r.project_id = $1 AND r.at_desk AND r.booked_on BETWEEN $2::date AND $3::date
  UNION ALL
  SELECT f.booked_on, ${CASHIER_OF_REFUND}, 0, 0, 1, 0
    FROM refund f WHERE f.project_id = $1 AND f.booked_on BETWEEN $2::date AND $3::date`;

/** How far the daily reports of a month are (日结). */
export interface DailyState {
  /** Days and people with papers. */
  reports: number;
  /** Those not sent to finance, or changed since. */
  due: number;
  /** Those that were sent and finance has not taken over yet (审核收款单). */
  waiting: number;
  /** Shifts whose till is not counted and witnessed. */
  shifts: number;
}

/** Counts the daily reports of a month and the shifts that are still open in it. */
export async function dailyState(db: Queryable, projectId: string, period: string): Promise<DailyState> {
  const [row] = await db.query<DailyState[]>(
    `SELECT count(*)::int AS reports,
            count(*) FILTER (WHERE d.id IS NULL OR d.papers <> t.papers)::int AS due,
            count(*) FILTER (WHERE d.papers = t.papers AND d.received_at IS NULL)::int AS waiting,
            (SELECT count(*)::int FROM cashier_shift
              WHERE project_id = $1 AND status <> 'CLOSED' AND opened_on BETWEEN $2::date AND $3::date) AS shifts
       FROM (SELECT day, cashier_id, sum(receipts + reds + refunds) AS papers FROM (${PAPERS_OF_DAYS}) p GROUP BY day, cashier_id) t
       LEFT JOIN daily_report d ON d.project_id = $1 AND d.day = t.day AND d.cashier_id = t.cashier_id`,
    [projectId, firstDay(period), lastDay(period)],
  );
  return row!;
}
