import type { StandardReport } from "@linli/contracts";
import { ageingReport, arrearsReport } from "./declared/arrears-reports.js";
import { debitsReport, readingsReport, sharesReport, yearReport } from "./declared/month-details.js";
import { maintenanceFundReport } from "./declared/maintenance-fund-report.js";
import { monthReport } from "./declared/month-report.js";
import { publicIncomeReport } from "./declared/public-income-report.js";
import { reductionsReport, reductionTotalsReport } from "./declared/reductions-reports.js";
import { receivablesReport } from "./declared/receivables-report.js";
import { methodsReport, reversalsReport, takingsReport } from "./declared/takings-reports.js";
import type { ReportSource } from "./report-source.js";

/** Where each standard report comes from. */
export const REPORT_SOURCES: Readonly<Record<StandardReport, ReportSource>> = {
  MONTH: monthReport,
  RECEIVABLES: receivablesReport,
  TAKINGS: takingsReport,
  METHODS: methodsReport,
  AGEING: ageingReport,
  ARREARS: arrearsReport,
  REVERSALS: reversalsReport,
  REDUCTIONS: reductionsReport,
  REDUCTION_TOTALS: reductionTotalsReport,
  READINGS: readingsReport,
  SHARES: sharesReport,
  DEBITS: debitsReport,
  PUBLIC_INCOME: publicIncomeReport,
  MAINTENANCE_FUND: maintenanceFundReport,
  YEAR: yearReport,
};
