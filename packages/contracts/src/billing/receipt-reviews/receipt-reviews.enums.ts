/** What a month close asks about receipts that nobody has reviewed (审核收款单, 3.1 no. 10). */
export const receiptReviewRuleLabels = {
  NONE: "不要求审核",
  WARN: "月结时提醒",
  BLOCK: "未审核不能月结",
} as const;
export type ReceiptReviewRule = keyof typeof receiptReviewRuleLabels;

export const receiptReviewStateLabels = { OPEN: "待审核", REVIEWED: "已审核" } as const;
export type ReceiptReviewState = keyof typeof receiptReviewStateLabels;
