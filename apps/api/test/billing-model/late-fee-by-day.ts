import { addDays } from "../../src/common/calendar.js";

/** The terms a late fee goes by. Rates and the cap are shares, as whole numbers of a hundred-millionth. */
export interface LateFeeTerms {
  graceDays: number;
  /** Whether the days of grace stay free for good; else they count once it is over. */
  graceIsFree: boolean;
  cap: bigint | null;
  rates: readonly { from: string; daily: bigint }[];
}

/** What of a charge a late fee follows from, in fen. */
export interface Lateness {
  due: string;
  /** Charged, without what was reversed. */
  principal: bigint;
  /** Days until this one were booked on what the charge stands for. */
  countedTo: string | null;
  /** What was booked of these days: it counts towards the cap. */
  carried: bigint;
  /** Receipts that stand, waivers and what undid them. */
  changes: readonly { on: string; fen: bigint }[];
}

export interface LateFeeUntil {
  fen: bigint;
  /** The first day that bears one. */
  firstDay: string | null;
}

const SHARE = 100_000_000n;

/** One day after the other, one multiplication each; rounded once, half up, and capped (BIL-50, BIL-51). */
export function lateFeeByDay(
  { due, principal, countedTo, carried, changes }: Lateness,
  terms: LateFeeTerms,
  until: string,
): LateFeeUntil {
  const afterGrace = addDays(due, terms.graceDays + 1);
  let sum = 0n;
  let firstDay: string | null = null;
  for (let day = terms.graceIsFree ? afterGrace : addDays(due, 1); day <= until; day = addDays(day, 1)) {
    if (until < afterGrace) break;
    const seen = day < afterGrace ? afterGrace : day;
    const open = changes.reduce((rest, { on, fen }) => (on < seen ? rest + fen : rest), principal);
    const rate = terms.rates.findLast(({ from }) => from <= day)?.daily;
    if (rate === undefined || open <= 0n || (countedTo !== null && day <= countedTo)) continue;
    firstDay ??= day;
    sum += open * rate;
  }
  const fen = (sum * 2n + SHARE) / (SHARE * 2n);
  const left = terms.cap === null ? fen : (principal * terms.cap) / SHARE - carried;
  const most = left > 0n ? left : 0n;
  return { fen: fen < most ? fen : most, firstDay };
}
