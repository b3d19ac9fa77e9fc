import { useQuery } from "@tanstack/react-query";
import type { MonthDto, MonthStepDto, PeriodBalanceDto, PeriodBalancesDto, PeriodDto } from "@linli/contracts";
import { periodStatusLabels } from "@linli/contracts/enums";
import { Button, Card, Flex, Table, Tabs } from "antd";
import { Link, useSearchParams } from "react-router";
import { PeriodPicker } from "../../components/date-input";
import { Money } from "../../components/money";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { StatCard } from "../../components/stat-card";
import { StatusTag } from "../../components/status-tag";
import { formatMoment, formatPeriod, thisPeriod } from "../../lib/dates";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { CloseDialog } from "./close-dialog";
import { ReopenDialog } from "./seals/reopen-dialog";
import { sealQueries } from "./seals/seals.queries";
import { periodQueries } from "./collection.queries";
import { periodStatusTones } from "./collection-words";
import "./desk.css";

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
            {mayReopen && seals.data?.reopenable === period && <ReopenDialog period={period} />}
            {mayClose && known?.next && period <= (periods.data?.current ?? "") && <CloseDialog period={period} />}
          </>
        }
        figures={month.data && <Figures month={month.data} />}
      />
      <QueryView query={month}>{(data) => <Steps month={data} />}</QueryView>
      <Tabs
        style={{ marginTop: 12 }}
        items={[
          {
            key: "months",
            label: "各月",
            children: (
              <QueryView query={periods}>
                {({ items }) => <Months items={items} onOpen={(next) => setParams({ period: next })} />}
              </QueryView>
            ),
          },
          { key: "balances", label: "本月滚存", children: <Balances period={period} /> },
        ]}
      />
    </>
  );
}

function Figures({ month: { figures, period, takingsFen } }: { month: MonthDto }) {
  const linkTo = usePageLink();
  return (
    <>
      <StatCard
        title="本月应收"
        value={<Money fen={figures.receivableFen} />}
        hint={
          figures.waivedFen > 0 ? (
            <>
              减免 <Money fen={figures.waivedFen} />
            </>
          ) : (
            "按记账月份"
          )
        }
        to={linkTo(`billing/charges?bookedPeriod=${period}`)}
      />
      <StatCard
        title="当期已收"
        value={<Money fen={figures.collectedFen} />}
        hint={figures.currentRate === null ? "还没有应收" : `收缴率 ${figures.currentRate}%`}
        to={linkTo(`billing/collection-rates?period=${period}`)}
      />
      <StatCard
        title="收回往期欠费"
        value={<Money fen={figures.collectedArrearsFen} />}
        hint={
          <>
            期初 <Money fen={figures.openingFen} />
          </>
        }
      />
      <StatCard
        title="本月收款"
        value={<Money fen={takingsFen} />}
        hint="含新收预收，减红冲，不含预收冲抵"
        to={linkTo(`billing/receipts?from=${period}-01&to=${period}-${daysIn(period)}`)}
      />
      <StatCard
        title="期末欠费"
        value={<Money fen={figures.closingFen} />}
        tone={figures.closingFen > 0 ? "bad" : "plain"}
        to={linkTo("billing/arrears?notYetDue=true")}
      />
    </>
  );
}

const daysIn = (period: string) => new Date(Number(period.slice(0, 4)), Number(period.slice(5, 7)), 0).getDate();

const stateLabels = { TODO: "未开始", DOING: "进行中", DONE: "已完成" };
const stateTones = { TODO: "neutral", DOING: "active", DONE: "good" } as const;

/** The page that settles each step. */
function pageOf(step: MonthStepDto["key"], period: string): string {
  const pages: Record<MonthStepDto["key"], string> = {
    BINDINGS: "billing/rates",
    METERS: `billing/meter-sheets?period=${period}`,
    SHARES: `billing/shares?period=${period}`,
    REHEARSE: `billing/runs?period=${period}`,
    PUBLISH: `billing/charges?bookedPeriod=${period}`,
    OFFSET: "billing/offsets",
    NOTICES: `billing/notices?period=${period}`,
    COLLECT: "billing/desk",
    ARREARS: "billing/arrears",
    CLOSE: "",
  };
  return pages[step];
}

