import { formatFen } from "../../common/money.js";
import { InvalidInput, RuleViolation } from "../../common/rule-violation.js";

export const vacancyIdReused = () =>
  new RuleViolation("ID_REUSED", "这个空置减免编号已用于另一份申请，请刷新页面后重新申请");

export const vacancyOverlaps = (no: string) =>
  new RuleViolation("VACANCY_OVERLAPS", `这个房间已有空置减免 ${no}，日期重叠；请先终止它，或改用不重叠的日期`);

export const vacancyState = (must: string) => new RuleViolation("VACANCY_STATE", `只有${must}的空置减免可以这样办理`);

export const vacancyItemKind = (name: string) =>
  new RuleViolation("FEE_ITEM_KIND", `“${name}”不是常规项目，空置减免只针对常规收费项目`);

export const ownInspection = () => new RuleViolation("SAME_PERSON", "申请人和登记查验的人都不能审批，请由另一人审批");

export const endsBeforeStart = () => new InvalidInput({ endsOn: ["空置结束日不能早于开始日"] });

export const monthsHaveNoEnd = () => new InvalidInput({ endsOn: ["按月数免收时，结束日由月数得出，不用填写"] });

export const endTooEarly = (startsOn: string) =>
  new InvalidInput({ endsOn: [`终止日不能早于开始日 ${startsOn} 的前一天`] });

export const endNotEarlier = (endsOn: string) => new InvalidInput({ endsOn: [`终止日要早于原来的结束日 ${endsOn}`] });

export const inspectedInFuture = (today: string) =>
  new InvalidInput({ inspectedOn: [`查验日期不能晚于今天 ${today}`] });

export const bornePaid = (name: string, { paidFen, waived }: { paidFen: number; waived: boolean }) => {
  let why = "已转到别的应收，不能收回；请先处理那笔应收";
  if (waived) why = "已减免或核销，不能收回；请先冲回那笔减免，已核销的请先收回";
  if (paidFen > 0) why = `已缴 ${formatFen(paidFen)} 元，不能收回；请先红冲承担方的那张收据`;
  return new RuleViolation("BORNE_PAID", `${name} 由承担方承担的部分${why}`);
};

export const waiverBorne = (no: string) =>
  new RuleViolation("WAIVER_BORNE", `减免 ${no} 的这笔应收由他人承担了减免的部分，请先冲回这张减免，再红冲应收`);
