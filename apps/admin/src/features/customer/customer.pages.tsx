import { SettingOutlined, TeamOutlined } from "@ant-design/icons";
import type { Page } from "../../app/page";
import { transferPages } from "./transfers.pages";

/** The pages of this module, in menu order; see apps/admin/README.md. */
export const customerPages: readonly Page[] = [
  {
    path: "customer/customers",
    title: "客户",
    scope: "project",
    module: "customer",
    anyOf: ["customer:read"],
    menu: { group: "客户服务", section: "客户", icon: <TeamOutlined /> },
    load: async () => (await import("./customers-page")).CustomersPage,
  },
  {
    path: "customer/search",
    title: "客户搜索",
    scope: "project",
    module: "customer",
    anyOf: ["customer:read"],
    menu: { group: "客户服务", section: "客户" },
    load: async () => (await import("./customer-search-page")).CustomerSearchPage,
  },
  {
    path: "customer/customers/:customerId",
    title: "客户档案",
    scope: "project",
    module: "customer",
    anyOf: ["customer:read"],
    parent: "customer/customers",
    load: async () => (await import("./customer-page")).CustomerPage,
  },
  ...transferPages,
  {
    path: "customer/recipients",
    title: "个人信息接收方",
    scope: "project",
    module: "customer",
    anyOf: ["customer:privacy"],
    menu: { group: "客户服务", section: "客户" },
    load: async () => (await import("./recipients-page")).RecipientsPage,
  },
  {
    path: "customer/duplicates",
    title: "疑似重复客户",
    scope: "project",
    module: "customer",
    anyOf: ["customer:merge"],
    menu: { group: "客户服务", section: "客户" },
    load: async () => (await import("./duplicates-page")).DuplicatesPage,
  },
  {
    path: "customer/duplicates/merge",
    title: "合并重复客户",
    scope: "project",
    module: "customer",
    anyOf: ["customer:merge"],
    parent: "customer/duplicates",
    load: async () => (await import("./merge-page")).MergePage,
  },
  {
    path: "customer/settings",
    title: "客户设置",
    scope: "project",
    module: "customer",
    anyOf: ["customer:write", "project:settings"],
    menu: { group: "客户服务", section: "客户", icon: <SettingOutlined /> },
    load: async () => (await import("./settings-page")).CustomerSettingsPage,
  },
];
