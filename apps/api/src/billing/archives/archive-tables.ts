import type { ArchiveTable } from "./archive-table.js";
import {
  balancesTable,
  collectedBeforeTable,
  depositsTable,
  fundTable,
  prepaymentsTable,
  publicIncomeTable,
  remittancesTable,
} from "./declared/account-tables.js";
import { chargesTable, entriesTable, methodsTable, receiptsTable } from "./declared/bill-tables.js";
import { eInvoicesTable, enteredInvoicesTable, redInvoicesTable } from "./declared/invoice-tables.js";
import {
  bankDepositsTable,
  bookNumbersTable,
  dailyReportsTable,
  debitCreditsTable,
  refundsTable,
  writeOffsTable,
} from "./declared/paper-tables.js";

/** What an archive holds of every month, in the order of its files. */
export const MONTH_TABLES: readonly ArchiveTable[] = [
  receiptsTable,
  methodsTable,
  bookNumbersTable,
  chargesTable,
  entriesTable,
  prepaymentsTable,
  depositsTable,
  refundsTable,
  writeOffsTable,
  bankDepositsTable,
  debitCreditsTable,
  dailyReportsTable,
  publicIncomeTable,
  remittancesTable,
  fundTable,
  balancesTable,
  eInvoicesTable,
  redInvoicesTable,
  enteredInvoicesTable,
];

/** What was booked before the first month (期初); the archive of that month's year holds it. */
export const OPENING_TABLES: readonly ArchiveTable[] = [
  chargesTable,
  entriesTable,
  prepaymentsTable,
  collectedBeforeTable,
];
