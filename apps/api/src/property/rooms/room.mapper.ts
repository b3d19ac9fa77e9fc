import type { RoomDto } from "@linli/contracts";
import { areaText } from "../areas.js";
import { type AttributeValues, toAttributeValueDtos } from "../attributes/attribute-values.js";

/** A room as the list query reads it. */
export type RoomRow = Omit<RoomDto, "createdAt" | "attributes"> & { createdAt: Date; attributes: AttributeValues };

export function toRoomDto(row: RoomRow): RoomDto {
  return {
    ...row,
    buildingArea: areaText(row.buildingArea),
    chargeArea: areaText(row.chargeArea),
    innerArea: row.innerArea === null ? null : areaText(row.innerArea),
    usableArea: row.usableArea === null ? null : areaText(row.usableArea),
    attributes: toAttributeValueDtos(row.attributes),
    createdAt: row.createdAt.toISOString(),
  };
}
