import type { CustomerDto, CustomerQueryDto } from "@linli/contracts";
import { customerKindLabels, relationRoleLabels } from "@linli/contracts/enums";
import { Input } from "antd";
import { DateInput } from "../../components/date-input";
import { ListPage } from "../../components/list-page";
import { yesNoLabels } from "../../lib/labels";
import type { ListFilter } from "../../lib/list-filter";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { ExportButton } from "../exports/export-button";
import { withAttributeFilters } from "../property/attribute-words";
import { BuildingSelect } from "../property/building-select";
import { useAttributeList } from "../property/use-attribute-list";
import "./customer.css";
import { customerColumns } from "./customer-columns";
import { customerQueries } from "./customer.queries";
import { TagSelect } from "./tag-select";

const months = Object.fromEntries(Array.from({ length: 12 }, (_, month) => [String(month + 1), `${month + 1} 月`]));
const debts = { "10000": "100 元以上", "100000": "1,000 元以上", "500000": "5,000 元以上", "1000000": "10,000 元以上" };
const age = <Input inputMode="numeric" maxLength={3} style={{ width: 70 }} />;

const filters = [
  { name: "q", label: "客户", placeholder: "姓名、编号、电话或证件号", width: 200 },
  { name: "role", label: "关系", labels: relationRoleLabels, width: 120 },
  { name: "buildingId", label: "楼栋", input: <BuildingSelect aria-label="楼栋" /> },
  { name: "owing", label: "欠费", labels: { true: "有欠费", false: "没有欠费" }, width: 110 },
  { name: "owedFen", label: "欠费金额", labels: debts, width: 140 },
  { name: "prepaid", label: "预收余额", labels: { true: "有余额", false: "没有余额" }, width: 110 },
  { name: "ever", label: "含以前的关系", labels: yesNoLabels, width: 90 },
  { name: "startedFrom", to: "startedTo", label: "关系开始", range: "dates" },
  { name: "endedFrom", to: "endedTo", label: "关系结束", range: "dates" },
  { name: "movedInFrom", to: "movedInTo", label: "入住日期", range: "dates" },
  { name: "minAge", label: "年龄从", input: age },
  { name: "maxAge", label: "年龄到", input: age },
  { name: "birthdayMonth", label: "生日月份", labels: months, width: 100 },
  { name: "under14", label: "未满 14 周岁", labels: yesNoLabels, width: 90 },
  { name: "kind", label: "类型", labels: customerKindLabels, width: 100 },
  { name: "tagId", label: "标签", input: <TagSelect /> },
  { name: "incomplete", label: "资料", labels: { true: "资料不全", false: "资料齐全" }, width: 120 },
  { name: "unconfirmedSince", label: "此日以后没有核对", input: <DateInput style={{ width: 140 }} /> },
] satisfies ListFilter<keyof CustomerQueryDto & string>[];

/** Advanced search over all customers (客户搜索, SCN-11); numbers masked. */
export function CustomerSearchPage() {
  const projectId = useProjectId();
  const attributes = useAttributeList<CustomerDto>("CUSTOMER");
  const table = useListTable({
    list: (query: CustomerQueryDto) => customerQueries.list(projectId)(withAttributeFilters(query)),
    filters: [...filters, ...attributes.filters],
    paging: "cursor",
  });
  return (
    <ListPage
      name="customer-search"
      title="客户搜索"
      help="customer-search"
      table={table}
      saved
      columns={[...customerColumns(({ id }) => `../customers/${id}`), ...attributes.columns]}
      rowTo={({ id }) => `../customers/${id}`}
      empty="没有客户。"
      actions={<ExportButton kinds={["CUSTOMERS", "PAYERS"]} filter={withAttributeFilters(table.values)} />}
    />
  );
}
