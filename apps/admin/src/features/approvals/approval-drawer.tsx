import { useMutation, useQuery } from "@tanstack/react-query";
import type { ApprovalDto, ApprovalLineDto, ApproveDto, RejectApprovalDto } from "@linli/contracts";
import { approvalKindLabels, approvalStatusLabels } from "@linli/contracts/enums";
import { Button, Drawer, Flex, Input, Table, Typography } from "antd";
import { Link } from "react-router";
import { approvalFiles, approvalSubjectPages } from "../../app/approval-subjects";
import { Attachments } from "../../components/attachments";
import { ConfirmButton } from "../../components/confirm-button";
import { DescriptionList } from "../../components/description-list";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { QueryView } from "../../components/query-view";
import { StatusTag } from "../../components/status-tag";
import { formatMoment } from "../../lib/dates";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { approvalQueries, approve, reject, withdraw } from "./approvals.queries";
import "./approvals.css";
import { approvalStatusTones } from "./approvals.words";

/** A request with what it would change, and the decision. Open while it is given an id. */
export function ApprovalDrawer({ approvalId, onClose }: { approvalId: string | undefined; onClose: () => void }) {
  const projectId = useProjectId();
  const query = useQuery({ ...approvalQueries.one(projectId, approvalId ?? ""), enabled: approvalId !== undefined });
  return (
    <Drawer
      title="审批申请"
      open={approvalId !== undefined}
      onClose={onClose}
      destroyOnHidden
      size={640}
      styles={{ wrapper: { maxWidth: "100vw" } }}
      footer={query.data && approvalId !== undefined && <Decision approval={query.data} />}
    >
      {approvalId !== undefined && (
        <QueryView query={query}>{(approval) => <ApprovalView approval={approval} />}</QueryView>
      )}
    </Drawer>
  );
}

function ApprovalView({ approval }: { approval: ApprovalDto }) {
  const linkTo = usePageLink();
  const { kind, status, subjectType, subjectId, lines, decidedAt, decidedByName } = approval;
  const page = approvalSubjectPages[subjectType]?.(subjectId);
  const subject = page && linkTo(page);
  return (
    <>
      <h2 className="section-title">{approval.title}</h2>
      <DescriptionList
        columns={2}
        items={[
          ["种类", approvalKindLabels[kind]],
          ["状态", <StatusTag key="status" value={status} labels={approvalStatusLabels} tones={approvalStatusTones} />],
          ["申请人", approval.requestedByName],
          ["申请时间", formatMoment(approval.createdAt)],
          ["原因", approval.reason],
          subject !== undefined && [
            "相关资料",
            <Link key="subject" to={subject}>
              打开档案
            </Link>,
          ],
          decidedByName !== null && ["办理人", decidedByName],
          decidedAt !== null && ["办理时间", formatMoment(decidedAt)],
          approval.note !== null && [status === "REJECTED" ? "拒绝原因" : "审批意见", approval.note],
        ]}
      />
      {lines.length > 0 && <Lines lines={lines} />}
      <Papers approval={approval} />
    </>
  );
}

/** The papers of the request, for kinds that have some; they may change while it waits. */
function Papers({ approval: { kind, id, status } }: { approval: ApprovalDto }) {
  const files = approvalFiles[kind];
  const mayWrite = useCan(files?.write ?? "property:read");
  if (!files) return null;
  return (
    <section aria-label="附件">
      <h3 className="section-title">附件</h3>
      <Attachments
        ownerType={files.ownerType}
        ownerId={id}
        kinds={files.kinds}
        canWrite={mayWrite && status === "PENDING"}
      />
    </section>
  );
}

/** What it is now and what it would become; what changes stands out. */
function Lines({ lines }: { lines: ApprovalLineDto[] }) {
  return (
    <Table<ApprovalLineDto>
      size="small"
      className="approval-lines"
      rowKey={({ label, after }) => `${label} ${after}`}
      pagination={false}
      dataSource={lines}
      columns={[
        { title: "内容", dataIndex: "label", className: "nowrap" },
        { title: "现在", dataIndex: "before", render: (value: string | null) => value ?? "—" },
        {
          title: "申请改为",
          dataIndex: "after",
          render: (value: string | null, { before }) =>
            value === before ? (value ?? "—") : <Typography.Text strong>{value ?? "（空）"}</Typography.Text>,
        },
      ]}
    />
  );
}

/** What the user may do with the request now. */
function Decision({ approval: { id, canDecide, canWithdraw, status } }: { approval: ApprovalDto }) {
  const projectId = useProjectId();
  const { mutateAsync: doApprove } = useMutation(approve(projectId, id));
  const { mutateAsync: doReject } = useMutation(reject(projectId, id));
  const { mutateAsync: doWithdraw } = useMutation(withdraw(projectId, id));
  if (canWithdraw) {
    return (
      <Flex justify="space-between" align="center" gap={8} wrap>
        <Typography.Text type="secondary">自己的申请由另一人审批</Typography.Text>
        <ConfirmButton title="撤回这项申请？" okText="撤回" onConfirm={() => doWithdraw()}>
          撤回申请
        </ConfirmButton>
      </Flex>
    );
  }
  if (!canDecide) {
    return (
      <Typography.Text type="secondary">
        {status === "PENDING" ? "等待有审批权的人办理" : "这项申请已办理"}
      </Typography.Text>
    );
  }
  return (
    <Flex justify="end" gap={8}>
      <FormDialog<RejectApprovalDto>
        name="reject-approval"
        title="拒绝申请"
        dto="RejectApprovalDto"
        kind="modal"
        danger
        submitText="拒绝"
        trigger={<Button danger>拒绝</Button>}
        onFinish={doReject}
      >
        <Field name="reason">
          <Input.TextArea rows={2} placeholder="申请人会看到这个原因" />
        </Field>
      </FormDialog>
      <FormDialog<ApproveDto>
        name="approve-approval"
        title="通过申请"
        dto="ApproveDto"
        kind="modal"
        submitText="通过"
        note="通过后，申请的内容同时生效。"
        trigger={<Button type="primary">通过</Button>}
        onFinish={doApprove}
      >
        <Field name="note">
          <Input.TextArea rows={2} placeholder="可以不填" />
        </Field>
      </FormDialog>
    </Flex>
  );
}
