import type { Proration } from "@linli/contracts";
import {
  dayInPeriod,
  dayOf,
  daysIn,
  firstDay,
  lastDay,
  maxDate,
  minDate,
  type DaySpan,
} from "../../common/calendar.js";

/** The days of a month that a binding is charged for, and the part of the monthly price they cost together. */
export interface ChargedSpan {
  from: string;
  to: string;
  days: number;
  /** `numerator / denominator` of a month; equal for a whole one. */
  numerator: number;
  denominator: number;
  /** The binding does not fill the month, so that the policy decided the part. */
  isBroken: boolean;
}

/** Whether a month is charged to one payer alone, whoever comes in its middle (LAW-23). */
export const keepsMonthWhole = (policy: Proration): boolean => policy === "WHOLE_MONTH" || policy === "FROM_NEXT_MONTH";

/** The day on which the second half of a month begins. */
const HALF = 15;

/**
 * What of a month is charged (BIL-10, BIL-11). A month that the binding fills costs exactly one month. In a broken one:
 *
 * | Policy | begins on day d > 1 | ends on day d before the last |
 * |---|---|---|
 * | ACTUAL_DAYS | days of service ÷ days of that month | the same |
 * | FIXED_30 | days of service ÷ 30 | the same |
 * | HALF_MONTH | d ≤ 15: half a month, from the 15th; later: nothing, from next month | d ≤ 14: half a month; later: a whole month |
 * | WHOLE_MONTH | a whole month | a whole month |
 * | FROM_NEXT_MONTH | nothing, from next month | a whole month: the end counts from next month too |
 *
 * HALF_MONTH and FROM_NEXT_MONTH thus treat both ends alike (a change counts from the next half, the next month): an
 * object handed on in mid-month is charged for one month in all, never for two. The span never leaves the binding.
 */
export function chargedSpan(policy: Proration, binding: DaySpan, period: string): ChargedSpan | null {
  const first = firstDay(period);
  const last = lastDay(period);
  const to = minDate(last, binding.to);
  let from = maxDate(first, binding.from);
  if (from > to) return null;

  const daysInMonth = daysIn(period);
  if (from === first && to === last) return span(from, to, daysInMonth, daysInMonth, false);

  const beginsLate = from > first;
  if (policy === "FROM_NEXT_MONTH" && beginsLate) return null;
  if (policy === "HALF_MONTH" && beginsLate) {
    if (dayOf(from) > HALF) return null;
    from = dayInPeriod(period, HALF);
    if (from > to) return null;
  }

  const days = dayOf(to) - dayOf(from) + 1;
  switch (policy) {
    case "ACTUAL_DAYS":
      return span(from, to, days, daysInMonth, true);
    case "FIXED_30":
      return span(from, to, days, 30, true); // a broken month has 30 days at most
    case "HALF_MONTH": {
      const isHalf = beginsLate || dayOf(to) < HALF;
      return isHalf ? span(from, to, 1, 2, true) : span(from, to, days, days, true);
    }
    case "WHOLE_MONTH":
    case "FROM_NEXT_MONTH":
      return span(from, to, days, days, true);
  }
}

function span(from: string, to: string, numerator: number, denominator: number, isBroken: boolean): ChargedSpan {
  return { from, to, days: dayOf(to) - dayOf(from) + 1, numerator, denominator, isBroken };
}

/** The part of a month that `days` of the span cost, as a fraction of integers (20/31 stays 20/31). */
export function partOf(charged: ChargedSpan, days: number): { numerator: number; denominator: number } {
  const { numerator, denominator } = charged;
  if (days === charged.days) return { numerator, denominator };
  if (numerator === charged.days) return { numerator: days, denominator };
  return { numerator: numerator * days, denominator: denominator * charged.days };
}
