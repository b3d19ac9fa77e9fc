import type { DeskPlanDto } from "@linli/contracts";
import { Alert } from "antd";
import { Link } from "react-router";
import { formatFen } from "../../../lib/money";
import { usePageLink } from "../../../lib/page-links";

/** The payment plans of a payer that run: what is to be paid next, or that one was not kept. */
export function RunningPlans({ plans }: { plans: readonly DeskPlanDto[] }) {
  const linkTo = usePageLink();
  return plans.map(({ id, planNo, broken, nextDueOn, nextFen }) => {
    const href = linkTo(`billing/payment-plans?plan=${id}`);
    return (
      <Alert
        key={id}
        className="form-note"
        type={broken ? "warning" : "info"}
        showIcon
        title={
          <>
            分期计划 {href ? <Link to={href}>{planNo}</Link> : planNo}
            {broken
              ? ` 没有按期付清，违约金已恢复；${nextDueOn} 前应付 ${formatFen(nextFen)} 元`
              : `：${nextDueOn} 前付 ${formatFen(nextFen)} 元，按期付清不计违约金`}
          </>
        }
      />
    );
  });
}
