import type { ChargeSkip, ProposeRoomChargesDto, RoomChargePreviewDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { InvalidInput } from "../../common/rule-violation.js";
import { beforeStart } from "../charge-start/before-start.js";
import { findRooms, type FoundRoom } from "../rates/bindings/room-selection.js";
import { trimDecimal } from "../rates/rate.mapper.js";
import { type AskedCharge, doublesOf, fenOfUse, type NewCharge, payersOf } from "./new-charge.js";

/** What a batch would do to one room. */
export interface PlannedRoom extends Omit<RoomChargePreviewDto, "payerName"> {
  /** What would be written; null for a room that is not charged. */
  charge: NewCharge | null;
}

/** Decides room by room whether it is charged, what and to whom. @throws NO_ROOMS, NOT_FOUND, INVALID_INPUT */
export async function planRoomCharges(
  tx: EntityManager,
  projectId: string,
  dto: ProposeRoomChargesDto,
): Promise<PlannedRoom[]> {
  refuseTerms(dto);
  const named = new Set(dto.rooms.roomIds ?? []);
  // of rooms that nobody named, those out of use are not meant
  const rooms = (await findRooms(tx, projectId, dto.rooms)).filter(({ id, active }) => active || named.has(id));
  const asked = rooms.map((room) => askedOf(room, dto));
  const payers = await payersOf(tx, projectId, asked);
  const doubles = await doublesOf(tx, projectId, asked);
  const early = await beforeStart(
    tx,
    projectId,
    asked.map((one, at) => ({ ...one, payerId: payers[at] ?? null })),
  );
  return rooms.map((room, at) => {
    const [charge, payerId] = [asked[at]!, payers[at] ?? null];
    const skip = skipOf(room, charge, { payerId, isEarly: early[at] !== null, isDouble: doubles.has(at) });
    return {
      roomId: room.id,
      roomCode: room.code,
      roomName: room.name,
      area: dto.basis === "AREA" ? trimDecimal(room.charge) : null,
      amountFen: skip === null ? charge.amountFen : null,
      skip,
      charge: skip === null && payerId !== null ? { ...charge, payerId, remark: charge.remark ?? "" } : null,
    };
  });
}

function skipOf(
  { active }: FoundRoom,
  { amountFen }: AskedCharge,
  { payerId, isEarly, isDouble }: { payerId: string | null; isEarly: boolean; isDouble: boolean },
): ChargeSkip | null {
  if (!active) return "ENDED";
  if (amountFen === 0) return "NO_AREA";
  if (payerId === null) return "NO_PAYER";
  if (isEarly) return "BEFORE_START";
  return isDouble ? "DOUBLE" : null;
}

function askedOf(room: FoundRoom, dto: ProposeRoomChargesDto): AskedCharge {
  const { feeItemId, serviceFrom, serviceTo, dueOn, remark = null } = dto;
  const same = { roomId: room.id, objectId: null, feeItemId, serviceFrom, serviceTo, dueOn, remark };
  if (dto.basis === "ROOM") return { ...same, amountFen: dto.amountFen!, quantity: null, unitPrice: null };
  const quantity = trimDecimal(room.charge);
  return { ...same, amountFen: fenOfUse(quantity, dto.unitPrice!) ?? 0, quantity, unitPrice: dto.unitPrice! };
}

function refuseTerms({ basis, amountFen, unitPrice, serviceFrom, serviceTo, dueOn }: ProposeRoomChargesDto): void {
  if (basis === "ROOM" && !amountFen) throw new InvalidInput({ amountFen: ["每间同一金额时必须填写金额"] });
  if (basis === "AREA" && !unitPrice) throw new InvalidInput({ unitPrice: ["按计费面积时必须填写单价"] });
  if (serviceTo < serviceFrom) throw new InvalidInput({ serviceTo: ["费用止不能早于费用起"] });
  if (dueOn < serviceFrom) throw new InvalidInput({ dueOn: ["应缴日期不能早于费用起"] });
}
