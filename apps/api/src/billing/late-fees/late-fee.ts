import { addDays, dayAfter, dayBefore, daysBetweenInclusive, maxDate, minDate } from "../../common/calendar.js";
import { divide, parseDecimal, pow10 } from "../../common/exact-decimal.js";
import {
  type DaySegment,
  type LateFeeRate,
  type LateFeeRules,
  type LateFeeSegment,
  openBefore,
  type OverdueCharge,
  rateOn,
  type Stretch,
} from "./late-fee.types.js";
import { dueOn as owedOn, joined, monthsOverdue } from "./late-fee-months.js";

/** The late fee of a charge until a day; in fen. */
export interface LateFee {
  /** What of it is not booked yet; negative when a back-dated payment shows that too much was booked. */
  fen: number;
  /** Days that bear a late fee and are not booked yet. */
  days: number;
  /** Months that bear one and are not booked yet; null in a scheme by day. */
  months: number | null;
  /** All days or months that bear one, booked or not. */
  segments: LateFeeSegment[];
  /** What they come to, when the cap lets less pass. */
  uncappedFen: number | null;
  bookedFen: number;
  carriedFen: number;
}

/**
 * The late fee of a charge as of the end of a day (BIL-50): simple, open principal × rate, day by day or month by month. The
 * day of a payment still counts at the balance before it; days are cut where the balance or the rate changes, months are as
 * `monthsOverdue` says; the sum is rounded once, half up to the fen, and capped. What was booked before is taken off, so that
 * days and months never count twice and what is found out later, such as a returned cheque, comes on top.
 */
export function lateFeeOf(charge: OverdueCharge, rules: LateFeeRules, asOf: string): LateFee {
  const { dueOn, bookedTo, bookedFen, principalFen, carriedFen = 0 } = charge;
  const until = maxDate(asOf, bookedTo);
  const afterGrace = dayAfter(addDays(dueOn, rules.graceDays));
  const first = rules.gracePolicy === "FREE" ? afterGrace : dayAfter(dueOn);
  const { segments, days, months } = countedOf(charge, rules, { first, afterGrace, until });
  const fen = amountOf(segments);
  const capped = cappedAt(principalFen, rules.capShare, { fen, carriedFen });
  return {
    fen: capped - bookedFen,
    days,
    months,
    segments,
    uncappedFen: capped < fen ? fen : null,
    bookedFen,
    carriedFen,
  };
}

/** The segments of a charge, and how many days and months of them are not booked. */
function countedOf(
  charge: OverdueCharge,
  { unit, rates }: LateFeeRules,
  stretch: Stretch,
): Pick<LateFee, "segments" | "days" | "months"> {
  const { until, afterGrace } = stretch;
  const { bookedTo } = charge;
  const daysOf = (segments: readonly { from: string; to: string }[]) =>
    segments.reduce((sum, { from, to }) => sum + daysAfter({ from, to: minDate(until, to) }, bookedTo), 0);
  if (unit === "DAY") {
    const segments = until < afterGrace ? [] : daySegments(charge, rates, stretch);
    return { segments, days: daysOf(segments), months: null };
  }
  const all = until < afterGrace ? [] : monthsOverdue(charge, { unit, rates }, stretch);
  const months = all.filter((month) => bookedTo === null || owedOn(unit, month) > bookedTo).length;
  return { segments: joined(all), days: daysOf(all), months };
}

/** How many days of a span lie after a day. */
function daysAfter({ from, to }: { from: string; to: string }, day: string | null): number {
  const start = day === null ? from : maxDate(from, dayAfter(day));
  return Math.max(0, daysBetweenInclusive(start, to));
}

/**
 * Cuts the days where the balance or the rate changes; days without balance or rate are left out. Days of grace that
 * count bear what is open when the grace ends: who pays within it owes nothing.
 */
function daySegments(
  charge: OverdueCharge,
  rates: readonly LateFeeRate[],
  { first, afterGrace, until }: Stretch,
): DaySegment[] {
  const { changes, carriedTo = null } = charge;
  const freeDays = [...(charge.freeDays ?? []), ...(carriedTo === null ? [] : [{ from: charge.dueOn, to: carriedTo }])];
  const changed = changes.map(({ on }) => dayAfter(on)).filter((day) => day > afterGrace);
  const free = freeDays.flatMap(({ from, to }) => (to === null ? [from] : [from, dayAfter(to)]));
  const starts = [first, ...changed, ...free, ...rates.map(({ startsOn }) => startsOn)];
  const cuts = [...new Set(starts)].filter((day) => day >= first && day <= until).toSorted();
  return cuts.flatMap((start, at) => {
    const next = cuts[at + 1];
    const end = next === undefined ? until : dayBefore(next);
    if (freeDays.some(({ from, to }) => from <= start && (to === null || start <= to))) return [];
    const openFen = openBefore(charge, maxDate(start, afterGrace));
    const found = rateOn(rates, start);
    if (!found || openFen <= 0) return [];
    return [{ from: start, to: end, days: daysBetweenInclusive(start, end), openFen, dailyRate: found.rate }];
  });
}

/** Rates and caps have at most eight places. */
const SCALE = 8;

function scaled(decimal: string): bigint {
  const parsed = parseDecimal(decimal);
  if (!parsed || parsed.scale > SCALE) throw new RangeError(`not a rate or share: ${decimal}`);
  return parsed.units * pow10(SCALE - parsed.scale);
}

/** The sum of the segments in fen, rounded once. */
function amountOf(segments: readonly LateFeeSegment[]): number {
  const exact = segments.reduce(
    (sum, segment) =>
      sum +
      BigInt(segment.openFen) *
        ("days" in segment
          ? BigInt(segment.days) * scaled(segment.dailyRate)
          : BigInt(segment.months) * scaled(segment.monthlyRate)),
    0n,
  );
  return Number(divide(exact, pow10(SCALE), "HALF_UP"));
}

/** What the cap leaves: never a part of a fen more, and less what was booked on the charge this one stands for. */
function cappedAt(
  principalFen: number,
  capShare: string | null,
  { fen, carriedFen }: { fen: number; carriedFen: number },
): number {
  if (capShare === null) return fen;
  const capFen = Number(divide(BigInt(principalFen) * scaled(capShare), pow10(SCALE), "FLOOR"));
  return Math.min(fen, Math.max(0, capFen - carriedFen));
}
