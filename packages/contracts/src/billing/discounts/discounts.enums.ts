/** What a discount scheme (优惠方案, BIL-40) gives for months paid ahead. */
export const discountBenefitLabels = {
  PERCENT: "按比例优惠",
  AMOUNT: "减固定金额",
  FREE_MONTHS: "免最后几个月",
} as const;
export type DiscountBenefit = keyof typeof discountBenefitLabels;
