/** Why somebody pays on a day (BIL-06). */
export const payerBasisLabels = {
  ITEM: "按项目指定",
  ALL: "指定为收费对象",
  OWNER: "唯一的业主",
  DEVELOPER: "建设单位（无业主）",
} as const;
export type PayerBasis = keyof typeof payerBasisLabels;

export const nodeKindLabels = { ROOM: "房间", CUSTOMER: "客户" } as const;
export type NodeKind = keyof typeof nodeKindLabels;

/** What the one search box finds (QRY-02). */
export const hitKindLabels = {
  ROOM: "房间",
  CUSTOMER: "客户",
  VEHICLE: "车辆",
  SPACE: "车位",
  RECEIPT: "收据",
} as const;
export type HitKind = keyof typeof hitKindLabels;

/** What a text typed into the search box may be. */
export const inputKindLabels = {
  ID_NUMBER: "证件号码",
  PHONE: "电话",
  PHONE_TAIL: "电话后四位",
  PLATE: "车牌",
  RECEIPT: "收据号",
  CODE: "编号",
  NAME: "姓名",
} as const;
export type InputKind = keyof typeof inputKindLabels;

export const formerRoleLabels = { OWNER: "业主", TENANT: "租户" } as const;
export type FormerRole = keyof typeof formerRoleLabels;

/** What may be under way on a room. */
export const underWayKindLabels = {
  TRANSFER: "过户",
  SPLIT: "拆分",
  MERGE: "合并",
  APPROVAL: "审批",
  INSPECTION: "房产验收",
  DEFECTS: "缺陷整改",
  WAIVER: "减免",
} as const;
export type UnderWayKind = keyof typeof underWayKindLabels;
