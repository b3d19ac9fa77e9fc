import { withOrigins } from "../charges/charge-origins.js";

/** Whether a column names charge `c` or one it stands in the place of. */
const isOfDebt = (column: string) => `${column} = ANY (ARRAY${withOrigins("c.project_id", "c.id")})`;

/**
 * The acts that may bear on the limitation of a charge `c` as rows (kind, day, until, revives): `until` is infinity while a
 * lawsuit is under way. Acts about a charge this one stands in the place of are among them. Payments are those of receipts
 * that stand, on the day of the first when one was issued anew.
 */
export const LIMITATION_ACTS = `
  SELECT 'DEMAND' AS kind, v.delivered_on AS day, v.delivered_on AS until, false AS revives
    FROM (SELECT DISTINCT x.step_id FROM dunning_step_charge x WHERE x.project_id = c.project_id AND ${isOfDebt("x.charge_id")}) x
    JOIN dunning_step s ON s.project_id = c.project_id AND s.id = x.step_id AND s.voided_on IS NULL
    JOIN dunning_delivery v ON v.project_id = s.project_id AND v.step_id = s.id AND v.interrupts AND v.voided_on IS NULL
  UNION ALL
  SELECT 'PAYMENT', coalesce(first.booked_on, t.booked_on), coalesce(first.booked_on, t.booked_on), false
    FROM charge_entry e
    JOIN receipt t ON t.project_id = e.project_id AND t.id = e.receipt_id AND t.reversal_of IS NULL
    LEFT JOIN receipt first ON first.project_id = t.project_id AND first.id = t.reissue_of
   WHERE e.project_id = c.project_id AND ${isOfDebt("e.charge_id")} AND e.kind = 'RECEIPT' AND e.amount_fen < 0
     AND NOT EXISTS (SELECT 1 FROM receipt red WHERE red.project_id = t.project_id AND red.reversal_of = t.id)
  UNION ALL
  SELECT 'PROMISE', m.made_on, m.made_on, true
    FROM (SELECT DISTINCT y.promise_id FROM dunning_promise_charge y WHERE y.project_id = c.project_id AND ${isOfDebt("y.charge_id")}) y
    JOIN dunning_promise m ON m.project_id = c.project_id AND m.id = y.promise_id AND m.voided_on IS NULL AND m.form <> 'SPOKEN'
  UNION ALL
  SELECT 'LAWSUIT', w.filed_on, coalesce(w.ended_on, 'infinity'::date), false
    FROM (SELECT DISTINCT z.lawsuit_id FROM dunning_lawsuit_charge z WHERE z.project_id = c.project_id AND ${isOfDebt("z.charge_id")}) z
    JOIN dunning_lawsuit w ON w.project_id = c.project_id AND w.id = z.lawsuit_id AND w.voided_on IS NULL`;

/**
 * The last day of limitation of a charge `c`, infinity while a lawsuit is under way: what `limitationOf` finds, for lists. The
 * aggregate `limitation_end` takes the acts one after another.
 */
export const LIMITATION_END = `coalesce(
  (SELECT limitation_end(c.due_on, a.day, a.until, a.revives ORDER BY a.day, a.revives DESC) FROM (${LIMITATION_ACTS}) a),
  (c.due_on + interval '3 years')::date)`;
