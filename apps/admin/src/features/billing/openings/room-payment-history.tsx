import type { PaymentHistoryDto, RoomDto, RoomHistoryQueryDto } from "@linli/contracts";
import { type Column, dateColumn, moneyColumn, textColumn } from "../../../components/columns";
import { DescriptionList } from "../../../components/description-list";
import { ListTable } from "../../../components/list-table";
import type { ListFilter } from "../../../lib/list-filter";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { FeeItemSelect } from "../fee-item-select";
import { openingQueries } from "./openings.queries";

const filters = [{ name: "feeItemId", label: "收费项目", input: <FeeItemSelect /> }] satisfies ListFilter<
  keyof RoomHistoryQueryDto & string
>[];

const columns: Column<PaymentHistoryDto>[] = [
  dateColumn("paidOn", "缴费时间"),
  textColumn("feeItemName", "收费项目"),
  {
    key: "days",
    title: "费用起止",
    render: (_value, { fromOn, toOn }) => <span className="figures nowrap">{`${fromOn} 至 ${toOn}`}</span>,
  },
  moneyColumn("dueFen", "应缴（元）"),
  moneyColumn("paidFen", "实缴（元）"),
  textColumn("cycle", "缴费周期"),
  textColumn("cashier", "收银员"),
  textColumn("remark", "备注", { ellipsis: true, width: 200 }),
  textColumn("openingNo", "导入编号"),
];

/** What a room paid before this system, and up to which day its fee items are paid. */
export function RoomPaymentHistory({ room }: { room: RoomDto }) {
  const table = useListTable({
    list: openingQueries.ofRoom(useProjectId(), room.id),
    filters,
    paging: "cursor",
    keep: "memory",
  });
  const paidThrough = table.reply?.paidThrough ?? [];
  return (
    <>
      {paidThrough.length > 0 && (
        <DescriptionList
          title="启用系统之前已缴至"
          items={paidThrough.map(({ feeItemName, paidTo }) => [feeItemName, paidTo])}
        />
      )}
      <ListTable
        name="room-payment-history"
        table={table}
        columns={columns}
        empty="没有启用系统之前的缴费记录。可以在“期初导入”里导入。"
      />
    </>
  );
}
