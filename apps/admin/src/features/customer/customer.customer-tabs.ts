import type { CustomerTab } from "./customer-tab";

/** What this module brings to the customer page. */
export const customerTabs: readonly CustomerTab[] = [
  {
    key: "relations",
    title: ({ relations }) => `客房关系（${relations.length}）`,
    anyOf: ["customer:read"],
    load: async () => (await import("./customer-relations")).CustomerRelations,
  },
  {
    key: "payers",
    title: "应收与收款",
    anyOf: ["customer:read"],
    load: async () => (await import("./customer-money")).CustomerMoney,
  },
  {
    key: "details",
    title: "联系与抬头",
    anyOf: ["customer:read"],
    load: async () => (await import("./customer-details")).CustomerDetails,
  },
  {
    key: "consents",
    title: "告知与同意",
    anyOf: ["customer:read"],
    load: async () => (await import("./customer-consents")).CustomerConsents,
  },
  {
    key: "requests",
    title: "请求",
    anyOf: ["customer:privacy"],
    load: async () => (await import("./customer-requests")).CustomerRequests,
  },
  {
    key: "files",
    title: "附件",
    anyOf: ["customer:unmask"],
    load: async () => (await import("./customer-files")).CustomerFiles,
  },
];
