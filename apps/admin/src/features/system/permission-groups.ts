import { allPermissions, type Permission } from "@linli/contracts/enums";

const names: Record<string, string> = {
  system: "系统管理",
  audit: "审计",
  project: "管理区",
  property: "房产",
  customer: "客户",
  imports: "导入",
  billing: "收费",
};

const partOf = (permission: Permission) => permission.split(":")[0] ?? "";

/** All rights by the part of the system they belong to, in the order of their definition. */
export const permissionGroups: readonly { name: string; permissions: Permission[] }[] = [
  ...new Set(allPermissions.map(partOf)),
].map((part) => ({
  name: names[part] ?? part,
  permissions: allPermissions.filter((permission) => partOf(permission) === part),
}));
