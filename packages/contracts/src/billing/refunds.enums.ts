/** What money a refund gives back (BIL-81). */
export const refundSourceLabels = { RED_RECEIPT: "红字收据", DEPOSIT: "押金", PREPAYMENT: "预收" } as const;
export type RefundSource = keyof typeof refundSourceLabels;

/** How far a refund that was asked for has come (BIL-81). */
export const refundRequestStatusLabels = {
  PENDING: "审核中",
  APPROVED: "通过",
  REJECTED: "未通过",
  WITHDRAWN: "已撤回",
  PAID: "已退",
  CANCELLED: "已取消",
} as const;
export type RefundRequestStatus = keyof typeof refundRequestStatusLabels;
