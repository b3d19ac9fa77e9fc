/** What becomes of money that was paid too much (BIL-83). */
export const correctionDifferenceLabels = { PREPAYMENT: "转入预收", REFUND: "申请退还" } as const;
export type CorrectionDifference = keyof typeof correctionDifferenceLabels;
