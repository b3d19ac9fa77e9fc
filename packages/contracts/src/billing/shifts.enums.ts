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

/** What happens when cash of earlier days has not been banked (坐支, BIL-73). */
export const bankingPolicyLabels = { OFF: "不检查", WARN: "提醒", REFUSE: "未解款不能开班和退现金" } as const;
export type BankingPolicy = keyof typeof bankingPolicyLabels;

/** Files of a deposit slip. */
export const bankDepositFileLabels = { SLIP: "银行回单" } as const;
