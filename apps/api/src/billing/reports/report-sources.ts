import type { StandardReport } from "@linli/contracts";
import { adjustmentsReport } from "./declared/adjustments-report.js";
import { ageingReport, arrearsReport } from "./declared/arrears-reports.js";
import { booksReport } from "./declared/books-report.js";
import { debitReasonsReport, debitsReport } from "./declared/debit-reports.js";
import { depositListReport, depositsReport } from "./declared/deposits-reports.js";
import { paidBeyondReport, prepaymentsReport } from "./declared/liability-reports.js";
import { lossesReport, sharesReport, yearReport } from "./declared/month-details.js";
import { maintenanceFundReport } from "./declared/maintenance-fund-report.js";
import { monthReport } from "./declared/month-report.js";
import { publicIncomeReport } from "./declared/public-income-report.js";
import { remittancesReport } from "./declared/remittances-report.js";
import { reductionsReport, reductionTotalsReport } from "./declared/reductions-reports.js";
import { ratesReport } from "./declared/rates-report.js";
import { readingsReport } from "./declared/readings-report.js";
import { receiptsReport } from "./declared/receipts-report.js";
import { receivablesReport, receivableTotalsReport } from "./declared/receivables-report.js";
import { methodsReport, reversalsReport, takingsReport } from "./declared/takings-reports.js";
import type { ReportSource } from "./report-source.js";

/** Where each standard report comes from. */
export const REPORT_SOURCES: Readonly<Record<StandardReport, ReportSource>> = {
  MONTH: monthReport,
  RECEIVABLES: receivablesReport,
  RECEIVABLE_TOTALS: receivableTotalsReport,
  TAKINGS: takingsReport,
  RECEIPTS: receiptsReport,
  METHODS: methodsReport,
  AGEING: ageingReport,
  ARREARS: arrearsReport,
  RATES: ratesReport,
  PREPAYMENTS: prepaymentsReport,
  PAID_BEYOND: paidBeyondReport,
  DEPOSITS: depositsReport,
  DEPOSIT_LIST: depositListReport,
  REVERSALS: reversalsReport,
  ADJUSTMENTS: adjustmentsReport,
  REDUCTIONS: reductionsReport,
  REDUCTION_TOTALS: reductionTotalsReport,
  READINGS: readingsReport,
  LOSSES: lossesReport,
  SHARES: sharesReport,
  DEBITS: debitsReport,
  DEBIT_REASONS: debitReasonsReport,
  BOOKS: booksReport,
  PUBLIC_INCOME: publicIncomeReport,
  REMITTANCES: remittancesReport,
  MAINTENANCE_FUND: maintenanceFundReport,
  YEAR: yearReport,
};
