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
