/** Where a shift stands (班次, BIL-73): counted with a difference it waits for a second person. */
export const shiftStatusLabels = { OPEN: "当班", COUNTED: "待见证", CLOSED: "已交班" } as const;
export type ShiftStatus = keyof typeof shiftStatusLabels;

/** Notes and coins that are counted, by their worth in fen. */
export const denominationLabels = {
  "10000": "100 元",
  "5000": "50 元",
  "2000": "20 元",
  "1000": "10 元",
  "500": "5 元",
  "100": "1 元",
  "50": "5 角",
  "10": "1 角",
  "5": "5 分",
  "2": "2 分",
  "1": "1 分",
} as const;
export type Denomination = keyof typeof denominationLabels;

/** Which charges a payer must pay first (BIL-63); a cashier may deviate when the payer asks for it, with the reason. */
export const allocationPolicyLabels = {
  FREE: "由收费对象指定",
  OLDEST_FIRST: "先到期的先收",
  NO_SKIPPING: "同一项目不能跳月",
} as const;
export type AllocationPolicy = keyof typeof allocationPolicyLabels;

/** What happens when cash of earlier days has not been banked (坐支, BIL-73). */
export const bankingPolicyLabels = { OFF: "不检查", WARN: "提醒", REFUSE: "未解款不能开班和退现金" } as const;
export type BankingPolicy = keyof typeof bankingPolicyLabels;

/** Files of a deposit slip. */
export const bankDepositFileLabels = { SLIP: "银行回单" } as const;

/** Where a cashier's daily report stands (收款日报表, BIL-74): CHANGED was sent, and more was taken afterwards. */
export const dailyReportStateLabels = {
  DUE: "未送",
  SENT: "已送财务",
  CHANGED: "送后有变",
  RECEIVED: "财务已收",
} as const;
export type DailyReportState = keyof typeof dailyReportStateLabels;

/** Channels whose takings are compared with a statement (BIL-75). */
export const channelLabels = {
  CASH: "现金解款",
  CARD: "刷卡（POS）",
  WECHAT: "微信",
  ALIPAY: "支付宝",
  TRANSFER: "转账",
  CHEQUE: "支票",
} as const;
export type Channel = keyof typeof channelLabels;

export const reconciliationStateLabels = {
  MATCHED: "相符",
  MISSING: "未登记对账单",
  DIFFERENT: "有差异",
  EXPLAINED: "已说明",
} as const;
export type ReconciliationState = keyof typeof reconciliationStateLabels;
