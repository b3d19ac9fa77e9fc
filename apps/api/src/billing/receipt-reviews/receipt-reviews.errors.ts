import { RuleViolation } from "../../common/rule-violation.js";

export const alreadyReviewed = (receiptNo: string) =>
  new RuleViolation("RECEIPT_REVIEWED", `收据 ${receiptNo} 已经审核过，请刷新后再选`);

export const ownReceiptReviewed = (receiptNo: string) =>
  new RuleViolation("SAME_PERSON", `收据 ${receiptNo} 是您经手的，须由另一人审核`);

export const needsNoReview = (receiptNo: string) =>
  new RuleViolation("NEEDS_NO_REVIEW", `收据 ${receiptNo} 不是收银台开的（托收、线上支付或系统冲抵），不用审核`);
