import { formatFen } from "../../common/money.js";
import { RuleViolation } from "../../common/rule-violation.js";

export const refundNotOpen = () => new RuleViolation("REFUND_STATE", "这笔退还预收已经办理或取消，不能再办理");

export const refundOfOwnRequest = () =>
  new RuleViolation("SAME_PERSON", "退还预收不能由申请的人办理，请由另一位有权限的人办理");

export const balanceTooSmall = (roomCode: string, balanceFen: number, wantedFen: number) =>
  new RuleViolation(
    "PREPAYMENT_SHORT",
    `${roomCode} 的预收余额只有 ${formatFen(balanceFen)} 元，不够退 ${formatFen(wantedFen)} 元；请取消后按余额重新申请`,
  );
