/** What a workbook of the system used before brings along. */
export const openingKindLabels = { BALANCE: "期初余额", HISTORY: "历史缴费" } as const;
export type OpeningKind = keyof typeof openingKindLabels;

/** How far an import of opening balances is. */
export const openingStatusLabels = {
  CHECKED: "待入账",
  POSTING: "入账中",
  POSTED: "已入账",
  REVERSED: "已撤回",
} as const;
export type OpeningStatus = keyof typeof openingStatusLabels;

/** What a row of such a workbook says. The labels are the names of the sheets. */
export const openingRowKindLabels = {
  ARREARS: "欠费",
  PREPAYMENT: "预收",
  DEPOSIT: "押金",
  PAID_THROUGH: "已缴至",
  COLLECTED: "代收未解缴",
  HISTORY: "历史缴费",
} as const;
export type OpeningRowKind = keyof typeof openingRowKindLabels;

/** What is compared with the old list. */
export const openingTotalKindLabels = {
  ARREARS: "欠费",
  PREPAYMENT: "预收",
  DEPOSIT: "押金",
  COLLECTED: "代收未解缴",
} as const;
export type OpeningTotalKind = keyof typeof openingTotalKindLabels;

/** Where the figure of the old list comes from. */
export const openingTotalSourceLabels = { FILE: "文件合计行", TYPED: "人工录入" } as const;
export type OpeningTotalSource = keyof typeof openingTotalSourceLabels;

/** How far the second person's signature under a tie-out is. */
export const openingSignLabels = { NONE: "未送签", PENDING: "待签字", SIGNED: "已签字", REFUSED: "已退回" } as const;
export type OpeningSign = keyof typeof openingSignLabels;
