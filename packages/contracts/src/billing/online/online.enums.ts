/** What payers pay by through an online channel; receipts name it as their method (BIL-70). */
export const onlineMethodLabels = { WECHAT: "微信", ALIPAY: "支付宝" } as const;
export type OnlineMethod = keyof typeof onlineMethodLabels;

/** How far an online order has come. A closed one whose money came late is paid all the same. */
export const onlineOrderStatusLabels = {
  CREATED: "待支付",
  PAID: "已支付",
  CLOSED: "已关闭",
  REFUNDED: "已全部退款",
} as const;
export type OnlineOrderStatus = keyof typeof onlineOrderStatusLabels;

/** How a channel's word reached us. */
export const onlineNoticeKindLabels = {
  PAYMENT: "支付通知",
  REFUND: "退款通知",
  QUERY: "主动查询",
  UNREADABLE: "无法识别",
} as const;
export type OnlineNoticeKind = keyof typeof onlineNoticeKindLabels;

/** What became of it. Money is booked by POSTED only. */
export const onlineNoticeResultLabels = {
  POSTED: "已入账",
  REPEATED: "重复，早已处理",
  NOTED: "已记录",
  BAD_SIGNATURE: "签名不符，未处理",
  MALFORMED: "内容不完整，未处理",
  WRONG_MERCHANT: "商户号不符，未处理",
  UNKNOWN_ORDER: "没有这个订单，未处理",
  AMOUNT_MISMATCH: "金额与订单不符，未处理",
  TRANSACTION_MISMATCH: "与已入账的交易号不符，未处理",
  FAILED: "未能入账",
} as const;
export type OnlineNoticeResult = keyof typeof onlineNoticeResultLabels;

/** How far a refund through a channel has come. */
export const onlineRefundStatusLabels = { PROCESSING: "渠道办理中", SUCCEEDED: "已退回", FAILED: "没有退成" } as const;
export type OnlineRefundStatus = keyof typeof onlineRefundStatusLabels;

/** What a line of a channel's statement is. */
export const onlineLineKindLabels = { PAYMENT: "支付", REFUND: "退款" } as const;
export type OnlineLineKind = keyof typeof onlineLineKindLabels;

/** How a line differs between our books and the channel's statement. */
export const onlineDifferenceKindLabels = {
  OURS_ONLY: "只有本系统有",
  THEIRS_ONLY: "只有渠道有",
  AMOUNT_DIFFERS: "金额不同",
} as const;
export type OnlineDifferenceKind = keyof typeof onlineDifferenceKindLabels;
