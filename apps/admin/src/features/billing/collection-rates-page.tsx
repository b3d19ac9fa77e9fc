import { useQuery } from "@tanstack/react-query";
import type { CollectionFiguresDto, CollectionRateDto, CollectionRateRowDto } from "@linli/contracts";
import { type RateBreakdown, rateBreakdownLabels, type ReportBasis, reportBasisLabels } from "@linli/contracts/enums";
import { Button, Flex, Progress, Segmented, Table, type TableColumnsType } from "antd";
import { Link, useSearchParams } from "react-router";
import { PeriodPicker } from "../../components/date-input";
import { Money } from "../../components/money";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { StatCard } from "../../components/stat-card";
import { optionsOf } from "../../lib/labels";
import { formatPeriod, thisPeriod } from "../../lib/dates";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { periodQueries } from "./collection.queries";

/** 收缴率 (BIL-110): of a month, by building or fee item, with the formulas. */
export function CollectionRatesPage() {
  const projectId = useProjectId();
  const [params, setParams] = useSearchParams();
  const period = params.get("period") ?? thisPeriod();
  const by: RateBreakdown = params.get("by") === "ITEM" ? "ITEM" : "BUILDING";
  const basis: ReportBasis = params.get("basis") === "POSTED" ? "POSTED" : "PAID";
  const query = useQuery(periodQueries.rates(projectId, period, by, basis));
  const linkTo = usePageLink();
  const show = (change: object) => setParams({ period, by, basis, ...change });
  const asTable = new URLSearchParams({ fromPeriod: period, toPeriod: period, by, basis }).toString();
  const report = linkTo(`billing/reports/RATES?${asTable}`);
  return (
    <>
      <PageHeader
        title="收缴率"
        help="reports"
        tags={query.data && <span className="tone tone-neutral">{basisWords(query.data)}</span>}
        actions={
          report && (
            <Link to={report}>
              <Button>打印与 Excel</Button>
            </Link>
          )
        }
      />
      <Flex gap={12} wrap style={{ marginBottom: 12 }}>
        <PeriodPicker
          aria-label="月份"
          allowClear={false}
          value={period}
          onChange={(next) => show({ period: next ?? thisPeriod() })}
          style={{ width: 160 }}
        />
        <Segmented
          aria-label="分组"
          value={by}
          options={optionsOf(rateBreakdownLabels)}
          onChange={(next) => show({ by: next })}
        />
        <Segmented
          aria-label="日期口径"
          value={basis}
          options={optionsOf(reportBasisLabels)}
          onChange={(next) => show({ basis: next })}
        />
      </Flex>
      <QueryView query={query}>{(rates) => <Report rates={rates} by={by} />}</QueryView>
    </>
  );
}

const basisWords = ({ closed, basis }: CollectionRateDto): string => {
  if (!closed) return reportBasisLabels[basis];
  return basis === "PAID" ? "按收款日期，已月结，取自月结快照" : "按入账日期，已月结，由快照和补录的收款得出";
};

const percent = (rate: string | null) => (rate === null ? "—" : `${rate}%`);

function Report({ rates, by }: { rates: CollectionRateDto; by: RateBreakdown }) {
  const linkTo = usePageLink();
  const { total } = rates;
  return (
    <>
      <div className="card-grid">
        <StatCard
          title="当期收缴率"
          value={percent(total.currentRate)}
          hint={
            <>
              应收 <Money fen={total.receivableFen} />
            </>
          }
        />
        <StatCard
          title="往期清欠率"
          value={percent(total.arrearsRate)}
          hint={
            <>
              期初欠费 <Money fen={total.openingFen} />
            </>
          }
        />
        <StatCard
          title="综合收缴率"
          value={percent(total.combinedRate)}
          hint={
            <>
              期末欠费 <Money fen={total.closingFen} />
            </>
          }
          to={linkTo("billing/arrears?notYetDue=true")}
        />
        <StatCard
          title="户数收缴率"
          value={percent(total.roomRate)}
          hint={`${total.roomsPaid} / ${total.rooms} 户缴清`}
        />
      </div>
      <h2 className="section-title">{`${formatPeriod(rates.period)}，${rateBreakdownLabels[by]}`}</h2>
      <Table<CollectionRateRowDto>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={rates.rows}
        locale={{ emptyText: "这个月没有应收，也没有往期欠费" }}
        columns={[{ dataIndex: "name", title: by === "ITEM" ? "收费项目" : "楼栋", fixed: "left" }, ...figureColumns]}
        summary={() => (rates.rows.length > 1 ? <TotalRow total={total} /> : null)}
      />
      <ul className="desk-rule" aria-label="计算公式">
        {rates.formulas.map((formula) => (
          <li key={formula}>{formula}</li>
        ))}
      </ul>
    </>
  );
}

const figures: [field: keyof CollectionFiguresDto, title: string][] = [
  ["receivableFen", "本月应收"],
  ["waivedFen", "减免"],
  ["collectedFen", "当期已收"],
  ["openingFen", "期初欠费"],
  ["waivedArrearsFen", "往期减免"],
  ["collectedArrearsFen", "收回往期"],
  ["closingFen", "期末欠费"],
];

const figureColumns: TableColumnsType<CollectionRateRowDto> = [
  ...figures.map(([field, title]) => ({
    key: field,
    title,
    align: "right" as const,
    render: (_v: unknown, row: CollectionRateRowDto) => <Money fen={row[field] as number} />,
  })),
  {
    key: "currentRate",
    title: "当期收缴率",
    width: 150,
    render: (_v, { currentRate, name }) =>
      currentRate === null ? (
        "—"
      ) : (
        <Progress
          percent={Number(currentRate)}
          size="small"
          format={() => `${currentRate}%`}
          status="normal"
          strokeColor="var(--accent)"
          aria-label={`${name} 当期收缴率`}
        />
      ),
  },
  { key: "arrearsRate", title: "往期清欠率", align: "right", render: (_v, row) => percent(row.arrearsRate) },
  { key: "combinedRate", title: "综合收缴率", align: "right", render: (_v, row) => percent(row.combinedRate) },
  {
    key: "roomRate",
    title: "户数收缴率",
    align: "right",
    render: (_v, row) => (row.rooms === 0 ? "—" : `${row.roomRate}%（${row.roomsPaid}/${row.rooms}）`),
  },
];

function TotalRow({ total }: { total: CollectionFiguresDto }) {
  return (
    <Table.Summary.Row>
      <Table.Summary.Cell index={0}>
        <b>合计</b>
      </Table.Summary.Cell>
      {figures.map(([field], index) => (
        <Table.Summary.Cell key={field} index={index + 1} align="right">
          <Money fen={total[field] as number} strong />
        </Table.Summary.Cell>
      ))}
      <Table.Summary.Cell index={8}>{percent(total.currentRate)}</Table.Summary.Cell>
      <Table.Summary.Cell index={9} align="right">
        {percent(total.arrearsRate)}
      </Table.Summary.Cell>
      <Table.Summary.Cell index={10} align="right">
        {percent(total.combinedRate)}
      </Table.Summary.Cell>
      <Table.Summary.Cell index={11} align="right">
        {percent(total.roomRate)}
      </Table.Summary.Cell>
    </Table.Summary.Row>
  );
}
