import { AuditOutlined } from "@ant-design/icons";
import type { Page } from "../../app/page";

/** The pages of this module, in menu order; see apps/admin/README.md. */
export const auditPages: readonly Page[] = [
  {
    path: "system/audit",
    title: "审计日志",
    scope: "company",
    anyOf: ["audit:read"],
    menu: { group: "系统管理", icon: <AuditOutlined /> },
    load: async () => (await import("./audit-page")).AuditPage,
  },
  {
    path: "audit",
    title: "管理区审计日志",
    scope: "project",
    anyOf: ["audit:read"],
    menu: { group: "内部管理", icon: <AuditOutlined /> },
    load: async () => (await import("./project-audit-page")).ProjectAuditPage,
  },
];
