import { paymentMethodLabels } from "../billing.enums.js";

export const remittanceFileLabels = { SLIP: "付款凭证", STATEMENT: "收款单位对账单", OTHER: "其他" } as const;

const { TRANSFER, CHEQUE, CASH, OTHER } = paymentMethodLabels;
/** How a supplier is paid what was collected for him. */
export const remittanceMethodLabels = { TRANSFER, CHEQUE, CASH, OTHER } as const;
export type RemittanceMethod = keyof typeof remittanceMethodLabels;
