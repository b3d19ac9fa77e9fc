import {
  orientationLabels,
  roomPurposeLabels,
  roomStateLabels,
  spaceOwnershipLabels,
  spaceTypeLabels,
} from "@linli/contracts";
import type { UnitToEnsure } from "../../property/directory/place-writer.service.js";
import type { RoomToUpsert } from "../../property/rooms/room-writer.service.js";
import type { SpaceToUpsert } from "../../parking/parking-space-writer.service.js";
import type { RoomRecord, SpaceRecord, UnitRecord } from "../profiles/records.js";
import { ownershipOf, placeOf } from "./check-rooms.js";
import type { KnownProject, KnownRoom } from "./known-project.js";
import { changesOf, type Fate, type FieldValue } from "./planned-row.js";
import { areasOnDay } from "./room-areas.js";

const ROOM_LABELS = {
  name: "房间名称",
  floor: "楼层",
  buildingArea: "建筑面积",
  chargeArea: "收费面积",
  innerArea: "套内面积",
  usableArea: "使用面积",
  layout: "户型",
  orientation: "朝向",
  purpose: "用途",
  state: "房间状态",
  handoverNoticedOn: "交房通知日期",
  handedOverOn: "交房日期",
  movedInOn: "入住日期",
  remark: "备注",
} as const;
/** Areas that count from a day on say so. */
const sinceDay = (day: string) => `（${day} 起）`;
const datedLabels = (day: string) =>
  Object.fromEntries(
    (["buildingArea", "chargeArea", "innerArea", "usableArea"] as const).map((field) => [
      field,
      `${ROOM_LABELS[field]}${sinceDay(day)}`,
    ]),
  );

const SPACE_LABELS = {
  name: "车位名称",
  type: "车位类型",
  place: "车位位置",
  ownership: "车位权属",
  area: "面积",
} as const;
const WORDS: Record<string, Record<string, string>> = {
  orientation: orientationLabels,
  purpose: roomPurposeLabels,
  state: roomStateLabels,
  type: spaceTypeLabels,
  ownership: spaceOwnershipLabels,
};
const inWords = (field: string, value: FieldValue): string | null => {
  if (value === null) return null;
  if (typeof value === "boolean") return value ? "有" : "无";
  return WORDS[field]?.[String(value)] ?? String(value);
};

/** A unit for the writer. Names made up from numbers are for what is new only. */
export function toUnit(unit: UnitRecord, known: KnownProject): UnitToEnsure {
  const there = known.units.get(unit.key);
  return {
    buildingCode: unit.building,
    buildingName: known.buildings.has(unit.building) ? null : named(unit.building, "栋"),
    unitCode: unit.unit,
    unitName: known.units.has(unit.key) ? null : unit.unit === "0" ? "不分单元" : named(unit.unit, "单元"),
    // What the unit has already says nothing to its building either.
    floors: unit.floors === there?.floors ? null : unit.floors,
    hasLift: unit.lift === there?.hasLift ? null : unit.lift,
  };
}

const named = (code: string, word: string): string => (/^\d+$/.test(code) ? `${code}${word}` : code);

export function fateOfUnit(unit: UnitRecord, known: KnownProject): Fate {
  const there = known.units.get(unit.key);
  const key = `${unit.building}-${unit.unit}`;
  if (!there) return { entity: "unit", key, outcome: "CREATE", changes: [] };
  const labels = { floors: "总层数", hasLift: "电梯" };
  const changes = changesOf(labels, there, { floors: unit.floors, hasLift: unit.lift }, inWords);
  return { entity: "unit", key, outcome: changes.length > 0 ? "UPDATE" : "SAME", changes };
}

/** What the source only assumed must not replace what somebody entered. */
const assumed = (room: RoomRecord, code: string): boolean => room.issues.some((issue) => issue.code === code);

/** A room for the writer, without its unit. Assumed values are for new rooms only. */
export function toRoom(room: RoomRecord, there: KnownRoom | undefined): Omit<RoomToUpsert, "unitId"> {
  const numberedInUnit = room.key !== room.code || room.key.includes("/");
  return {
    code: room.code,
    name: there && (numberedInUnit || room.loose) ? null : room.name,
    floor: room.floor,
    buildingArea: room.buildingArea,
    chargeArea: there && assumed(room, "CHARGE_AREA_ASSUMED") ? null : room.chargeArea,
    innerArea: room.innerArea,
    usableArea: room.usableArea ?? null,
    layout: there?.layout && assumed(room, "LAYOUT_CODE") ? null : room.layout,
    orientation: room.orientation,
    purpose: room.purpose,
    // A list of sales only knows that a room was sold; what the project knows goes further.
    state: room.loose && there && there.state !== "UNSOLD" ? null : room.state,
    handoverNoticedOn: room.handoverNoticedOn ?? null,
    handedOverOn: room.handedOverOn ?? null,
    movedInOn: room.movedInOn ?? null,
    remark: room.remark,
    areasFrom: there ? (room.areasFrom ?? null) : null,
  };
}

/** Whether a room that is there gets other areas from a day on that the file names. */
export const changesDatedAreas = ({ areasFrom }: RoomRecord, fate: Fate | undefined): boolean =>
  Boolean(areasFrom) && Boolean(fate?.changes.some(({ label }) => label.endsWith(sinceDay(areasFrom!))));

export function fateOfRoom(room: RoomRecord, known: KnownProject): Fate {
  const there = known.rooms.get(room.code);
  if (!there) return { entity: "room", key: room.code, outcome: "CREATE", changes: [] };
  const { buildingArea, chargeArea, innerArea, usableArea, ...rest } = toRoom(room, there);
  const areas = {
    buildingArea: plain(buildingArea),
    chargeArea: plain(chargeArea),
    innerArea: plain(innerArea),
    usableArea: plain(usableArea),
  };
  const labels = rest.areasFrom ? { ...ROOM_LABELS, ...datedLabels(rest.areasFrom) } : ROOM_LABELS;
  const changes = changesOf(labels, { ...there, ...areasOnDay(there, rest.areasFrom) }, { ...rest, ...areas }, inWords);
  return { entity: "room", key: room.code, outcome: changes.length > 0 ? "UPDATE" : "SAME", changes };
}

/** 94.5600 → 94.56, as the database shows it. */
const plain = (area: string | null | undefined): string | null =>
  area && area.includes(".") ? area.replace(/\.?0+$/, "") : (area ?? null);

export const toSpace = (space: SpaceRecord): SpaceToUpsert => ({
  code: space.code,
  name: space.name ?? null,
  type: space.type,
  place: placeOf(space),
  ownership: ownershipOf(space),
  area: space.area,
});

export function fateOfSpace(space: SpaceRecord, known: KnownProject): Fate {
  const there = known.spaces.get(space.code);
  if (!there) return { entity: "space", key: space.code, outcome: "CREATE", changes: [] };
  const changes = changesOf(SPACE_LABELS, there, { ...toSpace(space), area: plain(space.area) }, inWords);
  return { entity: "space", key: space.code, outcome: changes.length > 0 ? "UPDATE" : "SAME", changes };
}
