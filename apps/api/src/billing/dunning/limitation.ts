import type { LimitationActKind } from "@linli/contracts";
import { addMonths, dayInPeriod, dayOf, periodOf } from "../../common/calendar.js";

/** Years of limitation (Civil Code 188). */
export const LIMITATION_YEARS = 3;

/** Something that may bear on the limitation of a charge. */
export interface LimitationAct {
  kind: LimitationActKind;
  on: string;
  /** Of a lawsuit: the day it ended, null while it is under way. Left out for other acts. */
  until?: string | null;
}

/** An act and what it made of the clock. */
export interface JudgedAct {
  kind: LimitationActKind;
  on: string;
  until: string | null;
  counts: boolean;
  /** The last day of limitation after it; null while a lawsuit is under way. */
  lastDay: string | null;
}

export interface Limitation {
  /** The last day on which a court hears the claim; null while a lawsuit is under way. */
  lastDay: string | null;
  acts: JudgedAct[];
}

/**
 * The limitation clock of one charge (诉讼时效, LAW-13; Civil Code 188, 192, 195, 200–202). It runs from the day after the
 * due day for three years and ends with the day of the same date, or the last of the month. A demand that arrived, a part
 * payment and a lawsuit count only before the end and make it start anew on the day after; a lawsuit keeps it standing until
 * it ends. A promise also counts after the end: who agreed to pay cannot plead limitation any more. Pure; acts in any order.
 */
export function limitationOf(dueOn: string, acts: readonly LimitationAct[]): Limitation {
  let lastDay: string | null = threeYearsAfter(dueOn);
  const judged = inOrder(acts).map((act): JudgedAct => {
    const until = act.kind === "LAWSUIT" ? (act.until ?? null) : null;
    const counts = act.kind === "PROMISE" || lastDay === null || act.on <= lastDay;
    if (counts) lastDay = later(lastDay, endOf(act));
    return { kind: act.kind, on: act.on, until, counts, lastDay };
  });
  return { lastDay, acts: judged };
}

/** By day; on one day a promise first, for it revives what others may then prolong. */
function inOrder(acts: readonly LimitationAct[]): LimitationAct[] {
  const rank = ({ kind }: LimitationAct) => (kind === "PROMISE" ? 0 : 1);
  return acts.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : rank(a) - rank(b)));
}

function endOf(act: LimitationAct): string | null {
  if (act.kind !== "LAWSUIT") return threeYearsAfter(act.on);
  return act.until ? threeYearsAfter(act.until) : null;
}

/** null is a clock that stands still and lies after every day. */
const later = (a: string | null, b: string | null) => (a === null || b === null ? null : a > b ? a : b);

function threeYearsAfter(day: string): string {
  return dayInPeriod(addMonths(periodOf(day), 12 * LIMITATION_YEARS), dayOf(day));
}
