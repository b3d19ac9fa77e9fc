/**
 * What was paid of plan `p` until the end of a day, in fen: what its charges owe less than when they came into it. It is
 * measured against what was open then, so that a receipt of before that is issued anew pays nothing of the plan, and one
 * that is reversed leaves more to pay. A receipt that was reversed never paid, and one that was issued anew paid on the
 * day of the first, as for late fees; what was cut and issued anew to the same payer goes on in the plan.
 * @param day SQL for a day
 */
export const planPaid = (day: string): string => `(
  SELECT coalesce(sum(moved.fen + CASE WHEN x.followed_on IS NULL THEN x.open_fen - h.amount_fen
                                       WHEN x.followed_on <= ${day} THEN -x.open_fen ELSE 0 END), 0)
    FROM payment_plan_charge x
    JOIN charge h ON h.project_id = x.project_id AND h.id = x.charge_id
    CROSS JOIN LATERAL (
      SELECT coalesce(-sum(e.amount_fen), 0) AS fen FROM charge_entry e
        LEFT JOIN receipt t ON t.project_id = e.project_id AND t.id = e.receipt_id
        LEFT JOIN receipt first ON first.project_id = t.project_id AND first.id = t.reissue_of
       WHERE e.project_id = x.project_id AND e.charge_id = x.charge_id
         AND coalesce(first.booked_on, e.booked_on) <= ${day} AND t.reversal_of IS NULL
         AND NOT EXISTS (SELECT 1 FROM receipt red WHERE red.project_id = t.project_id AND red.reversal_of = t.id)) moved
   WHERE x.project_id = p.project_id AND x.plan_id = p.id)`;

/**
 * The day of the first instalment of plan `p` that was not paid on its day, or null. The last one is missed, too, when
 * something of the plan is owed again after its day (a charge corrected to more): a plan never protects beyond its end.
 * @param before SQL for a day: only instalments before it; all when left out, those to come too
 */
export const planMissedOn = (before?: string): string => `(
  SELECT min(i.due_on) FROM payment_plan_instalment i
   WHERE i.project_id = p.project_id AND i.plan_id = p.id ${before ? `AND i.due_on < ${before}` : ""}
     AND (i.through_fen > ${planPaid("i.due_on")}
          OR i.through_fen = p.total_fen AND i.through_fen > ${planPaid(before ?? "'infinity'::date")}))`;

/**
 * Where plan `p` stands, a PaymentPlanState.
 * @param paid what was paid of it, and the day of the first missed instalment, as of the same day
 */
export const planStateOf = (paid: string, missedOn: string): string => `CASE
  WHEN p.status <> 'APPROVED' THEN p.status
  WHEN ${paid} >= p.total_fen THEN 'FULFILLED'
  WHEN ${missedOn} IS NOT NULL THEN 'BROKEN'
  ELSE 'KEPT' END`;

/** Whether a plan that is kept as of a day covers the charge `c` (BIL-54). */
export const inKeptPlan = (day: string): string => `EXISTS (
  SELECT 1 FROM payment_plan_charge l JOIN payment_plan p ON p.project_id = l.project_id AND p.id = l.plan_id
   WHERE l.project_id = c.project_id AND l.charge_id = c.id AND p.starts_on <= ${day}
     AND (p.ended_on IS NULL OR p.ended_on > ${day}) AND ${planMissedOn(day)} IS NULL)`;
