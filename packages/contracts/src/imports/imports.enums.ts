/** What a workbook is imported as. */
export const importKindLabels = {
  ROOMS: "房产",
  CUSTOMERS: "客户与客房关系",
  BINDINGS: "收费标准绑定",
  COMMUNITY: "整个小区（楼栋、业主、费用、房屋、车位）",
} as const;
export type ImportKind = keyof typeof importKindLabels;

export const importStatusLabels = {
  UPLOADED: "已上传",
  CHECKING: "检查中",
  CHECKED: "已检查",
  COMMITTING: "入库中",
  DONE: "已完成",
  FAILED: "失败",
} as const;
export type ImportStatus = keyof typeof importStatusLabels;

export const importOutcomeLabels = { CREATE: "新增", UPDATE: "修改", SAME: "无变化", REFUSE: "拒绝", LEFT_OUT: "已略过" } as const;
export type ImportOutcome = keyof typeof importOutcomeLabels;
