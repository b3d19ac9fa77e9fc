/** Whether receipt `r` is one that somebody reviews (审核收款单): taken at the desk, or the red one of such a receipt. */
export const NEEDS_REVIEW = "r.at_desk";

/** Whether nobody has reviewed receipt `r` yet. */
export const UNREVIEWED = `NOT EXISTS (SELECT 1 FROM receipt_review v WHERE v.project_id = r.project_id AND v.receipt_id = r.id)`;

/**
 * What receipts of the desk that nobody has reviewed and that still stand brought into prepayment account `a`, in fen. What
 * was drawn since counts as reviewed money first drawn: an account never gives more than its reviewed money.
 */
export const UNREVIEWED_IN = `(SELECT coalesce(sum(m.amount_fen), 0)::bigint
  FROM prepayment_movement m
  JOIN receipt r ON r.project_id = m.project_id AND r.id = m.receipt_id
 WHERE m.project_id = a.project_id AND m.account_id = a.id AND m.amount_fen > 0 AND r.reversal_of IS NULL
   AND ${NEEDS_REVIEW} AND ${UNREVIEWED}
   AND NOT EXISTS (SELECT 1 FROM receipt red WHERE red.project_id = r.project_id AND red.reversal_of = r.id))`;
