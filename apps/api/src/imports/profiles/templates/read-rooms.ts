import {
  orientationLabels,
  roomPurposeLabels,
  roomStateLabels,
  type Orientation,
  type RoomPurpose,
  type RoomState,
} from "@linli/contracts/enums";
import type { TableRow } from "../../workbook/read-table.js";
import { missingRoomFields } from "../completeness.js";
import type { Draft } from "../draft.js";
import { addIssue, type RoomRecord } from "../records.js";
import { RowReader } from "../row-reader.js";
import type { AttributeField } from "./attribute-fields.js";
import { readAttributes } from "./read-attributes.js";
import { roomsTemplate, type RoomsKey } from "./rooms-template.js";

/** A row of 房产: the room, and its building and unit where it names them first. */
export function readRoomRow(row: TableRow<RoomsKey>, draft: Draft, columns: readonly AttributeField[] = []): void {
  const reader = new RowReader(row, roomsTemplate.fields);
  const building = reader.need("building", reader.code("building"));
  const unit = reader.need("unit", reader.code("unit"));
  const code = reader.need("code", reader.code("code"));
  const area = { places: 4, max: "100000" };
  const buildingArea = reader.need("buildingArea", reader.decimal("buildingArea", area));
  const chargeArea = reader.decimal("chargeArea", area);
  const fields = {
    name: reader.text("name", 100),
    floor: reader.integer("floor", { min: -10, max: 200 }),
    innerArea: reader.decimal("innerArea", area),
    usableArea: reader.decimal("usableArea", area),
    layout: reader.text("layout", 50),
    orientation: reader.choice<Orientation>("orientation", orientationLabels),
    purpose: reader.choice<RoomPurpose>("purpose", roomPurposeLabels),
    state: reader.choice<RoomState>("state", roomStateLabels),
    handoverNoticedOn: reader.date("handoverNoticedOn"),
    handedOverOn: reader.date("handedOverOn"),
    movedInOn: reader.date("movedInOn"),
    areasFrom: reader.date("areasFrom"),
    remark: reader.lines("remark", 500),
  };
  const floors = reader.integer("floors", { min: 1, max: 200 });
  const lift = reader.yesNo("lift");
  const attributes = readAttributes(row, columns, reader.issues);
  if (building === null || unit === null || code === null) {
    draft.refused.push(reader.source());
    return;
  }
  const unitKey = `${building}/${unit}`;
  if (!draft.units.get(unitKey))
    draft.units.add({ ...reader.further(), key: unitKey, building, unit, floors, lift, implied: true });
  const room: RoomRecord = {
    ...reader.source(),
    key: code,
    building,
    unit,
    code,
    ...fields,
    buildingArea,
    chargeArea: chargeArea ?? buildingArea,
    rentFen: null,
    ...(attributes && { attributes }),
  };
  const twin = draft.rooms.get(code);
  if (twin) addIssue(room, "REFUSE", "code", "DUPLICATE", `房间代码 ${code} 与第 ${twin.rowNo} 行重复`);
  if (chargeArea === null && !reader.has("chargeArea"))
    addIssue(room, "NOTE", "chargeArea", "CHARGE_AREA_ASSUMED", "没有填收费面积，按建筑面积导入");
  if (room.floor !== null && floors !== null && room.floor > floors) {
    addIssue(room, "REFUSE", "floor", "FLOOR_ABOVE_TOP", `房间 ${code}：楼层 ${room.floor} 超过总层数 ${floors}`);
  }
  missingRoomFields(room);
  draft.rooms.add(room);
}
