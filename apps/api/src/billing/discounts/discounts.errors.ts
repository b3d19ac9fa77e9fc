import { formatFen } from "../../common/money.js";
import { InvalidInput, RuleViolation } from "../../common/rule-violation.js";

export const discountNotOpen = (name: string) =>
  new RuleViolation("DISCOUNT_NOT_OPEN", `优惠方案“${name}”已停用或不在有效期内`);

export const discountOtherItem = (name: string) =>
  new RuleViolation("DISCOUNT_ITEM", `优惠方案“${name}”只能用于同一个房间、方案内的同一个收费项目`);

export const discountArrears = (name: string, days: number) =>
  new RuleViolation("DISCOUNT_ARREARS", `优惠方案“${name}”要求欠费不超过 ${days} 天，这个房间还有更早的欠费`);

export const discountBearerPays = (name: string) =>
  new RuleViolation("BEARER_IS_PAYER", `优惠方案“${name}”的承担方就是这个收费对象，不能给他自己的应收优惠`);

export const discountNotStackable = (name: string) =>
  new RuleViolation("DISCOUNT_NOT_STACKABLE", `优惠方案“${name}”不能与其他优惠叠加`);

export const discountChanged = (name: string, dueFen: number, givenFen: number) =>
  new RuleViolation(
    "DISCOUNT_CHANGED",
    dueFen === 0
      ? `所选应收没有缴满优惠方案“${name}”要求的月数`
      : `优惠方案“${name}”现在应优惠 ${formatFen(dueFen)} 元，不是 ${formatFen(givenFen)} 元，请刷新后重新核对`,
  );

export const discountNotSettled = (charge: string, dueFen: number) =>
  new RuleViolation("DISCOUNT_NOT_SETTLED", `享受优惠的 ${charge} 要一次缴清，还应缴 ${formatFen(dueFen)} 元`);

export const discountUsed = (name: string) =>
  new RuleViolation("DISCOUNT_USED", `优惠方案“${name}”已经用过，只能改有效期止和启用；请另建一个方案`);

export const discountEndsBeforeStart = () => new InvalidInput({ endsOn: ["有效期止不能早于有效期起"] });

export const tooManyFreeMonths = () => new InvalidInput({ freeMonths: ["免收月数要少于一次缴满的月数"] });
