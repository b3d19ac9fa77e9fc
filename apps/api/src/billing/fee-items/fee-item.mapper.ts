import type { FeeItemDto, FeeItemKind, IncomeClass } from "@linli/contracts";

/** A fee item as the database answers it. */
export interface FeeItemRow {
  id: string;
  code: string;
  name: string;
  short_name: string | null;
  kind: string;
  income_class: string;
  collected_for_others: boolean;
  unit: string | null;
  tax_code: string | null;
  tax_rate: string | null;
  finance_code: string | null;
  remark: string | null;
  sort: number;
  active: boolean;
  rate_count: number;
  in_use: boolean;
}

export const toFeeItemDto = (row: FeeItemRow): FeeItemDto => ({
  id: row.id,
  code: row.code,
  name: row.name,
  shortName: row.short_name,
  kind: row.kind as FeeItemKind,
  incomeClass: row.income_class as IncomeClass,
  collectedForOthers: row.collected_for_others,
  unit: row.unit,
  taxCode: row.tax_code,
  taxRate: row.tax_rate,
  financeCode: row.finance_code,
  remark: row.remark,
  sort: row.sort,
  active: row.active,
  rateCount: row.rate_count,
  inUse: row.in_use,
});
