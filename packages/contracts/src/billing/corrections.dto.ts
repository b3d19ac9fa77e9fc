import { Choice, Fen, Flag, Id, Part, Text } from "../common/fields.js";
import { RefundWayDto } from "./refunds.dto.js";
import { type CorrectionDifference, correctionDifferenceLabels } from "./corrections.enums.js";

/** Asks what correcting a paid charge would do. */
export class PreviewCorrectionDto {
  /** What the charge should have been. */
  @Fen("正确金额", { min: 1 }) amountFen: number;
}

/**
 * Corrects a charge that was paid with a wrong amount (BIL-83): its receipts and the charge are reversed whole (red) and
 * issued right (blue), all dated today. What was paid too much becomes a prepayment, or is asked to be paid back; what is
 * missing stays open on the new charge.
 */
export class CorrectChargeDto extends PreviewCorrectionDto {
  /** Id of the new charge, chosen by the client: a retry corrects once. */
  @Id("新应收编号") id: string;
  @Choice("多收的金额", correctionDifferenceLabels) difference: CorrectionDifference;
  /** How what is paid back goes back: required when the difference is to be. It is asked for, reviewed and paid like any refund (BIL-81). */
  @Part("退还方式", () => RefundWayDto, { optional: true }) refund?: RefundWayDto | null;
  @Text("更正原因", { min: 2, max: 150 }) reason: string;
  /** Printed receipts of a book were taken back. */
  @Flag("客户联已收回", { optional: true }) copyReturned?: boolean | null;
}

/** A receipt that a correction reverses and issues anew, in fen. */
export class CorrectedReceiptDto {
  receiptNo: string;
  bookedOn: string;
  amountFen: number;
  /** What of it paid the wrong charge. */
  paidFen: number;
}

/** What a correction does, in fen. */
export class CorrectionPreviewDto {
  chargeId: string;
  roomCode: string;
  feeItemName: string;
  period: string;
  oldAmountFen: number;
  newAmountFen: number;
  /** Paid on the wrong charge, by money or prepayment. */
  paidFen: number;
  /** Paid more than right: to a prepayment, or paid back. */
  overpaidFen: number;
  /** Still owed of the new charge. */
  openFen: number;
  receipts: CorrectedReceiptDto[];
}

/** A correction that was made. */
export class CorrectionDto extends CorrectionPreviewDto {
  /** The new charge. */
  newChargeId: string;
  redReceiptNos: string[];
  receiptNos: string[];
  /** The refunds that were asked for, one for each prepayment account the money stands in. */
  refundRequestNos: string[];
}
