import type { SpaceOwnership } from "@linli/contracts/enums";
import { prefixFault } from "../../property/room-code.js";
import { addIssue, type ImportRecords, type RoomRecord, type SpaceRecord } from "../profiles/records.js";
import { plainText } from "../workbook/values.js";
import { type KnownProject, type KnownRoom, longCode, longSpaceCode } from "./known-project.js";
import { checkDatedAreas } from "./room-areas.js";

/** Gives every room its code in the project, and refuses what the directory does not allow. */
export function checkRooms({ rooms }: ImportRecords, known: KnownProject, today: string): void {
  const keys = new Map<string, string>();
  const crowded = new Set<string>();
  for (const { code, key } of rooms) {
    const other = keys.get(code);
    if (other === undefined) keys.set(code, key);
    else if (other !== key) crowded.add(code);
  }
  for (const room of rooms) {
    if (room.key !== room.code) nameRoom(room, crowded, known);
    const there = known.rooms.get(room.code);
    if (there && !isIn(there, room))
      addIssue(
        room,
        "REFUSE",
        "code",
        "ROOM_ELSEWHERE",
        `房间代码 ${room.code} 已在楼栋 ${there.building} 单元 ${there.unit}，不能导入到楼栋 ${room.building} 单元 ${room.unit}`,
      );
    if (room.loose && there?.remark && room.remark !== null && there.remark !== room.remark) keepRemark(room);
    adoptSpelling(room, there, ["name", "layout", "remark"]);
    if (room.name === null && !there) assumeName(room);
    const fault = there ? null : prefixFault(room.code, known.prefixes);
    if (fault) addIssue(room, "REFUSE", "code", "ROOM_PREFIX", `房间 ${room.code}：${fault}`);
    if (room.code.length > 32) addIssue(room, "REFUSE", "code", "CODE_TOO_LONG", `房间代码 ${room.code} 超过 32 个字`);
    if (room.areasFrom) checkAreasFrom(room, room.areasFrom, there, today);
    if (room.rentFen !== null)
      addIssue(room, "NOTE", "rentFen", "RENT_NOT_KEPT", `房间 ${room.code}：租金在租赁合同中登记，不随房间导入`);
  }
}

/** Areas change within the life of the room; what was billed before stays. */
function checkAreasFrom(room: RoomRecord, day: string, there: KnownRoom | undefined, today: string): void {
  const { code } = room;
  if (!there) {
    const message = `房间 ${code} 是新房间，面积自始有效，不另记面积生效日期 ${day}`;
    return addIssue(room, "NOTE", "areasFrom", "AREAS_FROM_NEW", message);
  }
  checkDatedAreas(room, day, there);
  if (there.startsOn !== null && day < there.startsOn)
    addIssue(
      room,
      "REFUSE",
      "areasFrom",
      "OUTSIDE_ROOM_LIFE",
      `房间 ${code} 自 ${there.startsOn} 起才存在，面积不能自 ${day} 起变更`,
    );
  if (there.endedOn !== null && day > there.endedOn)
    addIssue(
      room,
      "REFUSE",
      "areasFrom",
      "OUTSIDE_ROOM_LIFE",
      `房间 ${code} 于 ${there.endedOn} 已不再存在，面积不能自 ${day} 起变更`,
    );
  if (day < today && room.issues.every(({ code }) => code !== "OUTSIDE_ROOM_LIFE"))
    addIssue(
      room,
      "NOTE",
      "areasFrom",
      "AREAS_BACKDATED",
      `房间 ${code} 的面积生效日期 ${day} 早于今天：面积有变化的自那天起变更，已经出账的应收不变`,
    );
}

