/** What a deposit (押金) was taken for. */
export const depositObjectLabels = {
  ROOM: "房屋",
  DECORATION: "装修",
  PASS: "出入证",
  LEASE: "租赁",
  OTHER: "其他",
} as const;
export type DepositObject = keyof typeof depositObjectLabels;

/** Where a deposit stands (BIL-84). */
export const depositStateLabels = {
  WAITING: "待收",
  HELD: "在押",
  REFUNDABLE: "可退",
  SETTLED: "已结清",
  CANCELLED: "已红冲",
} as const;
export type DepositState = keyof typeof depositStateLabels;

/** What became of a deposit, or of a part of it. */
export const depositMovementLabels = { DEDUCT: "扣除", MOVE: "转预收", REFUND: "退还" } as const;
export type DepositMovementKind = keyof typeof depositMovementLabels;

/** The receipt the payer was given: it comes back, or he declares that he lost it. */
export const originalReceiptLabels = { RETURNED: "已收回原收据", LOST: "声明遗失" } as const;
export type OriginalReceipt = keyof typeof originalReceiptLabels;

/** Files of a deposit. */
export const depositFileLabels = { PROOF: "扣除凭据", LOST: "遗失声明", OTHER: "其他" } as const;
export type DepositFile = keyof typeof depositFileLabels;
