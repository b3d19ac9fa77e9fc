import { useQuery } from "@tanstack/react-query";
import type { DailyReportRowDto } from "@linli/contracts";
import { dailyReportStateLabels } from "@linli/contracts/enums";
import { Button, Flex, Table } from "antd";
import { Link, useSearchParams } from "react-router";
import { RangeInput } from "../../../components/date-input";
import { Money } from "../../../components/money";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { StatusTag } from "../../../components/status-tag";
import { addPeriods, formatMoment, thisPeriod, today } from "../../../lib/dates";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { dailyReportQueries } from "./daily-reports.queries";
import { reportStateTones } from "./daily-report-words";

/** 收款日报: every cashier's day and whether finance has it (BIL-74). */
export function DailyReportsPage() {
  const projectId = useProjectId();
  const [params, setParams] = useSearchParams();
  const from = params.get("from") ?? `${today().slice(8) === "01" ? addPeriods(thisPeriod(), -1) : thisPeriod()}-01`;
  const to = params.get("to") ?? today();
  const query = useQuery(dailyReportQueries.list(projectId, { from, to }));
  const summary = usePageLink()("billing/receipts/takings");
  return (
    <>
      <PageHeader
        title="收款日报"
        help="daily-reports"
        actions={
          <>
            {summary && (
              <Link to={summary}>
                <Button tabIndex={-1}>收款汇总</Button>
              </Link>
            )}
            <Link to={today()}>
              <Button type="primary" tabIndex={-1}>
                今天的日报
              </Button>
            </Link>
          </>
        }
      />
      <Flex className="filter-bar" style={{ marginBottom: 12 }}>
        <RangeInput
          aria-label="日期"
          value={[from, to]}
          onChange={(range) => setParams({ from: range?.[0] ?? today(), to: range?.[1] ?? range?.[0] ?? today() })}
        />
      </Flex>
      <QueryView query={query}>{({ items }) => <Rows rows={items} />}</QueryView>
    </>
  );
}

function Rows({ rows }: { rows: DailyReportRowDto[] }) {
  return (
    <Table<DailyReportRowDto>
      size="small"
      rowKey={({ day, cashierId }) => `${day} ${cashierId}`}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      scroll={{ x: "max-content" }}
      dataSource={rows}
      locale={{ emptyText: "这些天没有收款" }}
      columns={[
        {
          title: "日期",
          render: (_v, { day, cashierId }) => <Link to={`${day}?cashierId=${cashierId}`}>{day}</Link>,
        },
        { title: "收款人", dataIndex: "cashierName" },
        { title: "收据", align: "right", dataIndex: "receipts" },
        { title: "红字", align: "right", dataIndex: "reds" },
        { title: "收款（元）", align: "right", render: (_v, { receivedFen }) => <Money fen={receivedFen} strong /> },
        {
          title: "状态",
          render: (_v, { state }) => (
            <StatusTag value={state} labels={dailyReportStateLabels} tones={reportStateTones} />
          ),
        },
        { title: "送出时间", render: (_v, { sentAt }) => (sentAt ? formatMoment(sentAt) : "—") },
      ]}
    />
  );
}
