import { formatPeriod } from "../../../lib/dates";

export const archiveTones = {
  PENDING: "warning",
  RUNNING: "active",
  READY: "good",
  REJECTED: "bad",
  FAILED: "bad",
} as const;

/** Months in a row, for they are closed in order. */
export function monthsText(months: readonly string[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return "没有月份";
  return first === last ? formatPeriod(first) : `${formatPeriod(first)}至 ${formatPeriod(last)}，${months.length} 个月`;
}
