import type { ReceiptReviewRule } from "@linli/contracts";
import { firstDay, lastDay } from "../../common/calendar.js";
import type { Queryable } from "../periods/month-figures.js";
import { NEEDS_REVIEW, UNREVIEWED } from "./unreviewed.sql.js";

/** How far the review of a month's receipts is. */
export interface ReviewState {
  rule: ReceiptReviewRule;
  /** Whether the offset of prepayments takes reviewed money only. */
  offsetReviewedOnly: boolean;
  /** Receipts of the desk of the month, red ones too, and those nobody has reviewed. */
  receipts: number;
  open: number;
  /** Those that left money as a prepayment and stand, and those nobody has reviewed. */
  prepayments: number;
  prepaymentsOpen: number;
  prepaymentsOpenFen: number;
  /** Numbers of the first that are not reviewed. */
  examples: string[];
}

/** Reads how far the review of a month's receipts is (审核收款单, 3.1 no. 7 and 10). */
export async function reviewState(db: Queryable, projectId: string, period: string): Promise<ReviewState> {
  const [row] = await db.query<ReviewState[]>(
    `WITH r AS (
       SELECT r.id, r.receipt_no, r.prepayment_fen, ${UNREVIEWED} AS open,
              r.reversal_of IS NULL AND r.prepayment_fen > 0 AND NOT EXISTS (SELECT 1 FROM receipt red
                WHERE red.project_id = r.project_id AND red.reversal_of = r.id) AS prepays
         FROM receipt r
        WHERE r.project_id = $1 AND ${NEEDS_REVIEW} AND r.booked_on BETWEEN $2::date AND $3::date)
     SELECT coalesce((SELECT receipt_review FROM billing_settings WHERE project_id = $1), 'NONE') AS rule,
            coalesce((SELECT enabled AND reviewed_only FROM offset_scheme WHERE project_id = $1), false) AS "offsetReviewedOnly",
            count(*)::int AS receipts, count(*) FILTER (WHERE r.open)::int AS open,
            count(*) FILTER (WHERE r.prepays)::int AS prepayments,
            count(*) FILTER (WHERE r.prepays AND r.open)::int AS "prepaymentsOpen",
            coalesce(sum(r.prepayment_fen) FILTER (WHERE r.prepays AND r.open), 0)::bigint AS "prepaymentsOpenFen",
            coalesce((array_agg(r.receipt_no ORDER BY r.receipt_no) FILTER (WHERE r.open))[1:10], '{}') AS examples
       FROM r`,
    [projectId, firstDay(period), lastDay(period)],
  );
  return row!;
}
