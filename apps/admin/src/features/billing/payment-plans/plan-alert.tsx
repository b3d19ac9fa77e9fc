import type { PaymentPlanDto } from "@linli/contracts";
import { Alert } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { usePageLink } from "../../../lib/page-links";

/** A payment plan in a sentence that begins with its number, linked where the user may see plans. */
export function PlanAlert({
  plan: { id, planNo },
  broken,
  children,
}: {
  plan: Pick<PaymentPlanDto, "id" | "planNo">;
  broken: boolean;
  /** The rest of the sentence. */
  children: ReactNode;
}) {
  const href = usePageLink()(`billing/payment-plans?plan=${id}`);
  return (
    <Alert
      className="form-note"
      type={broken ? "warning" : "info"}
      showIcon
      title={
        <>
          分期计划 {href ? <Link to={href}>{planNo}</Link> : planNo}
          {children}
        </>
      }
    />
  );
}
