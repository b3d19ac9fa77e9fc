import type { Queryable } from "../../periods/month-figures.js";
import { planDueOn, type Rhythm } from "./plan-due.js";

/** The plans in use and, of them, the names of those that are due. */
export interface PlansState {
  plans: number;
  due: string[];
}

/** How the dunning plans of a project stand on a day (BIL-113), the longest due first. */
export async function plansState(db: Queryable, projectId: string, today: string): Promise<PlansState> {
  const plans = await db.query<(Rhythm & { name: string })[]>(
    `SELECT p.name, p.every_months AS "everyMonths", p.starts_on AS "startsOn", l.days_before AS "daysBefore",
            (SELECT max(x.on_day) FROM dunning_batch x WHERE x.project_id = p.project_id AND x.plan_id = p.id) AS "lastOn"
       FROM dunning_plan p
       JOIN dunning_level l ON l.project_id = p.project_id AND l.id = p.level_id AND l.active
      WHERE p.project_id = $1 AND p.active ORDER BY p.name`,
    [projectId],
  );
  const due = plans
    .map((plan) => ({ name: plan.name, dueOn: planDueOn(plan, today) }))
    .filter(({ dueOn }) => dueOn <= today)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return { plans: plans.length, due: due.map(({ name }) => name) };
}
