import type { EInvoiceFaultDto } from "@linli/contracts";
import { type Column, momentColumn, textColumn } from "../../../components/columns";
import { ListPage } from "../../../components/list-page";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { eInvoiceQueries } from "./e-invoices.queries";

const columnsOf = (linkTo: ReturnType<typeof usePageLink>): Column<EInvoiceFaultDto>[] => [
  momentColumn("at", "时间"),
  textColumn("fileName", "文件"),
  textColumn("message", "为什么没有采用"),
  textColumn("requestNo", "申请号", {
    to: ({ invoiceId }) => (invoiceId ? linkTo(`billing/e-invoices?invoiceId=${invoiceId}`) : undefined),
  }),
];

/** Results of suppliers that changed nothing, and why. */
export function FaultsPage() {
  const table = useListTable({ list: eInvoiceQueries.faults(useProjectId()), paging: "cursor" });
  return (
    <ListPage
      name="e-invoice-faults"
      title="未采用的结果"
      help="invoices"
      description="这些结果没有改变任何发票。原文件保存在交换文件夹的 archive 里，请与供应商核对。"
      table={table}
      columns={columnsOf(usePageLink())}
      empty="没有未采用的结果。"
    />
  );
}
