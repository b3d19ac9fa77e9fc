import { useQuery } from "@tanstack/react-query";
import { paymentPlanStateLabels } from "@linli/contracts/enums";
import { formatFen } from "../../../lib/money";
import { useProjectId } from "../../../lib/session";
import { paymentPlanQueries } from "./payment-plans.queries";
import { PlanAlert } from "./plan-alert";

/** The payment plans that wait or run on charges of a room. */
export function RoomPlans({ roomId }: { roomId: string }) {
  const { data } = useQuery(paymentPlanQueries.list(useProjectId())({ roomId, live: true, pageSize: 20 }));
  return data?.items.map((plan) => (
    <PlanAlert key={plan.id} plan={plan} broken={plan.state === "BROKEN"}>
      （{plan.payerName}）：{paymentPlanStateLabels[plan.state]}，共 {formatFen(plan.totalFen)} 元，已付{" "}
      {formatFen(plan.paidFen)} 元
      {plan.nextDueOn !== null && plan.nextFen !== null && `，${plan.nextDueOn} 前应付 ${formatFen(plan.nextFen)} 元`}
    </PlanAlert>
  ));
}
