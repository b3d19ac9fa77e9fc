import type { FeeItemDto, FeeItemKind, FeeItemTaxDto, IncomeClass, PrintForm } from "@linli/contracts";

/** A fee item as the database answers it. */
export interface FeeItemRow {
  id: string;
  code: string;
  name: string;
  short_name: string | null;
  kind: string;
  income_class: string;
  collected_for_others: boolean;
  supplier_name: string | null;
  kept_account: string | null;
  unit: string | null;
  tax_code: string | null;
  tax_rate: string | null;
  tax_changes: FeeItemTaxDto[];
  mnemonic: string | null;
  parent_id: string | null;
  parent_name: string | null;
  print_form: string;
  finance_code: string | null;
  remark: string | null;
  sort: number;
  active: boolean;
  rate_count: number;
  in_use: boolean;
}

/** @param today decides which tax rate is in force, YYYY-MM-DD */
export const toFeeItemDto = (row: FeeItemRow, today: string): FeeItemDto => ({
  id: row.id,
  code: row.code,
  name: row.name,
  shortName: row.short_name,
  kind: row.kind as FeeItemKind,
  incomeClass: row.income_class as IncomeClass,
  collectedForOthers: row.collected_for_others,
  supplierName: row.supplier_name,
  keptAccount: row.kept_account,
  unit: row.unit,
  taxCode: row.tax_code,
  taxRate: row.tax_rate,
  taxChanges: row.tax_changes,
  currentTaxRate: row.tax_changes.findLast(({ startsOn }) => startsOn <= today)?.taxRate ?? row.tax_rate,
  mnemonic: row.mnemonic,
  parentId: row.parent_id,
  parentName: row.parent_name,
  printForm: row.print_form as PrintForm,
  financeCode: row.finance_code,
  remark: row.remark,
  sort: row.sort,
  active: row.active,
  rateCount: row.rate_count,
  inUse: row.in_use,
});
