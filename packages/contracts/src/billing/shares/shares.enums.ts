/** By what a public cost is shared among rooms (BIL-24); without an agreement by exclusive area (LAW-10). */
export const shareMethodLabels = {
  AREA: "按面积",
  HOUSEHOLD: "按户",
  PEOPLE: "按人数",
  USE: "按用量",
  CUSTOM: "按约定比例",
} as const;
export type ShareMethod = keyof typeof shareMethodLabels;

/** What rooms are weighed by in each. */
export const shareBaseLabels: Readonly<Record<ShareMethod, string>> = {
  AREA: "面积",
  HOUSEHOLD: "户数",
  PEOPLE: "人数",
  USE: "用量",
  CUSTOM: "约定比例",
};

/** Where the amount of a month comes from. LOSS shares what the master meter says more than its sub-meters (BIL-25). */
export const shareSourceLabels = {
  AMOUNT: "直接填写金额",
  USE: "公共用量 × 单价",
  LOSS: "损耗（总表 − 分表）× 单价",
} as const;
export type ShareSource = keyof typeof shareSourceLabels;

/** What becomes of the share of a room nobody lives in. */
export const shareVacancyLabels = {
  INCLUDE: "照常分摊",
  EXCLUDE: "不参与，由其他房间分摊",
  BORNE: "计入分摊但不收，由物业承担",
} as const;
export type ShareVacancy = keyof typeof shareVacancyLabels;

/** NONE: nothing entered for the month; CONFIRMED: the next charge run bills it. */
export const shareStatusLabels = { NONE: "未填写", DRAFT: "待确认", CONFIRMED: "已确认" } as const;
export type ShareStatus = keyof typeof shareStatusLabels;
