import type { RoomDto, RoomQueryDto } from "@linli/contracts";
import {
  mandatoryRoomFieldLabels,
  orientationLabels,
  roomPurposeLabels,
  roomStateLabels,
} from "@linli/contracts/enums";
import { areaColumn, type Column, countColumn, dateColumn, statusColumn, textColumn } from "../../components/columns";
import type { ListFilter } from "../../lib/list-filter";
import { BuildingSelect, UnitSelect } from "./building-select";
import { roomStateTones } from "./property.words";

const yesNo = { true: "是", false: "否" };
const inUse = { true: "启用", false: "停用" };

export const roomFilters = [
  { name: "q", label: "房号或名称" },
  { name: "buildingId", label: "楼栋", input: <BuildingSelect aria-label="楼栋" /> },
  { name: "state", label: "房屋状态", labels: roomStateLabels, width: 130 },
  { name: "incomplete", label: "资料不全", labels: yesNo, width: 100 },
  {
    name: "unitId",
    label: "单元",
    input: <UnitSelect allowClear placeholder="全部单元" style={{ width: 200 }} aria-label="单元" />,
  },
  { name: "purpose", label: "用途", labels: roomPurposeLabels, width: 130 },
  { name: "active", label: "启用", labels: inUse, width: 110 },
] satisfies ListFilter<keyof RoomQueryDto & string>[];

/** The columns of every list of rooms. `to` leads to the room's page. */
export const roomColumns = (to: (room: RoomDto) => string): Column<RoomDto>[] => [
  { ...textColumn<RoomDto>("code", "房号", { to, sorter: true }), fixed: "left" },
  textColumn("name", "房间名称"),
  textColumn("buildingName", "楼栋"),
  textColumn("unitName", "单元"),
  countColumn("floor", "楼层", { sorter: true }),
  areaColumn("buildingArea", "建筑面积", { sorter: true }),
  areaColumn("chargeArea", "收费面积", { sorter: true }),
  textColumn("layout", "户型"),
  statusColumn("orientation", "朝向", orientationLabels, {}, { hidden: true }),
  statusColumn("purpose", "用途", roomPurposeLabels, {}, { hidden: true }),
  statusColumn("state", "房屋状态", roomStateLabels, roomStateTones),
  {
    key: "incomplete",
    title: "资料",
    render: (_value, room) => <RoomFlags room={room} />,
  },
  dateColumn("handoverNoticedOn", "交房通知日期", { hidden: true }),
  dateColumn("handedOverOn", "交房日期", { hidden: true }),
  dateColumn("movedInOn", "入住日期", { hidden: true }),
];

/** What is out of the ordinary about a room: missing data (which), out of use. */
export function RoomFlags({ room }: { room: Pick<RoomDto, "incomplete" | "active"> }) {
  const missing = room.incomplete.map((field) => mandatoryRoomFieldLabels[field]).join("、");
  return (
    <>
      {missing && (
        <span className="tone tone-warning" title={`还缺：${missing}`}>
          缺 {missing}
        </span>
      )}
      {!room.active && <span className="tone tone-neutral">已停用</span>}
      {!missing && room.active && "齐全"}
    </>
  );
}
