/** What changes the account of a room in the maintenance fund (专项维修资金, BIL-130). */
export const fundEntryKindLabels = {
  FIRST_DEPOSIT: "首期交存",
  TOP_UP: "续交",
  INTEREST: "利息收益",
  MOVED: "转入转出",
  USE: "使用分摊",
} as const;
export type FundEntryKind = keyof typeof fundEntryKindLabels;

/** Where entries come from: the statement of whoever holds the fund, or a use shared by area. */
export const fundDocumentKindLabels = { STATEMENT: "专户对账单", USE: "使用分摊" } as const;
export type FundDocumentKind = keyof typeof fundDocumentKindLabels;

export const fundFileLabels = {
  DECISION: "业主表决结果",
  APPROVAL: "主管部门备案或批复",
  CONTRACT: "工程合同",
  SETTLEMENT: "工程结算",
  STATEMENT: "专户对账单",
  OTHER: "其他",
} as const;

/** An account is to be topped up below this share of its first deposit, in per cent (BIL-130). */
export const FUND_LOW_PERCENT = 30;
