import { NotificationOutlined } from "@ant-design/icons";
import type { Page } from "../../../app/page";

const inMenu = { group: "客户服务", section: "催缴" } as const;
const shared = { scope: "project", module: "billing", anyOf: ["billing:read"] } as const;

/** The pages of dunning (BIL-113). */
export const dunningPages: readonly Page[] = [
  {
    ...shared,
    path: "billing/dunning",
    title: "催缴案件",
    menu: { ...inMenu, icon: <NotificationOutlined /> },
    load: async () => (await import("./cases-page")).DunningCasesPage,
  },
  {
    ...shared,
    path: "billing/dunning/cases/:roomId/:payerId",
    title: "案件详情",
    parent: "billing/dunning",
    load: async () => (await import("./case-page")).DunningCasePage,
  },
  {
    ...shared,
    path: "billing/dunning/batches",
    title: "催缴批次",
    menu: inMenu,
    load: async () => (await import("./batches-page")).DunningBatchesPage,
  },
  {
    ...shared,
    path: "billing/dunning/batches/new",
    title: "批量催款",
    parent: "billing/dunning/batches",
    load: async () => (await import("./preview-page")).DunningPreviewPage,
  },
  {
    ...shared,
    path: "billing/dunning/batches/:batchId",
    title: "批次详情",
    parent: "billing/dunning/batches",
    load: async () => (await import("./batch-page")).DunningBatchPage,
  },
  {
    ...shared,
    path: "billing/dunning/plans",
    title: "催缴计划",
    menu: inMenu,
    load: async () => (await import("./plans-page")).DunningPlansPage,
  },
  {
    ...shared,
    path: "billing/dunning/levels",
    title: "催缴级别",
    menu: inMenu,
    load: async () => (await import("./levels-page")).DunningLevelsPage,
  },
  {
    ...shared,
    path: "billing/dunning/print",
    title: "打印催款单",
    bare: true,
    load: async () => (await import("./print-page")).DunningPrintPage,
  },
];
