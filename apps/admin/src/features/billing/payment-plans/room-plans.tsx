import { useQuery } from "@tanstack/react-query";
import { paymentPlanStateLabels } from "@linli/contracts/enums";
import { Alert } from "antd";
import { Link } from "react-router";
import { formatFen } from "../../../lib/money";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { paymentPlanQueries } from "./payment-plans.queries";

/** The payment plans that wait or run on charges of a room. */
export function RoomPlans({ roomId }: { roomId: string }) {
  const linkTo = usePageLink();
  const { data } = useQuery(paymentPlanQueries.list(useProjectId())({ roomId, pageSize: 20 }));
  const live = data?.items.filter(({ state }) => state === "PENDING" || state === "KEPT" || state === "BROKEN") ?? [];
  return live.map(({ id, planNo, payerName, state, totalFen, paidFen, nextDueOn, nextFen }) => {
    const href = linkTo(`billing/payment-plans?plan=${id}`);
    return (
      <Alert
        key={id}
        className="form-note"
        type={state === "BROKEN" ? "warning" : "info"}
        showIcon
        title={
          <>
            分期计划 {href ? <Link to={href}>{planNo}</Link> : planNo}（{payerName}）：{paymentPlanStateLabels[state]}
            ，共 {formatFen(totalFen)} 元，已付 {formatFen(paidFen)} 元
            {nextDueOn !== null && nextFen !== null && `，${nextDueOn} 前应付 ${formatFen(nextFen)} 元`}
          </>
        }
      />
    );
  });
}
