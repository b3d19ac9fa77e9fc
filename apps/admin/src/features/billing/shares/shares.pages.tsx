import type { Page } from "../../../app/page";

const page = { scope: "project", module: "billing", anyOf: ["billing:read"] } as const;

/** 公摊: public costs that rooms share. */
export const sharePages: readonly Page[] = [
  {
    ...page,
    path: "billing/shares",
    title: "公摊",
    menu: { group: "客户服务", section: "抄表与公摊" },
    load: async () => (await import("./shares-page")).SharesPage,
  },
  {
    ...page,
    path: "billing/shares/:poolId",
    title: "公摊月份",
    parent: "billing/shares",
    load: async () => (await import("./share-month-page")).ShareMonthPage,
  },
];
