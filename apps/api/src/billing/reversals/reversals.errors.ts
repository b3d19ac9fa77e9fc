import { RuleViolation } from "../../common/rule-violation.js";

export const reversalNeedsApproval = () =>
  new RuleViolation("REVERSAL_NEEDS_APPROVAL", "这张收据的红冲须由另一人审批，请提交红冲申请");

export const approvesOwnReceipt = () => new RuleViolation("SAME_PERSON", "不能审批自己所收收据的红冲，请由另一人审批");

export const refundNeedsRequest = () =>
  new RuleViolation("REFUND_NEEDS_REQUEST", "这张红字收据没有经过审批，退款须先申请，审核后再付款");

export const refunderIsApprover = () =>
  new RuleViolation("SAME_PERSON", "退款不能由审批这次红冲的人办理，请由另一位有权限的人办理");
