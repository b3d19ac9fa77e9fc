import type { ParkingSpaceDto, ParkingSpaceQueryDto } from "@linli/contracts";
import { spaceOwnershipLabels, spaceTypeLabels } from "@linli/contracts/enums";
import { Button, Tabs } from "antd";
import { Link } from "react-router";
import { Can } from "../../components/can";
import { actionsColumn, areaColumn, type Column, statusColumn, textColumn } from "../../components/columns";
import { ListTable } from "../../components/list-table";
import { PageHeader } from "../../components/page-header";
import type { ListFilter } from "../../lib/list-filter";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { useListTable } from "../../lib/use-list-table";
import { ExportButton } from "../exports/export-button";
import { useTab } from "../../lib/use-tab";
import { BuildingSelect } from "../property/building-select";
import { Garages } from "./garages";
import { parkingQueries } from "./parking.queries";
import { SpaceForm } from "./space-form";

const filters = [
  { name: "q", label: "车位", placeholder: "车位号或位置" },
  { name: "type", label: "类型", labels: spaceTypeLabels, width: 120 },
  { name: "ownership", label: "权属", labels: spaceOwnershipLabels, width: 120 },
  { name: "buildingId", label: "车库或楼栋", input: <BuildingSelect placeholder="全部" aria-label="车库或楼栋" /> },
  { name: "incomplete", label: "资料", labels: { true: "资料不全", false: "资料齐全" }, width: 120 },
] satisfies ListFilter<keyof ParkingSpaceQueryDto & string>[];

const columns: Column<ParkingSpaceDto>[] = [
  textColumn("code", "车位号"),
  textColumn("name", "名称"),
  {
    key: "buildingName",
    title: "车库或楼栋",
    render: (_value, { buildingId, buildingName }) =>
      buildingId === null ? (
        "—"
      ) : (
        <Link to={`../../property/buildings/${buildingId}`} relative="path">
          {buildingName}
        </Link>
      ),
  },
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

const actions = actionsColumn<ParkingSpaceDto>((space) => <SpaceActions space={space} />);

/** What is charged for the space, a standard for it, and its data: each as far as the user may. */
function SpaceActions({ space }: { space: ParkingSpaceDto }) {
  const linkTo = usePageLink();
  const code = encodeURIComponent(space.code);
  const charged = linkTo(`billing/bindings?objectId=${space.id}`);
  const bind = linkTo(`billing/bindings/objects?id=${space.id}&code=${code}`);
  return (
    <>
      {charged && (
        <Link to={charged} aria-label={`车位 ${space.code} 的收费标准`}>
          收费
        </Link>
      )}
      {bind && (
        <Link to={bind} aria-label={`为车位 ${space.code} 绑定标准`}>
          绑定标准
        </Link>
      )}
      <Can do="parking:write">
        <SpaceForm
          space={space}
          trigger={
            <Button size="small" aria-label={`修改车位 ${space.code}`}>
              修改
            </Button>
          }
        />
      </Can>
    </>
  );
}

/** The parking spaces of the project, and the garages they stand in. */
export function SpacesPage() {
  const [tab, setTab] = useTab("spaces");
  return (
    <>
      <PageHeader
        title="车位"
        help="parking"
        actions={
          <Can do="parking:write">
            <SpaceForm trigger={<Button type="primary">新增车位</Button>} />
          </Can>
        }
      />
      <Tabs
        activeKey={tab === "garages" ? tab : "spaces"}
        onChange={setTab}
        items={[
          { key: "spaces", label: "车位" },
          { key: "garages", label: "车库" },
        ]}
      />
      {tab === "garages" ? <Garages /> : <Spaces />}
    </>
  );
}

function Spaces() {
  const [mayWrite, seesCharges] = [useCan("parking:write"), useCan("billing:read")];
  const table = useListTable({ list: parkingQueries.spaces(useProjectId()), filters });
  return (
    <ListTable
      name="parking-spaces"
      table={table}
      columns={mayWrite || seesCharges ? [...columns, actions] : columns}
      toolbar={<ExportButton kinds={["SPACES"]} filter={table.values} />}
      empty="还没有车位。可以新增，或在“数据导入”里用表格导入。"
    />
  );
}
