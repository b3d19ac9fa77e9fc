import { Choice, DateOnly, Id, Ids, QueryFlag } from "../../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../../common/page.dto.js";
import { ReceiptDto } from "../receipts.dto.js";
import { type ReceiptReviewState, receiptReviewStateLabels } from "./receipt-reviews.enums.js";

/** Which receipts of the desk, red ones too; what runs, banks and payment channels brought needs no review. */
export class ReceiptReviewQueryDto extends CursorQueryDto {
  @Choice("状态", receiptReviewStateLabels, { optional: true }) state?: ReceiptReviewState;
  /** Booked on this day or later. */
  @DateOnly("收款日期自", { optional: true }) from?: string;
  @DateOnly("收款日期至", { optional: true }) to?: string;
  @Id("经办人", { optional: true }) cashierId?: string;
  /** Only receipts that left money as a prepayment. */
  @QueryFlag("仅含预收") withPrepayment?: boolean;
}

/** A receipt in the list of reviews. */
export class ReviewedReceiptDto extends ReceiptDto {
  /** Whether the asking person took the money, or handed over its shift: then somebody else reviews. */
  own: boolean;
  reviewedByName: string | null;
  reviewedAt: string | null;
}

export class ReviewedReceiptPageDto extends CursorPageDto<ReviewedReceiptDto> {
  declare items: ReviewedReceiptDto[];
  /** How many receipts the filter finds, and their sums in fen. */
  receipts: number;
  amountFen: number;
  /** What of it was left as prepayment. */
  prepaymentFen: number;
}

/** Marks receipts as reviewed: all of them or none. */
export class ReviewReceiptsDto {
  @Ids("收据", { max: 200 }) receiptIds: string[];
}
