import type { GracePolicy } from "@linli/contracts";
import { addDays, dayAfter, dayBefore, daysBetweenInclusive, maxDate } from "../../common/calendar.js";
import { divide, parseDecimal, pow10 } from "../../common/exact-decimal.js";

/** A daily rate from a day on; a share of the open principal. */
export interface DailyRate {
  startsOn: string;
  dailyRate: string;
}

/** The rules of a scheme (BIL-50, BIL-51). */
export interface LateFeeRules {
  graceDays: number;
  gracePolicy: GracePolicy;
  /** Share of the principal; null for no cap. */
  capShare: string | null;
  rates: readonly DailyRate[];
}

/** An overdue charge and what happened to it; amounts in fen. */
export interface OverdueCharge {
  dueOn: string;
  /** What was owed on the due date: the amount without what was reversed. */
  principalFen: number;
  /** Payments, waivers and what undid them, with their booking day; negative reduces what is owed. */
  changes: readonly { on: string; fen: number }[];
  /** Days that bear none: disputes that are open (`to` null) or were upheld (BIL-54). */
  freeDays?: readonly { from: string; to: string | null }[];
  /** The last day whose late fee is booked already. */
  bookedTo: string | null;
  /** What is booked already. */
  bookedFen: number;
  /** What was booked on the charge this one stands for: it counts towards the cap, its days are not counted again. */
  carriedFen?: number;
}

/** Days with one balance and one rate. */
export interface LateFeeSegment {
  from: string;
  to: string;
  days: number;
  openFen: number;
  dailyRate: string;
}

/** The late fee of a charge until a day; in fen. */
export interface LateFee {
  /** What of it is not booked yet; negative when a back-dated payment shows that too much was booked. */
  fen: number;
  /** Days that bear a late fee and are not booked yet. */
  days: number;
  /** All days that bear one, booked or not. */
  segments: LateFeeSegment[];
  /** What the days come to, when the cap lets less pass. */
  uncappedFen: number | null;
  bookedFen: number;
  carriedFen: number;
}

/**
 * The late fee of a charge as of the end of a day (BIL-50): simple, open principal × daily rate, day by day. The day of a
 * payment still counts at the balance before it; days are cut where the balance or the rate changes; the sum is rounded
 * once, half up to the fen, and capped. What was booked before is taken off, so that days never count twice and what is
 * found out later, such as a returned cheque, comes on top.
 */
export function lateFeeOf(charge: OverdueCharge, rules: LateFeeRules, asOf: string): LateFee {
  const { dueOn, bookedTo, bookedFen, principalFen, carriedFen = 0 } = charge;
  const until = maxDate(asOf, bookedTo);
  const afterGrace = dayAfter(addDays(dueOn, rules.graceDays));
  const first = rules.gracePolicy === "FREE" ? afterGrace : dayAfter(dueOn);
  const segments = until < afterGrace ? [] : segmentsOf(charge, rules.rates, { first, afterGrace, until });
  const fen = amountOf(segments);
  const capped = cappedAt(principalFen, rules.capShare, { fen, carriedFen });
  return {
    fen: capped - bookedFen,
    days: segments.reduce((sum, segment) => sum + daysAfter(segment, bookedTo), 0),
    segments,
    uncappedFen: capped < fen ? fen : null,
    bookedFen,
    carriedFen,
  };
}

/** How many days of a segment lie after a day. */
function daysAfter({ from, to, days }: LateFeeSegment, day: string | null): number {
  if (day === null || day < from) return days;
  return day >= to ? 0 : daysBetweenInclusive(dayAfter(day), to);
}

/**
 * Cuts the days where the balance or the rate changes; days without balance or rate are left out. Days of grace that
 * count bear what is open when the grace ends: who pays within it owes nothing.
 */
function segmentsOf(
  { principalFen, changes, freeDays = [] }: OverdueCharge,
  rates: readonly DailyRate[],
  { first, afterGrace, until }: { first: string; afterGrace: string; until: string },
): LateFeeSegment[] {
  const changed = changes.map(({ on }) => dayAfter(on)).filter((day) => day > afterGrace);
  const free = freeDays.flatMap(({ from, to }) => (to === null ? [from] : [from, dayAfter(to)]));
  const starts = [first, ...changed, ...free, ...rates.map(({ startsOn }) => startsOn)];
  const cuts = [...new Set(starts)].filter((day) => day >= first && day <= until).toSorted();
  return cuts.flatMap((start, at) => {
    const next = cuts[at + 1];
    const end = next === undefined ? until : dayBefore(next);
    if (freeDays.some(({ from, to }) => from <= start && (to === null || start <= to))) return [];
    const day = maxDate(start, afterGrace);
    const openFen = changes.reduce((sum, { on, fen }) => (on < day ? sum + fen : sum), principalFen);
    const rate = rates
      .filter(({ startsOn }) => startsOn <= start)
      .toSorted(byStart)
      .at(-1);
    if (!rate || openFen <= 0) return [];
    return [{ from: start, to: end, days: daysBetweenInclusive(start, end), openFen, dailyRate: rate.dailyRate }];
  });
}

const byStart = (a: DailyRate, b: DailyRate) => a.startsOn.localeCompare(b.startsOn);

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
    (sum, { openFen, days, dailyRate }) => sum + BigInt(openFen) * BigInt(days) * scaled(dailyRate),
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
