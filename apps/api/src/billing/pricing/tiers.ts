import { Exact } from "../../common/exact.js";

/** One step of a tiered price (阶梯): from the end of the one before up to `upTo`; the last is open. */
export interface Tier {
  /** Use at which it begins; where given it must be where the one before ends. */
  from?: string | null;
  /** Use at which it ends; `null` for the last. */
  upTo: string | null;
  /** Yuan per unit of use. */
  price: string;
  /** How much its end grows with every person above the base (BIL-21). */
  perPerson?: string | null;
}

/** What of a use falls into a tier. */
export interface TierShare {
  /** Its end with the household's allowance; `null` for the last. */
  upTo: string | null;
  price: string;
  use: string;
}

const ORDINALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** 第三档 */
export const tierName = (index: number) => `第${ORDINALS[index] ?? index + 1}档`;

/** What is wrong with a list of tiers, as a sentence; `null` when every use falls into exactly one of them. */
export function tierFault(tiers: readonly Tier[]): string | null {
  if (tiers.length === 0) return "阶梯至少要有一档";
  let end = new Exact(0);
  let growth = new Exact(0);
  for (const [index, { from, upTo, perPerson }] of tiers.entries()) {
    const name = tierName(index);
    const isLast = index === tiers.length - 1;
    if (from != null && !end.eq(from)) return beginsElsewhere(name, from, end, index);
    if (isLast) {
      if (upTo !== null) return `${name}是最后一档，不能有上限，否则超出的用量没有价格`;
      return perPerson == null ? null : `${name}没有上限，不能随人数增加`;
    }
    if (upTo === null) return `只有最后一档可以没有上限，${name}必须填写上限`;
    if (end.gte(upTo)) return `${name}的上限 ${upTo} 必须大于 ${end.toFixed()}`;
    if (growth.gt(perPerson ?? 0)) return `${name}每人增加的用量不能小于上一档`;
    end = new Exact(upTo);
    growth = new Exact(perPerson ?? 0);
  }
  return null;
}

function beginsElsewhere(name: string, from: string, end: Exact, index: number): string {
  if (index === 0) return `${name}必须从 0 开始，现在从 ${from} 开始`;
  const fault = end.lt(from) ? "之间有空档" : "重叠";
  return `${name}从 ${from} 开始，与上一档的上限 ${end.toFixed()} ${fault}`;
}

/**
 * Splits a use over the tiers, beginning where the use before has come to. The parts add up to the use exactly.
 * @param before use that counts towards the tiers already: of the month, the cycle or the year
 * @param persons people of the household above the base
 */
export function splitOverTiers(tiers: readonly Tier[], before: string, use: string, persons: number): TierShare[] {
  let reached = new Exact(before);
  let rest = new Exact(use);
  return tiers.map(({ upTo, price, perPerson }) => {
    const end = upTo === null ? null : new Exact(upTo).plus(new Exact(perPerson ?? 0).times(persons));
    const room = end === null ? rest : Exact.max(0, end.minus(reached));
    const part = Exact.min(room, rest);
    reached = reached.plus(part);
    rest = rest.minus(part);
    return { upTo: end?.toFixed() ?? null, price, use: part.toFixed() };
  });
}
