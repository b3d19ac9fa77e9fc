import { Choice, DateOnly, Fen, Id, Parts, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import { PostReceiptMethodDto } from "./receipts.dto.js";
import {
  type WriteOffReason,
  writeOffReasonLabels,
  type WriteOffStatus,
  writeOffStatusLabels,
} from "./write-offs.enums.js";

export class WriteOffPath extends ProjectPath {
  @Id("核销单编号") writeOffId: string;
}

/** What is given up of one charge, or what came back of it. */
export class WriteOffLineInputDto {
  @Id("应收") chargeId: string;
  /** From 1 fen to what is still owed (or, coming back, to what is still written off). */
  @Fen("金额", { min: 1 }) amountFen: number;
}

/** Asks to write off overdue debts of one payer (坏账核销). Nothing changes before a second person has approved it. */
export class RequestWriteOffDto {
  /** Chosen by the client when its form opens, so that a retry asks once. */
  @Id("核销单编号") id: string;
  @Choice("坏账原因", writeOffReasonLabels) reasonCode: WriteOffReason;
  /** What was done to collect it, and why nothing more can be expected. */
  @Text("情况说明", { min: 2, max: 200 }) reason: string;
  @Parts("核销明细", () => WriteOffLineInputDto, { min: 1, max: 200 }) lines: WriteOffLineInputDto[];
}

/** Takes money for debts that were written off (坏账收回): they are owed again and paid by a receipt at once. */
export class RecoverWriteOffDto {
  /** Id of the receipt, chosen by the client: a retry posts once. */
  @Id("收据编号") id: string;
  @Parts("收回明细", () => WriteOffLineInputDto, { min: 1, max: 200 }) lines: WriteOffLineInputDto[];
  @Parts("收款方式", () => PostReceiptMethodDto, { min: 1, max: 20 }) methods: PostReceiptMethodDto[];
}

export class WriteOffQueryDto extends CursorQueryDto {
  /** Part of the number, the payer's name or number. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @Choice("状态", writeOffStatusLabels, { optional: true }) status?: WriteOffStatus;
  @Choice("坏账原因", writeOffReasonLabels, { optional: true }) reasonCode?: WriteOffReason;
  @DateOnly("申请日期起", { optional: true }) from?: string;
  @DateOnly("申请日期止", { optional: true }) to?: string;
}

/** A write-off (核销单), in fen. */
export class WriteOffDto {
  id: string;
  writeOffNo: string;
  status: WriteOffStatus;
  reasonCode: WriteOffReason;
  reason: string;
  payerId: string;
  payerName: string;
  roomCodes: string[];
  amountFen: number;
  /** What came back of it later. */
  recoveredFen: number;
  requestedByName: string;
  createdAt: string;
  decidedByName: string | null;
  bookedOn: string | null;
  approvalId: string;
}

export class WriteOffPageDto extends CursorPageDto<WriteOffDto> {
  declare items: WriteOffDto[];
  /** Written off and recovered, of all that the filter finds, in fen. */
  amountFen: number;
  recoveredFen: number;
}

export class WriteOffLineDto {
  chargeId: string;
  roomCode: string;
  feeItemName: string;
  period: string;
  dueOn: string;
  amountFen: number;
  recoveredFen: number;
}

export class WriteOffDetailDto extends WriteOffDto {
  lines: WriteOffLineDto[];
  /** Receipts by which money came back. */
  receiptNos: string[];
}
