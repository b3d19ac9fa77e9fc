import { Choice, DateOnly, Flag, Id, Part, Text } from "../common/fields.js";
import { RefundWayDto } from "./refunds.dto.js";
import { type CorrectionDifference, correctionDifferenceLabels } from "./corrections.enums.js";

/** Asks what ending a billed service early would come to. */
export class PreviewEarlyEndDto {
  /** The last day that is charged. */
  @DateOnly("最后服务日") lastDay: string;
}

/**
 * Ends a service that is billed or paid beyond a day (提前终止, BIL-82). What was used is charged by the proration rule of
 * its rate at the normal price: discounts that were given for the whole are taken back. Receipts are reversed and issued
 * anew, all dated today; the rest becomes a prepayment, or is asked to be paid back.
 */
export class EndEarlyDto extends PreviewEarlyEndDto {
  /** Chosen by the client when its form opens, so that a retry ends once. */
  @Id("办理编号") id: string;
  @Choice("多收的金额", correctionDifferenceLabels) difference: CorrectionDifference;
  /** How what is paid back goes back: required when the difference is to be. It is asked for, reviewed and paid like any refund (BIL-81). */
  @Part("退还方式", () => RefundWayDto, { optional: true }) refund?: RefundWayDto | null;
  @Text("终止原因", { min: 2, max: 150 }) reason: string;
  /** Printed receipts of a book were taken back. */
  @Flag("客户联已收回", { optional: true }) copyReturned?: boolean | null;
}

/** What becomes of one bill, in fen. */
export class EarlyEndLineDto {
  period: string;
  serviceFrom: string;
  serviceTo: string;
  amountFen: number;
  /** What discounts had taken off; it is taken back. */
  discountFen: number;
  paidFen: number;
  /** For the days until the last one, at the normal price. */
  usedFen: number;
  /** How the used part came about, in sentences; empty when the bill is left whole or dropped. */
  explanation: string[];
}

/** What ending early comes to, in fen. */
export class EarlyEndPreviewDto {
  roomCode: string;
  feeItemName: string;
  lastDay: string;
  lines: EarlyEndLineDto[];
  paidFen: number;
  usedFen: number;
  /** Paid more than used: to a prepayment, or paid back. */
  backFen: number;
  /** Used more than paid: stays owed. */
  openFen: number;
  /** The receipts that are reversed and issued anew. */
  receiptNos: string[];
}

/** A service that was ended early. */
export class EarlyEndDto extends EarlyEndPreviewDto {
  redReceiptNos: string[];
  newReceiptNos: string[];
  /** The refunds that were asked for, one for each prepayment account the money stands in. */
  refundRequestNos: string[];
}
