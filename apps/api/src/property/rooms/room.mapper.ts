import type { RoomDto } from "@linli/contracts";
import { areaText } from "../areas.js";

/** A room as the list query reads it. */
export type RoomRow = Omit<RoomDto, "createdAt"> & { createdAt: Date };

export function toRoomDto(row: RoomRow): RoomDto {
  return {
    ...row,
    buildingArea: areaText(row.buildingArea),
    chargeArea: areaText(row.chargeArea),
    innerArea: row.innerArea === null ? null : areaText(row.innerArea),
    usableArea: row.usableArea === null ? null : areaText(row.usableArea),
    createdAt: row.createdAt.toISOString(),
  };
}
