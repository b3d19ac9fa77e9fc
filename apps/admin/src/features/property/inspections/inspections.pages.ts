import type { Page } from "../../../app/page";

const shared = { scope: "project", module: "property", anyOf: ["property:read"] } as const;
const inMenu = { group: "客户服务", section: "房产" } as const;

/** 房产验收 (PRP-09). */
export const inspectionPages: readonly Page[] = [
  {
    ...shared,
    path: "property/inspections",
    title: "房屋验收",
    menu: inMenu,
    load: async () => (await import("./inspections-page")).InspectionsPage,
  },
  {
    ...shared,
    path: "property/defects",
    title: "缺陷整改",
    menu: inMenu,
    load: async () => (await import("./defects-page")).DefectsPage,
  },
  {
    ...shared,
    path: "property/inspection-templates",
    title: "验收模板",
    parent: "property/inspections",
    load: async () => (await import("./templates-page")).TemplatesPage,
  },
  {
    ...shared,
    path: "property/inspections/new",
    title: "开始验收",
    anyOf: ["property:inspect"],
    parent: "property/inspections",
    load: async () => (await import("./inspection-new-page")).InspectionNewPage,
  },
  {
    ...shared,
    path: "property/inspections/:inspectionId",
    title: "验收单",
    parent: "property/inspections",
    load: async () => (await import("./inspection-page")).InspectionPage,
  },
  {
    ...shared,
    path: "property/inspections/:inspectionId/print",
    title: "打印验收单",
    bare: true,
    load: async () => (await import("./inspection-print-page")).InspectionPrintPage,
  },
  {
    ...shared,
    path: "property/defects/print",
    title: "打印缺陷整改通知单",
    bare: true,
    load: async () => (await import("./defects-print-page")).DefectsPrintPage,
  },
];
