/**
 * What the reason of a reversal begins with where no person wrote it: whoever takes charges back writes it, and the report
 * of what was taken back (BIL-112) knows by it where an entry comes from.
 */
export const REVERSAL_WORDS = {
  CORRECTION: "更正 ",
  RECALCULATION: "应收重算：",
  TRANSFER: "房屋过户 ",
  SPLIT: "拆分 ",
  MERGE: "合并 ",
  RESTORE: "复原 ",
  EARLY_END: "提前终止 ",
  OPENING: "撤回期初导入 ",
  LATE_FEE: "补记以前日期的收款，违约金重算",
} as const;
