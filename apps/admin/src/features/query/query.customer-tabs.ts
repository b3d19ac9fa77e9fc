import type { CustomerTab } from "../customer/customer-tab";

/** What this module brings to the customer page. */
export const queryCustomerTabs: readonly CustomerTab[] = [
  {
    key: "graph",
    title: "关系图",
    anyOf: ["customer:read"],
    load: async () => (await import("./relation-graph-tabs")).CustomerGraphTab,
  },
];
