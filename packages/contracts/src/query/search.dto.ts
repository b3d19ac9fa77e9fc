import { Choice, DateOnly, Id, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import type { CustomerKind, RelationRole } from "../customer/customer.enums.js";
import { VehicleRelationDto } from "../parking/vehicles.dto.js";
import { RoomDto } from "../property/rooms.dto.js";
import { AsOfPayerDto, AsOfRateDto, AsOfRelationDto } from "./as-of.dto.js";
import { type FormerRole, formerRoleLabels, type HitKind, type InputKind, type UnderWayKind } from "./query.enums.js";

export class SearchQueryDto {
  /** Room code, name, telephone (also its last four digits), ID number, plate, space or receipt number. */
  @Text("查询内容", { max: 60 }) q: string;
}

/** One thing found; numbers are masked. */
export class SearchHitDto {
  kind: HitKind;
  id: string;
  title: string;
  /** What tells it from others, in a few words. */
  detail: string;
}

/** Things of one kind, at most eight. */
export class SearchGroupDto {
  kind: HitKind;
  items: SearchHitDto[];
  /** There are more than are shown. */
  more: boolean;
}

/** What was found, only of kinds the person may see; kinds without a hit are left out (QRY-02). */
export class SearchResultDto {
  /** What the text may be, the likeliest first. */
  recognised: InputKind[];
  groups: SearchGroupDto[];
}

/** Somebody of the room today with his telephones, masked. */
export class SummaryPersonDto extends AsOfRelationDto {
  mobileMasked: string | null;
  homePhoneMasked: string | null;
  emergencyName: string | null;
  emergencyPhoneMasked: string | null;
}

/** What is owed on the room for one fee item, in fen. */
export class SummaryArrearsDto {
  feeItemId: string;
  feeItemName: string;
  openFen: number;
  /** Of it, past its due date today. */
  overdueFen: number;
  charges: number;
  /** Oldest service month, YYYY-MM. */
  oldestPeriod: string;
}

/** What somebody has paid ahead for the room, in fen. */
export class SummaryPrepaymentDto {
  customerId: string;
  customerName: string;
  balanceFen: number;
}

/** Something begun on the room and not ended (QRY-01). */
export class SummaryUnderWayDto {
  kind: UnderWayKind;
  /** Of the transfer, split or merge, request, inspection or waiver; DEFECTS: of the room. */
  id: string;
  /** Its number; APPROVAL: what is asked for, in a sentence; DEFECTS: the number of the inspection. */
  title: string;
  /** TransferStatus, RestructureState, ApprovalStatus, InspectionState, DefectState or WaiverStatus. */
  state: string;
  /** First day of what will be; DEFECTS: the earliest deadline. */
  day: string | null;
  /** DEFECTS: how many are not closed. */
  count: number | null;
  /** WAIVER: what is asked for in all, in fen. */
  amountFen: number | null;
  /** Who began it; DEFECTS: a contractor. */
  byName: string;
  createdAt: string;
}

/**
 * The room as the hub (QRY-01), as of today: a fixed number of statements, however long its history. What the person may
 * not see is null.
 */
export class RoomSummaryDto {
  /** Today where the project is. */
  today: string;
  room: RoomDto;
  people: SummaryPersonDto[] | null;
  payers: AsOfPayerDto[] | null;
  /** Owners and tenants of earlier days. */
  formerResidents: number | null;
  vehicles: VehicleRelationDto[] | null;
  rates: AsOfRateDto[] | null;
  arrears: SummaryArrearsDto[] | null;
  prepayments: SummaryPrepaymentDto[] | null;
  /** What is under way, oldest first; only what the person may see. */
  underWay: SummaryUnderWayDto[];
}

export class FormerResidentQueryDto extends CursorQueryDto {
  /** Part of a name or room code. */
  @Text("房号或姓名", { optional: true, max: 50 }) q?: string;
  @Choice("身份", formerRoleLabels, { optional: true }) role?: FormerRole;
  @Id("楼栋", { optional: true }) buildingId?: string;
  @Id("房间", { optional: true }) roomId?: string;
  /** Whose last day lies in this period, both ends included. */
  @DateOnly("结束日期起", { optional: true }) endedFrom?: string;
  @DateOnly("结束日期止", { optional: true }) endedTo?: string;
}

/** A former owner or tenant of a room (单元历史住户一览表, QRY-03). */
export class FormerResidentDto {
  /** Of the relation. */
  id: string;
  roomId: string;
  roomCode: string;
  buildingName: string;
  unitName: string;
  customerId: string;
  customerName: string;
  customerNumber: string;
  customerKind: CustomerKind;
  mobileMasked: string | null;
  role: RelationRole;
  /** Per cent. */
  share: string | null;
  startsOn: string;
  endsOn: string;
  endReason: string | null;
}

export class FormerResidentPageDto extends CursorPageDto<FormerResidentDto> {
  declare items: FormerResidentDto[];
}
