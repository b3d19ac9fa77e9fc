import { FileProtectOutlined } from "@ant-design/icons";
import type { Page } from "../../../app/page";

const inMenu = { group: "客户服务", section: "电子发票" } as const;
const shared = { scope: "project", module: "billing", anyOf: ["billing:read"] } as const;

/** The pages of electronic invoices (数电票). */
export const eInvoicePages: readonly Page[] = [
  {
    ...shared,
    path: "billing/e-invoices",
    title: "电子发票",
    menu: { ...inMenu, icon: <FileProtectOutlined /> },
    load: async () => (await import("./e-invoices-page")).EInvoicesPage,
  },
  {
    ...shared,
    path: "billing/e-invoices/faults",
    title: "未采用的结果",
    parent: "billing/e-invoices",
    load: async () => (await import("./faults-page")).FaultsPage,
  },
  {
    ...shared,
    path: "billing/invoice-settings",
    title: "电子发票设置",
    menu: inMenu,
    load: async () => (await import("./invoice-settings-page")).InvoiceSettingsPage,
  },
];
