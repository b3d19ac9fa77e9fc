import type { MandatoryRoomField } from "@linli/contracts";
import { addMonths, dayOf, dayInPeriod, periodOf } from "../common/calendar.js";

/** The mandatory data of a room as they stand; an area of zero counts as missing. */
export interface MandatoryRoomData {
  code: string | null;
  name: string | null;
  buildingArea: string | null;
  chargeArea: string | null;
  layout: string | null;
  orientation: string | null;
}

const FIELDS: readonly MandatoryRoomField[] = ["code", "name", "buildingArea", "chargeArea", "layout", "orientation"];

/** The mandatory fields a room lacks (PRP-08), in the order of the form. Kept in `room.incomplete` at each save. */
export function incompleteOf(room: MandatoryRoomData): MandatoryRoomField[] {
  return FIELDS.filter((field) => {
    const value = room[field];
    if (value === null || value.trim() === "") return true;
    return (field === "buildingArea" || field === "chargeArea") && Number(value) === 0;
  });
}

/** Property data are due one month before the move-in (PRP-07): 2026-05-31 → 2026-04-30. */
export const dataDueOn = (moveInOn: string): string => dayInPeriod(addMonths(periodOf(moveInOn), -1), dayOf(moveInOn));
