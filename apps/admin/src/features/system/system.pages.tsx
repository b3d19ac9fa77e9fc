import { SafetyCertificateOutlined } from "@ant-design/icons";
import type { Page } from "../../app/page";

const section = "用户与权限";

/** The pages of this module, in menu order; see apps/admin/README.md. */
export const systemPages: readonly Page[] = [
  {
    path: "system/users",
    title: "用户",
    scope: "company",
    anyOf: ["system:users"],
    menu: { group: "系统管理", section, icon: <SafetyCertificateOutlined /> },
    load: async () => (await import("./users-page")).UsersPage,
  },
  {
    path: "system/users/:userId",
    title: "用户档案",
    scope: "company",
    anyOf: ["system:users"],
    parent: "system/users",
    load: async () => (await import("./user-page")).UserPage,
  },
  {
    path: "system/applications",
    title: "开通申请",
    scope: "company",
    anyOf: ["system:users"],
    menu: { group: "系统管理", section },
    load: async () => (await import("./applications-page")).ApplicationsPage,
  },
  {
    path: "system/roles",
    title: "角色",
    scope: "company",
    anyOf: ["system:roles"],
    menu: { group: "系统管理", section },
    load: async () => (await import("./roles-page")).RolesPage,
  },
];
