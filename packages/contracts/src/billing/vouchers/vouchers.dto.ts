import { Choice, Flag, Id, Parts, Text } from "../../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../../common/page.dto.js";
import { ProjectPath } from "../../property/property.dto.js";
import { type FeeItemKind, type IncomeClass, type PaymentMethod, paymentMethodLabels } from "../billing.enums.js";
import type { PeriodStatus } from "../billing.enums.js";
import { type VoucherKind, type VoucherRole, voucherRoleLabels } from "./vouchers.enums.js";

const CODE = {
  max: 20,
  pattern: /^[A-Za-z0-9.]+$/,
  patternMessage: "科目编码只能用半角字母、数字和 .",
};

/** An account (科目) of the books of finance. */
export class VoucherAccountDto {
  /** Unique in the project, e.g. 1122. */
  @Text("科目编码", CODE) code: string;
  @Text("科目名称", { max: 60 }) name: string;
}

/** The account of a role: receivables, income of a class, output tax … */
export class VoucherRoleAccountDto {
  @Choice("用途", voucherRoleLabels) role: VoucherRole;
  /** Code of an account; only 减免 and 手续费 may have none. */
  @Text("科目编码", { ...CODE, optional: true }) code?: string | null;
}

/** The account of a fee item: of its income, or of what is owed to others and for deposits. */
export class VoucherItemAccountDto {
  @Id("收费项目") feeItemId: string;
  /** Code of an account; without one the account of the item's income class holds. */
  @Text("科目编码", { ...CODE, optional: true }) code?: string | null;
}

/** The account money of a method arrives on. */
export class VoucherMethodAccountDto {
  @Choice("收款方式", paymentMethodLabels) method: PaymentMethod;
  /** Code of an account; without one a common account holds. */
  @Text("科目编码", { ...CODE, optional: true }) code?: string | null;
}

/** The accounts of a project's vouchers, as a whole. */
export class SaveVoucherSettingsDto {
  /** 价税分离: income without tax, and the output tax on an account of its own by rate (LAW-40). */
  @Flag("价税分离") splitTax: boolean;
  /** Every account that may be used. */
  @Parts("科目表", () => VoucherAccountDto, { min: 1, max: 500 }) accounts: VoucherAccountDto[];
  @Parts("用途科目", () => VoucherRoleAccountDto, { max: 20 }) roles: VoucherRoleAccountDto[];
  /** Items that are left out keep the account they have. */
  @Parts("收费项目科目", () => VoucherItemAccountDto, { max: 1000 }) items: VoucherItemAccountDto[];
  /** Methods that are left out keep the account they have. */
  @Parts("收款方式科目", () => VoucherMethodAccountDto, { max: 20 }) methods: VoucherMethodAccountDto[];
}

/** A fee item with its own account and the one that holds. */
export class VoucherItemDto {
  feeItemId: string;
  name: string;
  kind: FeeItemKind;
  incomeClass: IncomeClass;
  collectedForOthers: boolean;
  /** Its own account; null where that of its class holds. */
  code: string | null;
  /** The role whose account holds without one of its own. */
  role: VoucherRole;
}

/** The accounts of a project's vouchers. */
export class VoucherSettingsDto {
  /** The project has chosen its own; otherwise the common ones are shown, and hold. */
  saved: boolean;
  splitTax: boolean;
  accounts: VoucherAccountDto[];
  roles: VoucherRoleAccountDto[];
  items: VoucherItemDto[];
  /** Every method with money, with its own account. */
  methods: VoucherMethodAccountDto[];
}

/** A line of a voucher (分录); a red amount (红字) is negative on its own side. */
export class VoucherLineDto {
  summary: string;
  accountCode: string;
  /** Empty where the account is not in the list of accounts. */
  accountName: string;
  debitFen: number;
  creditFen: number;
  feeItemId: string | null;
  feeItemName: string | null;
  /** VAT in per cent, of income and tax. */
  taxRate: string | null;
  /** How many rows make it up. */
  count: number;
}

/** A voucher (记账凭证); its debits equal its credits. */
export class VoucherDto {
  /** 记-1, 记-2 … within the month. */
  no: number;
  kind: VoucherKind;
  date: string;
  /** Sum of the debits, which is that of the credits. */
  amountFen: number;
  lines: VoucherLineDto[];
}

export class VoucherExportPath extends ProjectPath {
  @Id("导出编号") exportId: string;
}

/** A month's vouchers that were given to finance (凭证导出). */
export class VoucherExportDto {
  id: string;
  /** PZ000001. */
  exportNo: string;
  period: string;
  voucherCount: number;
  lineCount: number;
  /** Sum of the debits. */
  amountFen: number;
  exportedAt: string;
  exportedByName: string;
  cancelledAt: string | null;
  cancelledByName: string | null;
  cancelReason: string | null;
}

/** A month's export with the vouchers it gave, as they were then. */
export class VoucherExportDetailDto extends VoucherExportDto {
  vouchers: VoucherDto[];
}

export class VoucherExportQueryDto extends CursorQueryDto {}

export class VoucherExportPageDto extends CursorPageDto<VoucherExportDto> {
  declare items: VoucherExportDto[];
}

/** The vouchers a month comes to with the accounts of today. */
export class VoucherMonthDto {
  period: string;
  status: PeriodStatus;
  vouchers: VoucherDto[];
  lineCount: number;
  /** Sum of the debits. */
  amountFen: number;
  /** Why it cannot be exported: what has no account. */
  problems: string[];
  /** The export that stands; null when there is none. */
  exported: VoucherExportDto | null;
  /** The accounts have changed since: the vouchers are no longer those that were exported. */
  differs: boolean;
}

/** Gives a closed month's vouchers to finance. */
export class ExportVouchersDto {
  /** Chosen by the client, so that a retried request exports once. */
  @Id("导出编号") id: string;
}

/** Takes an export back: finance has not booked it, or has taken it out again. */
export class CancelVoucherExportDto {
  @Text("作废原因", { min: 2, max: 200 }) reason: string;
}
