import { RuleViolation } from "../../common/rule-violation.js";

export const reversalNeedsApproval = () =>
  new RuleViolation("REVERSAL_NEEDS_APPROVAL", "这张收据的红冲须由另一人审批，请提交红冲申请");

export const approvesOwnReceipt = () => new RuleViolation("SAME_PERSON", "不能审批自己所收收据的红冲，请由另一人审批");
