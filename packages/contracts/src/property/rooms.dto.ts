import { Choice, Code, DateOnly, Decimal, Flag, Id, Int, Parts, QueryFlag, QueryInt, Text } from "../common/fields.js";
import { PageDto, PageQueryDto } from "../common/page.dto.js";
import { AttributeFilter, AttributeValueDto } from "./attributes.dto.js";
import { ProjectPath } from "./property.dto.js";
import {
  type MandatoryRoomField,
  mandatoryRoomFieldLabels,
  type Orientation,
  orientationLabels,
  type RoomPurpose,
  roomPurposeLabels,
  type RoomSort,
  roomSortLabels,
  type RoomState,
  roomStateLabels,
} from "./property.enums.js";

/** Largest area of one room in m². */
export const MAX_AREA = "1000000";

export class RoomPath extends ProjectPath {
  @Id("房间编号") roomId: string;
}

/**
 * All data of a new room. The (M) fields of PRP-08 are demanded. Later they are changed by group: identity, type,
 * state, and areas by date (SCN-04).
 */
export class SaveRoomDto {
  /** The unit, floor or zone it stands in. */
  @Id("所属单元") unitId: string;
  /** Unique in the project; begins with an issued prefix when the project has any (PRP-04). */
  @Code("房间代码") code: string;
  @Text("房间名称", { max: 50 }) name: string;
  /** Basements are negative. */
  @Int("楼层", { min: -10, max: 200 }) floor: number;
  /** m² */
  @Decimal("建筑面积", { places: 4, max: MAX_AREA, positive: true }) buildingArea: string;
  /** m² */
  @Decimal("收费面积", { places: 4, max: MAX_AREA, positive: true }) chargeArea: string;
  /** m² */
  @Decimal("套内面积", { optional: true, places: 4, max: MAX_AREA }) innerArea?: string | null;
  /** m² */
  @Decimal("使用面积", { optional: true, places: 4, max: MAX_AREA }) usableArea?: string | null;
  /** e.g. 三室两厅 */
  @Text("户型", { max: 50 }) layout: string;
  @Choice("朝向", orientationLabels) orientation: Orientation;
  @Choice("用途", roomPurposeLabels) purpose: RoomPurpose;
  @Choice("房屋状态", roomStateLabels) state: RoomState;
  /** Day of the notice to take the room over, e.g. 2026-03-01; charging may start some days after it (BIL-14). */
  @DateOnly("交房通知日期", { optional: true }) handoverNoticedOn?: string | null;
  @DateOnly("交房日期", { optional: true }) handedOverOn?: string | null;
  @DateOnly("入住日期", { optional: true }) movedInOn?: string | null;
  @Text("备注", { optional: true, max: 500, multiline: true }) remark?: string | null;
  /** Rooms no longer in use are switched off; their history stays. */
  @Flag("启用", { optional: true }) active?: boolean | null;
}

/** A new room with what the project keeps of its rooms in addition; mandatory attributes are demanded. */
export class CreateRoomDto extends SaveRoomDto {
  @Parts("自定义资料", () => AttributeValueDto, { max: 100, optional: true }) attributes?: AttributeValueDto[] | null;
}

export class RoomQueryDto extends PageQueryDto {
  /** Part of the code or name. */
  @Text("房号或名称", { optional: true, max: 50 }) q?: string;
  @Id("楼栋", { optional: true }) buildingId?: string;
  @Id("单元", { optional: true }) unitId?: string;
  @Choice("房屋状态", roomStateLabels, { optional: true }) state?: RoomState;
  @Choice("用途", roomPurposeLabels, { optional: true }) purpose?: RoomPurpose;
  /** Only rooms with (or without) missing mandatory data. */
  @QueryFlag("资料不全") incomplete?: boolean;
  /** Only rooms that lack this field. */
  @Choice("缺少的资料", mandatoryRoomFieldLabels, { optional: true }) missing?: MandatoryRoomField;
  @QueryFlag("启用") active?: boolean;
  /** User-defined attributes, each `id:value`; see AttributeValueDto for the values. */
  @AttributeFilter() attribute?: string[];
  /** `directory` (building, unit, floor, code) when left out. */
  @Choice("排序", roomSortLabels, { optional: true }) sort?: RoomSort;
}

/** A room with its place in the directory. Areas are in m². */
export class RoomDto {
  id: string;
  code: string;
  name: string;
  buildingId: string;
  buildingName: string;
  unitId: string;
  unitName: string;
  floor: number;
  buildingArea: string;
  chargeArea: string;
  innerArea: string | null;
  /** 公摊面积: building area less inner area; null while that is unknown. */
  sharedArea: string | null;
  usableArea: string | null;
  layout: string | null;
  orientation: Orientation | null;
  purpose: RoomPurpose;
  state: RoomState;
  handoverNoticedOn: string | null;
  handedOverOn: string | null;
  movedInOn: string | null;
  remark: string | null;
  /** Mandatory fields that are empty (they came by import). */
  incomplete: MandatoryRoomField[];
  active: boolean;
  /** First day of a room that came from a split or merge; null for one that was always there. */
  startsOn: string | null;
  /** Last day of a room that was split or merged away; null while it lasts. */
  endedOn: string | null;
  /** User-defined values, those of attributes switched off as well. */
  attributes: AttributeValueDto[];
  createdAt: string;
}

export class RoomPageDto extends PageDto<RoomDto> {
  declare items: RoomDto[];
}

export class RoomOptionQueryDto {
  /** Part of the code or name; without it the first rooms of the directory. */
  @Text("房号或名称", { optional: true, max: 50 }) q?: string;
  /** Always among the answers, so that a picker can show what is chosen. */
  @Id("房间", { optional: true }) id?: string;
  @QueryInt("条数", { optional: true, min: 1, max: 50 }) limit?: number = 20;
}

/** A room in a picker. */
export class RoomOptionDto {
  id: string;
  code: string;
  name: string;
  buildingName: string;
  unitName: string;
  /** m² */
  chargeArea: string;
  state: RoomState;
}

export class RoomOptionsDto {
  items: RoomOptionDto[];
}

/** The figures at the top of the room page, in fen. */
export class RoomFiguresDto {
  /** Owed on the room. */
  openFen: number;
  /** Owed on the rooms it came from by splits and merges, where it stays (BIL-16). */
  predecessorOpenFen: number;
  /** Of it, past its due date today. */
  overdueFen: number;
  /** Prepaid by all payers of the room. */
  prepaidFen: number;
  /** Day of the last receipt that settled a charge of the room; null without any. */
  lastReceivedOn: string | null;
}

/** How complete the rooms' mandatory data are, and until when they must be (PRP-07). */
export class CompletenessDto {
  rooms: number;
  completeRooms: number;
  /** Number of rooms that lack each mandatory field; fields nobody lacks are left out. */
  missing: MissingFieldDto[];
  /** Branches of the directory that do not reach the four levels (PRP-03), at most 50. */
  directoryGaps: DirectoryGapDto[];
  moveInOn: string | null;
  /** One month before the move-in. */
  dueOn: string | null;
  /** Past due with data missing. */
  overdue: boolean;
}

export class MissingFieldDto {
  field: MandatoryRoomField;
  rooms: number;
}

/** A building without units, or a unit without rooms. */
export class DirectoryGapDto {
  id: string;
  buildingId: string;
  level: "building" | "unit";
  name: string;
}
