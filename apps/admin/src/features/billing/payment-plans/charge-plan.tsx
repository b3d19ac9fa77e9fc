import type { ChargeDetailDto } from "@linli/contracts";
import { paymentPlanStateLabels } from "@linli/contracts/enums";
import { PlanAlert } from "./plan-alert";

/** The payment plan a charge is in. */
export function ChargePlan({ charge: { plan } }: { charge: ChargeDetailDto }) {
  if (!plan) return null;
  return (
    <PlanAlert plan={plan} broken={plan.state === "BROKEN"}>
      ：{paymentPlanStateLabels[plan.state]}
    </PlanAlert>
  );
}
