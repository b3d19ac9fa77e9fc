/** Kinds of fee items (BIL-01). */
export const feeItemKindLabels = {
  REGULAR: "常规",
  METERED: "走表",
  SHARED: "分摊",
  ONE_OFF: "临时",
  LEASE: "租赁",
  DEPOSIT: "押金",
  PASS: "出入证",
} as const;
export type FeeItemKind = keyof typeof feeItemKindLabels;

/** Items that are charged by hand, for many rooms at once or from a workbook (BIL-146): one-off fees and fees for passes. */
export const handChargedKinds: readonly string[] = ["ONE_OFF", "PASS"] satisfies FeeItemKind[];

/** Whose income it is: 公共收益 belongs to the owners and is never mixed (LAW-21). */
export const incomeClassLabels = { PROPERTY: "物业费", DIVERSIFIED: "多种经营", PUBLIC: "公共收益" } as const;
export type IncomeClass = keyof typeof incomeClassLabels;

/** What the price is multiplied by. */
export const rateBaseLabels = {
  AREA: "按面积",
  HOUSEHOLD: "按户",
  FIXED: "固定金额",
  COUNT: "按数量",
  METERED: "按表计量",
  FORMULA: "按公式",
} as const;
export type RateBase = keyof typeof rateBaseLabels;

export const areaKindLabels = {
  CHARGE: "收费面积",
  BUILDING: "建筑面积",
  INNER: "套内面积",
  USABLE: "使用面积",
} as const;
export type AreaKind = keyof typeof areaKindLabels;

export const cycleLabels = { MONTH: "月", QUARTER: "季", HALF_YEAR: "半年", YEAR: "年" } as const;
export type Cycle = keyof typeof cycleLabels;

/** From which month quarters, half-years and years are counted (BIL-12): January, or the first month of each binding. */
export const cycleAnchorLabels = { NATURAL: "自然年（从 1 月起）", START: "合同月（从开始计费的月份起）" } as const;
export type CycleAnchor = keyof typeof cycleAnchorLabels;

export const timingLabels = { PREPAID: "预付（周期首月出账）", POSTPAID: "后付（周期末月出账）" } as const;
export type Timing = keyof typeof timingLabels;

/** How a broken month is charged (BIL-10). */
export const prorationLabels = {
  ACTUAL_DAYS: "按当月实际天数",
  FIXED_30: "每月按 30 天",
  HALF_MONTH: "按半月",
  WHOLE_MONTH: "不足一月按整月",
  FROM_NEXT_MONTH: "从下月起计",
} as const;
export type Proration = keyof typeof prorationLabels;

/** When a change inside a month takes effect (BIL-13). */
export const changePolicyLabels = { SPLIT_DAYS: "当日起，按天分段", NEXT_MONTH: "下月起" } as const;
export type ChangePolicy = keyof typeof changePolicyLabels;

export const roundingModeLabels = {
  HALF_UP: "四舍五入",
  HALF_EVEN: "四舍六入五成双",
  CEIL: "进位",
  FLOOR: "舍去",
} as const;
export type RoundingMode = keyof typeof roundingModeLabels;

export const roundingUnitLabels = { "0.01": "分", "0.1": "角", "1": "元" } as const;
export type RoundingUnit = keyof typeof roundingUnitLabels;

export const dueRuleLabels = {
  DAY_OF_MONTH: "当月几日",
  DAY_OF_NEXT_MONTH: "次月几日",
  DAYS_AFTER_ISSUE: "出账后几天",
  END_OF_PERIOD: "计费期末",
} as const;
export type DueRule = keyof typeof dueRuleLabels;

export const chargeStatusLabels = {
  OPEN: "未缴",
  PARTIAL: "部分缴",
  SETTLED: "已缴",
  REDUCED: "已减免",
  REVERSED: "已红冲",
} as const;
export type ChargeStatus = keyof typeof chargeStatusLabels;

export const chargeSourceLabels = {
  RUN: "批量出账",
  METER: "走表出账",
  MANUAL: "手工",
  IMPORT: "导入",
  LATE_FEE: "违约金",
  OPENING: "期初",
} as const;
export type ChargeSource = keyof typeof chargeSourceLabels;

/** What may happen to a charge after it was issued. */
export const chargeEntryKindLabels = {
  RECEIPT: "收款",
  OFFSET: "预收冲抵",
  ADJUSTMENT: "调整",
  WAIVER: "减免",
  REVERSAL: "红冲",
} as const;
export type ChargeEntryKind = keyof typeof chargeEntryKindLabels;

export const runStatusLabels = {
  REHEARSING: "试算中",
  REHEARSED: "已试算",
  PUBLISHING: "发布中",
  PUBLISHED: "已发布",
  REVERSING: "红冲中",
  REVERSED: "已红冲",
  FAILED: "失败",
} as const;
export type RunStatus = keyof typeof runStatusLabels;

/** Why a rehearsed line deserves a look. */
export const runDifferenceLabels = {
  NONE: "无差异",
  NEW: "新增",
  VANISHED: "消失",
  CHANGED: "变动较大",
  ZERO: "金额为零",
  NO_PAYER: "无收费对象",
  NO_START: "起算日期不明",
  NO_DEVELOPER: "未设开发商",
  NO_RATE: "缺少价格或数量",
  ISSUED: "已出账但不一致",
} as const;
export type RunDifference = keyof typeof runDifferenceLabels;

