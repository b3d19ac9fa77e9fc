import { Choice, Code, DateOnly, Decimal, Id, Ids, Int, Parts, Text } from "../common/fields.js";
import { PageDto, PageQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "./property.dto.js";
import { type Orientation, orientationLabels } from "./property.enums.js";
import {
  MAX_RESTRUCTURED_ROOMS,
  type RestructureKind,
  restructureKindLabels,
  type RestructureState,
  restructureStateLabels,
  type RestructureTopic,
} from "./restructures.enums.js";

/** Largest area of one room in m². */
const MAX_AREA = "1000000";

export class RestructurePath extends ProjectPath {
  @Id("拆分合并编号") restructureId: string;
}

/** A new room. Its unit is that of the room it comes from; use, state and handover day are inherited too. */
export class RestructurePartDto {
  /** Unique in the project; begins with an issued prefix when the project has any (PRP-04). */
  @Code("房间代码") code: string;
  @Text("房间名称", { max: 50 }) name: string;
  /** Basements are negative. */
  @Int("楼层", { min: -10, max: 200 }) floor: number;
  /** m²; the new rooms together have exactly what the old ones had. */
  @Decimal("建筑面积", { places: 4, max: MAX_AREA, positive: true }) buildingArea: string;
  /** m²; together at most what the old rooms had. */
  @Decimal("收费面积", { places: 4, max: MAX_AREA, positive: true }) chargeArea: string;
  /** m² */
  @Decimal("套内面积", { optional: true, places: 4, max: MAX_AREA }) innerArea?: string | null;
  /** m² */
  @Decimal("使用面积", { optional: true, places: 4, max: MAX_AREA }) usableArea?: string | null;
  @Text("户型", { max: 50 }) layout: string;
  @Choice("朝向", orientationLabels) orientation: Orientation;
  @DateOnly("入住日期", { optional: true }) movedInOn?: string | null;
  /** Split only: this part belongs to this owner of the old room alone; left out, all relations are copied as they are. */
  @Id("归属业主", { optional: true }) ownerId?: string | null;
}

/** A new room that gets a standard. */
export class BindingTargetDto {
  /** Place of the new room in `parts`, from 0. */
  @Int("新房间", { max: MAX_RESTRUCTURED_ROOMS - 1 }) part: number;
  /** Demanded by standards that count pieces; a quantity of the old room is never copied. */
  @Decimal("数量", { optional: true, places: 4, positive: true }) quantity?: string | null;
}

/** Where a rate binding of an old room goes; no targets: it ends with the old room. */
export class BindingAssignmentDto {
  @Id("收费标准绑定") bindingId: string;
  @Parts("分配给", () => BindingTargetDto, { max: MAX_RESTRUCTURED_ROOMS }) targets: BindingTargetDto[];
}

/** The new room whose account takes the balance of an old room's prepayment account. */
export class PrepaymentAssignmentDto {
  @Id("预收账户") accountId: string;
  /** Place of the new room in `parts`, from 0. */
  @Int("新房间", { max: MAX_RESTRUCTURED_ROOMS - 1 }) part: number;
}

/** The new room a vehicle of an old room goes on with, its parking space with it. */
export class VehicleAssignmentDto {
  @Id("车辆关系") relationId: string;
  /** Place of the new room in `parts`, from 0. */
  @Int("新房间", { max: MAX_RESTRUCTURED_ROOMS - 1 }) part: number;
}

/** An owner of the merged room with his share, when the old rooms' owners or shares differ. */
export class ResultingOwnerDto {
  @Id("业主") customerId: string;
  /** Per cent; together 100. */
  @Decimal("产权份额", { places: 4, max: "100", positive: true }) share: string;
}

/** Which rooms a proposal is wanted for. */
export class ProposeRestructureDto {
  @Choice("种类", restructureKindLabels) kind: RestructureKind;
  @Ids("房间", { max: MAX_RESTRUCTURED_ROOMS }) roomIds: string[];
  /** First day of the new rooms. */
  @DateOnly("生效日期") effectiveOn: string;
  /** Split only: how many parts. */
  @Int("拆分份数", { optional: true, min: 2, max: MAX_RESTRUCTURED_ROOMS }) count?: number | null;
}

/** A split or merge as a whole: nothing is written by previewing it. */
export class RestructurePlanDto {
  @Choice("种类", restructureKindLabels) kind: RestructureKind;
  /** Split: the one room. Merge: 2 to 20 rooms of one building. */
  @Ids("房间", { max: MAX_RESTRUCTURED_ROOMS }) roomIds: string[];
  /** First day of the new rooms; the old ones end the day before. */
  @DateOnly("生效日期") effectiveOn: string;
  /** Split: 2 to 20. Merge: one. */
  @Parts("新房间", () => RestructurePartDto, { min: 1, max: MAX_RESTRUCTURED_ROOMS }) parts: RestructurePartDto[];
  /** Every rate binding in force on the old rooms, and who gets it. */
  @Parts("收费标准分配", () => BindingAssignmentDto, { max: 400 }) bindings: BindingAssignmentDto[];
  /** Every prepayment account with a balance, and who gets it. */
  @Parts("预收分配", () => PrepaymentAssignmentDto, { max: 400 }) prepayments: PrepaymentAssignmentDto[];
  /** Split: who gets a vehicle of the room. One left out goes with its holder's part, else with the first shared one. */
  @Parts("车辆分配", () => VehicleAssignmentDto, { optional: true, max: 400 }) vehicles?: VehicleAssignmentDto[] | null;
  /** Merge of rooms whose owners or shares differ: the owners of the new room. Empty copies what all rooms have alike. */
  @Parts("合并后的业主", () => ResultingOwnerDto, { max: 50 }) owners: ResultingOwnerDto[];
  /** Merge: who pays for the new room, all fee items. Left out, what all rooms have alike is copied. */
  @Id("收费对象", { optional: true }) payerId?: string | null;
}

/** A new draft, or a draft anew. */
export class SaveRestructureDto extends RestructurePlanDto {
  @Text("原因", { min: 2, max: 200, multiline: true }) reason: string;
}

/** A draft as it was read: somebody else's change in between is refused. */
export class UpdateRestructureDto extends SaveRestructureDto {
  @Int("版本", { min: 1 }) version: number;
}

export class RestructureVersionDto {
  @Int("版本", { min: 1 }) version: number;
}

/** Asks for the approval of what the preview showed. */
export class SubmitRestructureDto extends RestructureVersionDto {
  /** That of the preview the person has read; when the rooms have changed since, the request is refused. */
  @Text("预览指纹", { max: 64 }) fingerprint: string;
}

export class RestoreRestructureDto extends RestructureVersionDto {
  @Text("复原原因", { min: 2, max: 200, multiline: true }) reason: string;
}

/** A room that is split or merged, as it is on its last day. Areas in m². */
export class RestructuredRoomDto {
  id: string;
  code: string;
  name: string;
  buildingName: string;
  unitName: string;
  floor: number;
  buildingArea: string;
  chargeArea: string;
  innerArea: string | null;
  usableArea: string | null;
}

export class RestructureOwnerChoiceDto {
  customerId: string;
  name: string;
  number: string;
  /** Share in each old room, e.g. 1-101 50 %. */
  rooms: string;
  share: string | null;
}

export class RestructureBindingChoiceDto {
  bindingId: string;
  roomCode: string;
  feeItemId: string;
  feeItemName: string;
  rateName: string;
  /** RateBase */
  base: string;
  /** The standard counts pieces: each new room needs a quantity. */
  needsQuantity: boolean;
  /** That of the old room. */
  quantity: string | null;
  /** Paid up to this day beyond the last one; the new binding begins the day after. */
  paidThrough: string | null;
}

export class RestructurePrepaymentChoiceDto {
  accountId: string;
  roomCode: string;
  customerName: string;
  balanceFen: number;
}

export class RestructureVehicleChoiceDto {
  relationId: string;
  roomCode: string;
  plate: string;
  customerName: string;
  spaceCode: string | null;
}

/** What must be decided, with a proposal that can be previewed as it is. */
export class RestructureProposalDto {
  rooms: RestructuredRoomDto[];
  plan: RestructurePlanDto;
  owners: RestructureOwnerChoiceDto[];
  /** Merge: the rooms' owners or shares differ, so that `plan.owners` must be filled. */
  ownersDiffer: boolean;
  bindings: RestructureBindingChoiceDto[];
  prepayments: RestructurePrepaymentChoiceDto[];
  vehicles: RestructureVehicleChoiceDto[];
}

/** One thing on an old room, and what becomes of it. */
export class RestructureLineDto {
  topic: RestructureTopic;
  roomCode: string;
  label: string;
  before: string | null;
  after: string | null;
}

/** Something the user must know or settle first. */
export class RestructureProblemDto {
  code: string;
  message: string;
  /** Whether it stands in the way; otherwise it is for information. */
  blocking: boolean;
  /** The field of the plan it is about, e.g. parts.1.code. */
  field: string | null;
  /** Page of the console where it can be settled, below the project. */
  link: string | null;
}

/** What would happen (nothing has been written). */
export class RestructurePreviewDto {
  rooms: RestructuredRoomDto[];
  lastDay: string;
  /** m² of all old rooms and of all new ones. */
  buildingAreaBefore: string;
  buildingAreaAfter: string;
  chargeAreaBefore: string;
  chargeAreaAfter: string;
  lines: RestructureLineDto[];
  problems: RestructureProblemDto[];
  /** Stands for the state of the rooms this was computed from. */
  fingerprint: string;
}

export class RestructureQueryDto extends PageQueryDto {
  /** Part of the number or of a room code. */
  @Text("编号或房号", { optional: true, max: 50 }) q?: string;
  @Choice("种类", restructureKindLabels, { optional: true }) kind?: RestructureKind;
  @Choice("状态", restructureStateLabels, { optional: true }) state?: RestructureState;
}

/** A room of a restructure by its code; new rooms have no id before the approval. */
export class RestructureRoomRefDto {
  id: string | null;
  code: string;
}

/** 拆分合并记录 */
export class RestructureDto {
  id: string;
  number: string;
  kind: RestructureKind;
  state: RestructureState;
  effectiveOn: string;
  reason: string;
  oldRooms: RestructureRoomRefDto[];
  newRooms: RestructureRoomRefDto[];
  requestedByName: string;
  approvedByName: string | null;
  /** The pending or last request. */
  approvalId: string | null;
  createdAt: string;
  doneAt: string | null;
  restoredAt: string | null;
  restoredByName: string | null;
  restoreReason: string | null;
  version: number;
}

export class RestructurePageDto extends PageDto<RestructureDto> {
  declare items: RestructureDto[];
}

export class RestructureDetailDto extends RestructureDto {
  plan: RestructurePlanDto;
  /** What the last preview before the request showed. */
  lines: RestructureLineDto[];
}

/** A room before or after another in the history of splits and merges. */
export class LineageRoomDto {
  id: string;
  code: string;
  name: string;
  /** Steps away from the room asked for: 1 for the room it came from or went into. */
  depth: number;
  /** First day; null for a room that was always there. */
  startsOn: string | null;
  /** Last day; null while it lasts. */
  endedOn: string | null;
  restructureId: string;
  restructureNumber: string;
  kind: RestructureKind;
  /** DONE or RESTORED */
  state: RestructureState;
  effectiveOn: string;
  /** Owed on this room, in fen; null without the right to see charges. */
  openFen: number | null;
}

/** Where a room came from and what became of it (GAP-03); at most 20 steps each way. */
export class RoomLineageDto {
  roomId: string;
  startsOn: string | null;
  endedOn: string | null;
  ancestors: LineageRoomDto[];
  descendants: LineageRoomDto[];
}
