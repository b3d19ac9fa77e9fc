import type { CreateRoomChargesDto, ProposeRoomChargesDto } from "@linli/contracts";
import type { RoomPurpose } from "@linli/contracts/enums";
import { idsOf } from "../bindings-form";

/** The form of a batch of one-off charges: the directory is one field there, buildings and units in the API. */
export interface RoomChargesForm extends Omit<CreateRoomChargesDto, "id" | "rooms" | "expectedCount" | "expectedFen"> {
  /** Rooms named one by one, beside those of the directory. */
  roomIds?: string[];
  /** `building:<id>` and `unit:<id>`. */
  directory?: string[];
  purposes?: RoomPurpose[];
}

/** What the form says about amounts and rooms, as the preview wants it; null while something is missing. */
export function toProposal(form: Partial<RoomChargesForm> | undefined): ProposeRoomChargesDto | null {
  const { roomIds = [], directory = [], purposes = [], skipRooms: _skip, ...terms } = form ?? {};
  const { feeItemId, basis, serviceFrom, serviceTo, dueOn, remark, amountFen, unitPrice } = terms;
  if (!feeItemId || !basis || !serviceFrom || !serviceTo || !dueOn) return null;
  if (basis === "ROOM" ? !amountFen : !unitPrice) return null;
  return {
    feeItemId,
    basis,
    amountFen: basis === "ROOM" ? amountFen : null,
    unitPrice: basis === "AREA" ? unitPrice : null,
    serviceFrom,
    serviceTo,
    dueOn,
    remark: remark?.trim() || null,
    rooms: { roomIds, buildingIds: idsOf(directory, "building"), unitIds: idsOf(directory, "unit"), purposes },
  };
}
