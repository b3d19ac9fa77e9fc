import { useQuery } from "@tanstack/react-query";
import type { ReportColumnDto, ReportInfoDto, StandardReportQueryDto } from "@linli/contracts";
import {
  paymentMethodLabels,
  reductionReasonLabels,
  reportBasisLabels,
  reportGroupingLabels,
  type ReportParameter,
  takingPartLabels,
} from "@linli/contracts/enums";
import { Button, InputNumber, Table } from "antd";
import { useMemo } from "react";
import { useParams, useSearchParams } from "react-router";
import { Can } from "../../../components/can";
import { DateInput } from "../../../components/date-input";
import { ListPage } from "../../../components/list-page";
import { QueryView } from "../../../components/query-view";
import { filterNames, type ListFilter } from "../../../lib/list-filter";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { BuildingSelect } from "../../property/building-select";
import { useChargeDrawer } from "../charge-drawer";
import { FeeItemSelect } from "../fee-item-select";
import { tableColumns, totalOf } from "./report-cells";
import { ReportCharts } from "./report-charts";
import { ReportWorkbookButton } from "./report-workbook-button";
import { type ReportReply, type ReportRow, reportQueries } from "./reports.queries";
import "./reports.css";

type Filter = ListFilter<keyof StandardReportQueryDto & string>;

const filterOf: Record<ReportParameter, Filter> = {
  days: { name: "from", to: "to", label: "日期", range: "dates" },
  periods: { name: "fromPeriod", to: "toPeriod", label: "月份", range: "periods" },
  asOf: { name: "asOf", label: "截止日期", input: <DateInput style={{ width: 150 }} /> },
  year: { name: "year", label: "年度", input: <InputNumber min={1990} max={2199} precision={0} placeholder="今年" /> },
  buildingId: { name: "buildingId", label: "楼栋", input: <BuildingSelect /> },
  feeItemId: { name: "feeItemId", label: "收费项目", input: <FeeItemSelect style={{ width: 170 }} /> },
  by: {
    name: "by",
    label: "汇总方式",
    labels: reportGroupingLabels,
    placeholder: reportGroupingLabels.ITEM,
    width: 150,
  },
  basis: {
    name: "basis",
    label: "日期口径",
    labels: reportBasisLabels,
    placeholder: reportBasisLabels.PAID,
    width: 150,
  },
  part: { name: "part", label: "款项", labels: takingPartLabels, width: 150 },
  method: { name: "method", label: "收款方式", labels: paymentMethodLabels, width: 130 },
  reason: { name: "reason", label: "减免原因", labels: reductionReasonLabels, width: 150 },
};

/** One standard report (BIL-112): its filters, rows and totals, each amount a way to what it is made of. */
export function ReportPage() {
  const { report = "" } = useParams();
  const infos = useQuery(reportQueries.infos(useProjectId()));
  return (
    <QueryView query={infos}>
      {({ items }) => {
        const info = items.find(({ key }) => key === report);
        return info ? <Report key={info.key} info={info} infos={items} /> : <p>没有这张报表。</p>;
      }}
    </QueryView>
  );
}

function Report({
  info: { key, title, purpose, parameters },
  infos,
}: {
  info: ReportInfoDto;
  infos: readonly ReportInfoDto[];
}) {
  const projectId = useProjectId();
  const linkTo = usePageLink();
  const { drawer, show } = useChargeDrawer();
  const [params] = useSearchParams();
  const filters = useMemo(() => parameters.map((parameter) => filterOf[parameter]), [parameters]);
  const table = useListTable({ list: reportQueries.page(projectId, key), filters, paging: "pages", pageSize: 50 });
  const reply = table.reply;
  const drillTo = (column: ReportColumnDto, row: ReportRow) => {
    const target = infos.find((info) => info.key === column.drill);
    return target && linkTo(drillPath(target, column, params, row));
  };
  const asked = new URLSearchParams(table.values as Record<string, string>).toString();
  return (
    <>
      <ListPage<ReportRow, ReportReply>
        name={`billing-report-${key}`}
        title={title}
        help="reports"
        description={purpose}
        table={table}
        columns={tableColumns(reply?.columns ?? [], { linkTo, drillTo, showCharge: show })}
        saved
        actions={
          <Can do="billing:print">
            <Button href={`/p/${projectId}/billing/reports/${key}/print?${asked}`} target="_blank">
              打印
            </Button>
            <ReportWorkbookButton report={key} query={table.values as StandardReportQueryDto} total={reply?.total} />
          </Can>
        }
        above={
          <>
            {reply && <ReportCharts report={key} reply={reply} query={table.values as StandardReportQueryDto} />}
            {drawer}
          </>
        }
        summary={({ scope }) => scope.join("；")}
        totals={(all, shown) => <Totals reply={all} keys={shown.map((column) => column.key)} />}
        empty="按这些条件没有数据。"
      />
      {reply && (
        <ul className="report-notes" aria-label="口径">
          {reply.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The same question narrowed to a row, as far as the report that its amounts come from takes it. */
function drillPath(
  target: ReportInfoDto,
  { drillBy }: ReportColumnDto,
  params: URLSearchParams,
  row: ReportRow,
): string {
  const next = new URLSearchParams();
  const taken = filterNames(target.parameters.map((parameter) => filterOf[parameter]));
  const narrowed = {
    fromPeriod: "period",
    toPeriod: "period",
    buildingId: "buildingId",
    feeItemId: "feeItemId",
    ...drillBy,
  };
  for (const name of taken) {
    const own = row[narrowed[name as keyof typeof narrowed] ?? ""];
    const value = own ? String(own) : params.get(name);
    if (value) next.set(name, value);
  }
  return `billing/reports/${target.key}?${next.toString()}`;
}

function Totals({ reply, keys }: { reply: ReportReply; keys: readonly string[] }) {
  if (reply.total === 0) return null;
  const shown = keys.flatMap((key) => reply.columns.find((column) => column.key === key) ?? []);
  return (
    <Table.Summary.Row>
      {shown.map((column, index) => (
        <Table.Summary.Cell key={column.key} index={index} align={index === 0 ? "left" : "right"}>
          <b>{index === 0 ? "合计" : totalOf(reply, column)}</b>
        </Table.Summary.Cell>
      ))}
    </Table.Summary.Row>
  );
}
