import { Choice, DateOnly, Fen, Id, Parts, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import { type WaiverReason, waiverReasonLabels, type WaiverStatus, waiverStatusLabels } from "./waivers.enums.js";

export class WaiverPath extends ProjectPath {
  @Id("减免单编号") waiverId: string;
}

/** What is waived of one charge. */
export class WaiverLineInputDto {
  @Id("应收") chargeId: string;
  /** From 1 fen to what is still owed. */
  @Fen("减免金额", { min: 1 }) amountFen: number;
}

/**
 * Asks for a reduction of what one payer owes (减免, BIL-41). Nothing changes before a second person has approved it
 * (BIL-42); above the project's limit that person needs the right for large waivers.
 */
export class RequestWaiverDto {
  /** Chosen by the client when its form opens, so that a retry asks once. */
  @Id("减免单编号") id: string;
  @Choice("减免原因", waiverReasonLabels) reasonCode: WaiverReason;
  @Text("情况说明", { min: 2, max: 200 }) reason: string;
  @Parts("减免明细", () => WaiverLineInputDto, { min: 1, max: 200 }) lines: WaiverLineInputDto[];
  /** Who bears it (BIL-43): he owes what is waived, as charges of his own. */
  @Id("承担方", { optional: true }) bearerId?: string | null;
}

/** Takes an approved waiver back: the charges are owed again. */
export class ReverseWaiverDto {
  @Text("冲回原因", { min: 2, max: 200 }) reason: string;
}

export class WaiverQueryDto extends CursorQueryDto {
  /** Part of the waiver's number, the payer's name or number. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @Choice("状态", waiverStatusLabels, { optional: true }) status?: WaiverStatus;
  @Choice("减免原因", waiverReasonLabels, { optional: true }) reasonCode?: WaiverReason;
  @Id("房间", { optional: true }) roomId?: string;
  @Id("收费对象", { optional: true }) payerId?: string;
  /** Day of the request. */
  @DateOnly("申请日期起", { optional: true }) from?: string;
  @DateOnly("申请日期止", { optional: true }) to?: string;
}

/** A reduction that was asked for (减免单), in fen. */
export class WaiverDto {
  id: string;
  waiverNo: string;
  status: WaiverStatus;
  reasonCode: WaiverReason;
  reason: string;
  payerId: string;
  payerName: string;
  roomCodes: string[];
  /** What was asked for. */
  amountFen: number;
  /** What of an approved one stands: less than was asked when a charge was issued anew for less; null of any other. */
  standingFen: number | null;
  requestedByName: string;
  createdAt: string;
  decidedByName: string | null;
  decidedAt: string | null;
  /** Day the reduction was booked. */
  bookedOn: string | null;
  note: string | null;
  /** Who bears it and owes it instead. */
  bearerId: string | null;
  bearerName: string | null;
}

export class WaiverPageDto extends CursorPageDto<WaiverDto> {
  declare items: WaiverDto[];
  /** Sum of all that the filter finds, of approved ones what stands; in fen. */
  amountFen: number;
}

export class WaiverLineDto {
  chargeId: string;
  roomId: string;
  roomCode: string;
  feeItemName: string;
  period: string;
  /** What was charged. */
  chargedFen: number;
  amountFen: number;
  /** What is owed of the charge now. */
  openFen: number;
}

export class WaiverDetailDto extends WaiverDto {
  lines: WaiverLineDto[];
  /** Where it is decided. */
  approvalId: string;
}
