import type { Page } from "../../../app/page";

const inMenu = { group: "客户服务", section: "班次与票据" } as const;
const shared = { scope: "project", module: "billing", anyOf: ["billing:read"] } as const;

/** The pages of daily reports and of books against statements. */
export const dailyReportPages: readonly Page[] = [
  {
    ...shared,
    path: "billing/daily-reports",
    title: "收款日报",
    menu: inMenu,
    load: async () => (await import("./daily-reports-page")).DailyReportsPage,
  },
  {
    ...shared,
    path: "billing/daily-reports/:day",
    title: "收款日报",
    parent: "billing/daily-reports",
    load: async () => (await import("./daily-report-page")).DailyReportPage,
  },
  {
    ...shared,
    path: "billing/daily-reports/:day/print",
    title: "打印收款日报表",
    bare: true,
    load: async () => (await import("./daily-report-print-page")).DailyReportPrintPage,
  },
  {
    ...shared,
    path: "billing/receipt-reviews",
    title: "收款审核",
    menu: inMenu,
    load: async () => (await import("../receipt-reviews/receipt-reviews-page")).ReceiptReviewsPage,
  },
  {
    ...shared,
    path: "billing/reconciliation",
    title: "收款对账",
    menu: inMenu,
    load: async () => (await import("../reconciliation/reconciliation-page")).ReconciliationPage,
  },
];
