import { Choice, Choices, Id, Text } from "../common/fields.js";
import { homePathLabels, type HomePath } from "./auth.enums.js";
import { type Permission, permissionLabels } from "./permissions.js";

/** Path of one role. */
export class RolePath {
  @Id("角色编号") roleId: string;
}

/** A role of one's own: a name, its rights, and where its holders start. */
export class SaveRoleDto {
  @Text("角色名称", { max: 40 }) name: string;
  @Choices("权限", permissionLabels) permissions: Permission[];
  @Choice("登录首页", homePathLabels) homePath: HomePath;
}

/** A named list of rights. */
export class RoleDto {
  id: string;
  /** Stable code; that of built-in roles is known to the program. */
  code: string;
  name: string;
  permissions: Permission[];
  homePath: string;
  /** Built-in roles can be read, not changed. */
  builtIn: boolean;
  /** People who hold it. */
  users: number;
}
