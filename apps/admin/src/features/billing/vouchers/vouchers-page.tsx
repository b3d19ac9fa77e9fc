import { useQuery } from "@tanstack/react-query";
import type { VoucherMonthDto } from "@linli/contracts";
import { periodStatusLabels } from "@linli/contracts/enums";
import { Alert, Flex, Tabs } from "antd";
import { Link, useSearchParams } from "react-router";
import { Can } from "../../../components/can";
import { PeriodPicker } from "../../../components/date-input";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { StatusTag } from "../../../components/status-tag";
import { formatMoment, formatPeriod } from "../../../lib/dates";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { periodQueries } from "../collection.queries";
import { periodStatusTones } from "../collection-words";
import { ExportActions, ExportButton } from "./voucher-export-actions";
import { VoucherExports } from "./voucher-exports";
import { VoucherFigures, VoucherList } from "./voucher-list";
import { voucherQueries } from "./vouchers.queries";

/** 凭证导出: what a month comes to in the books of finance, and what was given to it. */
export function VouchersPage() {
  const [params, setParams] = useSearchParams();
  const periods = useQuery(periodQueries.list(useProjectId()));
  const show = (period: string | null, tab: string) =>
    setParams({ ...(period && { period }), ...(tab === "exports" && { tab }) }, { replace: true });
  const chosen = params.get("period");
  return (
    <>
      <PageHeader
        title="凭证导出"
        help="vouchers"
        description="按凭证科目把一个月的应收、收款、退款、减免、冲抵和押金写成记账凭证，月结以后导出给财务。"
      />
      <Tabs
        activeKey={params.get("tab") ?? "preview"}
        onChange={(tab) => show(chosen, tab)}
        items={[
          {
            key: "preview",
            label: "预览",
            children: (
              <QueryView query={periods}>
                {({ items, current }) => (
                  <Month
                    first={items.at(-1)?.period}
                    // what finance waits for: the last month that is closed
                    period={chosen ?? items.find(({ status }) => status === "CLOSED")?.period ?? current}
                    choose={(period) => show(period, "preview")}
                  />
                )}
              </QueryView>
            ),
          },
          { key: "exports", label: "导出记录", children: <VoucherExports /> },
        ]}
      />
    </>
  );
}

function Month({
  first,
  period,
  choose,
}: {
  /** The month the project began with. */
  first: string | undefined;
  period: string;
  choose: (period: string | null) => void;
}) {
  const query = useQuery(voucherQueries.month(useProjectId(), period));
  const month = query.data;
  return (
    <>
      <Flex gap={12} wrap align="center" style={{ marginBottom: 12 }}>
        <PeriodPicker
          aria-label="月份"
          allowClear={false}
          min={first}
          value={period}
          onChange={(next) => choose(next ?? null)}
          style={{ width: 160 }}
        />
        {month && <StatusTag value={month.status} labels={periodStatusLabels} tones={periodStatusTones} />}
        {month && isReady(month) && (
          <Can do="billing:vouchers">
            <ExportButton key={month.period} month={month} />
          </Can>
        )}
      </Flex>
      <QueryView query={query}>
        {(data) => (
          <>
            <Notes month={data} />
            <div className="card-grid" style={{ marginBottom: 12 }}>
              <VoucherFigures vouchers={data.vouchers} />
            </div>
            <VoucherList
              key={data.period}
              vouchers={data.vouchers}
              empty={`${formatPeriod(data.period)}没有应收、收款或退款，没有凭证`}
            />
          </>
        )}
      </QueryView>
    </>
  );
}

const isReady = ({ status, problems, exported, vouchers }: VoucherMonthDto): boolean =>
  status === "CLOSED" && problems.length === 0 && exported === null && vouchers.length > 0;

/** Where the month stands, and what keeps it from being exported. */
function Notes({ month: { status, problems, exported, differs } }: { month: VoucherMonthDto }) {
  const linkTo = usePageLink();
  const accounts = linkTo("billing/voucher-accounts");
  return (
    <Flex vertical gap={8} style={{ marginBottom: 12 }}>
      {problems.length > 0 && (
        <Alert
          type="error"
          showIcon
          title="还不能导出"
          description={
            <ul style={{ margin: 0, paddingInlineStart: 18 }}>
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          }
          action={accounts && <Link to={accounts}>设置凭证科目</Link>}
        />
      )}
      {status !== "CLOSED" && <Alert type="info" showIcon title="这个月还没有月结，账目还会变动；月结以后才能导出" />}
      {exported && (
        <Alert
          type={differs ? "warning" : "success"}
          showIcon
          title={
            <>
              {exported.exportedByName}于 {formatMoment(exported.exportedAt)} 导出：
              <Link to={exported.id} style={{ textDecoration: "underline" }}>
                {exported.exportNo}
              </Link>
            </>
          }
          description={
            differs && "导出以后改过科目，下面按现在的科目生成，与导出的不同。要按新的科目重新导出，请先作废。"
          }
          action={
            <Flex gap={8} wrap>
              <ExportActions given={exported} />
            </Flex>
          }
        />
      )}
    </Flex>
  );
}
