import { Choices, DateOnly, Decimal, Flag, Id, Ids, Part, Text } from "../common/fields.js";
import { PageDto, PageQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import { type RoomPurpose, roomPurposeLabels } from "../property/property.enums.js";

export class BindingPath extends ProjectPath {
  @Id("绑定编号") bindingId: string;
}

export class BindingQueryDto extends PageQueryDto {
  /** Part of room code or name, or of what is bound beside the room, e.g. the number of a parking space. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @Id("收费项目", { optional: true }) feeItemId?: string;
  @Id("收费标准", { optional: true }) rateId?: string;
  @Id("楼栋", { optional: true }) buildingId?: string;
  @Id("单元", { optional: true }) unitId?: string;
  @Id("房间", { optional: true }) roomId?: string;
  /** A parking space: only what is bound to it. */
  @Id("计费对象", { optional: true }) objectId?: string;
  /** Only those in force on this day. */
  @DateOnly("生效日", { optional: true }) on?: string;
}

/**
 * Which rooms: those named and those of the buildings and units named, together, narrowed by purpose. Without names of
 * any kind all rooms of the project.
 */
export class RoomSelectionDto {
  @Ids("房间", { optional: true, min: 0, max: 20_000 }) roomIds?: string[];
  @Ids("楼栋", { optional: true, min: 0 }) buildingIds?: string[];
  @Ids("单元", { optional: true, min: 0, max: 5000 }) unitIds?: string[];
  @Choices("用途", roomPurposeLabels, { optional: true }) purposes?: RoomPurpose[];
}

/** Binds a rate to rooms (BIL-05). A price or quantity of one's own needs a reason and the right to keep rates. */
export class BindRoomsDto {
  @Id("收费标准") rateId: string;
  @Part("房间", () => RoomSelectionDto) rooms: RoomSelectionDto;
  @DateOnly("开始日期") startsOn: string;
  /** Last day; empty while it lasts. */
  @DateOnly("结束日期", { optional: true }) endsOn?: string | null;
  /** Pieces of a rate by count (then required); for other rates an agreed quantity instead of area or household. */
  @Decimal("数量", { optional: true, places: 4, positive: true, max: "1000000" }) quantity?: string | null;
  /** Yuan per unit and month instead of the price of the rate. */
  @Decimal("约定单价", { optional: true, places: 6, max: "1000000" }) unitPrice?: string | null;
  @Text("约定原因", { optional: true, max: 200 }) overrideReason?: string | null;
  /** Leaves out rooms that have an overlapping binding of the same item; otherwise one such room refuses all. */
  @Flag("跳过冲突", { optional: true }) skipConflicts?: boolean;
}

export class EndBindingDto {
  /** Last day of the binding. */
  @DateOnly("结束日期") endsOn: string;
}

export class BindingConflictDto {
  bindingId: string;
  rateName: string;
  startsOn: string;
  endsOn: string | null;
}

/** What binding would do to one room. */
export class BindingPreviewRowDto {
  roomId: string;
  roomCode: string;
  roomName: string;
  /** Area of the kind that the rate reads, m²; null for rates that read none, or where the room has none. */
  area: string | null;
  /** The overlapping binding of the same item that stands in the way; null when the room will be bound. */
  conflict: BindingConflictDto | null;
  /** A full month, in fen; null when no price is in force on the first day. */
  monthlyFen: number | null;
}

export class BindingPreviewDto {
  /** Rooms that will be bound. */
  createCount: number;
  /** Rooms that have an overlapping binding of the same item. */
  conflictCount: number;
  /** A full month of all rooms that will be bound, in fen. */
  monthlyFen: number;
  /** What deserves a word, in Chinese, e.g. rooms without an area. */
  warnings: string[];
  /** Conflicts first, then the rooms by code; at most 500. */
  rows: BindingPreviewRowDto[];
}

export class BindRoomsResultDto {
  createdCount: number;
  /** Rooms left out because of an overlapping binding. */
  skippedCount: number;
}

/** A rate that holds for a room, or for a thing whose charges the room pays. */
export class BindingDto {
  id: string;
  roomId: string;
  roomCode: string;
  roomName: string;
  /** What it holds for beside the room (BIL-05): a parking space; null for the room itself. */
  objectId: string | null;
  /** Kind and number, e.g. 车位 B1-023. */
  objectLabel: string | null;
  rateId: string;
  rateName: string;
  feeItemId: string;
  feeItemName: string;
  startsOn: string;
  endsOn: string | null;
  quantity: string | null;
  unitPrice: string | null;
  overrideReason: string | null;
  /** Last day billed through it; null while nothing was. */
  billedTo: string | null;
  /** Whether it may end before what is billed (BIL-82): something is, and not by meter. */
  canEndEarly: boolean;
  /** Billed by meters: it ends with their final readings, on the day they were read (BIL-82). */
  metered: boolean;
}

export class BindingPageDto extends PageDto<BindingDto> {
  declare items: BindingDto[];
}
