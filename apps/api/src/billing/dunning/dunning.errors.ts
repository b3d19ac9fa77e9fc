import { HttpStatus } from "@nestjs/common";
import { type DunningKind } from "@linli/contracts";
import { RuleViolation } from "../../common/rule-violation.js";

export const dunningIdReused = () =>
  new RuleViolation("ID_REUSED", "这个编号已用于内容不同的登记，请刷新页面后重新办理");

export const nothingToDun = (kind: DunningKind) =>
  new RuleViolation("NOTHING_TO_DUN", `这个范围没有可以${kind === "BILL" ? "送达账单的应收" : "催缴的欠费"}`);

export const levelKindFixed = (name: string) =>
  new RuleViolation("DUNNING_LEVEL_USED", `级别“${name}”已经用过，不能改种类，请另建一个级别`);

export const dunningStale = () =>
  new RuleViolation("DUNNING_STALE", "预览之后欠费或催缴情况有变化，请重新预览后再发出");

export const levelInactive = (name: string) => new RuleViolation("DUNNING_LEVEL_INACTIVE", `催缴级别“${name}”已停用`);

export const levelsExist = () => new RuleViolation("DUNNING_LEVELS_EXIST", "已经设置了催缴级别，请逐个修改");

export const nothingOverdue = (day: string) =>
  new RuleViolation("NOTHING_OVERDUE", `这户在 ${day} 没有逾期的欠费，不用催缴`);

export const alreadyVoided = () => new RuleViolation("ALREADY_VOIDED", "这条记录已经作废");

export const pauseOverlaps = () => new RuleViolation("DUNNING_PAUSED", "这段时间已有暂停催缴");

export const pauseOver = () => new RuleViolation("PAUSE_OVER", "这次暂停已经结束");

export const lawsuitOver = () => new RuleViolation("LAWSUIT_OVER", "这件诉讼已经登记终结");

export const nothingToPrint = () => new RuleViolation("NOTHING_TO_PRINT", "没有可以打印的催款单", HttpStatus.NOT_FOUND);
