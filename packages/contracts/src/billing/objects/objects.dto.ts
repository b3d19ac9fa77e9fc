import { Choice, DateOnly, Decimal, Flag, Id, Ids, Part, Text } from "../../common/fields.js";
import { BindingConflictDto } from "../bindings.dto.js";
import { type ChargeObjectKind, chargeObjectKindLabels } from "./objects.enums.js";

/**
 * Which things of one kind: those named and those of the garages or buildings named, together: their spaces, or the vehicles
 * registered on them; contracts are named only.
 */
export class ObjectSelectionDto {
  @Choice("种类", chargeObjectKindLabels) kind: ChargeObjectKind;
  @Ids("计费对象", { optional: true, min: 0, max: 5000 }) ids?: string[];
  @Ids("车库或楼栋", { optional: true, min: 0 }) buildingIds?: string[];
}

/**
 * Binds a rate to things of rooms: parking spaces, vehicles, contracts (BIL-05). Their charges belong to the account of a room: the one that is
 * named here, else the one each thing is registered for. A price or quantity of one's own needs a reason and the right
 * to keep rates.
 */
export class BindObjectsDto {
  @Id("收费标准") rateId: string;
  @Part("计费对象", () => ObjectSelectionDto) objects: ObjectSelectionDto;
  /** The room that pays for all of them; empty: the room that each is registered for. */
  @Id("付费房间", { optional: true }) roomId?: string | null;
  @DateOnly("开始日期") startsOn: string;
  /** Last day; empty while it lasts. */
  @DateOnly("结束日期", { optional: true }) endsOn?: string | null;
  /** Pieces of a rate by count (then required); for other rates an agreed quantity, by area the area of the space when empty. */
  @Decimal("数量", { optional: true, places: 4, positive: true, max: "1000000" }) quantity?: string | null;
  /** Yuan per unit and month instead of the price of the rate. */
  @Decimal("约定单价", { optional: true, places: 6, max: "1000000" }) unitPrice?: string | null;
  @Text("约定原因", { optional: true, max: 200 }) overrideReason?: string | null;
  /** Leaves out what cannot be bound: bound already for the same item, or without a room; otherwise one such refuses all. */
  @Flag("跳过冲突", { optional: true }) skipConflicts?: boolean;
}

/** A space, vehicle or contract that a room is charged for: registered for the room today, or ever bound with it. */
export class RoomObjectDto {
  id: string;
  kind: ChargeObjectKind;
  /** Kind and number, as bills show it, e.g. 车位 B1-023. */
  label: string;
}

export class RoomObjectsDto {
  /** By kind and number. */
  items: RoomObjectDto[];
}

/** What binding would do to one thing. */
export class ObjectBindingRowDto {
  objectId: string;
  /** Kind and number, as bills show it, e.g. 车位 B1-023, 车辆 沪A12345, 合同 ZL-2026-008. */
  objectLabel: string;
  /** The room whose account is charged; null when nobody knows. */
  roomId: string | null;
  roomCode: string | null;
  /** The overlapping binding of the same item that stands in the way. */
  conflict: BindingConflictDto | null;
  /** Why it cannot be bound apart from that, in Chinese: no room, a room out of use, no area, days outside a contract. */
  problem: string | null;
  /** A full month, in fen; null when it cannot be bound or no price is in force on the first day. */
  monthlyFen: number | null;
}

export class ObjectBindingPreviewDto {
  /** Things that will be bound. */
  createCount: number;
  /** Things that cannot be bound: bound already, or with a problem. */
  blockedCount: number;
  /** A full month of all that will be bound, in fen. */
  monthlyFen: number;
  /** What cannot be bound first, then by number; at most 500. */
  rows: ObjectBindingRowDto[];
}
