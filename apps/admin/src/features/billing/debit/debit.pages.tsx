import { BankOutlined } from "@ant-design/icons";
import type { Page } from "../../../app/page";

const inMenu = { group: "客户服务", section: "银行托收" } as const;
const shared = { scope: "project", module: "billing", anyOf: ["billing:read"] } as const;

/** The pages of direct debit. */
export const debitPages: readonly Page[] = [
  {
    ...shared,
    path: "billing/debit/agreements",
    title: "划款协议",
    menu: { ...inMenu, icon: <BankOutlined /> },
    load: async () => (await import("./agreements-page")).AgreementsPage,
  },
  {
    ...shared,
    path: "billing/debit/batches",
    title: "托收批次",
    menu: inMenu,
    load: async () => (await import("./batches-page")).BatchesPage,
  },
  {
    ...shared,
    path: "billing/debit/batches/:batchId",
    title: "托收批次",
    parent: "billing/debit/batches",
    load: async () => (await import("./batch-page")).BatchPage,
  },
  {
    ...shared,
    path: "billing/debit/promotion",
    title: "托收推广",
    menu: inMenu,
    load: async () => (await import("./promotion-page")).PromotionPage,
  },
  {
    ...shared,
    path: "billing/debit/schemes",
    title: "托收方案",
    menu: inMenu,
    load: async () => (await import("./schemes-page")).SchemesPage,
  },
];
