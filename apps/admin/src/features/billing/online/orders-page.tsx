import type { OnlineOrderDto, OnlineOrderQueryDto, RoomDto } from "@linli/contracts";
import { onlineMethodLabels, onlineOrderStatusLabels } from "@linli/contracts/enums";
import { Button } from "antd";
import { Link } from "react-router";
import { type Column, moneyColumn, momentColumn, statusColumn, textColumn } from "../../../components/columns";
import { ListPage } from "../../../components/list-page";
import { ListTable } from "../../../components/list-table";
import type { ListFilter } from "../../../lib/list-filter";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { EmptyOnline } from "./empty-online";
import { onlineQueries } from "./online.queries";
import { attentionOf, orderTones } from "./online-words";

const filters = [
  { name: "q", label: "单号/姓名/房号", width: 160 },
  { name: "status", label: "状态", labels: onlineOrderStatusLabels, width: 120 },
  { name: "attention", label: "需要关注", labels: { true: "需要关注", false: "一切正常" }, width: 120 },
  { name: "from", to: "to", label: "建立日期", range: "dates" },
] satisfies ListFilter<keyof OnlineOrderQueryDto & string>[];

const columnsOf = (toOrder: (order: OnlineOrderDto) => string): Column<OnlineOrderDto>[] => [
  textColumn("orderNo", "订单号", { to: toOrder }),
  statusColumn("status", "状态", onlineOrderStatusLabels, orderTones),
  textColumn("payerName", "收费对象"),
  { key: "roomCodes", title: "房间", render: (_v, { roomCodes }) => roomCodes.join("、") },
  moneyColumn("amountFen", "金额（元）"),
  { key: "method", title: "支付方式", render: (_v, { method }) => onlineMethodLabels[method] },
  momentColumn("createdAt", "建立时间"),
  momentColumn("paidAt", "支付时间"),
  { key: "attention", title: "关注", render: (_v, order) => attentionOf(order) || "—" },
  textColumn("receiptNo", "收据号"),
  textColumn("transactionNo", "渠道交易号", { hidden: true }),
  textColumn("createdByName", "建立人", { hidden: true }),
];

/** 线上订单: what channels were asked for, and what became of it. */
export function OrdersPage() {
  const table = useListTable({ list: onlineQueries.orders(useProjectId()), filters, paging: "cursor" });
  const linkTo = usePageLink();
  const desk = linkTo("billing/desk");
  return (
    <ListPage
      name="online-orders"
      title="线上订单"
      help="online-payments"
      table={table}
      columns={columnsOf(({ id }) => id)}
      rowTo={({ id }) => id}
      actions={
        desk && (
          <Link to={desk}>
            <Button tabIndex={-1}>到收银台生成支付码</Button>
          </Link>
        )
      }
      empty={<EmptyOnline otherwise="还没有线上订单。在收银台选好应收，点“线上支付码”，业主扫码付款。" />}
    />
  );
}

/** The orders over charges of one room. */
export function RoomOnlineOrders({ room }: { room: RoomDto }) {
  const projectId = useProjectId();
  const list = onlineQueries.orders(projectId);
  const table = useListTable({
    list: (query: OnlineOrderQueryDto) => list({ ...query, roomId: room.id }),
    filters: [],
    paging: "cursor",
    keep: "memory",
  });
  const linkTo = usePageLink();
  const desk = linkTo(`billing/desk?roomId=${room.id}`);
  return (
    <>
      {desk && (
        <div className="section-head">
          <h3>线上订单</h3>
          <Link to={desk}>
            <Button tabIndex={-1}>到收银台生成支付码</Button>
          </Link>
        </div>
      )}
      <ListTable
        name="room-online-orders"
        table={table}
        columns={columnsOf(({ id }) => `/p/${projectId}/billing/online/orders/${id}`)}
        empty={<EmptyOnline otherwise="这个房间还没有线上订单。" />}
      />
    </>
  );
}
