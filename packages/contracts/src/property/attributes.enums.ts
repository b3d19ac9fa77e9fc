/** What a user-defined attribute belongs to. */
export const attributeOwnerLabels = { ROOM: "房间", CUSTOMER: "客户" } as const;
export type AttributeOwner = keyof typeof attributeOwnerLabels;

/** What kind of value it holds; fixed as soon as one is stored. */
export const attributeTypeLabels = {
  TEXT: "文字",
  NUMBER: "数字",
  DATE: "日期",
  CHOICE: "单选",
  CHOICES: "多选",
  FLAG: "是否",
} as const;
export type AttributeType = keyof typeof attributeTypeLabels;
