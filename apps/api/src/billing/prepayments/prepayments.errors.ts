import { formatFen } from "../../common/money.js";
import { RuleViolation } from "../../common/rule-violation.js";

export const refundNotOpen = () => new RuleViolation("REFUND_STATE", "这笔退还预收已经办理或取消，不能再办理");

export const refundOfOwnRequest = () =>
  new RuleViolation("SAME_PERSON", "退还预收不能由起草、申请或审批过户的人付款，请由另一位有权限的人办理");

/** From before what is paid back was reviewed: one person asked for it and nobody approved. */
export const refundNotReviewed = () =>
  new RuleViolation(
    "REFUND_NOT_REVIEWED",
    "这笔退还预收没有经过审批，不能付款：请先取消退还，再在预收款列表对这笔余额申请退款，由另一人审核后付款",
  );

export const balanceTooSmall = (roomCode: string, balanceFen: number, wantedFen: number) =>
  new RuleViolation(
    "PREPAYMENT_SHORT",
    `${roomCode} 的预收余额只有 ${formatFen(balanceFen)} 元，不够退 ${formatFen(wantedFen)} 元；请取消后按余额重新申请`,
  );