/** Ways of paying (BIL-70). Change is given from cash only. */
export const paymentMethodLabels = {
  CASH: "现金",
  CARD: "刷卡",
  WECHAT: "微信",
  ALIPAY: "支付宝",
  TRANSFER: "转账",
  CHEQUE: "支票",
  PREPAYMENT: "预收冲抵",
  BANK_DEBIT: "银行托收",
  OTHER: "其他",
} as const;
export type PaymentMethod = keyof typeof paymentMethodLabels;
const { BANK_DEBIT: _byReturnFile, ...byHand } = paymentMethodLabels;
/** What may be chosen by hand; 银行托收 comes of return files only (BIL-102). */
export type HandMethod = Exclude<PaymentMethod, "BANK_DEBIT">;
export const handMethodLabels: Readonly<Record<HandMethod, string>> = byHand;
/** Methods whose reference number must be entered. */
export const methodsWithReference: readonly PaymentMethod[] = ["CARD", "TRANSFER", "CHEQUE"];

export const receiptKindLabels = { RECEIPT: "收据", RED: "红字收据" } as const;
export type ReceiptKind = keyof typeof receiptKindLabels;

export const receiptStatusLabels = { VALID: "有效", REVERSED: "已红冲", VOIDED: "已作废", RED: "红字" } as const;
export type ReceiptStatus = keyof typeof receiptStatusLabels;

export const periodStatusLabels = { OPEN: "开放", CLOSING: "结账中", CLOSED: "已结" } as const;
export type PeriodStatus = keyof typeof periodStatusLabels;

/** General money pays for everything but deposits, item money only for its item (BIL-60). */
export const prepaymentKindLabels = { GENERAL: "通用", ITEM: "专用" } as const;
export type PrepaymentKind = keyof typeof prepaymentKindLabels;

export const prepaymentSourceLabels = {
  TOP_UP: "预收",
  OFFSET: "冲抵",
  REVERSAL: "红冲",
  REFUND: "退款",
  MOVE: "结转",
  CARRY_OVER: "过户结转",
  DEPOSIT: "押金转入",
  OPENING: "期初",
} as const;
export type PrepaymentSource = keyof typeof prepaymentSourceLabels;

/** A balance that is to be paid back (退还预收): asked for, paid by somebody else, or no longer wanted. */
export const prepaymentRefundStatusLabels = { OPEN: "待退款", PAID: "已退款", CANCELLED: "已取消" } as const;
export type PrepaymentRefundStatus = keyof typeof prepaymentRefundStatusLabels;

/** One notice per room, or one per payer over all his rooms. */
export const noticeGroupingLabels = { ROOM: "每个房间一张", PAYER: "每个收费对象一张" } as const;
export type NoticeGrouping = keyof typeof noticeGroupingLabels;

/**
 * What may stand in braces in the text of a notice's QR code, with an example for the preview. No name and no amount: a code
 * is read by whoever finds the paper, and what is owed changes with the first payment.
 */
export const noticeQrPlaceholders = {
  通知单号: "202611-1-2-1011-K000127",
  房号: "1-2-1011",
  客户编号: "K000127",
  月份: "2026-11",
} as const;
export type NoticeQrPlaceholder = keyof typeof noticeQrPlaceholders;

/** What a list of arrears is ordered by. */
export const arrearsSortLabels = { AMOUNT: "欠费金额", OLDEST: "最早欠费", ROOM: "房号" } as const;
export type ArrearsSort = keyof typeof arrearsSortLabels;

/** What collection rates are broken down by. */
export const rateBreakdownLabels = { BUILDING: "按楼栋", ITEM: "按收费项目" } as const;
export type RateBreakdown = keyof typeof rateBreakdownLabels;

/** What is looked at before a month is closed (BIL-90). */
export const closeCheckLabels = {
  EARLIER_OPEN: "以前月份",
  RUNS_IN_PROGRESS: "出账批次",
  DIFFERENCES: "账目核对",
  BINDINGS_WITHOUT_CHARGES: "绑定与应收",
  SHARES_OPEN: "公摊计算",
  RUNS_UNPUBLISHED: "试算与发布",
  METERS_OPEN: "抄表",
  OFFSET_PENDING: "预收冲抵",
  RED_NOT_REFUNDED: "红冲与退款",
  SHIFTS_OPEN: "班次",
  DAILY_REPORTS: "收款日报",
  RECEIPTS_UNREVIEWED: "收款审核",
  RECONCILIATION: "渠道对账",
  DEBIT_UNRETURNED: "银行托收",
  DEBIT_UNCREDITED: "托收到账",
  ONLINE_OPEN: "线上支付",
  REDUCTIONS_PENDING: "待审批的减免",
  APPROVALS_PENDING: "其他待审批",
  IMPORTS_OPEN: "数据导入",
  OPENINGS_OPEN: "期初导入",
  MONTH_NOT_OVER: "月份结束",
} as const;
export type CloseCheck = keyof typeof closeCheckLabels;

/** BLOCK: must be put right first. WARN: may be confirmed. OK: nothing found. */
export const checkSeverityLabels = { OK: "通过", WARN: "提醒", BLOCK: "必须处理" } as const;
export type CheckSeverity = keyof typeof checkSeverityLabels;

/** Papers that a price rests on. */
export const rateFileLabels = {
  CONTRACT: "物业服务合同",
  FILING: "备案或定价文件",
  RESOLUTION: "业主大会决定",
  OTHER: "其他依据",
} as const;
export type RateFile = keyof typeof rateFileLabels;

/**
 * What a quantity of a fee item is on papers and the price board where no standard says it (BIL-01): m², pieces in the unit of
 * the price, or nothing but an amount.
 */
export const printFormLabels = { AREA: "按面积", COUNT: "按数量", OTHER: "其他" } as const;
export type PrintForm = keyof typeof printFormLabels;
