import type { GracePolicy, LateFeeUnit } from "@linli/contracts";

/** A rate from a day on; a share of the open principal per day or month. */
export interface LateFeeRate {
  startsOn: string;
  rate: string;
}

/** The rules of a scheme (BIL-50, BIL-51). */
export interface LateFeeRules {
  unit: LateFeeUnit;
  graceDays: number;
  gracePolicy: GracePolicy;
  /** Share of the principal; null for no cap. */
  capShare: string | null;
  rates: readonly LateFeeRate[];
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
  /** The last day whose late fee was booked on the charge this one stands for: it and those before are not counted again. */
  carriedTo?: string | null;
  /** What was booked on that one: it counts towards the cap. */
  carriedFen?: number;
}

/** Days with one balance and one rate. */
export interface DaySegment {
  from: string;
  to: string;
  days: number;
  openFen: number;
  dailyRate: string;
}

/** Months with one balance and one rate; the last of those that count when begun may end in the future. */
export interface MonthSegment {
  from: string;
  to: string;
  months: number;
  openFen: number;
  monthlyRate: string;
}

export type LateFeeSegment = DaySegment | MonthSegment;

/** The first day that bears a late fee, the first after the grace, and the last looked at. */
export interface Stretch {
  first: string;
  afterGrace: string;
  until: string;
}

/** What is open of a charge before a day's own payments. */
export const openBefore = ({ principalFen, changes }: OverdueCharge, day: string): number =>
  changes.reduce((sum, { on, fen }) => (on < day ? sum + fen : sum), principalFen);

/** The rate in force on a day; none before the first. */
export const rateOn = (rates: readonly LateFeeRate[], day: string): LateFeeRate | undefined =>
  rates
    .filter(({ startsOn }) => startsOn <= day)
    .toSorted((a, b) => a.startsOn.localeCompare(b.startsOn))
    .at(-1);
