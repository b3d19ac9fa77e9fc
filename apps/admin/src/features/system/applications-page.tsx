import type { AccessApplicationDto, ApplicationQueryDto, RejectApplicationDto } from "@linli/contracts";
import { applicationStatusLabels } from "@linli/contracts/enums";
import { useMutation } from "@tanstack/react-query";
import { Button, Input, Tag } from "antd";
import { Link } from "react-router";
import { actionsColumn, type Column, momentColumn, statusColumn, textColumn } from "../../components/columns";
import { DescriptionList } from "../../components/description-list";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { ListPage } from "../../components/list-page";
import type { ListFilter } from "../../lib/list-filter";
import { useListTable } from "../../lib/use-list-table";
import { useShowFirstPassword } from "./first-password";
import { MembershipRows, type MembershipRow, toMembershipInputs } from "./membership-rows";
import { applicationQueries, approveApplication, rejectApplication } from "./system.queries";

const filters = [{ name: "status", label: "状态", labels: applicationStatusLabels }] satisfies ListFilter<
  keyof ApplicationQueryDto & string
>[];

const columns: Column<AccessApplicationDto>[] = [
  {
    key: "name",
    title: "姓名",
    render: (_value, row) => (row.userId ? <Link to={`/system/users/${row.userId}`}>{row.name}</Link> : row.name),
  },
  {
    key: "mobile",
    title: "手机号",
    render: (_value, row) => (
      <>
        <span className="figures">{row.mobile}</span>{" "}
        {row.status === "PENDING" && row.mobileTaken && <Tag color="warning">已有用户</Tag>}
      </>
    ),
  },
  textColumn("wish", "希望的管理区与角色"),
  textColumn("reason", "申请理由", { width: 280 }),
  statusColumn("status", "状态", applicationStatusLabels, { PENDING: "warning", APPROVED: "good" }),
  momentColumn("createdAt", "申请时间"),
  textColumn("decidedByName", "审批人"),
  momentColumn("decidedAt", "审批时间", { hidden: true }),
  textColumn("decisionNote", "审批意见"),
  actionsColumn((row) => (row.status === "PENDING" ? <Decide application={row} /> : null), 130),
];

/** 开通申请: an application becomes a user with roles, or is refused with a reason (CRM-03). */
export function ApplicationsPage() {
  const table = useListTable({ list: applicationQueries.list, filters });
  return (
    <ListPage
      name="applications"
      title="开通申请"
      help="system"
      table={table}
      columns={columns}
      empty="还没有申请。员工在登录页点“申请开通”后出现在这里。"
    />
  );
}

interface Approval {
  memberships?: MembershipRow[];
  note?: string;
}

function Decide({ application }: { application: AccessApplicationDto }) {
  const approve = useMutation(approveApplication(application.id));
  const reject = useMutation(rejectApplication(application.id));
  const showPassword = useShowFirstPassword();

  async function handleApprove({ memberships, note }: Approval) {
    const { password } = await approve.mutateAsync({ memberships: toMembershipInputs(memberships), note });
    showPassword(application, password);
  }

  return (
    <>
      <FormDialog<Approval>
        name="approve-application"
        title="通过申请"
        dto="ApproveApplicationDto"
        width={560}
        submitText="通过并建立用户"
        initialValues={{ memberships: [{}] }}
        trigger={
          <Button type="link" size="small" disabled={application.mobileTaken}>
            通过
          </Button>
        }
        onFinish={handleApprove}
      >
        <DescriptionList
          columns={1}
          items={[
            ["申请人", `${application.name}（${application.mobile}）`],
            ["希望", application.wish],
            ["理由", application.reason],
          ]}
        />
        <MembershipRows />
        <Field name="note" className="after-fieldset">
          <Input.TextArea rows={2} maxLength={200} showCount />
        </Field>
      </FormDialog>
      <FormDialog<RejectApplicationDto>
        name="reject-application"
        title={`拒绝 ${application.name} 的申请`}
        dto="RejectApplicationDto"
        kind="modal"
        danger
        submitText="拒绝申请"
        trigger={
          <Button type="link" size="small" danger>
            拒绝
          </Button>
        }
        onFinish={reject.mutateAsync}
      >
        <Field name="note">
          <Input.TextArea rows={3} maxLength={200} showCount />
        </Field>
      </FormDialog>
    </>
  );
}
