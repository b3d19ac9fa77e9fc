import { Choice, Code, DateOnly, Decimal, Id, Ids, Int, Parts, Text } from "../common/fields.js";
import { type Orientation, orientationLabels } from "./property.enums.js";
import { MAX_RESTRUCTURED_ROOMS, type RestructureKind, restructureKindLabels } from "./restructures.enums.js";
import { MAX_AREA } from "./rooms.dto.js";

/** A new room. Its unit is that of the room it comes from; use, state and days of handover are inherited too. */
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

/** The new room a meter of an old room goes to, and what it showed on the first day of the new rooms (SCN-08). */
export class MeterAssignmentDto {
  @Id("表具") meterId: string;
  /** Place of the new room in `parts`, from 0; left out, the largest. */
  @Int("新房间", { optional: true, max: MAX_RESTRUCTURED_ROOMS - 1 }) part?: number | null;
  /** What it showed on the effective day. Demanded of a billed meter that was not read up to the day before. */
  @Decimal("读数", { optional: true, places: 3, max: "9999999999" }) reading?: string | null;
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
  /** Where the meters in use go. One left out goes to the largest new room, the first of equals. */
  @Parts("表具分配", () => MeterAssignmentDto, { optional: true, max: 400 }) meters?: MeterAssignmentDto[] | null;
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
