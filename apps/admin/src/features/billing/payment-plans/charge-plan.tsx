import type { ChargeDetailDto } from "@linli/contracts";
import { paymentPlanStateLabels } from "@linli/contracts/enums";
import { Alert } from "antd";
import { Link } from "react-router";
import { usePageLink } from "../../../lib/page-links";

/** The payment plan a charge is in. */
export function ChargePlan({ charge: { plan } }: { charge: ChargeDetailDto }) {
  const href = usePageLink()(`billing/payment-plans?plan=${plan?.id ?? ""}`);
  if (!plan) return null;
  return (
    <Alert
      className="desk-shift"
      type={plan.state === "BROKEN" ? "warning" : "info"}
      showIcon
      title={
        <>
          在分期计划 {href ? <Link to={href}>{plan.planNo}</Link> : plan.planNo} 内：
          {paymentPlanStateLabels[plan.state]}
        </>
      }
    />
  );
}
