import { addIssue, type RoomRecord } from "../profiles/records.js";
import type { KnownAreas, KnownRoom } from "./known-records.js";

type Areas = Pick<KnownRoom, Exclude<keyof KnownAreas, "from">>;

/** The areas of a room on a day. */
export function areasOnDay(room: KnownRoom, day: string | null | undefined): Areas {
  const { buildingArea, chargeArea, innerArea, usableArea } =
    (day ? room.areas?.findLast(({ from }) => from <= day) : undefined) ?? room;
  return { buildingArea, chargeArea, innerArea, usableArea };
}

/** Of areas that change from a day on: the inner and the usable area are parts of the building area; a later change stays. */
export function checkDatedAreas(room: RoomRecord, day: string, there: KnownRoom): void {
  const then = areasOnDay(there, day);
  const now = {
    buildingArea: room.buildingArea ?? then.buildingArea,
    chargeArea: room.chargeArea ?? then.chargeArea,
    innerArea: room.innerArea ?? then.innerArea,
    usableArea: room.usableArea ?? then.usableArea,
  };
  const fields = ["buildingArea", "chargeArea", "innerArea", "usableArea"] as const;
  if (fields.every((field) => Number(now[field]) === Number(then[field]))) return;
  const building = Number(now.buildingArea);
  for (const [field, label] of [
    ["innerArea", "套内面积"],
    ["usableArea", "使用面积"],
  ] as const) {
    const message = `房间 ${room.code} 自 ${day} 起的${label} ${now[field]} 大于建筑面积 ${now.buildingArea}`;
    if (building > 0 && Number(now[field]) > building) addIssue(room, "REFUSE", field, "AREA_TOO_LARGE", message);
  }
  const later = there.areas?.find(({ from }) => from > day);
  if (later) {
    const message = `房间 ${room.code} 在 ${later.from} 起已有另外的面积，自 ${day} 起的变更只到前一天为止`;
    addIssue(room, "NOTE", "areasFrom", "AREAS_LATER", message);
  }
}
