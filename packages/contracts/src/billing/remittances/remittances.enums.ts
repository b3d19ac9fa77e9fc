export const remittanceFileLabels = { SLIP: "付款凭证", STATEMENT: "收款单位对账单", OTHER: "其他" } as const;
