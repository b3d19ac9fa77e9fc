import { SearchOutlined } from "@ant-design/icons";
import type { Page } from "../../app/page";

/** The pages of this module, in menu order; see apps/admin/README.md. */
export const queryPages: readonly Page[] = [
  {
    path: "query",
    title: "综合查询",
    scope: "project",
    module: "property",
    anyOf: ["property:read"],
    menu: { group: "客户服务", section: "查询", icon: <SearchOutlined /> },
    load: async () => (await import("./search-page")).SearchPage,
  },
  {
    path: "query/former-residents",
    title: "历史住户",
    scope: "project",
    module: "customer",
    anyOf: ["customer:read"],
    menu: { group: "客户服务", section: "查询" },
    load: async () => (await import("./former-residents-page")).FormerResidentsPage,
  },
  {
    path: "query/former-residents/print",
    title: "历史住户一览表",
    scope: "project",
    module: "customer",
    anyOf: ["customer:read"],
    parent: "query/former-residents",
    bare: true,
    load: async () => (await import("./former-residents-print-page")).FormerResidentsPrintPage,
  },
];
