import type { CustomerDto, CustomerQueryDto } from "@linli/contracts";
import { customerKindLabels, idTypeLabels, relationRoleLabels } from "@linli/contracts/enums";
import { Button } from "antd";
import { useNavigate } from "react-router";
import { Can } from "../../components/can";
import { type Column, statusColumn, textColumn } from "../../components/columns";
import { ListPage } from "../../components/list-page";
import type { ListFilter } from "../../lib/list-filter";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { withAttributeFilters } from "../property/attribute-words";
import { ExportButton } from "../exports/export-button";
import { BuildingSelect } from "../property/building-select";
import { useAttributeList } from "../property/use-attribute-list";
import "./customer.css";
import { customerQueries } from "./customer.queries";
import { CustomerTags } from "./customer-tags";
import { RelateDialog } from "./relate-dialog";
import { TagSelect } from "./tag-select";

const filters = [
  { name: "q", label: "客户", placeholder: "姓名、编号、电话或证件号", width: 200 },
  { name: "role", label: "关系", labels: relationRoleLabels, width: 120 },
  { name: "buildingId", label: "楼栋", input: <BuildingSelect /> },
  { name: "incomplete", label: "资料", labels: { true: "资料不全", false: "资料齐全" }, width: 120 },
  { name: "kind", label: "类型", labels: customerKindLabels, width: 110 },
  { name: "tagId", label: "标签", input: <TagSelect /> },
] satisfies ListFilter<keyof CustomerQueryDto & string>[];

const columns: Column<CustomerDto>[] = [
  textColumn("name", "客户名称", { to: ({ id }) => id }),
  textColumn("number", "客户编号"),
  statusColumn("kind", "类型", customerKindLabels, { COMPANY: "active" }),
  {
    key: "roomCodes",
    title: "房间",
    render: (_value, { roomCodes, roomCount }) =>
      roomCount === 0 ? "—" : roomCodes.join("、") + (roomCount > roomCodes.length ? ` 等 ${roomCount} 间` : ""),
  },
  textColumn("mobileMasked", "手机"),
  {
    key: "idType",
    title: "证件",
    render: (_value, { idType, idNumberMasked }) =>
      idNumberMasked ? <span className="figures">{idNumberMasked}</span> : idType ? idTypeLabels[idType] : "—",
  },
  {
    key: "incomplete",
    title: "标签与资料",
    render: (_value, customer) => <CustomerTags customer={customer} otherwise="齐全" />,
  },
];

/** All customers of the project. */
export function CustomersPage() {
  const projectId = useProjectId();
  const attributes = useAttributeList<CustomerDto>("CUSTOMER");
  const table = useListTable({
    list: (query: CustomerQueryDto) => customerQueries.list(projectId)(withAttributeFilters(query)),
    filters: [...filters, ...attributes.filters],
    paging: "cursor",
  });
  const navigate = useNavigate();

  return (
    <ListPage
      name="customers"
      title="客户"
      help="customer"
      table={table}
      columns={[...columns, ...attributes.columns]}
      rowTo={({ id }) => id}
      empty="没有客户。可以新建，或从 Excel 导入业主资料。"
      actions={
        <>
          <ExportButton kinds={["CUSTOMERS", "PAYERS"]} filter={table.values} />
          <Can do="customer:write">
            <RelateDialog
              trigger={<Button type="primary">新建客户</Button>}
              onDone={(customerId) => void navigate(customerId)}
            />
          </Can>
        </>
      }
    />
  );
}
