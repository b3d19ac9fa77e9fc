import { RuleViolation } from "../../common/rule-violation.js";

export const recalculationNotInState = (wanted: string, is: string) =>
  new RuleViolation("RECALCULATION_STATE", `只有“${wanted}”的重算可以这样办理，这一次现在是“${is}”`);

export const nothingToRecalculate = () =>
  new RuleViolation("RECALCULATION_EMPTY", "没有可以重算的账单：应收与现在计算的相同，或都不能重算，不用提交");

export const ownRecalculation = () =>
  new RuleViolation("SAME_PERSON", "不能审批自己计算的应收重算，请由另一位有权限的人审批");

/** Something that prices follow from has changed since the list was made. */
export const recalculationStale = (room: string, item: string, period: string) =>
  new RuleViolation(
    "RECALCULATION_STALE",
    `${room} ${period} ${item} 现在算出的金额与申请时的差异清单不同，没有改动任何账单；请重新计算差异，再提交审批`,
  );

export const notBilledByRuns = (name: string) =>
  new RuleViolation("FEE_ITEM_KIND", `“${name}”不按收费标准或读数出账，不能重算`);
