import { BankOutlined } from "@ant-design/icons";
import type { Page } from "../../../app/page";

const shared = { scope: "project", module: "billing", anyOf: ["billing:read"] } as const;

/** The register of the maintenance fund: accounts, statements and uses. */
export const maintenanceFundPages: readonly Page[] = [
  {
    ...shared,
    path: "billing/maintenance-fund",
    title: "维修资金",
    menu: { group: "客户服务", section: "账务", icon: <BankOutlined /> },
    load: async () => (await import("./accounts-page")).FundAccountsPage,
  },
  {
    ...shared,
    path: "billing/maintenance-fund/documents",
    title: "维修资金登记",
    parent: "billing/maintenance-fund",
    load: async () => (await import("./documents-page")).FundDocumentsPage,
  },
];
