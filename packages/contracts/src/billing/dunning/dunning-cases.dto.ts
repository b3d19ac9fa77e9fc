import { Choice, Id, QueryInt, Text } from "../../common/fields.js";
import { CursorPageDto } from "../../common/page.dto.js";
import { ProjectPath } from "../../property/property.dto.js";
import { AttachmentDto } from "../../files/attachments.dto.js";
import { type ChargeExclusion } from "../exclusions.enums.js";
import { DebtorDto } from "../reports.dto.js";
import {
  type DunningCaseState,
  dunningCaseStateLabels,
  type DunningChannel,
  type DunningDelivery,
  type DunningKind,
  type DunningMark,
  dunningMarkLabels,
  type DunningSort,
  dunningSortLabels,
  type LimitationActKind,
  type PromiseForm,
  type PromiseState,
} from "./dunning.enums.js";

/** A case is what one payer owes for one room. */
export class DunningCasePath extends ProjectPath {
  @Id("房间") roomId: string;
  @Id("收费对象") payerId: string;
}

export class DunningStepPath extends ProjectPath {
  @Id("催缴记录") stepId: string;
}

export class DunningDeliveryPath extends ProjectPath {
  @Id("送达记录") deliveryId: string;
}

export class DunningPromisePath extends ProjectPath {
  @Id("还款承诺") promiseId: string;
}

export class DunningPausePath extends ProjectPath {
  @Id("暂停记录") pauseId: string;
}

export class DunningLawsuitPath extends ProjectPath {
  @Id("诉讼记录") lawsuitId: string;
}

/** Which cases (催缴案件): of what is overdue now unless `state` says otherwise. */
export class DunningFilterDto {
  /** Part of the room code, the payer's name or number. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @Id("楼栋", { optional: true }) buildingId?: string;
  @Id("房间", { optional: true }) roomId?: string;
  /** The level of the last step. */
  @Id("上次级别", { optional: true }) levelId?: string;
  @QueryInt("欠费不少于", { optional: true, min: 1 }) minFen?: number;
  @QueryInt("逾期天数", { optional: true, min: 1, max: 3650 }) minDaysLate?: number;
  /** Limitation of some charge ends within so many days, or has ended. */
  @QueryInt("时效天数", { optional: true, min: 0, max: 1095 }) limitationWithin?: number;
  @Choice("情况", dunningMarkLabels, { optional: true }) mark?: DunningMark;
  @Choice("状态", dunningCaseStateLabels, { optional: true }) state?: DunningCaseState;
}

export class DunningCaseQueryDto extends DunningFilterDto {
  @Text("游标", { optional: true, max: 200 }) cursor?: string;
  /** Rows on a page, at most 200. */
  @QueryInt("每页行数", { optional: true, min: 1, max: 200 }) pageSize?: number = 20;
  @Choice("排序", dunningSortLabels, { optional: true }) sort?: DunningSort;
}

/** One case, in fen. */
export class DunningCaseDto {
  roomId: string;
  roomCode: string;
  payerId: string;
  payerName: string;
  payerNumber: string;
  mobileMasked: string | null;
  /** Overdue and open, without late fees that are not booked. */
  openFen: number;
  charges: number;
  /** Null when nothing is overdue. */
  oldestDueOn: string | null;
  daysLate: number;
  /** Of the last demand; bills before the due day are none. */
  lastStepOn: string | null;
  lastLevelName: string | null;
  lastChannel: DunningChannel | null;
  steps: number;
  marks: DunningMark[];
  /** The earliest last day of limitation among the charges; null while nothing runs. */
  limitationOn: string | null;
  /** Until that day; negative when it is over. */
  limitationDaysLeft: number | null;
}

export class DunningCasePageDto extends CursorPageDto<DunningCaseDto> {
  declare items: DunningCaseDto[];
}

/** Sums over everything the filter finds, in fen. */
export class DunningTotalsDto {
  cases: number;
  openFen: number;
  /** Cases nobody has asked to pay yet. */
  neverAsked: number;
  /** Open charges whose limitation is near (LIMITATION_NEAR_DAYS), and those where it has ended. */
  limitationNear: number;
  limitationNearFen: number;
  limitationOver: number;
  limitationOverFen: number;
}

/** What bears on the limitation of a charge, and what it made of it. */
export class LimitationActDto {
  kind: LimitationActKind;
  on: string;
  /** Last day of a lawsuit that stood still until then; null while it is under way or for other acts. */
  until: string | null;
  /** Whether it counts: before the end, or a promise after it. */
  counts: boolean;
  /** The last day of limitation after it; null while a lawsuit is under way. */
  lastDay: string | null;
}

/** A charge of a case with its limitation clock (LAW-13). */
export class DunningChargeDto {
  chargeId: string;
  feeItemName: string;
  period: string;
  serviceFrom: string;
  serviceTo: string;
  dueOn: string;
  daysLate: number;
  amountFen: number;
  openFen: number;
  /** Why it is left alone now. */
  exclusion: ChargeExclusion | null;
  onDebit: boolean;
  limitationOn: string | null;
  limitationDaysLeft: number | null;
  acts: LimitationActDto[];
}

export class DunningDeliveryDto {
  id: string;
  deliveredOn: string;
  how: DunningDelivery;
  recipient: string | null;
  result: string | null;
  createdByName: string;
  /** Whether limitation runs anew from it. */
  interrupts: boolean;
  voidedOn: string | null;
  voidReason: string | null;
}

/** One step of dunning (催缴记录); amounts are those of its day, in fen. */
export class DunningStepDto {
  id: string;
  stepNo: string;
  onDay: string;
  levelName: string | null;
  /** A bill before the due day is no demand: it neither counts as one nor interrupts limitation. */
  kind: DunningKind;
  channel: DunningChannel;
  text: string;
  payBy: string | null;
  amountFen: number;
  charges: number;
  batchId: string | null;
  createdByName: string;
  createdAt: string;
  voidedOn: string | null;
  voidReason: string | null;
  deliveries: DunningDeliveryDto[];
  files: AttachmentDto[];
}

/** A promise to pay (还款承诺). Whether it was kept is found from the receipts. */
export class DunningPromiseDto {
  id: string;
  madeOn: string;
  payBy: string;
  amountFen: number;
  /** Received for its charges from the day it was made until the day promised, in fen. */
  paidFen: number;
  state: PromiseState;
  form: PromiseForm;
  promisedBy: string;
  note: string | null;
  createdByName: string;
  voidedOn: string | null;
  voidReason: string | null;
  files: AttachmentDto[];
}

export class DunningPauseDto {
  id: string;
  startsOn: string;
  endsOn: string | null;
  reason: string;
  createdByName: string;
}

export class DunningLawsuitDto {
  id: string;
  filedOn: string;
  forum: string;
  docketNo: string | null;
  amountFen: number;
  endedOn: string | null;
  outcome: string | null;
  createdByName: string;
  voidedOn: string | null;
  voidReason: string | null;
  files: AttachmentDto[];
}

/** Everything about one case. */
export class DunningCaseDetailDto extends DunningCaseDto {
  projectName: string;
  jointlyLiable: DebtorDto[];
  items: DunningChargeDto[];
  history: DunningStepDto[];
  promises: DunningPromiseDto[];
  pauses: DunningPauseDto[];
  lawsuits: DunningLawsuitDto[];
}
