/** In which order bills are offset (BIL-61). */
export const offsetOrderLabels = {
  PERIOD_FIRST: "月份早的先抵，同月按项目顺序",
  ITEM_FIRST: "按项目顺序先抵，同一项目月份早的先抵",
} as const;
export type OffsetOrder = keyof typeof offsetOrderLabels;

/** What happens to a bill that the money does not cover (BIL-62). */
export const offsetShortageLabels = { PARTIAL: "抵一部分", WHOLE_ONLY: "只抵整笔" } as const;
export type OffsetShortage = keyof typeof offsetShortageLabels;

/** What started an offset run. */
export const offsetTriggerLabels = { MANUAL: "手工", PUBLISH: "发布应收后", DAILY: "每日自动" } as const;
export type OffsetTrigger = keyof typeof offsetTriggerLabels;

export const offsetRunStatusLabels = { RUNNING: "冲抵中", DONE: "已冲抵", FAILED: "没有办成" } as const;
export type OffsetRunStatus = keyof typeof offsetRunStatusLabels;

/** Why a bill is not offset, or not wholly. */
export const offsetReasonLabels = {
  DEPOSIT: "押金不能冲抵",
  DISPUTED: "有争议，处理后再冲抵",
  IN_PLAN: "分期缓缴中，不自动冲抵",
  LATE_FEE: "方案不冲抵违约金",
  ITEM: "不在方案的项目内",
  OUTSIDE: "不在方案的费用起止内",
  NO_MONEY: "余额已用完",
  SHORT: "余额不足，只抵整笔",
  PART: "余额不足，只抵一部分",
} as const;
export type OffsetReason = keyof typeof offsetReasonLabels;
