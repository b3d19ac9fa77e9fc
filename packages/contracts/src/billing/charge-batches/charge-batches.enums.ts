/** How a one-off charge of many rooms comes to its amount (BIL-146). */
export const chargeBasisLabels = { ROOM: "每间同一金额", AREA: "按计费面积（单价 × 面积）" } as const;
export type ChargeBasis = keyof typeof chargeBasisLabels;

/** Why a room of a batch is not charged. */
export const chargeSkipLabels = {
  NO_PAYER: "费用起日没有收费对象",
  ENDED: "房间已停用或已拆分、合并",
  NO_AREA: "没有计费面积",
  BEFORE_START: "早于业主起算的月份，确需收费的请逐笔登记",
  DOUBLE: "已有相同的临时收费",
} as const;
export type ChargeSkip = keyof typeof chargeSkipLabels;

/** Where the one-off charges of a batch come from. */
export const chargeBatchKindLabels = { ROOMS: "批量录入", WORKBOOK: "导入" } as const;
export type ChargeBatchKind = keyof typeof chargeBatchKindLabels;
