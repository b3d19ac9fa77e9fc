import type { VehicleRelationDto } from "@linli/contracts";
import { vehicleKindLabels, vehicleRankLabels, vehicleRoleLabels } from "@linli/contracts/enums";
import { Table, type TableColumnType } from "antd";
import { Link } from "react-router";
import { Can } from "../../components/can";
import { StatusTag } from "../../components/status-tag";
import { today } from "../../lib/dates";
import { usePageLink } from "../../lib/page-links";
import { lastsOrComes, spanText } from "../customer/customer.words";
import { ChangeRelation, EndVehicleRelation } from "./vehicle-forms";
import { plateText } from "./vehicle.words";

type Side = "vehicle" | "room" | "customer";

/** Who has to do with a vehicle, or the vehicles of a room or a customer; ended ones in grey. */
export function VehicleRelationsTable({ side, relations }: { side: Side; relations: readonly VehicleRelationDto[] }) {
  const linkTo = usePageLink();
  const day = today();
  const link = (path: string, text: string | null) => {
    const to = text === null ? undefined : linkTo(path);
    return to ? <Link to={to}>{text}</Link> : (text ?? "—");
  };
  const columns: (TableColumnType<VehicleRelationDto> & { not?: Side })[] = [
    {
      title: "车牌号码",
      key: "plate",
      not: "vehicle",
      render: (_value, { vehicleId, plate, model, color }) => (
        <>
          <b className="figures nowrap">{link(`parking/vehicles/${vehicleId}`, plateText(plate))}</b>{" "}
          <span className="option-hint">
            {model} {color}
          </span>
        </>
      ),
    },
    {
      title: "车主或使用人",
      key: "customer",
      not: "customer",
      render: (_value, { customerId, customerName }) => link(`customer/customers/${customerId}`, customerName),
    },
    {
      title: "关系",
      key: "role",
      render: (_value, { role }) => <StatusTag value={role} labels={vehicleRoleLabels} tones={{ OWNER: "good" }} />,
    },
    {
      title: "房间",
      key: "room",
      not: "room",
      render: (_value, { roomId, roomCode }) => link(`property/rooms/${roomId ?? ""}`, roomCode),
    },
    { title: "车位", key: "space", render: (_value, { spaceCode }) => spaceCode ?? "—" },
    { title: "主副车", key: "rank", render: (_value, { rank }) => vehicleRankLabels[rank] },
    { title: "停放方式", key: "kind", render: (_value, { kind }) => vehicleKindLabels[kind] },
    {
      title: "起止",
      key: "span",
      render: (_value, relation) => <span className="figures nowrap">{spanText(relation)}</span>,
    },
    { title: "结束原因", key: "endReason", render: (_value, { endReason }) => endReason ?? "—" },
    {
      title: "操作",
      key: "actions",
      width: 110,
      render: (_value, relation) =>
        lastsOrComes(relation, day) &&
        relation.endReason === null && (
          <Can do="parking:write">
            <span className="row-actions">
              <ChangeRelation relation={relation} />
              <EndVehicleRelation relation={relation} />
            </span>
          </Can>
        ),
    },
  ];
  const empty = { vehicle: "还没有车主", room: "这个房间还没有车辆", customer: "这位客户还没有车辆" };
  return (
    <Table<VehicleRelationDto>
      size="small"
      rowKey="id"
      columns={columns.filter(({ not }) => not !== side)}
      dataSource={[...relations]}
      pagination={false}
      scroll={{ x: "max-content" }}
      rowClassName={(relation) => (lastsOrComes(relation, day) ? "" : "ended")}
      locale={{ emptyText: empty[side] }}
    />
  );
}
