import type { RoomAreasDto, RoomDto } from "@linli/contracts";
import { Decimal } from "decimal.js";
import { areaText } from "../areas.js";
import { type AttributeValues, toAttributeValueDtos } from "../attributes/attribute-values.js";

/** A room as the list query reads it. */
export type RoomRow = Omit<RoomDto, "createdAt" | "attributes" | "sharedArea"> & {
  createdAt: Date;
  attributes: AttributeValues;
};

export function toRoomDto(row: RoomRow): RoomDto {
  return {
    ...row,
    ...toRoomAreas(row),
    attributes: toAttributeValueDtos(row.attributes),
    createdAt: row.createdAt.toISOString(),
  };
}

/** Areas as people read them, with the common part that follows from them (公摊 = 建筑 − 套内). */
export function toRoomAreas(row: Omit<RoomAreasDto, "sharedArea">): RoomAreasDto {
  const { buildingArea, chargeArea, innerArea, usableArea } = row;
  const shared = innerArea === null ? null : new Decimal(buildingArea).minus(innerArea);
  return {
    buildingArea: areaText(buildingArea),
    chargeArea: areaText(chargeArea),
    innerArea: innerArea === null ? null : areaText(innerArea),
    sharedArea: shared === null || shared.isNegative() ? null : areaText(shared.toString()),
    usableArea: usableArea === null ? null : areaText(usableArea),
  };
}
