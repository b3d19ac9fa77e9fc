/** What is written down of public income (公共收益, LAW-21): what it began with, its reasonable costs, and what it was used for. */
export const publicEntryKindLabels = { OPENING: "期初结余", COST: "合理成本", USE: "使用" } as const;
export type PublicEntryKind = keyof typeof publicEntryKindLabels;

export const publicEntryFileLabels = { VOUCHER: "支出凭证", DECISION: "业主大会或业委会决定", OTHER: "其他" } as const;
