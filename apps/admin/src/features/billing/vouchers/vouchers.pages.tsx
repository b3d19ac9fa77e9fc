import type { Page } from "../../../app/page";

const inBooks = { group: "客户服务", section: "账务" } as const;
const shared = { scope: "project", module: "billing", anyOf: ["billing:read"] } as const;

/** The pages of vouchers for finance (凭证). */
export const voucherPages: readonly Page[] = [
  {
    ...shared,
    path: "billing/vouchers",
    title: "凭证导出",
    menu: inBooks,
    load: async () => (await import("./vouchers-page")).VouchersPage,
  },
  {
    ...shared,
    path: "billing/vouchers/:exportId",
    title: "凭证导出记录",
    parent: "billing/vouchers",
    load: async () => (await import("./voucher-export-page")).VoucherExportPage,
  },
  {
    ...shared,
    path: "billing/voucher-accounts",
    title: "凭证科目",
    menu: inBooks,
    load: async () => (await import("./voucher-settings-page")).VoucherSettingsPage,
  },
];
