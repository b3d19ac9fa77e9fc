/** Whether receipt `r` is one that somebody reviews (审核收款单): taken at the desk, or the red one of such a receipt. */
export const NEEDS_REVIEW = "r.at_desk";

/** Whether nobody has reviewed receipt `r` yet. */
export const UNREVIEWED = `NOT EXISTS (SELECT 1 FROM receipt_review v WHERE v.project_id = r.project_id AND v.receipt_id = r.id)`;

/** Whether a receipt that is no red one stands: nobody reversed it. */
export const stands = (alias: string): string =>
  `${alias}.reversal_of IS NULL AND NOT EXISTS (SELECT 1 FROM receipt red WHERE red.project_id = ${alias}.project_id AND red.reversal_of = ${alias}.id)`;

/**
 * What receipts of the desk that nobody has reviewed and that still stand brought into prepayment account `a`, in fen. A
 * receipt that a correction wrote anew (`s`) is the same money as the first (`r`), and as reviewed as that. What was drawn
 * since counts as reviewed money first drawn: an account never gives more than its reviewed money.
 */
export const UNREVIEWED_IN = `(SELECT coalesce(sum(m.amount_fen), 0)::bigint
  FROM prepayment_movement m
  JOIN receipt s ON s.project_id = m.project_id AND s.id = m.receipt_id
  JOIN receipt r ON r.project_id = s.project_id AND r.id = coalesce(s.reissue_of, s.id)
 WHERE m.project_id = a.project_id AND m.account_id = a.id AND m.amount_fen > 0 AND ${stands("s")}
   AND ${NEEDS_REVIEW} AND ${UNREVIEWED})`;
