import { RuleViolation } from "../common/rule-violation.js";

export const alreadyDecided = (status: string) =>
  new RuleViolation("APPROVAL_DECIDED", `这项申请${status}，不能再办理`);

export const ownRequest = () => new RuleViolation("APPROVAL_OWN", "不能审批自己提出的申请，请由另一人办理");

export const notOwnRequest = () => new RuleViolation("APPROVAL_NOT_OWN", "只有申请人可以撤回申请");

export const alreadyPending = (kind: string) =>
  new RuleViolation("APPROVAL_PENDING", `已有一项${kind}申请等待审批，请先办理或撤回`);
