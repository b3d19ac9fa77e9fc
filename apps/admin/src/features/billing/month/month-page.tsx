import { useQuery } from "@tanstack/react-query";
import { periodStatusLabels } from "@linli/contracts/enums";
import { Button, Tabs } from "antd";
import { Link, useSearchParams } from "react-router";
import { PeriodPicker } from "../../../components/date-input";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { StatusTag } from "../../../components/status-tag";
import { formatPeriod, thisPeriod } from "../../../lib/dates";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { CloseDialog } from "./close-dialog";
import { MonthBalances } from "./month-balances";
import { MonthFigures } from "./month-figures";
import { MonthSteps } from "./month-steps";
import { MonthsTable } from "./months-table";
import { ReopenDialog } from "../seals/reopen-dialog";
import { sealQueries } from "../seals/seals.queries";
import { periodQueries } from "../collection.queries";
import { periodStatusTones } from "../collection-words";
import "../desk.css";

/** 收费工作台: one month, its figures, its steps and where each of them stands (console.md). */
export function MonthPage() {
  const projectId = useProjectId();
  const [params, setParams] = useSearchParams();
  const periods = useQuery(periodQueries.list(projectId));
  const period = params.get("period") ?? periods.data?.current ?? thisPeriod();
  const month = useQuery(periodQueries.month(projectId, period));
  const known = periods.data?.items.find((item) => item.period === period);
  const mayClose = useCan("billing:close");
  const mayReopen = useCan("billing:reopen");
  const mayRecalculate = useCan("billing:recalculate");
  const recalculate = usePageLink()(`billing/recalculations/new?period=${period}`);
  const seals = useQuery({ ...sealQueries.list(projectId), enabled: mayReopen });

  return (
    <>
      <PageHeader
        title={`收费工作台 ${formatPeriod(period)}`}
        help="month"
        tags={
          month.data && <StatusTag value={month.data.status} labels={periodStatusLabels} tones={periodStatusTones} />
        }
        actions={
          <>
            <PeriodPicker
              aria-label="月份"
              allowClear={false}
              value={period}
              onChange={(next) => setParams({ period: next ?? thisPeriod() })}
              style={{ width: 140 }}
            />
            {recalculate && mayRecalculate && (
              <Link to={recalculate}>
                <Button tabIndex={-1}>重算未缴账单</Button>
              </Link>
            )}
            {mayReopen && seals.data?.reopenable === period && <ReopenDialog period={period} />}
            {mayClose && known?.next && period <= (periods.data?.current ?? "") && <CloseDialog period={period} />}
          </>
        }
        figures={month.data && <MonthFigures month={month.data} />}
      />
      <QueryView query={month}>{(data) => <MonthSteps month={data} />}</QueryView>
      <Tabs
        style={{ marginTop: 12 }}
        items={[
          {
            key: "months",
            label: "各月",
            children: (
              <QueryView query={periods}>
                {({ items }) => <MonthsTable items={items} onOpen={(next) => setParams({ period: next })} />}
              </QueryView>
            ),
          },
          { key: "balances", label: "本月滚存", children: <MonthBalances period={period} /> },
        ]}
      />
    </>
  );
}
