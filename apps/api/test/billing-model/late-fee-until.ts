import { addDays } from "../../src/common/calendar.js";

/** The terms a late fee goes by. Rates and the cap are shares, as whole numbers of a hundred-millionth. */
export interface LateFeeTerms {
  graceDays: number;
  /** Whether the days of grace stay free for good; else they count once it is over. */
  graceIsFree: boolean;
  cap: bigint | null;
  unit: "DAY" | "MONTH_BEGUN" | "MONTH_FULL";
  /** Per day or month. */
  rates: readonly { from: string; rate: bigint }[];
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

/** Day by day or month by month, one multiplication each; rounded once, half up, and capped (BIL-50, BIL-51). */
export function lateFeeUntil(lateness: Lateness, terms: LateFeeTerms, until: string): LateFeeUntil {
  const { due, principal, carried } = lateness;
  const afterGrace = addDays(due, terms.graceDays + 1);
  const parts = until < afterGrace ? [] : partsOf(lateness, terms, afterGrace, until);
  const sum = parts.reduce((all, part) => all + part.fen, 0n);
  const fen = (sum * 2n + SHARE) / (SHARE * 2n);
  const left = terms.cap === null ? fen : (principal * terms.cap) / SHARE - carried;
  const most = left > 0n ? left : 0n;
  return { fen: fen < most ? fen : most, firstDay: parts[0]?.from ?? null };
}

/** What each day or month comes to, in hundred-millionths of a fen; those that bear nothing are left out. */
function partsOf(
  { due, principal, countedTo, changes }: Lateness,
  { unit, graceIsFree, rates }: LateFeeTerms,
  afterGrace: string,
  until: string,
): { from: string; fen: bigint }[] {
  const first = graceIsFree ? afterGrace : addDays(due, 1);
  const start = unit === "DAY" || first > rates[0]!.from ? first : rates[0]!.from;
  const parts: { from: string; fen: bigint }[] = [];
  for (let n = 0; ; n++) {
    const from = unit === "DAY" ? addDays(start, n) : monthsAfter(start, n);
    const owedOn = unit === "MONTH_FULL" ? addDays(monthsAfter(start, n + 1), -1) : from;
    if (owedOn > until) return parts;
    const seen = owedOn < afterGrace ? afterGrace : owedOn;
    const open = changes.reduce((rest, { on, fen }) => (on < seen ? rest + fen : rest), principal);
    const rate = rates.findLast((one) => one.from <= from)?.rate;
    if (rate === undefined || open <= 0n || (countedTo !== null && owedOn <= countedTo)) continue;
    parts.push({ from, fen: open * rate });
  }
}

/** The same day `n` months later, or the last of that month where it has fewer. */
function monthsAfter(day: string, n: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const length = new Date(Date.UTC(year, month + n, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + n, Math.min(date, length))).toISOString().slice(0, 10);
}
