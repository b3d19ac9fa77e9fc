import { Choice, Id, Ids, Part, Period, Text } from "../../common/fields.js";
import { CursorPageDto, CursorQueryDto, PageDto, PageQueryDto } from "../../common/page.dto.js";
import { ProjectPath } from "../../property/property.dto.js";
import { RoomSelectionDto } from "../bindings.dto.js";
import {
  type RecalculationCause,
  type RecalculationLineKind,
  recalculationLineKindLabels,
  type RecalculationObstacle,
  type RecalculationStatus,
  recalculationStatusLabels,
} from "./recalculations.enums.js";

export class RecalculationPath extends ProjectPath {
  @Id("重算编号") recalculationId: string;
}

export class RecalculationQueryDto extends PageQueryDto {
  @Choice("状态", recalculationStatusLabels, { optional: true }) status?: RecalculationStatus;
}

/**
 * Compares what a batch has billed with what the same months come to today (price, area, reduction, binding or payer
 * changed since) and keeps the list of differences; nothing is changed before a second person has approved it (BIL-13).
 */
export class ComputeRecalculationDto {
  /** Items billed by rates, shares or meters; of the last only the price: a wrong reading is corrected where it stands (BIL-23). */
  @Ids("收费项目", { max: 100 }) feeItemIds: string[];
  /** First and last service month, 24 months at most. */
  @Period("服务月份起") fromPeriod: string;
  @Period("服务月份止") toPeriod: string;
  /** Without names of any kind all rooms of the project. */
  @Part("房间", () => RoomSelectionDto) rooms: RoomSelectionDto;
  /** Stands on every bill that is issued anew. */
  @Text("重算原因", { min: 2, max: 150 }) reason: string;
}

/** The work that was started; follow it through `jobs`. */
export class RecalculationJobDto {
  recalculationId: string;
  jobId: string;
}

/** A recalculation of unpaid bills (未缴账单重算); amounts in fen. */
export class RecalculationDto {
  id: string;
  status: RecalculationStatus;
  reason: string;
  feeItemNames: string[];
  feeItemIds: string[];
  fromPeriod: string;
  toPeriod: string;
  /** How many rooms were named or found by buildings, units and purposes; null for all rooms of the project. */
  roomCount: number | null;
  /** Lines that can be recalculated, what they were billed and what they come to today. */
  lineCount: number;
  oldFen: number;
  newFen: number;
  /** Lines that differ and stay as they are. */
  blockedCount: number;
  /** Blocked lines per RecalculationObstacle. */
  obstacles: Record<string, number>;
  /** Lines that were recalculated, and by how much the receivables changed; null before. */
  appliedCount: number | null;
  appliedFen: number | null;
  /** Lines that were left out because something had happened to them since the request. */
  leftOutCount: number | null;
  /** Why it failed or was refused, in Chinese. */
  failure: string | null;
  jobId: string | null;
  /** Where it is decided; null before it was handed in. */
  approvalId: string | null;
  createdByName: string;
  createdAt: string;
  decidedByName: string | null;
  decidedAt: string | null;
  /** What the decider wrote. */
  note: string | null;
  appliedAt: string | null;
}

export class RecalculationPageDto extends PageDto<RecalculationDto> {
  declare items: RecalculationDto[];
}

export class RecalculationLineQueryDto extends CursorQueryDto {
  @Choice("种类", recalculationLineKindLabels, { optional: true }) kind?: RecalculationLineKind;
  @Id("收费项目", { optional: true }) feeItemId?: string;
  /** Part of the room code. */
  @Text("房号", { optional: true, max: 50 }) q?: string;
}

/** A bill as it was issued, or as it would be issued today. */
export class RecalculationChargeDto {
  /** Of a bill as it was issued, or of one that was issued anew; null while it is only a proposal. */
  chargeId: string | null;
  serviceFrom: string;
  serviceTo: string;
  payerId: string | null;
  payerName: string | null;
  /** Fen, before anything that is taken off. */
  amountFen: number;
  /** What a vacancy takes off, in fen. */
  reducedFen: number;
  /** What discount schemes of the run take off, in fen: worked out anew on the new amount (BIL-40). */
  discountFen: number;
  /** What approved waivers take off, in fen: they stay with their amount, never above the bill (BIL-41). */
  waivedFen: number;
  /** How the amount came about, in Chinese sentences. */
  explanation: string[];
}

/** One difference: bills of one room, item and month whose days belong together; amounts in fen. */
export class RecalculationLineDto {
  id: string;
  roomId: string;
  roomCode: string;
  feeItemId: string;
  feeItemName: string;
  period: string;
  serviceFrom: string;
  serviceTo: string;
  /** What was billed and what is due today, each less what vacancies, discounts and waivers take off. */
  oldFen: number;
  newFen: number;
  differenceFen: number;
  /** Late fees booked on these bills: they stay as they are. */
  lateFeeFen: number;
  causes: RecalculationCause[];
  /** Why it is left as it is; null for what can be recalculated. */
  obstacle: RecalculationObstacle | null;
  /** Whether it was recalculated; null before the approval. */
  applied: boolean | null;
  /** Why it was left out at the approval although it could have been recalculated when it was asked for. */
  leftOut: RecalculationObstacle | null;
  before: RecalculationChargeDto[];
  after: RecalculationChargeDto[];
}

export class RecalculationLinePageDto extends CursorPageDto<RecalculationLineDto> {
  declare items: RecalculationLineDto[];
}
