import { useMutation, useQuery } from "@tanstack/react-query";
import type { EInvoiceDto, EInvoiceQueryDto } from "@linli/contracts";
import { eInvoiceStatusLabels } from "@linli/contracts/enums";
import { Alert, App, Button } from "antd";
import { Link } from "react-router";
import { Can } from "../../../components/can";
import {
  type Column,
  dateColumn,
  moneyColumn,
  momentColumn,
  statusColumn,
  textColumn,
} from "../../../components/columns";
import { DownloadButton } from "../../../components/download-button";
import { ListPage } from "../../../components/list-page";
import type { ListFilter } from "../../../lib/list-filter";
import { formatFen } from "../../../lib/money";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { useShown } from "../../../lib/use-shown";
import { EInvoiceDrawer } from "./e-invoice-drawer";
import { invoiceTones, roundText } from "./e-invoice-words";
import { collectResults, eInvoiceQueries } from "./e-invoices.queries";

const filters = [
  { name: "q", label: "关键字", placeholder: "发票号、申请号、抬头、付款人或收据号", width: 280 },
  { name: "status", label: "状态", labels: eInvoiceStatusLabels, width: 120 },
  { name: "from", to: "to", label: "申请日期", range: "dates" },
] satisfies ListFilter<keyof EInvoiceQueryDto & string>[];

const columnsOf = (toInvoice: (invoice: EInvoiceDto) => string): Column<EInvoiceDto>[] => [
  textColumn("requestNo", "申请号", { to: toInvoice }),
  statusColumn("status", "状态", eInvoiceStatusLabels, invoiceTones),
  textColumn("invoiceNo", "发票号码"),
  dateColumn("issuedOn", "开票日期"),
  textColumn("buyerName", "发票抬头"),
  textColumn("payerName", "付款人"),
  { key: "receipts", title: "收据", render: (_v, { receipts }) => receipts.map((one) => one.receiptNo).join("、") },
  moneyColumn("netFen", "不含税（元）"),
  moneyColumn("taxFen", "税额（元）"),
  moneyColumn("amountFen", "价税合计（元）"),
  moneyColumn("redFen", "已红冲（元）"),
  textColumn("failReason", "失败原因"),
  momentColumn("createdAt", "申请时间"),
  textColumn("requestedByName", "申请人", { hidden: true }),
];

/** 电子发票: what was asked for, issued and reversed. */
export function EInvoicesPage() {
  const projectId = useProjectId();
  const [shown, show, linkTo] = useShown("invoiceId");
  const table = useListTable({ list: eInvoiceQueries.page(projectId), filters, paging: "cursor" });
  const faults = usePageLink()("billing/e-invoices/faults");
  return (
    <>
      <ListPage
        name="e-invoices"
        title="电子发票"
        help="invoices"
        above={<SwitchedOff />}
        table={table}
        columns={columnsOf(({ id }) => linkTo(id))}
        onRowClick={({ id }) => show(id)}
        summary={() => <Totals query={table.values} />}
        actions={
          <>
            {faults && (
              <Link to={faults}>
                <Button tabIndex={-1}>未采用的结果</Button>
              </Link>
            )}
            <Can do="billing:print">
              <DownloadButton path={`/projects/${projectId}/e-invoices/xlsx?${filterOf(table.values)}`}>
                导出
              </DownloadButton>
            </Can>
            <Can do="billing:invoice">
              <Collect />
            </Can>
          </>
        }
        empty="还没有电子发票。打开一张已收款的收据，点“申请开票”。"
      />
      <EInvoiceDrawer invoiceId={shown} onClose={() => show()} />
    </>
  );
}

/** What is exported is what the list shows, all of it. */
const filterOf = (values: EInvoiceQueryDto): string =>
  new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  ).toString();

/** Sums of everything the filters find. */
function Totals({ query }: { query: EInvoiceQueryDto }) {
  const { data } = useQuery(eInvoiceQueries.totals(useProjectId(), query));
  if (!data) return null;
  const sums: [label: string, fen: number][] = [
    ["不含税", data.netFen],
    ["税额", data.taxFen],
    ["价税合计", data.amountFen],
    ["已红冲", data.redFen],
    ["有效", data.standingFen],
  ];
  const count = `${data.count.toLocaleString("en-US")} 张（不含失败的）`;
  return [count, ...sums.map(([label, fen]) => `${label} ${formatFen(fen)}`)].join("　");
}

function Collect() {
  const { message } = App.useApp();
  const { mutate, isPending } = useMutation({
    ...collectResults(useProjectId()),
    onSuccess: (round) => void message.info(roundText(round)),
  });
  return (
    <Button type="primary" loading={isPending} onClick={() => mutate()}>
      取结果
    </Button>
  );
}

function SwitchedOff() {
  const { data } = useQuery(eInvoiceQueries.settings(useProjectId()));
  const settings = usePageLink()("billing/invoice-settings");
  if (data?.adapter !== "OFF") return null;
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 12 }}
      title={
        <>
          本管理区没有启用电子发票。在别处开具的发票，请在收据上“登记发票”。
          {settings && <Link to={settings}>电子发票设置</Link>}
        </>
      }
    />
  );
}
