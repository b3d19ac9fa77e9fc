/** What becomes of rooms (SCN-08): one into several, or several into one. */
export const restructureKindLabels = { SPLIT: "拆分", MERGE: "合并" } as const;
export type RestructureKind = keyof typeof restructureKindLabels;

/** Where a split or merge stands. */
export const restructureStateLabels = {
  DRAFT: "草稿",
  PENDING: "待审批",
  DONE: "已完成",
  RESTORED: "已复原",
  VOID: "作废",
} as const;
export type RestructureState = keyof typeof restructureStateLabels;

/** Which states may follow which. A request that is refused or withdrawn is a draft again. */
export const restructureNext: Record<RestructureState, readonly RestructureState[]> = {
  DRAFT: ["PENDING", "VOID"],
  PENDING: ["DRAFT", "DONE"],
  DONE: ["RESTORED"],
  RESTORED: [],
  VOID: [],
};

/** What a line of the preview is about. */
export const restructureTopicLabels = {
  ROOM: "房号与面积",
  RELATION: "客户关系",
  PAYER: "收费对象",
  BINDING: "收费标准",
  CHARGE: "应收与欠费",
  PREPAYMENT: "预收",
  METER: "表具",
  VEHICLE: "车辆与车位",
  DEBIT: "划款协议",
} as const;
export type RestructureTopic = keyof typeof restructureTopicLabels;

/** Most rooms one room is split into, and most rooms that are merged into one (N2). */
export const MAX_RESTRUCTURED_ROOMS = 20;
