/**
 * Where a plan stands (分期缓缴, BIL-54). KEPT, BROKEN and FULFILLED are never stored: they follow from the receipts on its
 * charges as of a day.
 */
export const paymentPlanStateLabels = {
  PENDING: "待审批",
  KEPT: "履行中",
  BROKEN: "已违约",
  FULFILLED: "已付清",
  ENDED: "已终止",
  REJECTED: "已拒绝",
  WITHDRAWN: "已撤回",
} as const;
export type PaymentPlanState = keyof typeof paymentPlanStateLabels;

/** How one instalment of an approved plan stands as of a day. */
export const instalmentStateLabels = { PAID: "已付清", OPEN: "未到期", MISSED: "未按期付清" } as const;
export type InstalmentState = keyof typeof instalmentStateLabels;

/** Papers of a plan. */
export const paymentPlanFileLabels = { AGREEMENT: "分期协议", PROOF: "证明材料", OTHER: "其他材料" } as const;
export type PaymentPlanFile = keyof typeof paymentPlanFileLabels;
