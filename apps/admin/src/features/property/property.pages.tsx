import { ApartmentOutlined, BankOutlined, SettingOutlined } from "@ant-design/icons";
import type { Page } from "../../app/page";

/** The pages of this module, in menu order; see apps/admin/README.md. */
export const propertyPages: readonly Page[] = [
  {
    path: "property/directory",
    title: "房产目录",
    scope: "project",
    module: "property",
    anyOf: ["property:read"],
    menu: { group: "客户服务", section: "房产", icon: <ApartmentOutlined /> },
    load: async () => (await import("./directory-page")).DirectoryPage,
  },
  {
    path: "property/rooms",
    title: "房间",
    scope: "project",
    module: "property",
    anyOf: ["property:read"],
    menu: { group: "客户服务", section: "房产" },
    load: async () => (await import("./rooms-page")).RoomsPage,
  },
  {
    path: "property/completeness",
    title: "资料完整性",
    scope: "project",
    module: "property",
    anyOf: ["property:read"],
    menu: { group: "客户服务", section: "房产" },
    load: async () => (await import("./completeness-page")).CompletenessPage,
  },
  {
    path: "property/buildings/:buildingId",
    title: "楼栋",
    scope: "project",
    module: "property",
    anyOf: ["property:read"],
    parent: "property/directory",
    load: async () => (await import("./building-page")).BuildingPage,
  },
  {
    path: "property/rooms/:roomId",
    title: "房间档案",
    scope: "project",
    module: "property",
    anyOf: ["property:read"],
    parent: "property/rooms",
    load: async () => (await import("./room-page")).RoomPage,
  },
  {
    path: "settings",
    title: "管理区设置",
    scope: "project",
    anyOf: ["project:settings", "audit:read"],
    menu: { group: "系统管理", icon: <SettingOutlined /> },
    load: async () => (await import("./project-settings-page")).ProjectSettingsPage,
  },
  {
    path: "projects",
    title: "管理区",
    scope: "company",
    anyOf: ["project:create", "project:settings"],
    menu: { group: "系统管理", icon: <BankOutlined /> },
    load: async () => (await import("./projects-page")).ProjectsPage,
  },
];
