import { Choice, DateOnly, Fen, Id, Ids, Text } from "../../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../../common/page.dto.js";
import { ProjectPath } from "../../property/property.dto.js";
import {
  type DebitAction,
  type DebitBatchStatus,
  debitBatchStatusLabels,
  type DebitExclusionReason,
  debitExclusionLabels,
  type DebitLineStatus,
  debitLineStatusLabels,
  type DebitMerge,
  debitMergeLabels,
  type DebitReason,
  debitReasonLabels,
} from "./debit.enums.js";

export class DebitBatchPath extends ProjectPath {
  @Id("托收批次") batchId: string;
}

export class DebitLinePath extends DebitBatchPath {
  @Id("托收明细") lineId: string;
}

/** Makes a draft of what is to be debited by a scheme (BIL-101). */
export class MakeDebitBatchDto {
  /** Chosen by the client, so that a retry makes one. */
  @Id("批次编号") id: string;
  @Id("托收方案") schemeId: string;
  /** Charges due up to this day. */
  @DateOnly("应缴截止日") dueUntil: string;
  /** All items when left out. */
  @Ids("收费项目", { optional: true, max: 100 }) feeItemIds?: string[] | null;
  @Ids("楼栋", { optional: true, max: 200 }) buildingIds?: string[] | null;
  /** As the scheme says when left out. */
  @Choice("合并方式", debitMergeLabels, { optional: true }) merge?: DebitMerge | null;
  /** Only what failed in this batch: a second run. */
  @Id("重扣批次", { optional: true }) retryOfId?: string | null;
  @Text("备注", { optional: true, max: 200 }) remark?: string | null;
}

export class LeaveOutDebitLinesDto {
  @Ids("明细", { max: 1000 }) lineIds: string[];
}

/** What the bank said later of a line that was missing in its return file. */
export class SettleDebitLineDto {
  /** What the account was debited; 0: nothing. */
  @Fen("实扣金额") paidFen: number;
  @DateOnly("扣款日期") valueDate: string;
  @Choice("失败原因", debitReasonLabels, { optional: true }) reason?: DebitReason | null;
  @Text("依据", { min: 2, max: 200 }) evidence: string;
}

export class ReturnQueryDto {
  /** The bank's value date, for files that do not carry it; today when left out. */
  @DateOnly("扣款日期", { optional: true }) valueDate?: string;
}

/** Money of a batch on the bank statement (BIL-104). */
export class CreditDebitBatchDto {
  /** Chosen by the client, so that a retry books once. */
  @Id("到账编号") id: string;
  @DateOnly("到账日期") creditedOn: string;
  @Fen("到账金额") creditedFen: number;
  @Fen("手续费") feeFen: number;
  @Text("银行流水号", { max: 64 }) reference: string;
  @Text("备注", { optional: true, max: 200 }) remark?: string | null;
}

export class DebitBatchQueryDto extends CursorQueryDto {
  @Choice("状态", debitBatchStatusLabels, { optional: true }) status?: DebitBatchStatus;
  @Id("托收方案", { optional: true }) schemeId?: string;
  @DateOnly("建立日期起", { optional: true }) from?: string;
  @DateOnly("建立日期止", { optional: true }) to?: string;
}

/** A batch of debits (托收批次); sums in fen. */
export class DebitBatchDto {
  id: string;
  batchNo: string;
  status: DebitBatchStatus;
  schemeId: string;
  schemeName: string;
  merge: DebitMerge;
  dueUntil: string;
  lineCount: number;
  amountFen: number;
  succeededCount: number;
  collectedFen: number;
  failedCount: number;
  failedFen: number;
  /** What partial debits left open. */
  shortFen: number;
  inProcessCount: number;
  inProcessFen: number;
  excludedCount: number;
  excludedFen: number;
  exportedAt: string | null;
  exportCount: number;
  /** SHA-256 of the file as it was first written. */
  fileHash: string | null;
  fileName: string | null;
  returnedAt: string | null;
  creditedFen: number;
  feeFen: number;
  createdByName: string;
  createdAt: string;
  retryOfId: string | null;
  retryOfNo: string | null;
  remark: string | null;
}

export class DebitBatchPageDto extends CursorPageDto<DebitBatchDto> {
  declare items: DebitBatchDto[];
}

export class DebitCreditDto {
  id: string;
  creditedOn: string;
  creditedFen: number;
  feeFen: number;
  reference: string;
  remark: string | null;
  createdByName: string;
  createdAt: string;
}

export class DebitReasonSumDto {
  reason: DebitReason;
  action: DebitAction;
  count: number;
  amountFen: number;
}

export class DebitExclusionSumDto {
  reason: DebitExclusionReason;
  count: number;
  amountFen: number;
}

export class DebitBatchDetailDto extends DebitBatchDto {
  reasons: DebitReasonSumDto[];
  exclusions: DebitExclusionSumDto[];
  credits: DebitCreditDto[];
  /** Collected less credited and fees; 0 when the statement agrees. */
  differenceFen: number;
  /** Of a draft: late fees that accrued until today, booked and asked for with their charges when it goes out (BIL-52). */
  lateFeeFen: number;
}

export class DebitLineQueryDto extends CursorQueryDto {
  @Choice("状态", debitLineStatusLabels, { optional: true }) status?: DebitLineStatus;
  @Text("关键字", { optional: true, max: 50 }) q?: string;
}

/** A charge in a line of a batch. */
export class DebitLineChargeDto {
  chargeId: string;
  roomId: string;
  roomCode: string;
  feeItemName: string;
  period: string;
  amountFen: number;
  paidFen: number;
  receiptId: string | null;
  receiptNo: string | null;
}

export class DebitLineDto {
  id: string;
  lineNo: number;
  reference: string;
  status: DebitLineStatus;
  agreementId: string;
  agreementNo: string;
  holder: string;
  accountMasked: string;
  customerName: string;
  roomCodes: string[];
  amountFen: number;
  paidFen: number;
  reason: DebitReason | null;
  action: DebitAction | null;
  resultCode: string | null;
  resultText: string | null;
  valueDate: string | null;
  charges: DebitLineChargeDto[];
}

export class DebitLinePageDto extends CursorPageDto<DebitLineDto> {
  declare items: DebitLineDto[];
}

export class DebitExclusionQueryDto extends CursorQueryDto {
  @Choice("原因", debitExclusionLabels, { optional: true }) reason?: DebitExclusionReason;
}

export class DebitExclusionDto {
  id: string;
  chargeId: string;
  roomId: string;
  roomCode: string;
  payerName: string;
  feeItemName: string;
  period: string;
  amountFen: number;
  reason: DebitExclusionReason;
  detail: string | null;
}

export class DebitExclusionPageDto extends CursorPageDto<DebitExclusionDto> {
  declare items: DebitExclusionDto[];
}

/** A line of a return file beside ours. */
export class DebitReturnLineDto {
  lineNo: number;
  reference: string;
  holder: string;
  roomCodes: string[];
  amountFen: number;
  paidFen: number;
  status: DebitLineStatus;
  reason: DebitReason | null;
  action: DebitAction | null;
  code: string | null;
  text: string | null;
}

/** What a return file would do; nothing is booked before it is committed. */
export class DebitReturnCheckDto {
  fileName: string;
  fileHash: string;
  valueDate: string;
  lineCount: number;
  succeededCount: number;
  collectedFen: number;
  failedCount: number;
  failedFen: number;
  shortFen: number;
  /** Lines the bank says nothing of: they stay with it, their charges stay locked. */
  missingCount: number;
  missingFen: number;
  /** What is not simply collected, the first 500. */
  differences: DebitReturnLineDto[];
}
