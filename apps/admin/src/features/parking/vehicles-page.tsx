import type { VehicleDto, VehicleQueryDto } from "@linli/contracts";
import { vehicleKindLabels, vehicleRankLabels } from "@linli/contracts/enums";
import { Button } from "antd";
import { Link, useNavigate } from "react-router";
import { Can } from "../../components/can";
import { type Column, statusColumn, textColumn } from "../../components/columns";
import { ListPage } from "../../components/list-page";
import type { ListFilter } from "../../lib/list-filter";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { BuildingSelect } from "../property/building-select";
import { RegisterVehicle } from "./vehicle-forms";
import { plateText } from "./vehicle.words";
import { ExportButton } from "../exports/export-button";
import { vehicleQueries } from "./vehicles.queries";

const filters = [
  { name: "q", label: "车牌或车主", placeholder: "车牌的几位、车型或姓名", width: 190 },
  { name: "kind", label: "停放方式", labels: vehicleKindLabels, width: 120 },
  { name: "rank", label: "主副车", labels: vehicleRankLabels, width: 110 },
  { name: "buildingId", label: "楼栋", input: <BuildingSelect aria-label="楼栋" /> },
  { name: "active", label: "状态", labels: { true: "在用", false: "停用" }, width: 110 },
] satisfies ListFilter<keyof VehicleQueryDto & string>[];

const columns: Column<VehicleDto>[] = [
  {
    key: "plate",
    title: "车牌号码",
    render: (_value, { id, plate }) => (
      <Link to={id} className="figures nowrap">
        {plateText(plate)}
      </Link>
    ),
  },
  textColumn("model", "汽车型号"),
  textColumn("color", "汽车颜色"),
  { key: "owner", title: "车主", render: (_value, vehicle) => <Owner vehicle={vehicle} /> },
  { key: "rooms", title: "房间", render: (_value, { roomCodes }) => roomCodes.join("、") || "—" },
  { key: "spaces", title: "车位", render: (_value, { spaceCodes }) => spaceCodes.join("、") || "—" },
  statusColumn("rank", "主副车", vehicleRankLabels),
  statusColumn("kind", "停放方式", vehicleKindLabels, { MONTHLY: "active", OWNED: "good" }),
  {
    key: "active",
    title: "状态",
    render: (_value, { active }) => (
      <span className={`tone ${active ? "tone-good" : "tone-neutral"}`}>{active ? "在用" : "停用"}</span>
    ),
  },
];

function Owner({ vehicle: { ownerId, ownerName } }: { vehicle: VehicleDto }) {
  const to = usePageLink()(`customer/customers/${ownerId ?? ""}`);
  if (ownerName === null) return <>—</>;
  return to ? <Link to={to}>{ownerName}</Link> : <>{ownerName}</>;
}

/** All vehicles of the project (PRK-10). */
export function VehiclesPage() {
  const table = useListTable({ list: vehicleQueries.list(useProjectId()), filters });
  const navigate = useNavigate();
  return (
    <ListPage
      name="vehicles"
      title="车辆"
      help="vehicles"
      table={table}
      columns={columns}
      rowTo={({ id }) => id}
      empty="还没有登记车辆。"
      toolbar={<ExportButton kinds={["VEHICLES"]} filter={table.values} />}
      actions={
        <Can do="parking:write">
          <RegisterVehicle trigger={<Button type="primary">登记车辆</Button>} onDone={({ id }) => void navigate(id)} />
        </Can>
      }
    />
  );
}
