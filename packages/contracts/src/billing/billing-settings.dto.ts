import { Choice, Decimal, Fen } from "../common/fields.js";
import { type ReversalApproval, reversalApprovalLabels } from "./reversals/reversals.enums.js";
import { type ReceiptLayout, receiptLayoutLabels } from "./receipt-books.enums.js";
import { type ReceiptReviewRule, receiptReviewRuleLabels } from "./receipt-reviews/receipt-reviews.enums.js";

/** Settings of a project's charging. */
export class BillingSettingsDto {
  /** A waiver above this sum is decided by somebody with the right for large waivers (BIL-42), in fen. */
  @Fen("减免审批限额") waiverLimitFen: number;
  /** A late-fee scheme that can pass this share of the principal is warned about (BIL-51, LAW-12): '0.3' is 30 %. */
  @Decimal("违约金提示上限", { places: 4, max: "100", positive: true }) lateFeeCeiling: string;
  /** Which red receipts need a second person (BIL-80): those of earlier days or handed-over shifts unless set; stays as it is when left out. */
  @Choice("收据红冲审批", reversalApprovalLabels, { optional: true }) reversalApproval?: ReversalApproval;
  /** On which paper receipts of no book are printed (BIL-76); left out, it stays as it is. */
  @Choice("默认收据版式", receiptLayoutLabels, { optional: true }) receiptLayout?: ReceiptLayout;
  /** What a month close asks about receipts of the desk that nobody has reviewed (3.1 no. 10); stays as it is when left out. */
  @Choice("收款审核", receiptReviewRuleLabels, { optional: true }) receiptReview?: ReceiptReviewRule;
}
