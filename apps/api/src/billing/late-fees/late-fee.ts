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
  /** The last day whose late fee is booked already. */
  bookedTo: string | null;
  /** What is booked already. */
  bookedFen: number;
}

/** Days with one balance and one rate. */
export interface LateFeeSegment {
  from: string;
  to: string;
  days: number;
  openFen: number;
  dailyRate: string;
}

/** What accrued until a day and is not booked yet; in fen. */
export interface LateFee {
  fen: number;
  /** Days that bear a late fee. */
  days: number;
  segments: LateFeeSegment[];
  /** What the days come to, when the cap lets less pass. */
  uncappedFen: number | null;
}

/** The first day that counts once the grace is over, and the last day of grace. */
function spanOf({ dueOn }: OverdueCharge, { graceDays, gracePolicy }: LateFeeRules) {
  const graceEnd = addDays(dueOn, graceDays);
  return { graceEnd, first: dayAfter(gracePolicy === "FREE" ? graceEnd : dueOn) };
}

/**
 * The late fee of a charge as of the end of a day (BIL-50): simple, open principal × daily rate, day by day. The day of a
 * payment still counts at the balance before it; days are cut where the balance or the rate changes; the sum is rounded
 * once, half up to the fen, and what was booked before counts towards the cap.
 */
export function lateFeeOf(charge: OverdueCharge, rules: LateFeeRules, asOf: string): LateFee {
  const { graceEnd, first } = spanOf(charge, rules);
  const from = charge.bookedTo === null ? first : maxDate(first, dayAfter(charge.bookedTo));
  if (asOf <= graceEnd || asOf < from) return { fen: 0, days: 0, segments: [], uncappedFen: null };
  const segments = segmentsOf(charge, rules.rates, from, asOf);
  const fen = amountOf(segments);
  const capped = cappedAt(charge, rules.capShare, fen);
  return {
    fen: capped,
    days: segments.reduce((sum, { days }) => sum + days, 0),
    segments,
    uncappedFen: capped < fen ? fen : null,
  };
}

/** Cuts the days where the balance or the rate changes; days without balance or rate are left out. */
function segmentsOf(
  { principalFen, changes }: OverdueCharge,
  rates: readonly DailyRate[],
  from: string,
  to: string,
): LateFeeSegment[] {
  const starts = [from, ...changes.map(({ on }) => dayAfter(on)), ...rates.map(({ startsOn }) => startsOn)];
  const cuts = [...new Set(starts)].filter((day) => day >= from && day <= to).toSorted();
  return cuts.flatMap((start, at) => {
    const next = cuts[at + 1];
    const end = next === undefined ? to : dayBefore(next);
    const openFen = changes.reduce((sum, { on, fen }) => (on < start ? sum + fen : sum), principalFen);
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

function cappedAt({ principalFen, bookedFen }: OverdueCharge, capShare: string | null, fen: number): number {
  if (capShare === null) return fen;
  const cap = Number(divide(BigInt(principalFen) * scaled(capShare), pow10(SCALE), "HALF_UP"));
  return Math.max(0, Math.min(fen, cap - bookedFen));
}
