import type { Cycle, CycleAnchor, Timing } from "@linli/contracts";
import { addMonths, maxDate, minDate, monthOf, monthsBetween, monthsOf, periodOf } from "../../common/calendar.js";

export interface BilledMonthsInput {
  /** How many months a bill covers (BIL-12); lines are monthly whatever the cycle. */
  cycle: Cycle;
  /** Billed at the beginning of the cycle or in its last month. */
  timing: Timing;
  /** NATURAL when absent. */
  anchor?: CycleAnchor;
  /** The period the run bills, YYYY-MM. */
  runPeriod: string;
  /** First day that is billed, YYYY-MM-DD. */
  start: string;
  /** First day of the binding, whose month the cycles count from when `anchor` is START; `start` when absent. */
  boundOn?: string;
  /** Last day of the binding, `null` or absent while it has none. */
  end?: string | null;
  /** The first period that the project bills in this system; nothing earlier is billed. */
  firstPeriod?: string | null;
}

const MONTHS: Record<Cycle, number> = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 };

/**
 * The periods for which a run of `runPeriod` makes lines, in order (BIL-12).
 *
 * PREPAID: all months of the cycle in which the run lies. Every run of the cycle answers the same months, so that an
 * object bound late is caught up; what already has a line is skipped by whoever inserts.
 * POSTPAID: nothing until the last month of the cycle, or until the month in which the binding ends; then the months
 * of the cycle up to there. Both leave out months before the start, after the end and before the project's first period.
 */
export function billedMonths(input: BilledMonthsInput): string[] {
  const { timing, runPeriod, start, end = null, firstPeriod = null } = input;
  const [cycleFirst, cycleLast] = cycleOf(input);
  const from = maxDate(maxDate(cycleFirst, periodOf(start)), firstPeriod);
  const to = minDate(cycleLast, end === null ? null : periodOf(end));
  if (timing === "POSTPAID" && runPeriod < to) return [];
  return monthsOf(from, to);
}

/** All months that any binding's cycle may reach from a run's period, first and last. */
export function monthsReached(cycle: Cycle, anchor: CycleAnchor, runPeriod: string): [string, string] {
  const most = MONTHS[cycle] - 1;
  if (anchor === "START") return [addMonths(runPeriod, -most), addMonths(runPeriod, most)];
  return cycleOf({ cycle, timing: "PREPAID", runPeriod, start: runPeriod });
}

/** First and last month of the cycle in which the run lies. */
export function cycleOf({
  cycle,
  anchor = "NATURAL",
  runPeriod,
  start,
  boundOn = start,
}: BilledMonthsInput): [string, string] {
  const length = MONTHS[cycle];
  const sinceAnchor = anchor === "NATURAL" ? monthOf(runPeriod) - 1 : monthsBetween(boundOn, runPeriod);
  const first = addMonths(runPeriod, -(((sinceAnchor % length) + length) % length));
  return [first, addMonths(first, length - 1)];
}
