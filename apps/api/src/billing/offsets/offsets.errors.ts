import { RuleViolation } from "../../common/rule-violation.js";

export const offsetOff = () =>
  new RuleViolation("OFFSET_OFF", "本管理区没有启用预收冲抵；请在“使用方案”中启用，或在收银台按收费对象的要求冲抵");

export const offsetStale = () =>
  new RuleViolation("OFFSET_STALE", "预览之后，预收、应收或使用方案有变化，没有冲抵任何一笔；请重新预览");

export const nothingToOffset = () => new RuleViolation("OFFSET_EMPTY", "没有可以冲抵的应收");

export const offsetUnderWay = () => new RuleViolation("OFFSET_UNDER_WAY", "本管理区正在冲抵预收，请等它结束后重新预览");

export const sameIdOtherOffset = () =>
  new RuleViolation("ID_REUSED", "这个冲抵批次编号已用于另一次冲抵，请刷新页面后重新预览");

export const datesReversed = "费用起止的结束日期不能早于开始日期";
