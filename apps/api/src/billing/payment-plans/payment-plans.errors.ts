import { RuleViolation } from "../../common/rule-violation.js";
import { formatFen } from "../../common/money.js";

export const planIdReused = () =>
  new RuleViolation("ID_REUSED", "这个分期计划编号已用于另一份申请，请刷新页面后重新申请");

export const planSeveralPayers = () => new RuleViolation("SEVERAL_PAYERS", "一份分期计划只能针对同一个收费对象");

export const planNothingOpen = (charge: string) =>
  new RuleViolation("CHARGE_NOT_OPEN", `${charge} 已没有未缴金额，不用分期`);

export const alreadyPlanned = (charge: string, planNo: string) =>
  new RuleViolation("ALREADY_PLANNED", `${charge} 已在分期计划 ${planNo} 内，请先终止那份计划`);

export const instalmentsUnordered = (number: number) =>
  new RuleViolation("INSTALMENTS_UNORDERED", `第 ${number} 期的应付日必须晚于上一期`);

export const instalmentPast = (dueOn: string, today: string) =>
  new RuleViolation("INSTALMENT_PAST", `首期应付日 ${dueOn} 已过（今天 ${today}），请重新安排分期`);

export const instalmentsDiffer = (plannedFen: number, openFen: number) =>
  new RuleViolation(
    "INSTALMENTS_DIFFER",
    `各期合计 ${formatFen(plannedFen)} 元，所选应收未缴 ${formatFen(openFen)} 元，相差 ${formatFen(Math.abs(plannedFen - openFen))} 元，必须相等`,
  );

export const planOutdated = (charge: string, plannedFen: number, openFen: number) =>
  new RuleViolation(
    "PAYMENT_PLAN_OUTDATED",
    `${charge} 申请时未缴 ${formatFen(plannedFen)} 元，现在 ${formatFen(openFen)} 元，请拒绝后重新申请`,
  );

export const planNotRunning = () =>
  new RuleViolation("PAYMENT_PLAN_NOT_RUNNING", "只有已通过、未终止的分期计划可以终止");
