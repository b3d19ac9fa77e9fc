import { RuleViolation } from "../../common/rule-violation.js";
import { formatFen } from "../../common/money.js";

export const waiverIdReused = () =>
  new RuleViolation("ID_REUSED", "这个减免单编号已用于另一份申请，请刷新页面后重新申请");

export const severalPayers = () => new RuleViolation("SEVERAL_PAYERS", "一份减免申请只能针对同一个收费对象");

export const tooMuchWaived = (charge: string, openFen: number, pendingFen: number) =>
  new RuleViolation(
    "WAIVER_TOO_LARGE",
    `${charge} 只剩 ${formatFen(openFen)} 元未缴${pendingFen > 0 ? `，其中 ${formatFen(pendingFen)} 元已在其他减免申请中` : ""}，不能减免这么多`,
  );

export const chargeTwice = () => new RuleViolation("CHARGE_TWICE", "同一笔应收在减免明细里只能出现一次");

export const notApproved = () => new RuleViolation("WAIVER_NOT_APPROVED", "只有已减免的减免单可以冲回");

export const ownWaiver = () => new RuleViolation("SAME_PERSON", "自己申请的减免须由另一人冲回");

export const bearsHimself = () => new RuleViolation("BEARER_IS_PAYER", "承担方不能是被减免的收费对象自己");
