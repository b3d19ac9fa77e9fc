import type { Page } from "../../../app/page";

const page = { scope: "project", module: "billing", anyOf: ["billing:read"] } as const;

/** Bills issued anew by an approved run (BIL-13), beside the runs that have issued them. */
export const recalculationPages: readonly Page[] = [
  {
    ...page,
    path: "billing/recalculations",
    title: "应收重算",
    menu: { group: "客户服务", section: "收费" },
    load: async () => (await import("./recalculations-page")).RecalculationsPage,
  },
  {
    ...page,
    path: "billing/recalculations/new",
    title: "新建应收重算",
    anyOf: ["billing:recalculate"],
    parent: "billing/recalculations",
    load: async () => (await import("./new-recalculation-page")).NewRecalculationPage,
  },
  {
    ...page,
    path: "billing/recalculations/:recalculationId",
    title: "应收重算详情",
    parent: "billing/recalculations",
    load: async () => (await import("./recalculation-page")).RecalculationPage,
  },
];
