import { Choice, Code, DateOnly, Decimal, Flag, Id, Int, Text } from "../common/fields.js";
import {
  type Orientation,
  orientationLabels,
  type RoomPurpose,
  roomPurposeLabels,
  type RoomState,
  roomStateLabels,
} from "./property.enums.js";
import { MAX_AREA } from "./rooms.dto.js";

/** Where a room stands and what it is called (SCN-04); all fields of the group. */
export class RoomIdentityDto {
  /** The unit, floor or zone it stands in. */
  @Id("所属单元") unitId: string;
  /** Unique in the project; a new one begins with an issued prefix when the project has any (PRP-04). */
  @Code("房间代码") code: string;
  @Text("房间名称", { max: 50 }) name: string;
  /** Basements are negative. */
  @Int("楼层", { min: -10, max: 200 }) floor: number;
  /** Stands in the history of the room, e.g. 门牌统一改号. */
  @Text("修改原因", { optional: true, max: 200 }) reason?: string | null;
}

/** Type, orientation and remark of a room (SCN-04); all fields of the group. */
export class RoomTypeDto {
  /** e.g. 三室两厅 */
  @Text("户型", { max: 50 }) layout: string;
  @Choice("朝向", orientationLabels) orientation: Orientation;
  @Text("备注", { optional: true, max: 500, multiline: true }) remark?: string | null;
}

/** State, purpose and dates of a room (SCN-04); all fields of the group, a date left out becomes empty. */
export class RoomStateDto {
  @Choice("房屋状态", roomStateLabels) state: RoomState;
  @Choice("用途", roomPurposeLabels) purpose: RoomPurpose;
  /** Day of the notice to take the room over, e.g. 2026-03-01; charging may start some days after it (BIL-14). */
  @DateOnly("交房通知日期", { optional: true }) handoverNoticedOn?: string | null;
  @DateOnly("交房日期", { optional: true }) handedOverOn?: string | null;
  @DateOnly("入住日期", { optional: true }) movedInOn?: string | null;
  /** Rooms no longer in use are switched off; their history stays. As it was when left out. */
  @Flag("启用", { optional: true }) active?: boolean | null;
  /** Stands in the history of the room, e.g. 业主退租. */
  @Text("修改原因", { optional: true, max: 200 }) reason?: string | null;
}

/**
 * Asks for other areas of a room from a day on (SCN-04, BIL-13). They count once a second person has approved, from
 * the first day on; what was issued never changes. All areas as they shall be, in m².
 */
export class ChangeAreasDto {
  /** First day of the new areas, e.g. 2026-12-01. */
  @DateOnly("生效日期") startsOn: string;
  /** m², e.g. 94.56 */
  @Decimal("建筑面积", { places: 4, max: MAX_AREA, positive: true }) buildingArea: string;
  /** m²; what is charged by area is charged by it. */
  @Decimal("收费面积", { places: 4, max: MAX_AREA, positive: true }) chargeArea: string;
  /** m²; at most the building area. What is left of that is the common part (公摊面积). */
  @Decimal("套内面积", { optional: true, places: 4, max: MAX_AREA, positive: true }) innerArea?: string | null;
  /** m²; at most the building area. */
  @Decimal("使用面积", { optional: true, places: 4, max: MAX_AREA, positive: true }) usableArea?: string | null;
  /** e.g. 实测面积报告 2026-118 */
  @Text("变更原因", { min: 2, max: 200 }) reason: string;
  /**
   * Asks although there are warnings (charged area over building area, first day in a closed month). Without it such
   * a request is answered 409 AREA_WARNINGS with the sentences in `details.warnings`.
   */
  @Flag("我已核对以上提醒，仍要提交", { optional: true }) confirmWarnings?: boolean | null;
}

/** The areas of a room in m². The common part (公摊) is the building area less the inner area; null while that is unknown. */
export class RoomAreasDto {
  buildingArea: string;
  chargeArea: string;
  innerArea: string | null;
  sharedArea: string | null;
  usableArea: string | null;
}

/** A request for other areas that was sent for approval. */
export class AreaChangeDto {
  approvalId: string;
  /** What was confirmed with the request. */
  warnings: string[];
}

/** The areas that hold from a day on. */
export class AreaVersionDto extends RoomAreasDto {
  id: string;
  /** First day; 1900-01-01 for what held before the first change. */
  startsOn: string;
  /** Last day; null for the latest. */
  endsOn: string | null;
  /** Whether it holds today. */
  current: boolean;
  reason: string | null;
  /** Who asked for it, or imported it; null for what held before the first change. */
  requestedByName: string | null;
  /** Who approved it; null for an import and for what held before the first change. */
  approvedByName: string | null;
  createdAt: string;
}

/** A change of areas that waits for approval. */
export class PendingAreaChangeDto extends RoomAreasDto {
  approvalId: string;
  startsOn: string;
  reason: string;
  requestedByName: string;
  createdAt: string;
}

/** How the areas of a room came about (面积沿革), the latest first. */
export class AreaHistoryDto {
  /** Empty for a room whose areas never changed: its own areas hold for ever. */
  versions: AreaVersionDto[];
  pending: PendingAreaChangeDto | null;
}