/** A source that numbers rooms inside units may use a number twice; a project may not. */
function nameRoom(room: RoomRecord, crowded: ReadonlySet<string>, known: KnownProject): void {
  const short = known.rooms.get(room.code);
  const long = longCode(room);
  const there = known.rooms.get(long);
  if (short && isIn(short, room)) return;
  const taken = crowded.has(room.code) || short !== undefined || (there !== undefined && isIn(there, room));
  if (!taken) return;
  const message = `房号 ${room.code} 在本管理区不止一间，房间代码按“楼栋-单元-房号”写成 ${long}`;
  addIssue(room, "NOTE", "code", "CODE_LENGTHENED", message);
  room.code = long;
}

/** The remark of a room that is there belongs to whoever wrote it; what the list says stands in the report. */
function keepRemark(room: RoomRecord): void {
  const message = `房间 ${room.code} 已有备注，没有写入：${room.remark}`;
  addIssue(room, "NOTE", "remark", "REMARK_KEPT", message);
  room.remark = null;
}

/** What differs only in full-width letters or blanks is no change: the stored spelling stays. */
function adoptSpelling<Known extends object, Key extends string & keyof Known>(
  record: object,
  there: Known | undefined,
  fields: readonly Key[],
): void {
  const given = record as Record<string, unknown>;
  for (const field of fields) {
    const was = there?.[field];
    if (typeof was === "string" && was !== given[field] && plainText(was) === given[field]) given[field] = was;
  }
}

/** A room has a name; without one it is called by its code. */
function assumeName(room: RoomRecord): void {
  room.name = room.code;
  room.issues = room.issues.filter(({ field, severity }) => field !== "name" || severity !== "INCOMPLETE");
  addIssue(room, "NOTE", "name", "NAME_ASSUMED", `没有房间名称，按房间代码 ${room.code} 命名`);
}

const isIn = (there: KnownRoom, room: RoomRecord): boolean =>
  there.building === room.building && there.unit === room.unit;

/** The code a room key of the file, or a room code of the project, stands for. */
export function roomCodes({ rooms }: ImportRecords): (roomKey: string) => string {
  const codes = new Map(rooms.map(({ key, code }) => [key, code]));
  return (roomKey) => codes.get(roomKey) ?? roomKey;
}

/** 车位位置 of a car park number. */
export const placeOf = ({ lot, place }: Pick<SpaceRecord, "lot" | "place">): string | null =>
  place === undefined ? `停车场 ${lot}` : place;
/** Sold spaces belong to an owner; otherwise the file does not say whose they are (PRK-06). */
export const ownershipOf = ({ tenure, ownership }: Pick<SpaceRecord, "tenure" | "ownership">): SpaceOwnership | null =>
  ownership === undefined ? (tenure === "SOLD" ? "OWNER" : null) : ownership;

/** Gives every space its number in the project (PRK-05) and says what is not imported with it. */
export function checkSpaces({ spaces }: ImportRecords, known: KnownProject): void {
  const lots = Map.groupBy(spaces, ({ code }) => code);
  for (const space of spaces) {
    const there = known.spaces.get(space.code);
    const crowded = new Set(lots.get(space.code)?.map(({ lot }) => lot)).size > 1;
    const other = there !== undefined && there.place !== placeOf(space);
    if (space.place !== undefined) adoptSpelling(space, there, ["name", "place"]);
    else if (crowded || other) {
      const long = longSpaceCode(space);
      addIssue(space, "NOTE", "code", "CODE_LENGTHENED", `车位号 ${space.code} 不止一个，按“停车场-车位”写成 ${long}`);
      space.code = long;
    }
    if (ownershipOf(space) === null && !known.spaces.get(space.code)?.ownership)
      addIssue(
        space,
        "INCOMPLETE",
        "ownership",
        "MISSING_FIELD",
        `车位 ${space.code} 缺少车位权属，导入后标记为资料不完整`,
      );
    if (space.plate !== null || space.customerKey !== null)
      addIssue(space, "NOTE", null, "NOT_KEPT", `车位 ${space.code}：使用人和车辆在车位合同中登记，不随车位导入`);
  }
}
