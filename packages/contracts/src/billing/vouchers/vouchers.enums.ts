import type { PaymentMethod } from "../billing.enums.js";

/** What a voucher (记账凭证) is about, in the order they are numbered. */
export const voucherKindLabels = {
  CHARGE: "计提应收",
  REVERSAL: "红冲应收",
  ADJUSTMENT: "调整应收",
  WAIVER: "减免应收",
  WRITE_OFF: "坏账核销",
  RECOVERY: "坏账收回",
  ADVANCE: "预收转应收",
  RECEIPT: "收款",
  RED: "红冲收款",
  OFFSET: "预收冲抵",
  DEPOSIT: "押金转预收",
  REFUND: "退款",
  REMITTANCE: "代收解缴",
  BANK_FEE: "托收手续费",
} as const;
export type VoucherKind = keyof typeof voucherKindLabels;

/** What accounts (科目) are kept for beside those of single fee items and methods of paying. */
export const voucherRoleLabels = {
  RECEIVABLE: "应收款",
  PREPAYMENT: "预收款",
  PROPERTY: "物业费收入",
  DIVERSIFIED: "多种经营收入",
  PUBLIC: "公共收益",
  COLLECTED: "代收代付款",
  DEPOSIT: "押金",
  REFUND_DUE: "待退款",
  OUTPUT_TAX: "销项税额",
  BAD_DEBT: "坏账准备",
  WAIVER: "减免",
  BANK_FEE: "手续费",
} as const;
export type VoucherRole = keyof typeof voucherRoleLabels;

/**
 * Roles that may be left without an account: waivers then reduce the income they concern, and what banks keep of debits
 * (BIL-104) makes no voucher.
 */
export const optionalVoucherRoles: readonly VoucherRole[] = ["WAIVER", "BANK_FEE"];

/** Ways of paying that have an account of money; what prepayments pay is booked against 预收款. */
export type MoneyMethod = Exclude<PaymentMethod, "PREPAYMENT">;

/** An account of the books of finance. */
export interface VoucherAccount {
  code: string;
  name: string;
}

/** The accounts (科目) a project begins with: common ones of the Chinese accounting standards. */
export const commonAccounts: readonly VoucherAccount[] = [
  { code: "1001", name: "库存现金" },
  { code: "1002", name: "银行存款" },
  { code: "1012", name: "其他货币资金" },
  { code: "1122", name: "应收账款" },
  { code: "1231", name: "坏账准备" },
  { code: "2203", name: "预收账款" },
  { code: "2221.01", name: "应交税费—应交增值税（销项税额）" },
  { code: "2241.01", name: "其他应付款—押金" },
  { code: "2241.02", name: "其他应付款—代收代付" },
  { code: "2241.03", name: "其他应付款—待退款" },
  { code: "2241.04", name: "其他应付款—公共收益" },
  { code: "6001", name: "主营业务收入" },
  { code: "6051", name: "其他业务收入" },
  { code: "6603", name: "财务费用" },
];

/** The account of each role until a project chooses its own. */
export const commonRoleAccounts: Readonly<Record<VoucherRole, string | null>> = {
  RECEIVABLE: "1122",
  PREPAYMENT: "2203",
  PROPERTY: "6001",
  DIVERSIFIED: "6051",
  PUBLIC: "2241.04",
  COLLECTED: "2241.02",
  DEPOSIT: "2241.01",
  REFUND_DUE: "2241.03",
  OUTPUT_TAX: "2221.01",
  BAD_DEBT: "1231",
  WAIVER: null,
  BANK_FEE: "6603",
};

/** The account of money by each method that has none of its own. */
export const commonMethodAccounts: Readonly<Record<MoneyMethod, string>> = {
  CASH: "1001",
  CARD: "1002",
  WECHAT: "1012",
  ALIPAY: "1012",
  TRANSFER: "1002",
  CHEQUE: "1002",
  BANK_DEBIT: "1002",
  OTHER: "1002",
};
