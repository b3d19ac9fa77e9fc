import { InvalidInput, RuleViolation } from "../common/rule-violation.js";

/** What is refused of every kind of entry that is written once and taken back in red. */

export const entryIdReused = () =>
  new RuleViolation("ID_REUSED", "这个登记编号已用于另一笔内容不同的登记，请刷新页面后重新登记");
export const entryIsRed = () => new RuleViolation("ENTRY_IS_RED", "红字登记不能再红冲，请重新登记正确的内容");
export const entryReversed = () => new RuleViolation("ENTRY_REVERSED", "这笔登记已经红冲");
export const entryInFuture = (field: string, today: string) =>
  new InvalidInput({ [field]: [`日期不能晚于今天（${today}）`] });
