import {
  CalendarOutlined,
  MoneyCollectOutlined,
  PayCircleOutlined,
  SafetyCertificateOutlined,
} from "@ant-design/icons";
import type { Page } from "../../app/page";
import { dailyReportPages } from "./daily-reports/daily-reports.pages";
import { openingPages } from "./openings/openings.pages";
import { maintenanceFundPages } from "./maintenance-fund/maintenance-fund.pages";
import { remittancePages } from "./remittances/remittances.pages";
import { publicIncomePages } from "./public-income/public-income.pages";
import { reportPages } from "./reports/reports.pages";
import { debitPages } from "./debit/debit.pages";
import { eInvoicePages } from "./e-invoices/e-invoices.pages";
import { onlinePages } from "./online/online.pages";
import { dunningPages } from "./dunning/dunning.pages";
import { shiftPages } from "./shifts/shifts.pages";
import { archivePages } from "./archives/archives.pages";
import { voucherPages } from "./vouchers/vouchers.pages";

const inMenu = { group: "客户服务", section: "收费" } as const;
const inBooks = { group: "客户服务", section: "账务" } as const;
const inMoney = { group: "客户服务", section: "预收与押金" } as const;
const shared = { scope: "project", module: "billing", anyOf: ["billing:read"] } as const;

/** The pages of collecting: desk, receipts, notices, arrears, months. */
export const collectionPages: readonly Page[] = [
  {
    ...shared,
    path: "billing/desk",
    title: "收银台",
    anyOf: ["billing:collect"],
    menu: { ...inMenu, icon: <PayCircleOutlined /> },
    load: async () => (await import("./desk-page")).DeskPage,
  },
  {
    ...shared,
    path: "billing/month",
    title: "收费工作台",
    menu: { ...inMenu, icon: <CalendarOutlined /> },
    load: async () => (await import("./month/month-page")).MonthPage,
  },
  {
    ...shared,
    path: "billing/notices",
    title: "收费通知单",
    menu: inMenu,
    load: async () => (await import("./notices-page")).NoticesPage,
  },
  {
    ...shared,
    path: "billing/notices/print",
    title: "打印收费通知单",
    bare: true,
    load: async () => (await import("./notices-print-page")).NoticesPrintPage,
  },
  {
    ...shared,
    path: "billing/receipts/:receiptId/print",
    title: "打印收据",
    bare: true,
    load: async () => (await import("./receipt-print-page")).ReceiptPrintPage,
  },
  {
    ...shared,
    path: "billing/receipts",
    title: "收据",
    menu: inMenu,
    load: async () => (await import("./receipts-page")).ReceiptsPage,
  },
  {
    ...shared,
    path: "billing/receipts/takings",
    title: "收款汇总",
    parent: "billing/receipts",
    load: async () => (await import("./takings-page")).TakingsPage,
  },
  {
    ...shared,
    path: "billing/receipts/:receiptId",
    title: "收据",
    parent: "billing/receipts",
    load: async () => (await import("./receipt-page")).ReceiptPage,
  },
  ...shiftPages,
  ...debitPages,
  ...onlinePages,
  ...eInvoicePages,
  ...dunningPages,
  ...dailyReportPages,
  ...reportPages,
  ...voucherPages,
  ...archivePages,
  ...publicIncomePages,
  ...remittancePages,
  ...maintenanceFundPages,
  {
    ...shared,
    path: "billing/arrears",
    title: "欠费",
    menu: inMenu,
    load: async () => (await import("./arrears-page")).ArrearsPage,
  },
  {
    ...shared,
    path: "billing/waivers",
    title: "减免",
    menu: inMenu,
    load: async () => (await import("./waivers-page")).WaiversPage,
  },
  {
    ...shared,
    path: "billing/payment-plans",
    title: "分期缓缴",
    menu: inMenu,
    load: async () => (await import("./payment-plans/payment-plans-page")).PaymentPlansPage,
  },
  {
    ...shared,
    path: "billing/discount-schemes",
    title: "优惠方案",
    menu: inMenu,
    load: async () => (await import("./discounts/discount-schemes-page")).DiscountSchemesPage,
  },
  {
    ...shared,
    path: "billing/vacancies",
    title: "空置减免",
    menu: inMenu,
    load: async () => (await import("./reductions/vacancies-page")).VacanciesPage,
  },
  {
    ...shared,
    path: "billing/period-seals",
    title: "账务校验",
    menu: { ...inBooks, icon: <SafetyCertificateOutlined /> },
    load: async () => (await import("./seals/seals-page")).SealsPage,
  },
  {
    ...shared,
    path: "billing/collection-rates",
    title: "收缴率",
    menu: inBooks,
    load: async () => (await import("./collection-rates-page")).CollectionRatesPage,
  },
  {
    ...shared,
    path: "billing/prepayments",
    title: "预收款",
    menu: { ...inMoney, icon: <MoneyCollectOutlined /> },
    load: async () => (await import("./prepayments-page")).PrepaymentsPage,
  },
  {
    ...shared,
    path: "billing/offsets",
    title: "预收冲抵",
    menu: inMoney,
    load: async () => (await import("./offsets/offsets-page")).OffsetsPage,
  },
  {
    ...shared,
    path: "billing/offsets/new",
    title: "预览冲抵",
    parent: "billing/offsets",
    load: async () => (await import("./offsets/offset-preview-page")).OffsetPreviewPage,
  },
  {
    ...shared,
    path: "billing/offsets/:offsetRunId",
    title: "冲抵批次",
    parent: "billing/offsets",
    load: async () => (await import("./offsets/offset-page")).OffsetPage,
  },
  {
    ...shared,
    path: "billing/deposits",
    title: "押金",
    menu: inMoney,
    load: async () => (await import("./deposits/deposits-page")).DepositsPage,
  },
  {
    ...shared,
    path: "billing/deposits/report",
    title: "押金收退表",
    parent: "billing/deposits",
    load: async () => (await import("./deposits/deposit-report-page")).DepositReportPage,
  },
  {
    ...shared,
    path: "billing/deposits/:depositId",
    title: "押金",
    parent: "billing/deposits",
    load: async () => (await import("./deposits/deposit-page")).DepositPage,
  },
  {
    ...shared,
    path: "billing/refund-requests",
    title: "退款申请",
    menu: inMoney,
    load: async () => (await import("./refunds/refund-requests-page")).RefundRequestsPage,
  },
  {
    ...shared,
    path: "billing/prepayments/turnover",
    title: "预收款发生表",
    parent: "billing/prepayments",
    load: async () => (await import("./liability/turnover-page")).TurnoverPage,
  },
  {
    ...shared,
    path: "billing/prepayments/beyond",
    title: "预缴清单",
    parent: "billing/prepayments",
    load: async () => (await import("./liability/paid-beyond-page")).PaidBeyondPage,
  },
  {
    ...shared,
    path: "billing/write-offs",
    title: "坏账核销",
    menu: inBooks,
    load: async () => (await import("./write-offs/write-offs-page")).WriteOffsPage,
  },
  ...openingPages,
  {
    ...shared,
    path: "billing/prepayment-refunds",
    title: "退还预收",
    menu: inMoney,
    load: async () => (await import("./prepayment-refunds-page")).PrepaymentRefundsPage,
  },
];
