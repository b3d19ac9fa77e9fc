import type { MeterDto, MeterKind } from "@linli/contracts";
import { trimDecimal } from "../rates/rate.mapper.js";

/** A meter as the database answers it, with the names it points to. */
export interface MeterRow {
  id: string;
  no: string;
  kind: string;
  room_id: string | null;
  room_code: string | null;
  in_building_id: string | null;
  building_name: string | null;
  fee_item_id: string | null;
  fee_item_name: string | null;
  rate_name: string | null;
  position: string | null;
  route: string | null;
  digits: number;
  multiplier: string;
  reverse: boolean;
  installed_on: string;
  start_reading: string;
  opening_use: string;
  removed_on: string | null;
  parent_id: string | null;
  parent_no: string | null;
  replaces_id: string | null;
  replaces_no: string | null;
  remark: string | null;
  last_reading: string;
  last_read_on: string;
}

export const toMeterDto = (row: MeterRow): MeterDto => ({
  id: row.id,
  no: row.no,
  kind: row.kind as MeterKind,
  place: row.room_id === null ? "PUBLIC" : "ROOM",
  status: row.removed_on === null ? "ACTIVE" : "REMOVED",
  roomId: row.room_id,
  roomCode: row.room_code,
  buildingId: row.in_building_id,
  buildingName: row.building_name,
  feeItemId: row.fee_item_id,
  feeItemName: row.fee_item_name,
  rateName: row.rate_name,
  position: row.position,
  route: row.route,
  digits: row.digits,
  multiplier: trimDecimal(row.multiplier),
  reverse: row.reverse,
  installedOn: row.installed_on,
  startReading: trimDecimal(row.start_reading),
  openingUse: trimDecimal(row.opening_use),
  removedOn: row.removed_on,
  parentId: row.parent_id,
  parentNo: row.parent_no,
  replacesId: row.replaces_id,
  replacesNo: row.replaces_no,
  remark: row.remark,
  lastReading: trimDecimal(row.last_reading),
  lastReadOn: row.last_read_on,
});
