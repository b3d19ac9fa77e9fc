import type { ReceiptReviewRule } from "@linli/contracts";
import { firstDay, lastDay } from "../../common/calendar.js";
import type { Queryable } from "../periods/month-figures.js";
import { NEEDS_REVIEW, stands, UNREVIEWED } from "./unreviewed.sql.js";

/** How far the review of a month's receipts is. */
export interface ReviewState {
  rule: ReceiptReviewRule;
  /** Whether the offset of prepayments takes reviewed money only. */
  offsetReviewedOnly: boolean;
  /** Receipts of the desk of the month, red ones too, and those nobody has reviewed. */
  receipts: number;
  open: number;
  /**
   * Those that left money as a prepayment and stand, or stand written anew, and those nobody has reviewed; where only
   * reviewed money is offset also those of earlier months that nobody has reviewed.
   */
  prepayments: number;
  prepaymentsOpen: number;
  prepaymentsOpenFen: number;
  /** Numbers of the first that are not reviewed. */
  examples: string[];
}

/** Reads how far the review of a month's receipts is (审核收款单, 3.1 no. 7 and 10). */
export async function reviewState(db: Queryable, projectId: string, period: string): Promise<ReviewState> {
  const [row] = await db.query<ReviewState[]>(
    `WITH scheme AS (
       SELECT coalesce((SELECT enabled AND reviewed_only FROM offset_scheme WHERE project_id = $1), false) AS reviewed_only
     ), anew AS (
       SELECT s.reissue_of AS id, sum(s.prepayment_fen) AS fen FROM receipt s
        WHERE s.project_id = $1 AND s.reissue_of IS NOT NULL AND ${stands("s")} GROUP BY 1
     ), booked AS (
       SELECT r.receipt_no, r.booked_on >= $2::date AS of_month, ${UNREVIEWED} AS open,
              CASE WHEN ${stands("r")} THEN r.prepayment_fen WHEN r.reversal_of IS NULL THEN coalesce(anew.fen, 0) ELSE 0 END AS left_fen
         FROM receipt r LEFT JOIN anew ON anew.id = r.id
        WHERE r.project_id = $1 AND ${NEEDS_REVIEW} AND r.booked_on <= $3::date
          AND (r.booked_on >= $2::date OR (SELECT reviewed_only FROM scheme))
     ), r AS (
       SELECT booked.*, left_fen > 0 AND (of_month OR open) AS prepays FROM booked
     )
     SELECT coalesce((SELECT receipt_review FROM billing_settings WHERE project_id = $1), 'NONE') AS rule,
            (SELECT reviewed_only FROM scheme) AS "offsetReviewedOnly",
            count(*) FILTER (WHERE r.of_month)::int AS receipts, count(*) FILTER (WHERE r.of_month AND r.open)::int AS open,
            count(*) FILTER (WHERE r.prepays)::int AS prepayments,
            count(*) FILTER (WHERE r.prepays AND r.open)::int AS "prepaymentsOpen",
            coalesce(sum(r.left_fen) FILTER (WHERE r.prepays AND r.open), 0)::bigint AS "prepaymentsOpenFen",
            coalesce((array_agg(r.receipt_no ORDER BY r.receipt_no) FILTER (WHERE r.of_month AND r.open))[1:10], '{}') AS examples
       FROM r`,
    [projectId, firstDay(period), lastDay(period)],
  );
  return row!;
}
