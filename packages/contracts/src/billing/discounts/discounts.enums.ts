/** What a discount scheme (优惠方案, BIL-40) gives for months paid ahead. */
export const discountBenefitLabels = {
  PERCENT: "按比例优惠",
  AMOUNT: "减固定金额",
  FREE_MONTHS: "免最后几个月",
} as const;
export type DiscountBenefit = keyof typeof discountBenefitLabels;

/** When a scheme is given: by the cashier on the receipt that settles the months, or by the run that bills them. */
export const discountGivenAtLabels = {
  PAYMENT: "收款时，收银台勾选",
  RUN: "出账时，应收批次自动",
} as const;
export type DiscountGivenAt = keyof typeof discountGivenAtLabels;
