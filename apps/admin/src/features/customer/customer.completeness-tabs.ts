import type { CompletenessTab } from "../property/completeness-tab";

/** What this module brings to the page 资料完整性. */
export const customerCompletenessTabs: readonly CompletenessTab[] = [
  {
    key: "customers",
    title: "客户资料",
    anyOf: ["customer:read"],
    module: "customer",
    load: async () => (await import("./incomplete-customers")).IncompleteCustomers,
  },
];
