import { addMonths, periodOf } from "../../common/calendar.js";
import { InvalidInput } from "../../common/rule-violation.js";

/** How many months before and after the current one billing may begin. */
const [BACK, AHEAD] = [120, 24];

/**
 * Keeps the first month of account near today: each month from it on is listed and closed one by one, so a slip of the
 * pen (1926-01) would leave twelve hundred months to close.
 * @throws INVALID_INPUT
 */
export function refuseDistantFirstPeriod(firstPeriod: string, today: string): void {
  const [from, to] = [addMonths(periodOf(today), -BACK), addMonths(periodOf(today), AHEAD)];
  if (firstPeriod >= from && firstPeriod <= to) return;
  throw new InvalidInput({ firstPeriod: [`首个账期须在 ${from} 至 ${to} 之间`] });
}
