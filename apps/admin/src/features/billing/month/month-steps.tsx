import type { MonthDto, MonthStepDto } from "@linli/contracts";
import { Card } from "antd";
import { Link } from "react-router";
import { StatusTag } from "../../../components/status-tag";
import { lastDayOf } from "../../../lib/dates";
import { usePageLink } from "../../../lib/page-links";

const stateLabels = { TODO: "未开始", DOING: "进行中", DONE: "已完成", SKIPPED: "跳过" };
const stateTones = { TODO: "neutral", DOING: "active", DONE: "good", SKIPPED: "neutral" } as const;

/** The page that settles each step. */
function pageOf({ key, state }: MonthStepDto, period: string): string {
  const pages: Record<MonthStepDto["key"], string> = {
    BINDINGS: "billing/rates",
    METERS: `billing/meter-sheets?period=${period}`,
    SHARES: `billing/shares?period=${period}`,
    REHEARSE: `billing/runs?period=${period}`,
    PUBLISH: `billing/charges?bookedPeriod=${period}`,
    LATE_FEES: "billing/late-fee-schemes",
    PREPAYMENT_REVIEW: `billing/receipt-reviews?state=OPEN&withPrepayment=true&to=${lastDayOf(period)}`,
    OFFSET: "billing/offsets",
    NOTICES: `billing/notices?period=${period}${state === "DONE" ? "" : "&unprinted=true"}`,
    DEBIT: "billing/debit/batches",
    DAILY: `billing/daily-reports?from=${period}-01&to=${lastDayOf(period)}`,
    RECEIPT_REVIEW: `billing/receipt-reviews?state=OPEN&from=${period}-01&to=${lastDayOf(period)}`,
    COLLECT: "billing/desk",
    ARREARS: "billing/arrears",
    DUNNING: "billing/dunning/plans",
    CLOSE: "",
  };
  return pages[key];
}

/** The steps of a month, each with its state and one click from where it is settled. */
export function MonthSteps({ month }: { month: MonthDto }) {
  const linkTo = usePageLink();
  return (
    <ol className="month-steps" aria-label="本月步骤">
      {month.steps.map((step, index) => {
        const page = pageOf(step, month.period);
        const href = page === "" ? undefined : linkTo(page);
        const card = (
          <Card size="small" className="month-step" hoverable={href !== undefined}>
            <div className="month-step-head">
              <span>
                {index + 1}. {step.title}
              </span>
              <StatusTag value={step.state} labels={stateLabels} tones={stateTones} />
            </div>
            <p className="month-step-detail">{step.detail}</p>
          </Card>
        );
        return <li key={step.key}>{href ? <Link to={href}>{card}</Link> : card}</li>;
      })}
    </ol>
  );
}
