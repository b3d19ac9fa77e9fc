import type { TransferDto, TransferQueryDto } from "@linli/contracts";
import { transferReasonLabels, transferStatusLabels } from "@linli/contracts/enums";
import { Button } from "antd";
import { Link } from "react-router";
import { Can } from "../../components/can";
import { type Column, dateColumn, momentColumn, statusColumn, textColumn } from "../../components/columns";
import { ListPage } from "../../components/list-page";
import type { ListFilter } from "../../lib/list-filter";
import { type LinkToPage, usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { RoomSelect } from "../property/room-select";
import { transferQueries } from "./transfers.queries";
import { transferTones } from "./transfers.words";

const filters = [
  { name: "q", label: "关键字", placeholder: "单号、房号或业主姓名" },
  { name: "status", label: "状态", labels: transferStatusLabels, width: 130 },
  { name: "roomId", label: "房间", input: <RoomSelect /> },
] satisfies ListFilter<keyof TransferQueryDto & string>[];

/** The columns of a list of transfers. */
export const transferColumns = (linkTo: LinkToPage): Column<TransferDto>[] => [
  textColumn("number", "过户单号", { to: ({ id }) => linkTo(`customer/transfers/${id}`) }),
  textColumn("roomCode", "房号", { to: ({ roomId }) => linkTo(`property/rooms/${roomId}`) }),
  statusColumn("status", "状态", transferStatusLabels, transferTones),
  dateColumn("transferOn", "过户日期"),
  statusColumn("reason", "原因", transferReasonLabels),
  { key: "oldOwners", title: "原业主", render: (_value, { oldOwners }) => oldOwners.join("、") || "—" },
  { key: "newOwners", title: "新业主", render: (_value, { newOwners }) => newOwners.join("、") || "—" },
  textColumn("createdByName", "经办人"),
  momentColumn("createdAt", "开始时间", { hidden: true }),
  momentColumn("completedAt", "办结时间"),
];

/** 过户办理: every transfer, also those a colleague began. */
export function TransfersPage() {
  const linkTo = usePageLink();
  const table = useListTable({ list: transferQueries.list(useProjectId()), filters, paging: "cursor" });
  return (
    <ListPage
      name="transfers"
      title="过户办理"
      help="transfers"
      table={table}
      columns={transferColumns(linkTo)}
      rowTo={({ id }) => id}
      actions={
        <Can do="customer:transfer">
          <Link to="new">
            <Button type="primary" tabIndex={-1}>
              办理过户
            </Button>
          </Link>
        </Can>
      }
      empty="还没有过户。从这里或房间档案的“更多”开始办理。"
    />
  );
}
