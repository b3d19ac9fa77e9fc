import { ImportOutlined } from "@ant-design/icons";
import type { Page } from "../../app/page";

/** The pages of this module, in menu order; see apps/admin/README.md. */
export const importsPages: readonly Page[] = [
  {
    path: "imports",
    title: "数据导入",
    scope: "project",
    anyOf: ["imports:run"],
    menu: { group: "客户服务", icon: <ImportOutlined /> },
    load: async () => (await import("./imports-page")).ImportsPage,
  },
  {
    path: "imports/:importId",
    title: "导入",
    scope: "project",
    anyOf: ["imports:run"],
    parent: "imports",
    load: async () => (await import("./import-page")).ImportPage,
  },
];
