import type { RoleDto } from "@linli/contracts";
import { homePathLabels } from "@linli/contracts/enums";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Table, Tabs, Tag } from "antd";
import { ConfirmButton } from "../../components/confirm-button";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { labelOf } from "../../lib/labels";
import { PermissionMatrix } from "./permission-matrix";
import { RoleForm } from "./role-form";
import { createRole, removeRole, roleQueries, updateRole } from "./system.queries";

/** 角色: the built-in ones to read, own ones to make; and what each may do, side by side. */
export function RolesPage() {
  const query = useQuery(roleQueries.all);
  const create = useMutation(createRole);
  return (
    <>
      <PageHeader
        title="角色"
        help="system"
        description="角色是一组权限。内置角色不能修改；需要不同的组合时新建自己的角色。"
        actions={<RoleForm trigger={<Button type="primary">新建角色</Button>} onFinish={create.mutateAsync} />}
      />
      <QueryView query={query}>
        {(roles) => (
          <Tabs
            items={[
              { key: "list", label: "角色", children: <RoleTable roles={roles} /> },
              { key: "matrix", label: "权限对照", children: <PermissionMatrix roles={roles} /> },
            ]}
          />
        )}
      </QueryView>
    </>
  );
}

function RoleTable({ roles }: { roles: RoleDto[] }) {
  return (
    <Table<RoleDto>
      size="small"
      rowKey="id"
      dataSource={roles}
      pagination={false}
      scroll={{ x: "max-content" }}
      columns={[
        {
          key: "name",
          title: "角色",
          render: (_value, role) => (
            <>
              {role.name} {role.builtIn && <Tag>内置</Tag>}
            </>
          ),
        },
        {
          key: "permissions",
          title: "权限数",
          align: "right",
          render: (_value, role) => <span className="figures">{role.permissions.length}</span>,
        },
        {
          key: "users",
          title: "用户数",
          align: "right",
          render: (_value, role) => <span className="figures">{role.users}</span>,
        },
        { key: "home", title: "登录首页", render: (_value, role) => labelOf(homePathLabels, role.homePath) },
        {
          key: "actions",
          title: "操作",
          width: 130,
          render: (_value, role) => (role.builtIn ? "—" : <RoleActions role={role} />),
        },
      ]}
    />
  );
}

function RoleActions({ role }: { role: RoleDto }) {
  const update = useMutation(updateRole(role.id));
  const remove = useMutation(removeRole(role.id));
  return (
    <span className="row-actions">
      <RoleForm
        role={role}
        trigger={
          <Button type="link" size="small">
            修改
          </Button>
        }
        onFinish={update.mutateAsync}
      />
      <ConfirmButton
        type="link"
        size="small"
        danger
        title={`删除角色 ${role.name}？`}
        content="没有用户使用的角色才能删除。"
        okText="删除"
        onConfirm={remove.mutateAsync}
      >
        删除
      </ConfirmButton>
    </span>
  );
}
