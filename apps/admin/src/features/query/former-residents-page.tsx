import { PrinterOutlined } from "@ant-design/icons";
import type { FormerResidentDto, FormerResidentQueryDto } from "@linli/contracts";
import { formerRoleLabels, relationRoleLabels } from "@linli/contracts/enums";
import { Button } from "antd";
import { useSearchParams } from "react-router";
import { type Column, dateColumn, statusColumn, textColumn } from "../../components/columns";
import { ListPage } from "../../components/list-page";
import type { ListFilter } from "../../lib/list-filter";
import { type LinkToPage, usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { BuildingSelect } from "../property/building-select";
import { RoomSelect } from "../property/room-select";
import { searchQueries } from "./search.queries";

const filters = [
  { name: "q", label: "房号或姓名" },
  { name: "buildingId", label: "楼栋", input: <BuildingSelect aria-label="楼栋" /> },
  { name: "endedFrom", to: "endedTo", label: "搬离日期", range: "dates" },
  { name: "role", label: "身份", labels: formerRoleLabels, width: 110 },
  { name: "roomId", label: "房间", input: <RoomSelect allowClear style={{ width: 180 }} /> },
] satisfies ListFilter<keyof FormerResidentQueryDto & string>[];

const columnsOf = (linkTo: LinkToPage): Column<FormerResidentDto>[] => [
  textColumn("roomCode", "房号", { to: ({ roomId }) => linkTo(`property/rooms/${roomId}`) }),
  textColumn("buildingName", "楼栋"),
  textColumn("unitName", "单元"),
  textColumn("customerName", "姓名", { to: ({ customerId }) => linkTo(`customer/customers/${customerId}`) }),
  textColumn("customerNumber", "客户编号", { hidden: true }),
  statusColumn("role", "身份", relationRoleLabels),
  { key: "share", title: "产权份额", align: "right", render: (_value, { share }) => (share ? `${share}%` : "—") },
  textColumn("mobileMasked", "手机"),
  dateColumn("startsOn", "起始日期"),
  dateColumn("endsOn", "搬离日期"),
  textColumn("endReason", "原因"),
];

/** Former owners and tenants of the rooms (单元历史住户一览表, QRY-03). */
export function FormerResidentsPage() {
  const linkTo = usePageLink();
  const [params] = useSearchParams();
  const table = useListTable({ list: searchQueries.formerResidents(useProjectId()), filters, paging: "cursor" });
  const printed = new URLSearchParams([...params].filter(([name]) => name in table.values || name === "endedTo"));
  return (
    <ListPage
      name="former-residents"
      title="历史住户"
      help="query"
      table={table}
      saved
      columns={columnsOf(linkTo)}
      empty="还没有搬离的业主或租户。"
      actions={
        <Button icon={<PrinterOutlined />} href={linkTo(`query/former-residents/print?${printed}`)} target="_blank">
          打印一览表
        </Button>
      }
    />
  );
}
