/** How a vacancy reduction (空置减免, BIL-41) is counted. */
export const vacancyKindLabels = {
  PERCENT: "按比例",
  AMOUNT: "每月定额",
  MONTHS: "免收几个月",
} as const;
export type VacancyKind = keyof typeof vacancyKindLabels;

export const vacancyStatusLabels = {
  REQUESTED: "待查验",
  PENDING: "待审批",
  APPROVED: "已生效",
  REJECTED: "未通过",
  WITHDRAWN: "已撤回",
} as const;
export type VacancyStatus = keyof typeof vacancyStatusLabels;

/** Papers of a vacancy reduction. */
export const vacancyFileLabels = { PHOTO: "查验照片", FORM: "申请表", OTHER: "其他材料" } as const;
export type VacancyFile = keyof typeof vacancyFileLabels;
