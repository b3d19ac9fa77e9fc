import type { RateDto, RateTermsDto, RateVersionDto } from "@linli/contracts";
import {
  areaKindLabels,
  changePolicyLabels,
  cycleAnchorLabels,
  cycleLabels,
  dueRuleLabels,
  prorationLabels,
  rateBaseLabels,
  roundingModeLabels,
  roundingUnitLabels,
  tierBasisLabels,
  timingLabels,
} from "@linli/contracts/enums";
import type { ChangeWords } from "../../lib/changes";

const UNITS = {
  AREA: "元/m²·月",
  HOUSEHOLD: "元/户·月",
  FIXED: "元/月",
  COUNT: "元/个·月",
  METERED: "元/单位用量",
  FORMULA: "元",
} as const;

/** What the steps count the use of. */
const TIER_SPANS = { MONTH: "每月", CYCLE: "每个周期", YEAR: "每年" } as const;

/** The unit of a rate's price. */
export const priceUnit = ({ base }: Pick<RateTermsDto, "base">): string => UNITS[base];

/** A price in words: 1.30 元/m²·月 + 附加费 20 元. */
export function versionInWords(rate: Pick<RateTermsDto, "base">, version: RateVersionDto): string {
  const { unitPrice, surcharge, tiers } = version;
  const plain = `${yuan(unitPrice)} ${priceUnit(rate)}`;
  const price = tiers.length > 0 ? `阶梯 ${tiers.map((tier) => yuan(tier.price)).join(" / ")} 元` : plain;
  return Number(surcharge) > 0 ? `${price} + 附加费 ${yuan(surcharge)} 元` : price;
}

/** A decimal of yuan with at least two places: 1.3 → 1.30, 2.3875 → 2.3875. */
function yuan(text: string): string {
  const [whole = "0", places = ""] = text.split(".");
  return `${whole}.${places.padEnd(2, "0")}`;
}

/** The steps of a tiered price: 第 1 档 每年 180 以内 5.00 元（每多一人加 36）. */
export function tiersInWords(
  { tierBasis }: Pick<RateDto, "tierBasis">,
  { tiers, basePersons }: RateVersionDto,
): string[] {
  const span = tierBasis === null ? "" : `${TIER_SPANS[tierBasis]} `;
  return tiers.map(({ upTo, price, perPerson }, index) => {
    const range = upTo === null ? `${tiers[index - 1]?.upTo ?? 0} 以上` : `${upTo} 以内`;
    const grown = perPerson ? `（超过 ${basePersons} 人，每人加 ${perPerson}）` : "";
    return `第 ${index + 1} 档 ${span}${range} ${yuan(price)} 元${grown}`;
  });
}

/** The price in force today, in words. */
export const priceInWords = (rate: RateDto): string =>
  rate.current ? versionInWords(rate, rate.current) : "今日无有效价格";

/** What it is multiplied by: 按面积（收费面积）. */
export const baseInWords = ({ base, areaKind }: Pick<RateTermsDto, "base" | "areaKind">): string =>
  base === "AREA" ? `${rateBaseLabels.AREA}（${areaKindLabels[areaKind]}）` : rateBaseLabels[base];

/** When it falls due: 当月 20 日. */
export function dueInWords({ dueRule, dueDays }: Pick<RateTermsDto, "dueRule" | "dueDays">): string {
  if (dueRule === "DAY_OF_MONTH") return `当月 ${dueDays} 日`;
  if (dueRule === "DAY_OF_NEXT_MONTH") return `次月 ${dueDays} 日`;
  if (dueRule === "DAYS_AFTER_ISSUE") return `出账后 ${dueDays} 天`;
  return "计费期末";
}

/** How rates speak in their history. */
export const rateWords: ChangeWords = {
  dto: "CreateRateDto",
  labels: {
    active: "启用",
    startsOn: "开始日期",
    endsOn: "结束日期",
    unitPrice: "单价",
    surcharge: "附加费",
    lateFee: "违约金",
    formula: "计费公式",
    roomCount: "房间数",
    quantity: "数量",
    overrideReason: "约定原因",
  },
  choices: {
    base: rateBaseLabels,
    areaKind: areaKindLabels,
    cycle: cycleLabels,
    cycleAnchor: cycleAnchorLabels,
    timing: timingLabels,
    proration: prorationLabels,
    changePolicy: changePolicyLabels,
    tierBasis: tierBasisLabels,
    roundingMode: roundingModeLabels,
    roundingUnit: roundingUnitLabels,
    dueRule: dueRuleLabels,
  },
};
