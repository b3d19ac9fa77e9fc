import type { ImportRecords } from "../profiles/records.js";

/** A unit of the project with its building, and a room in it. */
export interface Place {
  building: string;
  buildingName: string;
  unit: string | null;
  unitName: string | null;
}

const COUNTERS = /(号?楼|栋|幢|座|单元|#)$/u;
/** 1栋, 1号楼 and 1 are the same to who sells. */
const bare = (text: string): string => text.replace(COUNTERS, "") || text;

/** Remembers what a name stands for, unless it stands for several. */
class Names {
  private readonly codes = new Map<string, string | null>();

  add(name: string, code: string): void {
    const known = this.codes.get(name);
    this.codes.set(name, known === undefined || known === code ? code : null);
  }

  of(name: string): string | null {
    return this.codes.get(name) ?? null;
  }
}

/**
 * Sales lists call buildings and units as people do. Where the directory has them under another code (1栋 for 1), the
 * records take the directory's codes; what it has not is created as it is written.
 */
export function settlePlaces(records: ImportRecords, places: readonly Place[]): void {
  if (!records.rooms.some(({ loose }) => loose)) return;
  const [buildings, units] = [new Names(), new Names()];
  for (const { building, buildingName, unit, unitName } of places) {
    for (const name of [building, buildingName]) buildings.add(bare(name), building);
    for (const name of [unit, unitName])
      if (name !== null && unit !== null) units.add(`${building}/${bare(name)}`, unit);
  }
  const keys = new Map<string, string>();
  const settled = (at: { building: string; unit: string }) => {
    const building = buildings.of(bare(at.building)) ?? at.building;
    return { building, unit: units.of(`${building}/${bare(at.unit)}`) ?? at.unit };
  };
  for (const unit of records.units) {
    Object.assign(unit, settled(unit));
    unit.key = `${unit.building}/${unit.unit}`;
  }
  for (const room of records.rooms) {
    const before = room.key;
    Object.assign(room, settled(room));
    room.key = `${room.building}/${room.unit}/${room.code}`;
    if (room.key !== before) keys.set(before, room.key);
  }
  if (keys.size === 0) return;
  for (const relation of records.relations) relation.roomKey = keys.get(relation.roomKey) ?? relation.roomKey;
}

/** Gives rooms the code their unit has for the number: 1-1-0101 for 0101, where just one room of the unit ends so. */
export function settleRooms(
  records: ImportRecords,
  rooms: readonly { code: string; building: string; unit: string }[],
): void {
  const numbers = new Names();
  for (const { code, building, unit } of rooms)
    for (const number of new Set([code, code.split(/[-_./#]/).at(-1) ?? code]))
      numbers.add(`${building}/${unit}/${number}`, code);
  for (const room of records.rooms)
    if (room.loose) room.code = numbers.of(`${room.building}/${room.unit}/${room.code}`) ?? room.code;
}
