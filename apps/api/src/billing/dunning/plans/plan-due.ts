import { addDays, addMonths, dayInPeriod, dayOf, monthsBetween, periodOf } from "../../../common/calendar.js";

/** What of a plan decides when it is due. */
export interface Rhythm {
  startsOn: string;
  everyMonths: number;
  /** Of a plan for bills: so many days before its days it is due; null for demands. */
  daysBefore: number | null;
  /** The day of its last batch. */
  lastOn: string | null;
}

/**
 * The day a plan is due: its latest day that has come and after which nothing was issued, else the next one to come. Days
 * that were missed are not made up for one by one. Bills go out before those days, which are due days then.
 */
export function planDueOn({ startsOn, everyMonths, daysBefore, lastOn }: Rhythm, today: string): string {
  const ahead = daysBefore ?? 0;
  const at = (turn: number) =>
    addDays(dayInPeriod(addMonths(periodOf(startsOn), turn * everyMonths), dayOf(startsOn)), -ahead);
  let turn = Math.max(0, Math.floor(monthsBetween(startsOn, addDays(today, ahead)) / everyMonths));
  if (turn > 0 && at(turn) > today) turn -= 1;
  const latest = at(turn);
  return lastOn !== null && lastOn >= latest ? at(turn + 1) : latest;
}
