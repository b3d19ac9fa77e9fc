import type { ParkingSpaceDto, ParkingSpaceQueryDto } from "@linli/contracts";
import { spaceOwnershipLabels, spaceTypeLabels } from "@linli/contracts/enums";
import { areaColumn, type Column, statusColumn, textColumn } from "../../components/columns";
import { ListPage } from "../../components/list-page";
import type { ListFilter } from "../../lib/list-filter";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { ExportButton } from "../exports/export-button";
import { parkingQueries } from "./parking.queries";

const filters = [
  { name: "q", label: "车位", placeholder: "车位号或位置" },
  { name: "type", label: "类型", labels: spaceTypeLabels, width: 120 },
  { name: "ownership", label: "权属", labels: spaceOwnershipLabels, width: 120 },
  { name: "incomplete", label: "资料", labels: { true: "资料不全", false: "资料齐全" }, width: 120 },
] satisfies ListFilter<keyof ParkingSpaceQueryDto & string>[];

const columns: Column<ParkingSpaceDto>[] = [
  textColumn("code", "车位号"),
  textColumn("name", "名称"),
  textColumn("place", "位置"),
  statusColumn("type", "类型", spaceTypeLabels),
  statusColumn("ownership", "权属", spaceOwnershipLabels, { OWNER: "good" }),
  areaColumn("area", "面积"),
  {
    key: "incomplete",
    title: "资料",
    render: (_value, { incomplete }) =>
      incomplete.length > 0 ? <span className="tone tone-warning">缺：{incomplete.join("、")}</span> : "齐全",
  },
];

/** The parking spaces of the project. */
export function SpacesPage() {
  const table = useListTable({ list: parkingQueries.spaces(useProjectId()), filters });
  return (
    <ListPage
      name="parking-spaces"
      title="车位"
      table={table}
      columns={columns}
      actions={<ExportButton kinds={["SPACES"]} filter={table.values} />}
      empty="还没有车位。车位由导入建立：在“数据导入”里上传带车位表的工作簿。"
    />
  );
}
