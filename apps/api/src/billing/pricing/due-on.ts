import type { DueRule } from "@linli/contracts";
import { addDays, addMonths, dayInPeriod, lastDay, maxDate } from "../../common/calendar.js";

/** When a charge falls due (BIL-04). */
export interface DueTerms {
  rule: DueRule;
  /** The day of the month (a month that lacks it means its last day) or the number of days; unused by END_OF_PERIOD. */
  value: number;
}

export interface DueInput {
  /** The period of the charge, YYYY-MM. */
  period: string;
  /** First day of service of the line; nothing falls due before the service begins. */
  serviceFrom: string;
  /** The day on which the bill is issued, read by DAYS_AFTER_ISSUE only. */
  issuedOn: string;
}

/**
 * The last day on which the charge can be paid without being late, YYYY-MM-DD. It follows the contract, not the run: a
 * bill issued late may be due on the day it is issued or before.
 */
export function dueOn({ rule, value }: DueTerms, { period, serviceFrom, issuedOn }: DueInput): string {
  switch (rule) {
    case "DAY_OF_MONTH":
      return maxDate(dayInPeriod(period, value), serviceFrom);
    case "DAY_OF_NEXT_MONTH":
      return dayInPeriod(addMonths(period, 1), value);
    case "DAYS_AFTER_ISSUE":
      return addDays(issuedOn, value);
    case "END_OF_PERIOD":
      return lastDay(period);
  }
}
