import { Exact } from "../../common/exact.js";

/** What a use follows from. */
export interface MeterSpan {
  /** The reading before and this one. */
  before: string;
  now: string;
  /** 倍率 */
  multiplier: string;
  /** Digits before the point: after 99999 a meter of five shows 00000. */
  digits: number;
  /** A meter that runs backwards (反转表). */
  reverse: boolean;
  /** Somebody has confirmed that it passed its last number since the reading before. */
  rolledOver: boolean;
}

/**
 * Use = (now − before) × multiplier (BIL-20), of a reverse meter (before − now); over the last number only when that was
 * confirmed (BIL-22). `null` when the reading goes the wrong way.
 */
export function useOf({ before, now, multiplier, digits, reverse, rolledOver }: MeterSpan): string | null {
  const [from, to] = reverse ? [now, before] : [before, now];
  const ahead = new Exact(to).minus(from);
  if (rolledOver) {
    if (ahead.gte(0)) return null;
    return ahead.plus(capacityOf(digits)).times(multiplier).toFixed();
  }
  return ahead.lt(0) ? null : ahead.times(multiplier).toFixed();
}

/** The first number that a meter can no longer show: 100000 for five digits. */
export const capacityOf = (digits: number) => new Exact(10).pow(digits);
