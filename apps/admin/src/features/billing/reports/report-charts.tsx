import { useQuery } from "@tanstack/react-query";
import type { StandardReportQueryDto } from "@linli/contracts";
import { meterKindLabels, paymentMethodLabels, type StandardReport } from "@linli/contracts/enums";
import { type ComponentType, useMemo } from "react";
import { Chart, type Series } from "../../../components/chart";
import { addPeriods, thisPeriod } from "../../../lib/dates";
import { labelOf } from "../../../lib/labels";
import { formatFen } from "../../../lib/money";
import { useProjectId } from "../../../lib/session";
import { type ReportReply, type ReportRow, reportQueries } from "./reports.queries";

interface Asked {
  reply: ReportReply;
  /** What was asked for. */
  query: StandardReportQueryDto;
}

/** Most of what stands side by side in a chart: more is read better than looked at. */
const MOST_PLACES = 40;
const TREND_MONTHS = 12;

const percent = (value: number) => `${value}%`;
const valueOf = (row: ReportRow, key: string) => (row[key] === null ? null : Number(row[key]));
const seriesOf = (rows: readonly ReportRow[], columns: readonly (readonly [key: string, name: string])[], more = {}) =>
  columns.map(([key, name]): Series => ({ name, values: rows.map((row) => valueOf(row, key)), ...more }));

/** The charts of the reports that people would rather look at than read (BIL-112). */
const CHARTS: Partial<Record<StandardReport, ComponentType<Asked>>> = {
  AGEING: Ages,
  ARREARS: Ages,
  RATES: Rates,
  TAKINGS: Takings,
  METHODS: Methods,
  LOSSES: Losses,
};

export function ReportCharts({ report, ...asked }: Asked & { report: StandardReport }) {
  const Charts = CHARTS[report];
  return Charts && asked.reply.total > 0 ? (
    <div className="chart-row">
      <Charts {...asked} />
    </div>
  ) : null;
}

/** Arrears by age. */
function Ages({ reply: { columns, totals } }: Asked) {
  const { places, series } = useMemo(() => {
    const ages = columns.slice(columns.findIndex(({ key }) => key === "notDueFen"));
    const values = ages.map(({ key }) => Number(totals[key] ?? 0));
    return { places: ages.map(({ title }) => title), series: [{ name: "欠费", values }] };
  }, [columns, totals]);
  return <Chart label="欠费账龄" places={places} series={series} format={formatFen} />;
}

const RATE_COLUMNS = [
  ["currentRate", "当期收缴率"],
  ["arrearsRate", "往期清欠率"],
  ["combinedRate", "综合收缴率"],
  ["roomRate", "户数收缴率"],
] as const;

/** Rates by month, the year up to the last month asked for where only one is, and of the last month by building. */
function Rates({ query: { page: _page, pageSize: _size, ...query } }: Asked) {
  const toPeriod = query.toPeriod ?? query.fromPeriod ?? thisPeriod();
  const isOneMonth = (query.fromPeriod ?? toPeriod) === toPeriod;
  const fromPeriod = isOneMonth ? addPeriods(toPeriod, 1 - TREND_MONTHS) : query.fromPeriod;
  const months = useRows({ ...query, by: "ALL", fromPeriod, toPeriod });
  const buildings = useRows({ ...query, by: "BUILDING", fromPeriod: toPeriod, toPeriod });
  const trend = useMemo(() => seriesOf(months, RATE_COLUMNS, { kind: "line" }), [months]);
  const byBuilding = useMemo(() => seriesOf(buildings, RATE_COLUMNS.slice(0, 3)), [buildings]);
  const monthNames = useMemo(() => months.map((row) => String(row["period"])), [months]);
  const buildingNames = useMemo(() => buildings.map((row) => String(row["buildingName"] ?? "")), [buildings]);
  return (
    <>
      {months.length > 1 && (
        <Figure title="各月收缴率">
          <Chart label="各月收缴率" places={monthNames} series={trend} format={percent} />
        </Figure>
      )}
      {buildings.length > 1 && (
        <Figure title={`${toPeriod} 各楼栋收缴率`}>
          <Chart label={`${toPeriod} 各楼栋收缴率`} places={buildingNames} series={byBuilding} format={percent} />
        </Figure>
      )}
    </>
  );
}

const NO_ROWS: ReportRow[] = [];

/** The rows of the rates asked for in another grouping. */
function useRows(query: StandardReportQueryDto): ReportRow[] {
  const { data } = useQuery(reportQueries.page(useProjectId(), "RATES")({ ...query, page: 1, pageSize: 200 }));
  return useMemo(() => data?.items.slice(0, MOST_PLACES) ?? NO_ROWS, [data]);
}

const TAKINGS_COLUMNS = [
  ["currentFen", "收本期"],
  ["arrearsFen", "收往期"],
  ["aheadFen", "收以后"],
] as const;

/** Takings by fee item. */
function Takings({ reply: { items } }: Asked) {
  const rows = useMemo(() => items.slice(0, MOST_PLACES), [items]);
  const places = useMemo(() => rows.map((row) => String(row["feeItemName"])), [rows]);
  const series = useMemo(() => seriesOf(rows, TAKINGS_COLUMNS, { stack: "received" }), [rows]);
  return <Chart label="各项目实收" places={places} series={series} format={formatFen} />;
}

/** What came in and went back by method. */
function Methods({ reply: { items } }: Asked) {
  const places = useMemo(() => items.map((row) => labelOf(paymentMethodLabels, String(row["method"]))), [items]);
  const series = useMemo(
    () => [
      ...seriesOf(items, [
        ["receivedFen", "收款"],
        ["reversedFen", "红冲"],
        ["refundedFen", "退款"],
      ]),
    ],
    [items],
  );
  return <Chart label="各方式收款" places={places} series={series} format={formatFen} />;
}

/** Master meters against the meters behind them, one chart for each kind: units differ. */
function Losses({ reply: { items } }: Asked) {
  const kinds = useMemo(() => [...new Set(items.map((row) => String(row["kind"])))], [items]);
  return kinds.map((kind) => <KindLosses key={kind} kind={kind} items={items} />);
}

function KindLosses({ kind, items }: { kind: string; items: readonly ReportRow[] }) {
  const rows = useMemo(() => items.filter((row) => row["kind"] === kind).slice(0, MOST_PLACES), [items, kind]);
  const places = useMemo(() => {
    const isOneMonth = new Set(rows.map((row) => row["period"])).size === 1;
    return rows.map((row) => [row["no"], ...(isOneMonth ? [] : [row["period"]])].join(" "));
  }, [rows]);
  const series = useMemo(
    () =>
      seriesOf(rows, [
        ["masterUse", "总表用量"],
        ["subUse", "分表合计"],
        ["loss", "损耗"],
      ]),
    [rows],
  );
  const title = `${labelOf(meterKindLabels, kind)}总表与分表用量`;
  return (
    <Figure title={title}>
      <Chart label={title} places={places} series={series} format={String} />
    </Figure>
  );
}

function Figure({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <figure className="chart-figure">
      <figcaption>{title}</figcaption>
      {children}
    </figure>
  );
}
