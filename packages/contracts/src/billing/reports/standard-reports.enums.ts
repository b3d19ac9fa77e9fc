import { waiverReasonLabels } from "../waivers.enums.js";

/** The standard reports of charging (收费报表, BIL-112). */
export const standardReportLabels = {
  MONTH: "应收收款月报",
  RECEIVABLES: "应收明细表",
  RECEIVABLE_TOTALS: "应收汇总表",
  TAKINGS: "收款汇总表",
  RECEIPTS: "收款明细表",
  METHODS: "收款方式汇总表",
  AGEING: "欠费账龄表",
  ARREARS: "欠费明细表",
  RATES: "收缴率表",
  PREPAYMENTS: "预收款余额发生表",
  PAID_BEYOND: "预缴清单",
  DEPOSITS: "押金收退表",
  DEPOSIT_LIST: "押金明细表",
  REVERSALS: "红冲退款表",
  ADJUSTMENTS: "调整与红冲明细表",
  REDUCTIONS: "减免明细表",
  REDUCTION_TOTALS: "减免汇总表",
  READINGS: "抄表明细表",
  LOSSES: "损耗表",
  SHARES: "公摊明细表",
  DEBITS: "托收结果表",
  DEBIT_REASONS: "托收失败原因表",
  BOOKS: "票据使用表",
  PUBLIC_INCOME: "公共收益收支表",
  REMITTANCES: "代收代付汇缴表",
  MAINTENANCE_FUND: "维修资金分户表",
  YEAR: "年度收费一览",
} as const;
export type StandardReport = keyof typeof standardReportLabels;

/** What a report may be asked for. */
export const reportParameterLabels = {
  days: "日期",
  periods: "月份",
  asOf: "截止日期",
  year: "年度",
  buildingId: "楼栋",
  feeItemId: "收费项目",
  by: "汇总方式",
  basis: "日期口径",
  part: "款项",
  method: "收款方式",
  reason: "减免原因",
} as const;
export type ReportParameter = keyof typeof reportParameterLabels;

/** How rows are put together; ALL is one row of everything, of each month where months stand by themselves. */
export const reportGroupingLabels = {
  ITEM: "按收费项目",
  BUILDING: "按楼栋",
  BOTH: "按项目和楼栋",
  ALL: "不分组",
} as const;
export type ReportGrouping = keyof typeof reportGroupingLabels;

/** By which day money counts (BIL-110): the day it was paid, or the day it was entered. */
export const reportBasisLabels = { PAID: "按收款日期", POSTED: "按入账日期" } as const;
export type ReportBasis = keyof typeof reportBasisLabels;

/**
 * What money was for, by the month a charge is booked in against the month it was paid in. CHARGES are current, arrears and
 * ahead together, SETTLED are those and what prepayments paid; PREPAYMENT is money newly kept, OFFSET no new money.
 */
export const takingPartLabels = {
  CHARGES: "收费用",
  CURRENT: "收本期",
  ARREARS: "收往期",
  AHEAD: "收以后",
  PREPAYMENT: "新收预收",
  OFFSET: "预收冲抵",
  SETTLED: "收费用与冲抵",
} as const;
export type TakingPart = keyof typeof takingPartLabels;

/** Why something was taken off a charge, as 减免表 has it. */
export const reductionReasonLabels = { ...waiverReasonLabels, VACANCY: "空置减免", DISCOUNT: "缴费优惠" } as const;
export type ReductionReason = keyof typeof reductionReasonLabels;

/** Where a reversal or an adjustment of a charge comes from, as 调整与红冲明细表 has it. */
export const adjustmentSourceLabels = {
  HAND: "手工红冲",
  RUN: "批次红冲",
  CORRECTION: "应收更正",
  RECALCULATION: "应收重算",
  READING: "抄表更正",
  LATE_FEE: "违约金收回",
  TRANSFER: "房屋过户",
  RESTRUCTURE: "拆分合并",
  EARLY_END: "提前终止",
  OPENING: "期初撤回",
  BORNE: "承担方应收收回",
  WRITE_OFF: "坏账核销",
  RECOVERY: "核销收回",
} as const;
export type AdjustmentSource = keyof typeof adjustmentSourceLabels;

/** What a column holds: MONEY in fen; STATE has labels; OPEN is a month of a room: null nothing charged, 0 paid, else owed in fen. */
export const REPORT_COLUMN_KINDS = ["TEXT", "DATE", "MONEY", "COUNT", "NUMBER", "PERCENT", "STATE", "OPEN"] as const;
export type ReportColumnKind = (typeof REPORT_COLUMN_KINDS)[number];

/** What a cell leads to: a thing by the id in `linkId`, or another report narrowed to the row. */
export const REPORT_LINKS = ["ROOM", "CUSTOMER", "CHARGE", "RECEIPT", "BATCH", "METER", "BOOK", "DEPOSIT"] as const;
export type ReportLink = (typeof REPORT_LINKS)[number];

/** Rows of a report that are written into a workbook while one waits; more are written by a job (BIL-112). */
export const REPORT_ROWS_AT_ONCE = 5_000;
/** Rows of a report that a workbook takes at most. */
export const REPORT_ROWS_MOST = 1_000_000;
