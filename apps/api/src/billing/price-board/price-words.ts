import {
  type AreaKind,
  areaKindLabels,
  type DueRule,
  type RateBase,
  rateBaseLabels,
  type RateTierDto,
} from "@linli/contracts";
import { tierName } from "../pricing/tiers.js";

const UNITS: Record<RateBase, string> = {
  AREA: "元/m²·月",
  HOUSEHOLD: "元/户·月",
  FIXED: "元/月",
  COUNT: "元/个·月",
  METERED: "元/单位用量",
  FORMULA: "元",
};

/** The price of a rate as it is shown: tiers one after another, a formula with its price. */
export interface BoardPrice {
  base: string;
  areaKind: string;
  formula: string | null;
  unit: string | null;
  unitPrice: string;
  surcharge: string;
  tiers: RateTierDto[] | null;
  /** People for whom the tiers are made: with each further one they end later. */
  basePersons: number | null;
}

/** `2.38 元/m²·月 + 附加费 20.00 元`; the unit of the fee item where it names one. */
export function priceWords({ base, formula, unit, unitPrice, surcharge, tiers, basePersons }: BoardPrice): string {
  const per = unit ?? UNITS[base as RateBase];
  if (tiers && tiers.length > 0) {
    const steps = `${tiers.map(tierWords).join("；")}（${per}）`;
    return `${steps}${surchargeWords(surcharge, " + ")}${personsWords(tiers, basePersons)}`;
  }
  if (base === "FORMULA") return `${formula}（单价 ${yuan(unitPrice)} 元${surchargeWords(surcharge, "，")}）`;
  return `${yuan(unitPrice)} ${per}${surchargeWords(surcharge, " + ")}`;
}

const surchargeWords = (surcharge: string, before: string) =>
  Number(surcharge) > 0 ? `${before}附加费 ${yuan(surcharge)} 元` : "";

/** ；超过 4 人的每多 1 人，第一档上限加 36、第二档上限加 48 */
function personsWords(tiers: readonly RateTierDto[], basePersons: number | null): string {
  const grown = tiers.flatMap(({ perPerson }, index) =>
    Number(perPerson ?? 0) > 0 ? [`${tierName(index)}上限加 ${Number(perPerson)}`] : [],
  );
  return basePersons === null || grown.length === 0 ? "" : `；超过 ${basePersons} 人的每多 1 人，${grown.join("、")}`;
}

function tierWords({ upTo, price }: RateTierDto, index: number, tiers: readonly RateTierDto[]): string {
  const range = upTo == null ? `${tiers[index - 1]?.upTo ?? 0} 以上` : `${upTo} 以内`;
  return `${range} ${yuan(price)}`;
}

/** 按面积（收费面积）. */
export const baseWords = ({ base, areaKind }: Pick<BoardPrice, "base" | "areaKind">): string =>
  base === "AREA"
    ? `${rateBaseLabels.AREA}（${areaKindLabels[areaKind as AreaKind]}）`
    : rateBaseLabels[base as RateBase];

/** 当月 20 日. */
export function dueWords(rule: string, days: number): string {
  const words: Record<DueRule, string> = {
    DAY_OF_MONTH: `当月 ${days} 日`,
    DAY_OF_NEXT_MONTH: `次月 ${days} 日`,
    DAYS_AFTER_ISSUE: `出账后 ${days} 天`,
    END_OF_PERIOD: "计费期末",
  };
  return words[rule as DueRule];
}

/** At least two places: 1.300000 → 1.30, 2.3875 → 2.3875. */
function yuan(text: string): string {
  const [whole = "0", places = ""] = text.split(".");
  return `${whole}.${places.replace(/0+$/, "").padEnd(2, "0")}`;
}
