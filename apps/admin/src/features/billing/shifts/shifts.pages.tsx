import { WalletOutlined } from "@ant-design/icons";
import type { Page } from "../../../app/page";

const inMenu = { group: "客户服务", section: "班次与票据" } as const;
const shared = { scope: "project", module: "billing", anyOf: ["billing:read"] } as const;

/** The pages of shifts, of what is carried to the bank, and of books of numbered papers. */
export const shiftPages: readonly Page[] = [
  {
    ...shared,
    path: "billing/shifts",
    title: "班次",
    menu: { ...inMenu, icon: <WalletOutlined /> },
    load: async () => (await import("./shifts-page")).ShiftsPage,
  },
  {
    ...shared,
    path: "billing/shifts/:shiftId",
    title: "班次",
    parent: "billing/shifts",
    load: async () => (await import("./shift-page")).ShiftPage,
  },
  {
    ...shared,
    path: "billing/shifts/:shiftId/print",
    title: "打印交班表",
    bare: true,
    load: async () => (await import("./shift-print-page")).ShiftPrintPage,
  },
  {
    ...shared,
    path: "billing/bank-deposits",
    title: "解款单",
    menu: inMenu,
    load: async () => (await import("./deposits-page")).DepositsPage,
  },
  {
    ...shared,
    path: "billing/payment-methods",
    title: "收款方式",
    menu: inMenu,
    load: async () => (await import("../methods/payment-methods-page")).PaymentMethodsPage,
  },
  {
    ...shared,
    path: "billing/receipt-books",
    title: "票据",
    menu: inMenu,
    load: async () => (await import("../receipt-books/receipt-books-page")).ReceiptBooksPage,
  },
  {
    ...shared,
    path: "billing/receipt-books/:bookId",
    title: "票据本",
    parent: "billing/receipt-books",
    load: async () => (await import("../receipt-books/receipt-book-page")).ReceiptBookPage,
  },
];