function Steps({ month }: { month: MonthDto }) {
  const linkTo = usePageLink();
  return (
    <ol className="month-steps" aria-label="本月步骤">
      {month.steps.map((step, index) => {
        const page = pageOf(step.key, month.period);
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

function Months({ items, onOpen }: { items: PeriodDto[]; onOpen: (period: string) => void }) {
  return (
    <Table<PeriodDto>
      size="small"
      rowKey="period"
      scroll={{ x: "max-content" }}
      pagination={items.length > 24 && { pageSize: 24, showSizeChanger: false }}
      dataSource={items}
      columns={[
        {
          key: "period",
          title: "月份",
          render: (_v, { period }) => (
            <Button type="link" size="small" className="inline-button figures" onClick={() => onOpen(period)}>
              {period}
            </Button>
          ),
        },
        {
          key: "status",
          title: "状态",
          render: (_v, { status, next }) => (
            <Flex gap={6}>
              <StatusTag value={status} labels={periodStatusLabels} tones={periodStatusTones} />
              {next && <span className="tone tone-active">下一个月结</span>}
            </Flex>
          ),
        },
        { key: "receivable", title: "应收", align: "right", render: (_v, row) => <Money fen={row.receivableFen} /> },
        {
          key: "collected",
          title: "已收（含往期）",
          align: "right",
          render: (_v, row) => <Money fen={row.collectedFen} />,
        },
        {
          key: "rate",
          title: "当期收缴率",
          align: "right",
          render: (_v, row) => (row.currentRate === null ? "—" : `${row.currentRate}%`),
        },
        { key: "closing", title: "期末欠费", align: "right", render: (_v, row) => <Money fen={row.closingFen} /> },
        {
          key: "closed",
          title: "月结",
          render: (_v, { closedAt, closedByName }) => (closedAt ? `${closedByName} ${formatMoment(closedAt)}` : "—"),
        },
      ]}
    />
  );
}

function Balances({ period }: { period: string }) {
  const projectId = useProjectId();
  const query = useQuery(periodQueries.balances(projectId, period));
  return <QueryView query={query}>{(data) => <BalanceTable data={data} />}</QueryView>;
}

const amounts: [field: keyof PeriodBalanceDto, title: string][] = [
  ["openingFen", "期初欠费"],
  ["chargedFen", "本月应收"],
  ["adjustedFen", "调整与红冲"],
  ["waivedFen", "减免"],
  ["receivedCurrentFen", "收当期"],
  ["receivedArrearsFen", "收往期"],
  ["closingFen", "期末欠费"],
];

function BalanceTable({ data: { rows, prepayments, closed } }: { data: PeriodBalancesDto }) {
  const sum = (field: keyof PeriodBalanceDto) => rows.reduce((total, row) => total + (row[field] as number), 0);
  return (
    <>
      <p className="desk-rule">
        期初 + 应收 + 调整 − 减免 − 收款 = 期末。{closed ? "已月结，取自月结快照。" : "未月结，按现有账目计算。"}
      </p>
      <Table<PeriodBalanceDto>
        size="small"
        rowKey={(row) => `${row.feeItemId} ${row.buildingId}`}
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={rows}
        locale={{ emptyText: "这个月没有应收，也没有往期欠费" }}
        columns={[
          { dataIndex: "feeItemName", title: "收费项目" },
          { dataIndex: "buildingName", title: "楼栋" },
          ...amounts.map(([field, title]) => ({
            key: field,
            title,
            align: "right" as const,
            render: (_v: unknown, row: PeriodBalanceDto) => <Money fen={row[field] as number} />,
          })),
        ]}
        summary={() =>
          rows.length > 1 && (
            <Table.Summary.Row>
              <Table.Summary.Cell index={0} colSpan={2}>
                <b>合计</b>
              </Table.Summary.Cell>
              {amounts.map(([field], index) => (
                <Table.Summary.Cell key={field} index={index + 2} align="right">
                  <Money fen={sum(field)} strong />
                </Table.Summary.Cell>
              ))}
            </Table.Summary.Row>
          )
        }
      />
      <p className="desk-rule">
        预收：期初 <Money fen={prepayments.openingFen} /> + 转入 <Money fen={prepayments.inFen} /> − 使用{" "}
        <Money fen={prepayments.outFen} /> = 期末 <Money fen={prepayments.closingFen} />
      </p>
    </>
  );
}
