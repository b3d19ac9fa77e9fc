import { BarChartOutlined } from "@ant-design/icons";
import type { Page } from "../../../app/page";

const shared = { scope: "project", module: "billing", anyOf: ["billing:read"] } as const;

/** The standard reports. */
export const reportPages: readonly Page[] = [
  {
    ...shared,
    path: "billing/reports",
    title: "收费报表",
    menu: { group: "客户服务", section: "账务", icon: <BarChartOutlined /> },
    load: async () => (await import("./reports-page")).ReportsPage,
  },
  {
    ...shared,
    path: "billing/reports/:report",
    title: "报表",
    parent: "billing/reports",
    load: async () => (await import("./report-page")).ReportPage,
  },
  {
    ...shared,
    path: "billing/reports/:report/print",
    title: "打印报表",
    bare: true,
    load: async () => (await import("./report-print-page")).ReportPrintPage,
  },
];
