import { DashboardOutlined } from "@ant-design/icons";
import { approvalPages } from "../features/approvals/approvals.pages";
import { auditPages } from "../features/audit/audit.pages";
import { billingPages } from "../features/billing/billing.pages";
import { customerPages } from "../features/customer/customer.pages";
import { exportsPages } from "../features/exports/exports.pages";
import { importsPages } from "../features/imports/imports.pages";
import { parkingPages } from "../features/parking/parking.pages";
import { queryPages } from "../features/query/query.pages";
import { restructurePages } from "../features/property/restructures.pages";
import { inspectionPages } from "../features/property/inspections/inspections.pages";
import { propertyPages } from "../features/property/property.pages";
import { systemPages } from "../features/system/system.pages";
import type { Page } from "./page";

/** The route table: every page of the console, in menu order. */
export const pages: readonly Page[] = [
  {
    path: "workbench",
    title: "工作台",
    scope: "project",
    menu: { icon: <DashboardOutlined /> },
    load: async () => (await import("../features/workbench/workbench-page")).WorkbenchPage,
  },
  ...approvalPages,
  ...queryPages,
  ...propertyPages,
  ...inspectionPages,
  ...restructurePages,
  ...customerPages,
  ...billingPages,
  ...parkingPages,
  ...importsPages,
  ...exportsPages,
  ...systemPages,
  ...auditPages,
];
