import type { RoleDto, SaveRoleDto } from "@linli/contracts";
import { homePathLabels } from "@linli/contracts/enums";
import { Input, Select } from "antd";
import type { ReactElement } from "react";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { optionsOf } from "../../lib/labels";
import { PermissionChecks } from "./permission-checks";

/** Creates or changes a role of one's own. */
export function RoleForm({
  role,
  trigger,
  onFinish,
}: {
  role?: RoleDto;
  trigger: ReactElement<{ onClick?: () => void }>;
  onFinish: (role: SaveRoleDto) => Promise<unknown>;
}) {
  return (
    <FormDialog<SaveRoleDto>
      name="role"
      title={role ? `修改角色 ${role.name}` : "新建角色"}
      dto="SaveRoleDto"
      width={560}
      note={role && role.users > 0 ? `${role.users} 名用户使用这个角色，修改立即对他们生效。` : undefined}
      initialValues={
        role
          ? { name: role.name, homePath: role.homePath as SaveRoleDto["homePath"], permissions: role.permissions }
          : { permissions: [] }
      }
      trigger={trigger}
      onFinish={onFinish}
    >
      <Field name="name">
        <Input />
      </Field>
      <Field name="homePath" extra="拥有这个角色的人登录后首先看到的页面">
        <Select options={optionsOf(homePathLabels)} />
      </Field>
      <Field name="permissions">
        <PermissionChecks />
      </Field>
    </FormDialog>
  );
}
