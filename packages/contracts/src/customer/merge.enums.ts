/** Why two customers are probably the same, the surest first. */
export const duplicateReasonLabels = {
  NAME_PHONE: "姓名和电话相同",
  NAME_ROOM: "姓名和房间相同",
  PHONE: "电话相同",
} as const;
export type DuplicateReason = keyof typeof duplicateReasonLabels;
