import type { ChargeExclusion } from "@linli/contracts";
import { withOrigins } from "../charges/charge-origins.js";
import { disputedOn, isAbout } from "../disputes/disputes.sql.js";
import { inKeptPlan, planMissedOn } from "../payment-plans/payment-plans.sql.js";

/** As SQL: the name is checked where it is written. */
const named = (reason: ChargeExclusion) => `'${reason}'`;

/**
 * Why the charge `c` is left alone on a day (BIL-54), a ChargeExclusion or null: nothing is pressed for, debited or offset
 * while there is a reason; who wants to pay may. A dispute goes on with what was issued in place of its charge. Every verb that asks for money by itself reads this one condition.
 * @param day SQL for a day, such as `$3::date`
 */
export const exclusionOn = (day: string): string => `CASE
  WHEN ${disputedOn(day)} THEN ${named("DISPUTED")}
  WHEN ${inKeptPlan(day)} THEN ${named("IN_PLAN")} END`;

/** Whether a row names the charge `c` or one in whose place it was issued. */
const isOfDebt = (column: string) => `${column} = ANY (ARRAY${withOrigins("c.project_id", "c.id")})`;

/** The day charge `l` of a plan was taken back and issued anew as `c`: from then on the plan protects what is in it itself. */
const REPLACED_ON = `CASE WHEN l.charge_id <> c.id THEN (
      SELECT max(e.booked_on) FROM charge_entry e
       WHERE e.project_id = l.project_id AND e.charge_id = l.charge_id AND e.kind = 'REVERSAL') END`;

/**
 * The days of a charge `c` that bear no late fee, as JSON of `{from, to}` (BIL-54): those of an open dispute (`to` null)
 * and of one that was upheld; those of a payment plan from its approval until the day of the first instalment that is not
 * paid on its day, or its end. What was issued in place of another keeps its days. Null when there are none.
 */
export const FREE_DAYS = `(SELECT jsonb_agg(jsonb_build_object('from', f.starts_on, 'to', f.ends_on)) FROM (
    SELECT d.opened_on AS starts_on, d.settled_on AS ends_on FROM charge_dispute d
     WHERE ${isAbout("c.project_id", "c.id")} AND (d.settled_on IS NULL OR d.outcome = 'UPHELD')
    UNION
    SELECT p.starts_on, least(p.ended_on, ${planMissedOn()}, ${REPLACED_ON})
      FROM payment_plan_charge l JOIN payment_plan p ON p.project_id = l.project_id AND p.id = l.plan_id
     WHERE l.project_id = c.project_id AND ${isOfDebt("l.charge_id")} AND p.starts_on IS NOT NULL) f)`;
