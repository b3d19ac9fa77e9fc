import type { MembershipDto, UpdateUserDto, UserDto } from "@linli/contracts";
import { userStateLabels } from "@linli/contracts/enums";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Card, Flex, Input, Table, Tag } from "antd";
import { useParams } from "react-router";
import { ConfirmButton } from "../../components/confirm-button";
import { DescriptionList } from "../../components/description-list";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { StatusTag } from "../../components/status-tag";
import { formatMoment } from "../../lib/dates";
import { useSession } from "../../lib/session";
import { useShowFirstPassword } from "./first-password";
import { MembershipRows, type MembershipRow, toMembershipInputs, toMembershipRows } from "./membership-rows";
import {
  activateUser,
  deactivateUser,
  resetPassword,
  setMemberships,
  unlockUser,
  updateUser,
  userQueries,
} from "./system.queries";
import { userTones } from "./users-page";

/** 用户档案: who he is, what he may do where, and what the administrator can do about it. */
export function UserPage() {
  const { userId = "" } = useParams();
  return <QueryView query={useQuery(userQueries.one(userId))}>{(user) => <Content user={user} />}</QueryView>;
}

function Content({ user }: { user: UserDto }) {
  return (
    <>
      <PageHeader
        title={user.name}
        back="/system/users"
        help="system"
        tags={
          <>
            <StatusTag value={user.state} labels={userStateLabels} tones={userTones} />
            {user.mustChangePassword && <Tag>须修改密码</Tag>}
          </>
        }
        actions={<Actions user={user} />}
      />
      <Flex vertical gap={16}>
        <Card title="基本信息">
          <DescriptionList
            items={[
              [
                "手机号",
                <span key="mobile" className="figures">
                  {user.mobile}
                </span>,
              ],
              ["最近登录", user.lastSignInAt && formatMoment(user.lastSignInAt)],
              ["密码修改时间", formatMoment(user.passwordChangedAt)],
              user.lockedUntil !== null && ["锁定至", formatMoment(user.lockedUntil)],
              ["建立时间", formatMoment(user.createdAt)],
            ]}
          />
        </Card>
        <Card title="授权" extra={<ChangeMemberships user={user} />}>
          <Table<MembershipDto>
            size="small"
            rowKey={({ roleId, projectId }) => `${roleId}${projectId}`}
            dataSource={user.memberships}
            pagination={false}
            locale={{ emptyText: "没有任何角色：登录后不能使用任何功能" }}
            columns={[
              { key: "role", title: "角色", dataIndex: "roleName" },
              { key: "project", title: "管理区", render: (_value, { projectName }) => projectName ?? "所有管理区" },
              { key: "home", title: "说明", render: (_value, _row, index) => (index === 0 ? "决定登录后的首页" : "") },
            ]}
          />
        </Card>
      </Flex>
    </>
  );
}

function Actions({ user }: { user: UserDto }) {
  const session = useSession();
  const update = useMutation(updateUser(user.id));
  const reset = useMutation(resetPassword(user.id));
  const unlock = useMutation(unlockUser(user.id));
  const deactivate = useMutation(deactivateUser(user.id));
  const activate = useMutation(activateUser(user.id));
  const showPassword = useShowFirstPassword();
  const isSelf = session.id === user.id;
  return (
    <>
      <FormDialog<UpdateUserDto>
        name="update-user"
        title="修改用户"
        dto="UpdateUserDto"
        initialValues={{ name: user.name, mobile: user.mobile }}
        trigger={<Button>修改</Button>}
        onFinish={update.mutateAsync}
      >
        <Field name="name">
          <Input autoComplete="off" />
        </Field>
        <Field name="mobile" extra="也是登录用的号码">
          <Input inputMode="tel" autoComplete="off" maxLength={20} />
        </Field>
      </FormDialog>
      {user.state === "LOCKED" && (
        <Button loading={unlock.isPending} onClick={() => unlock.mutate()}>
          解除锁定
        </Button>
      )}
      {!isSelf && (
        <ConfirmButton
          title={`重置 ${user.name} 的密码？`}
          content="他在所有设备上的登录立即失效；新的初始密码只显示一次。"
          okText="重置密码"
          onConfirm={async () => showPassword(user, (await reset.mutateAsync()).password)}
        >
          重置密码
        </ConfirmButton>
      )}
      {!isSelf && user.state !== "INACTIVE" && (
        <ConfirmButton
          danger
          title={`停用 ${user.name}？`}
          content="他的登录立即失效，不能再登录；历史记录保留，可随时启用。"
          okText="停用"
          onConfirm={deactivate.mutateAsync}
        >
          停用
        </ConfirmButton>
      )}
      {user.state === "INACTIVE" && (
        <Button type="primary" loading={activate.isPending} onClick={() => activate.mutate()}>
          启用
        </Button>
      )}
    </>
  );
}

function ChangeMemberships({ user }: { user: UserDto }) {
  const { mutateAsync } = useMutation(setMemberships(user.id));
  return (
    <FormDialog<{ memberships?: MembershipRow[] }>
      name="memberships"
      title={`调整 ${user.name} 的授权`}
      width={560}
      note="保存后立即生效。互相冲突的权限不能由同一个人在同一管理区拥有。"
      initialValues={{ memberships: toMembershipRows(user.memberships) }}
      trigger={<Button type="primary">调整授权</Button>}
      onFinish={({ memberships }) => mutateAsync(toMembershipInputs(memberships))}
    >
      <MembershipRows memberships={user.memberships} />
    </FormDialog>
  );
}
