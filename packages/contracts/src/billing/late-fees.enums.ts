/** What becomes of the days of grace once they are over (BIL-51). */
export const gracePolicyLabels = {
  FREE: "宽限期内的天数不计违约金",
  COUNTED: "过了宽限期，从应缴日次日起计",
} as const;
export type GracePolicy = keyof typeof gracePolicyLabels;

/**
 * What a rate of a scheme is for (BIL-50): a day overdue, or a month. Months are counted from the first day that bears a
 * late fee (3月1日起：3月1日—3月31日为第 1 个月), not by the calendar; a month that was begun counts whole, or only one that is over.
 */
export const lateFeeUnitLabels = {
  DAY: "按日",
  MONTH_BEGUN: "按月，不足一个月按一个月计",
  MONTH_FULL: "按月，满一个月才计",
} as const;
export type LateFeeUnit = keyof typeof lateFeeUnitLabels;

/** By which scheme the charges of a standard bear late fees (BIL-04). */
export const rateLateFeeLabels = {
  ITEM: "按收费项目的方案",
  SCHEME: "指定方案",
  NONE: "不计收",
} as const;
export type RateLateFee = keyof typeof rateLateFeeLabels;
