import type { LateFeeUnit } from "@linli/contracts";
import { addMonths, dayAfter, dayBefore, dayInPeriod, dayOf, maxDate, periodOf } from "../../common/calendar.js";
import {
  type LateFeeRate,
  type MonthSegment,
  openBefore,
  type OverdueCharge,
  rateOn,
  type Stretch,
} from "./late-fee.types.js";

/**
 * The months of a scheme by month, one by one (BIL-50). They are counted from the first day that bears a late fee, or from
 * the first rate where that is later: the next begins on the same day of the next month (on its last day where the month is
 * shorter). A month bears the rate of the day it begins, whole:
 * - MONTH_BEGUN as soon as it begins, on what is open then; what is paid inside it counts from the next month on;
 * - MONTH_FULL once its last day is reached, on what is open before the payments of that day.
 *
 * Days that bear none (disputes, plans that are kept) leave a month of MONTH_FULL out; one of MONTH_BEGUN only when they fill
 * it, else it bears what is open on its first other day. A month whose day came while the charge this one stands for was
 * booked is not counted again.
 */
export function monthsOverdue(
  charge: OverdueCharge,
  { unit, rates }: { unit: LateFeeUnit; rates: readonly LateFeeRate[] },
  { first, afterGrace, until }: Stretch,
): MonthSegment[] {
  const [firstRate] = rates.map(({ startsOn }) => startsOn).toSorted();
  if (firstRate === undefined) return [];
  const start = maxDate(first, firstRate);
  const months: MonthSegment[] = [];
  for (let n = 0; ; n++) {
    const month = { from: monthsAfter(start, n), to: dayBefore(monthsAfter(start, n + 1)) };
    if (dueOn(unit, month) > until) return months;
    const day = bearingDay(charge, unit, month);
    if (day === null || day > until) continue;
    const openFen = openBefore(charge, maxDate(day, afterGrace));
    if (openFen > 0) months.push({ ...month, months: 1, openFen, monthlyRate: rateOn(rates, month.from)!.rate });
  }
}

/** The day on which a month is owed for. */
export const dueOn = (unit: LateFeeUnit, { from, to }: Pick<MonthSegment, "from" | "to">): string =>
  unit === "MONTH_FULL" ? to : from;

/** Months in a row with one balance and one rate as one segment. */
export function joined(months: readonly MonthSegment[]): MonthSegment[] {
  const segments: MonthSegment[] = [];
  for (const month of months) {
    const last = segments.at(-1);
    const goesOn = last && dayAfter(last.to) === month.from && last.openFen === month.openFen;
    if (goesOn && last.monthlyRate === month.monthlyRate)
      segments[segments.length - 1] = { ...last, to: month.to, months: last.months + 1 };
    else segments.push(month);
  }
  return segments;
}

/** The day whose balance bears a month; null when none does. */
function bearingDay(
  { freeDays = [], carriedTo = null }: OverdueCharge,
  unit: LateFeeUnit,
  month: { from: string; to: string },
): string | null {
  const day = firstNotFree(freeDays, unit, month);
  return day !== null && day <= month.to && (carriedTo === null || day > carriedTo) ? day : null;
}

/** The day a month is owed for, or the first after it that is not free; null when there is none. */
function firstNotFree(
  freeDays: NonNullable<OverdueCharge["freeDays"]>,
  unit: LateFeeUnit,
  month: { from: string; to: string },
): string | null {
  const free = freeDays.filter(({ from, to }) => from <= month.to && (to === null || to >= month.from));
  if (unit === "MONTH_FULL") return free.length === 0 ? month.to : null;
  let day: string | null = month.from;
  for (const { from, to } of free.toSorted((a, b) => a.from.localeCompare(b.from)))
    if (day !== null && from <= day) day = to === null ? null : maxDate(day, dayAfter(to));
  return day;
}

/** The same day `n` months later. */
const monthsAfter = (day: string, n: number): string => dayInPeriod(addMonths(periodOf(day), n), dayOf(day));
