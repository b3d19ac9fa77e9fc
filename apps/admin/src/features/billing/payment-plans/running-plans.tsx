import type { DeskPlanDto } from "@linli/contracts";
import { formatFen } from "../../../lib/money";
import { PlanAlert } from "./plan-alert";

/** The payment plans of a payer that run: what is to be paid next, or that one was not kept. */
export function RunningPlans({ plans }: { plans: readonly DeskPlanDto[] }) {
  return plans.map((plan) => (
    <PlanAlert key={plan.id} plan={plan} broken={plan.broken}>
      {plan.broken
        ? ` 没有按期付清，违约金已恢复；${plan.nextDueOn} 前应付 ${formatFen(plan.nextFen)} 元`
        : `：${plan.nextDueOn} 前付 ${formatFen(plan.nextFen)} 元，按期付清不计违约金`}
    </PlanAlert>
  ));
}
