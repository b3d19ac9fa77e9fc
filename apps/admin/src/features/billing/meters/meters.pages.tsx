import { DashboardOutlined } from "@ant-design/icons";
import type { Page } from "../../../app/page";

const inMenu = { group: "客户服务", section: "抄表与公摊" } as const;
const page = { scope: "project", module: "billing", anyOf: ["billing:read"] } as const;

/** Meters, their reading and what is lost between them. */
export const meterPages: readonly Page[] = [
  {
    ...page,
    path: "billing/meter-sheets",
    title: "抄表",
    menu: { ...inMenu, icon: <DashboardOutlined /> },
    load: async () => (await import("./sheets-page")).SheetsPage,
  },
  {
    ...page,
    path: "billing/meter-sheets/:sheetId",
    title: "抄表单",
    parent: "billing/meter-sheets",
    load: async () => (await import("./sheet-page")).SheetPage,
  },
  {
    ...page,
    path: "billing/meters",
    title: "表具",
    menu: inMenu,
    load: async () => (await import("./meters-page")).MetersPage,
  },
  {
    ...page,
    path: "billing/meters/:meterId",
    title: "表具档案",
    parent: "billing/meters",
    load: async () => (await import("./meter-page")).MeterPage,
  },
  {
    ...page,
    path: "billing/meter-losses",
    title: "总分表损耗",
    menu: inMenu,
    load: async () => (await import("./losses-page")).LossesPage,
  },
];
