import { Id, Ids, Fen, Text } from "../../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../../common/page.dto.js";
import { ProjectPath } from "../../property/property.dto.js";
import { NoticeArrearDto, PrintRoomDto } from "../prints.dto.js";
import { type DunningChannel, type DunningDelivery, type DunningKind, type DunningSkip } from "./dunning.enums.js";

export class DunningBatchPath extends ProjectPath {
  @Id("催缴批次") batchId: string;
}

/** Whom a batch asks to pay: a level, and which part of the project. */
export class DunningScopeDto {
  @Id("催缴级别") levelId: string;
  @Id("楼栋", { optional: true }) buildingId?: string | null;
  /** These rooms only. */
  @Ids("房间", { optional: true, max: 200 }) roomIds?: string[] | null;
  /** This payer only. */
  @Id("收费对象", { optional: true }) payerId?: string | null;
  /** More than the level asks for, in fen. */
  @Fen("欠费不少于", { optional: true }) minAmountFen?: number | null;
}

export class IssueDunningDto extends DunningScopeDto {
  /** Chosen by the client when the preview opens, so that a retry issues once. */
  @Id("催缴批次") id: string;
  /** The plan it is due by; counts as done only when level, building and amount are those of the plan. */
  @Id("催缴计划", { optional: true }) planId?: string | null;
  /** Of the preview: what was shown is what is issued. */
  @Text("预览标识", { max: 64 }) fingerprint: string;
}

/** Somebody a batch would ask to pay, or leave out; in fen. */
export class DunningCandidateDto {
  roomId: string;
  roomCode: string;
  payerId: string;
  payerName: string;
  payerNumber: string;
  /** To be demanded, without late fees that are not booked. */
  openFen: number;
  charges: number;
  oldestDueOn: string;
  /** Negative before the due day, for a bill. */
  daysLate: number;
  /** Accrued until today; booked when the notice is issued. */
  lateFeeFen: number;
  /** Of the same case, but left alone: disputed, or out with a bank. */
  excludedFen: number;
  onDebitFen: number;
  /** Why it is left out; null when it is asked to pay. */
  skip: DunningSkip | null;
}

export class DunningPreviewDto {
  cases: number;
  charges: number;
  openFen: number;
  lateFeeFen: number;
  skipped: number;
  skippedFen: number;
  fingerprint: string;
  /** The first 200 that are asked to pay, and the first 200 that are left out. */
  items: DunningCandidateDto[];
  skips: DunningCandidateDto[];
}

/** Notices issued together (催缴批次). */
export class DunningBatchDto {
  id: string;
  onDay: string;
  levelId: string;
  levelName: string;
  kind: DunningKind;
  channel: DunningChannel;
  steps: number;
  /** Demanded in all, late fees included, in fen. */
  amountFen: number;
  skipped: number;
  /** Steps whose delivery is recorded. */
  delivered: number;
  createdByName: string;
  createdAt: string;
}

export class DunningBatchPageDto extends CursorPageDto<DunningBatchDto> {
  declare items: DunningBatchDto[];
}

/** A notice of a batch in its list. */
export class DunningBatchStepDto {
  id: string;
  stepNo: string;
  roomId: string;
  roomCode: string;
  payerId: string;
  payerName: string;
  mobileMasked: string | null;
  amountFen: number;
  /** Of these charges still owed, in fen. */
  openFen: number;
  text: string;
  deliveredOn: string | null;
  how: DunningDelivery | null;
  voidedOn: string | null;
}

export class DunningBatchStepPageDto extends CursorPageDto<DunningBatchStepDto> {
  declare items: DunningBatchStepDto[];
}

/** Which notices to print: those of a batch, or one. */
export class DunningPrintQueryDto extends CursorQueryDto {
  @Id("催缴批次", { optional: true }) batchId?: string;
  @Id("催缴记录", { optional: true }) stepId?: string;
}

/** A 催款单, or a 缴费提醒 before the due day, as it was issued (BIL-113, BIL-114); amounts are those of its day, in fen. */
export class DunningNoticeDto {
  projectName: string;
  stepNo: string;
  levelName: string | null;
  kind: DunningKind;
  channel: DunningChannel;
  issuedOn: string;
  customerName: string;
  customerNo: string;
  room: PrintRoomDto;
  text: string;
  payBy: string | null;
  lines: NoticeArrearDto[];
  principalFen: number;
  lateFeeFen: number;
  payableFen: number;
  payableCapitals: string;
  telephone: string | null;
  /** Ways to pay; of a demand also the law it rests on and who is liable besides. */
  notes: string[];
}

export class DunningNoticePageDto extends CursorPageDto<DunningNoticeDto> {
  declare items: DunningNoticeDto[];
}
