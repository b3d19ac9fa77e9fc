import type { ChargeExclusion } from "@linli/contracts";

/** As SQL: the name is checked where it is written. */
const named = (reason: ChargeExclusion) => `'${reason}'`;

/**
 * Why the charge `c` is left alone on a day (BIL-54), a ChargeExclusion or null: nothing is pressed for, debited or offset
 * while there is a reason; who wants to pay may. Every verb that asks for money by itself reads this one condition.
 * @param day SQL for a day, such as `$3::date`
 */
export const exclusionOn = (day: string): string => `CASE
  WHEN EXISTS (SELECT 1 FROM charge_dispute d
                WHERE d.project_id = c.project_id AND d.charge_id = c.id AND d.opened_on <= ${day}
                  AND (d.settled_on IS NULL OR d.settled_on > ${day})) THEN ${named("DISPUTED")} END`;

/**
 * The days of a charge `c` that bear no late fee, as JSON of `{from, to}`: those of an open dispute (`to` null) and of one
 * that was upheld (BIL-54). Null when there are none.
 */
export const FREE_DAYS = `(SELECT jsonb_agg(jsonb_build_object('from', d.opened_on, 'to', d.settled_on)) FROM charge_dispute d
  WHERE d.project_id = c.project_id AND d.charge_id = c.id AND (d.settled_on IS NULL OR d.outcome = 'UPHELD'))`;
