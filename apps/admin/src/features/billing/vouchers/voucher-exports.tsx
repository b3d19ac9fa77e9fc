import type { VoucherExportDto } from "@linli/contracts";
import {
  actionsColumn,
  type Column,
  countColumn,
  dateColumn,
  moneyColumn,
  momentColumn,
  textColumn,
} from "../../../components/columns";
import { ListTable } from "../../../components/list-table";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { useListTable } from "../../../lib/use-list-table";
import { ExportActions } from "./voucher-export-actions";
import { voucherQueries } from "./vouchers.queries";

const columns: Column<VoucherExportDto>[] = [
  textColumn("exportNo", "导出编号", { to: ({ id }) => id }),
  dateColumn("period", "月份"),
  {
    key: "state",
    title: "状态",
    render: (_v, { cancelledAt }) =>
      cancelledAt ? <span className="tone tone-warning">已作废</span> : <span className="tone tone-good">有效</span>,
  },
  countColumn("voucherCount", "凭证（张）"),
  countColumn("lineCount", "分录（条）"),
  moneyColumn("amountFen", "借贷各（元）"),
  textColumn("exportedByName", "导出人"),
  momentColumn("exportedAt", "导出时间"),
  textColumn("cancelReason", "作废原因"),
];

const withActions = [...columns, actionsColumn<VoucherExportDto>((given) => <ExportActions given={given} />, 220)];

/** What was given to finance, the latest first. */
export function VoucherExports() {
  const table = useListTable({
    list: voucherQueries.exports(useProjectId()),
    paging: "cursor",
    keep: "memory",
  });
  return (
    <ListTable
      name="voucher-exports"
      table={table}
      columns={useCan("billing:vouchers") ? withActions : columns}
      rowTo={({ id }) => id}
      empty="还没有导出过凭证。月份月结以后，在“预览”里导出。"
    />
  );
}
