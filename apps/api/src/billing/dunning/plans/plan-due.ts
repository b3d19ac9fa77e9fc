import { addMonths, dayInPeriod, dayOf, monthsBetween, periodOf } from "../../../common/calendar.js";

/** What of a plan decides when it is due. */
export interface Rhythm {
  startsOn: string;
  everyMonths: number;
  /** The day of its last batch. */
  lastOn: string | null;
}

/**
 * The day a plan is due: its latest day that has come and after which nothing was issued, else the next one to come. Days
 * that were missed are not made up for one by one.
 */
export function planDueOn({ startsOn, everyMonths, lastOn }: Rhythm, today: string): string {
  const at = (turn: number) => dayInPeriod(addMonths(periodOf(startsOn), turn * everyMonths), dayOf(startsOn));
  let turn = Math.max(0, Math.floor(monthsBetween(startsOn, today) / everyMonths));
  if (turn > 0 && at(turn) > today) turn -= 1;
  const latest = at(turn);
  return lastOn !== null && lastOn >= latest ? at(turn + 1) : latest;
}
