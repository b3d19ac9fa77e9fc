import { covers, type DaySpan, dayAfter } from "../common/calendar.js";

/** The last day up to which the spans cover time without a gap from a day on: null for ever, undefined when not even that day. */
export function coveredUntil(spans: readonly DaySpan[], day: string): string | null | undefined {
  let until: string | null | undefined;
  let next = day;
  for (;;) {
    const span = spans.find((one) => covers(one, next));
    if (!span) return until;
    if (span.to === null) return null;
    until = span.to;
    next = dayAfter(span.to);
  }
}

/** Whether every day of the span lies in one of the others. */
export function isCovered({ from, to }: DaySpan, spans: readonly DaySpan[]): boolean {
  const until = coveredUntil(spans, from);
  if (until === null) return true;
  return until !== undefined && to !== null && until >= to;
}
