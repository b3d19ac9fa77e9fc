import type { UserDto, UserQueryDto } from "@linli/contracts";
import { userStateLabels } from "@linli/contracts/enums";
import { useMutation } from "@tanstack/react-query";
import { Button, Flex, Input, Tag } from "antd";
import { type Column, momentColumn, statusColumn, textColumn } from "../../components/columns";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { ListPage } from "../../components/list-page";
import type { ListFilter } from "../../lib/list-filter";
import { useListTable } from "../../lib/use-list-table";
import { useShowFirstPassword } from "./first-password";
import { MembershipRows, type MembershipRow, toMembershipInputs } from "./membership-rows";
import { ProjectNameSelect } from "./project-name-select";
import { RoleSelect } from "./role-select";
import { createUser, userQueries } from "./system.queries";

const filters = [
  { name: "q", label: "姓名或手机号" },
  { name: "state", label: "状态", labels: userStateLabels },
  { name: "roleId", label: "角色", input: <RoleSelect />, width: 160 },
  { name: "projectId", label: "管理区", input: <ProjectNameSelect />, width: 200 },
] satisfies ListFilter<keyof UserQueryDto & string>[];

export const userTones = { ACTIVE: "good", LOCKED: "warning", INACTIVE: "neutral" } as const;

const columns: Column<UserDto>[] = [
  textColumn("name", "姓名", { to: (user) => user.id }),
  textColumn("mobile", "手机号"),
  statusColumn("state", "状态", userStateLabels, userTones),
  { key: "memberships", title: "角色", render: (_value, user) => <Roles user={user} /> },
  momentColumn("lastSignInAt", "最近登录"),
  momentColumn("createdAt", "建立时间", { hidden: true }),
  momentColumn("passwordChangedAt", "密码修改时间", { hidden: true }),
];

interface NewUser {
  name: string;
  mobile: string;
  memberships?: MembershipRow[];
}

/** 用户 */
export function UsersPage() {
  const table = useListTable({ list: userQueries.list, filters });
  const { mutateAsync } = useMutation(createUser);
  const showPassword = useShowFirstPassword();

  async function handleCreate({ memberships, ...person }: NewUser) {
    const { password } = await mutateAsync({ ...person, memberships: toMembershipInputs(memberships) });
    showPassword(person, password);
  }

  return (
    <ListPage
      name="users"
      title="用户"
      help="system"
      table={table}
      columns={columns}
      rowTo={(user) => user.id}
      actions={
        <FormDialog<NewUser>
          name="create-user"
          title="新建用户"
          dto="CreateUserDto"
          width={560}
          note="系统生成初始密码，只显示一次；本人首次登录须修改。"
          initialValues={{ memberships: [{}] }}
          trigger={<Button type="primary">新建用户</Button>}
          onFinish={handleCreate}
        >
          <Field name="name">
            <Input autoComplete="off" />
          </Field>
          <Field name="mobile" extra="也是登录用的号码">
            <Input inputMode="tel" autoComplete="off" maxLength={20} />
          </Field>
          <MembershipRows />
        </FormDialog>
      }
      empty="还没有用户。可以新建，或在“开通申请”里审批员工的申请。"
    />
  );
}

function Roles({ user }: { user: UserDto }) {
  if (user.memberships.length === 0) return <>—</>;
  return (
    <Flex gap={4} wrap>
      {user.memberships.map(({ roleId, roleName, projectId, projectName }) => (
        <Tag key={`${roleId}${projectId}`}>
          {roleName} · {projectName ?? "所有管理区"}
        </Tag>
      ))}
    </Flex>
  );
}
