import { formatFen } from "../../common/money.js";
import { RuleViolation } from "../../common/rule-violation.js";

export const writeOffIdReused = () =>
  new RuleViolation("ID_REUSED", "这个核销单编号已用于内容不同的申请，请刷新页面后重新申请");

export const writeOffSeveralPayers = () =>
  new RuleViolation("SEVERAL_PAYERS", "一份核销单只能核销同一位收费对象的应收");

export const chargeListedTwice = () => new RuleViolation("CHARGE_TWICE", "同一笔应收不能出现两次");

export const notOverdue = (name: string) => new RuleViolation("NOT_OVERDUE", `${name} 还没有逾期，不能作为坏账核销`);

export const depositNoBadDebt = (name: string) =>
  new RuleViolation("FEE_ITEM_KIND", `${name} 是押金，不是债权，不能核销；请红冲没有收到的押金`);

export const writeOffTooMuch = (name: string, openFen: number, waitsFen: number) =>
  new RuleViolation(
    "WRITE_OFF_TOO_LARGE",
    waitsFen > 0
      ? `${name} 欠 ${formatFen(openFen)} 元，另有 ${formatFen(waitsFen)} 元核销待审批，核销金额超过了余额`
      : `${name} 只欠 ${formatFen(openFen)} 元，核销金额超过了欠款`,
  );

export const writeOffNotApproved = () => new RuleViolation("WRITE_OFF_STATE", "只有已核销的核销单才能登记收回");

export const recoveredTooMuch = (leftFen: number) =>
  new RuleViolation("RECOVERY_TOO_LARGE", `这笔应收核销后还没有收回的只有 ${formatFen(leftFen)} 元`);
