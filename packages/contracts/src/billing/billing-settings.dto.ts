import { Choice, Decimal, Fen } from "../common/fields.js";
import { type ReversalApproval, reversalApprovalLabels } from "./reversals/reversals.enums.js";
import { type ReceiptLayout, receiptLayoutLabels } from "./receipt-books.enums.js";
import { type ReceiptReviewRule, receiptReviewRuleLabels } from "./receipt-reviews/receipt-reviews.enums.js";

/** What may be set by whoever keeps the settings of the project; what is left out stays as it is. */
export class SaveBillingSettingsDto {
  /** A late-fee scheme that can pass this share of the principal is warned about (BIL-51, LAW-12): '0.3' is 30 %. */
  @Decimal("违约金提示上限", { places: 4, max: "100", positive: true, optional: true }) lateFeeCeiling?: string;
  /** On which paper receipts of no book are printed (BIL-76). */
  @Choice("默认收据版式", receiptLayoutLabels, { optional: true }) receiptLayout?: ReceiptLayout;
}

/**
 * Whether, or above which sum, a second person is needed (LAW-52): set by somebody who does none of it. What is left out
 * stays as it is.
 */
export class SaveBillingControlsDto {
  /** A waiver above this sum is decided by somebody with the right for large waivers (BIL-42), in fen. */
  @Fen("减免审批限额", { optional: true }) waiverLimitFen?: number;
  /** Which red receipts need a second person (BIL-80): those of earlier days or handed-over shifts unless set. */
  @Choice("收据红冲审批", reversalApprovalLabels, { optional: true }) reversalApproval?: ReversalApproval;
  /** What a month close asks about receipts of the desk that nobody has reviewed (3.1 no. 10). */
  @Choice("收款审核", receiptReviewRuleLabels, { optional: true }) receiptReview?: ReceiptReviewRule;
}

/** Settings of a project's charging. */
export class BillingSettingsDto {
  /** In fen. */
  waiverLimitFen: number;
  /** A share: '0.3' is 30 %. */
  lateFeeCeiling: string;
  reversalApproval: ReversalApproval;
  receiptLayout: ReceiptLayout;
  receiptReview: ReceiptReviewRule;
}
