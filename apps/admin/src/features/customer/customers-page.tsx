import type { CustomerDto, CustomerQueryDto } from "@linli/contracts";
import { customerKindLabels, relationRoleLabels } from "@linli/contracts/enums";
import { Button } from "antd";
import { useNavigate } from "react-router";
import { Can } from "../../components/can";
import { ListPage } from "../../components/list-page";
import type { ListFilter } from "../../lib/list-filter";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { withAttributeFilters } from "../property/attribute-words";
import { ExportButton } from "../exports/export-button";
import { BuildingSelect } from "../property/building-select";
import { useAttributeList } from "../property/use-attribute-list";
import "./customer.css";
import { customerColumns } from "./customer-columns";
import { customerQueries } from "./customer.queries";
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

const columns = customerColumns(({ id }) => id);

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
      saved
      columns={[...columns, ...attributes.columns]}
      rowTo={({ id }) => id}
      empty="没有客户。可以新建，或从 Excel 导入业主资料。"
      actions={
        <>
          <ExportButton kinds={["CUSTOMERS", "PAYERS"]} filter={withAttributeFilters(table.values)} />
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
