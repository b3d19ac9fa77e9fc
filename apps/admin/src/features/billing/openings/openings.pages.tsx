import type { Page } from "../../../app/page";

const shared = { scope: "project", module: "billing", anyOf: ["billing:read"] } as const;

/** What was taken over from the system used before. */
export const openingPages: readonly Page[] = [
  {
    ...shared,
    path: "billing/openings",
    title: "期初导入",
    menu: { group: "客户服务", section: "账务" },
    load: async () => (await import("./openings-page")).OpeningsPage,
  },
  {
    ...shared,
    path: "billing/openings/:openingId",
    title: "导入明细",
    parent: "billing/openings",
    load: async () => (await import("./opening-page")).OpeningPage,
  },
];
