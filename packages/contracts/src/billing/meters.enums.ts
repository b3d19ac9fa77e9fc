import type { MeterKind } from "../customer/transfers.enums.js";

/** What tiers count over before they begin anew (阶梯, BIL-21). */
export const tierBasisLabels = { MONTH: "月", CYCLE: "计费周期累计", YEAR: "年累计" } as const;
export type TierBasis = keyof typeof tierBasisLabels;

/** What a use of a kind of meter is counted in. */
export const meterUnits: Readonly<Record<MeterKind, string>> = {
  WATER: "吨",
  POWER: "度",
  GAS: "立方米",
  HEAT: "千瓦时",
  OTHER: "",
};

/** Where a meter stands: in a room, or for the public parts of a building or the project. */
export const meterPlaceLabels = { ROOM: "户表", PUBLIC: "公共表" } as const;
export type MeterPlace = keyof typeof meterPlaceLabels;

/** A meter is in use from its installation until it is taken out. */
export const meterStatusLabels = { ACTIVE: "在用", REMOVED: "已拆除" } as const;
export type MeterStatus = keyof typeof meterStatusLabels;

/** Why a reading was taken. One REGULAR reading per meter and month; the others whenever something happens. */
export const readingKindLabels = {
  REGULAR: "例行抄表",
  TRANSFER: "过户抄表",
  RESTRUCTURE: "拆分合并抄表",
  REMOVAL: "拆表",
} as const;
export type ReadingKind = keyof typeof readingKindLabels;

/** A reading is never edited: a correction puts another in its place, a deletion leaves it behind. */
export const readingStatusLabels = { VALID: "有效", CORRECTED: "已更正", DELETED: "已删除" } as const;
export type ReadingStatus = keyof typeof readingStatusLabels;

/** What makes a reading worth a second look (BIL-20): confirmed with a reason, or put right. */
export const readingAlertLabels = {
  ROLLED_OVER: "读数翻转",
  ZERO: "用量为零",
  HIGH: "高于前两期平均",
  SEASONAL: "高于去年同期",
  ESTIMATED: "估抄",
} as const;
export type ReadingAlert = keyof typeof readingAlertLabels;

/** Where a meter stands in a reading sheet. */
export const sheetLineStatusLabels = { MISSING: "未抄", READ: "已抄", ALERT: "异常已确认", BILLED: "已出账" } as const;
export type SheetLineStatus = keyof typeof sheetLineStatusLabels;
