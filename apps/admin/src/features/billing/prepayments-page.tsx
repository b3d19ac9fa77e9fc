import type { PrepaymentDto, PrepaymentMovementDto, PrepaymentQueryDto } from "@linli/contracts";
import { prepaymentKindLabels, prepaymentSourceLabels } from "@linli/contracts/enums";
import { Button, Drawer } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { Can } from "../../components/can";
import {
  actionsColumn,
  dateColumn,
  moneyColumn,
  momentColumn,
  statusColumn,
  textColumn,
  type Column,
} from "../../components/columns";
import { ListPage } from "../../components/list-page";
import { ListTable } from "../../components/list-table";
import { Money } from "../../components/money";
import { yesNoLabels } from "../../lib/labels";
import type { ListFilter } from "../../lib/list-filter";
import { type LinkToPage, usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { BuildingSelect } from "../property/building-select";
import { RoomSelect } from "../property/room-select";
import { prepaymentQueries } from "./collection.queries";
import { RequestRefund } from "./refunds/request-refund";

const filters = [
  { name: "q", label: "关键字", placeholder: "房号、姓名或客户编号", width: 210 },
  { name: "buildingId", label: "楼栋", input: <BuildingSelect /> },
  { name: "roomId", label: "房间", input: <RoomSelect /> },
  { name: "kind", label: "账户类别", labels: prepaymentKindLabels },
  { name: "withBalance", label: "有余额", labels: yesNoLabels },
] satisfies ListFilter<keyof PrepaymentQueryDto & string>[];

/** 预收款: what customers have paid ahead, by room and customer. */
export function PrepaymentsPage() {
  const projectId = useProjectId();
  const linkTo = usePageLink();
  const [shown, setShown] = useState<PrepaymentDto>();
  const table = useListTable({ list: prepaymentQueries.list(projectId), filters, paging: "cursor" });
  return (
    <>
      <ListPage
        name="prepayments"
        title="预收款"
        help="prepayments"
        actions={
          <>
            <Link to="turnover">
              <Button>发生表</Button>
            </Link>
            <Link to="beyond">
              <Button>预缴清单</Button>
            </Link>
          </>
        }
        table={table}
        columns={columnsOf(linkTo, setShown)}
        onRowClick={setShown}
        summary={({ balanceFen }) => (
          <>
            余额合计 <Money fen={balanceFen} strong /> 元
          </>
        )}
        empty="还没有预收款。在收银台收款时填写“转入预收”。"
      />
      <Drawer
        title={shown && `预收变动：${shown.roomCode} ${shown.customerName}（${shown.feeItemName ?? "通用"}）`}
        open={shown !== undefined}
        onClose={() => setShown(undefined)}
        size={720}
        styles={{ wrapper: { maxWidth: "100vw" } }}
        destroyOnHidden
      >
        {shown && <Movements key={shown.id} accountId={shown.id} />}
      </Drawer>
    </>
  );
}

const columnsOf = (linkTo: LinkToPage, show: (account: PrepaymentDto) => void): Column<PrepaymentDto>[] => [
  textColumn("roomCode", "房号", { to: ({ roomId }) => linkTo(`property/rooms/${roomId}?tab=receipts`) }),
  textColumn("customerName", "客户", { to: ({ customerId }) => linkTo(`customer/customers/${customerId}`) }),
  textColumn("customerNumber", "客户编号"),
  { key: "feeItemName", title: "用途", render: (_value, { feeItemName }) => feeItemName ?? "通用" },
  moneyColumn("balanceFen", "余额（元）"),
  dateColumn("lastMovedOn", "最近变动"),
  actionsColumn(
    (row) => (
      <>
        <Button type="link" size="small" onClick={() => show(row)}>
          变动
        </Button>
        {row.balanceFen > 0 && (
          <Can do="billing:request-refund">
            <RequestRefund
              source="PREPAYMENT"
              sourceId={row.id}
              name={`${row.roomCode} ${row.customerName}的预收`}
              mostFen={row.balanceFen}
              size="small"
            />
          </Can>
        )}
      </>
    ),
    160,
  ),
];

/** The changes of one account, the latest first. */
export function Movements({ accountId }: { accountId: string }) {
  const projectId = useProjectId();
  const linkTo = usePageLink();
  const table = useListTable({
    list: prepaymentQueries.movements(projectId, accountId),
    paging: "cursor",
    keep: "memory",
  });
  const columns: Column<PrepaymentMovementDto>[] = [
    dateColumn("bookedOn", "日期"),
    statusColumn("source", "类型", prepaymentSourceLabels, { TOP_UP: "good", OFFSET: "active", REVERSAL: "warning" }),
    moneyColumn("amountFen", "金额（元）"),
    moneyColumn("balanceAfterFen", "余额（元）"),
    textColumn("receiptNo", "收据号", {
      to: ({ receiptId }) => (receiptId ? linkTo(`billing/receipts/${receiptId}`) : undefined),
    }),
    textColumn("documentNo", "单据号"),
    momentColumn("createdAt", "时间", { hidden: true }),
  ];
  return <ListTable name="prepayment-movements" table={table} columns={columns} empty="还没有变动。" />;
}
