/** What waits for a second person (four eyes). A domain adds its kind here and registers who applies it. */
export const approvalKindLabels = {
  "room.areas": "房间面积变更",
  "room.split": "房间拆分",
  "room.merge": "房间合并",
  "room.transfer": "房屋过户",
  "billing.waiver": "收费减免",
  "billing.large-waiver": "大额收费减免",
  "billing.vacancy": "空置减免",
  "billing.payment-plan": "分期缓缴",
  "billing.recalculation": "应收重算",
  "period.reopen": "反结账",
  "billing.refund": "退款",
  "billing.reversal": "收据红冲",
  "billing.write-off": "坏账核销",
  "billing.opening": "期初核对",
  "data.export": "数据导出",
  "archive.export": "会计档案导出",
} as const;
export type ApprovalKind = keyof typeof approvalKindLabels;

export const approvalStatusLabels = {
  PENDING: "待审批",
  APPROVED: "已通过",
  REJECTED: "已拒绝",
  WITHDRAWN: "已撤回",
} as const;
export type ApprovalStatus = keyof typeof approvalStatusLabels;
