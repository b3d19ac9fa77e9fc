import { ExportOutlined } from "@ant-design/icons";
import type { Page } from "../../app/page";

/** The pages of this module, in menu order; see apps/admin/README.md. */
export const exportsPages: readonly Page[] = [
  {
    path: "exports",
    title: "导出记录",
    scope: "project",
    anyOf: ["data:export", "data:approve-export", "audit:read"],
    menu: { group: "客户服务", icon: <ExportOutlined /> },
    load: async () => (await import("./exports-page")).ExportsPage,
  },
];
