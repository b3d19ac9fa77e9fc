import { useMutation } from "@tanstack/react-query";
import type { TransferDetailDto } from "@linli/contracts";
import { Alert, Button, Card, Flex, Input } from "antd";
import { Link } from "react-router";
import { Can } from "../../components/can";
import { ConfirmButton } from "../../components/confirm-button";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { TransferItems } from "./transfer-items";
import { TransferSummary } from "./transfer-summary";
import {
  cancelTransfer,
  completeTransfer,
  reopenTransfer,
  requestTransferApproval,
  submitTransfer,
} from "./transfers.queries";

/** 确认: what is missing, what stands in the way, what stays open, and the step that comes next. */
export function TransferFinish({ transfer }: { transfer: TransferDetailDto }) {
  const { status, missing, blocks, open } = transfer;
  const linkTo = usePageLink();
  const approvals = linkTo("approvals");
  const mayWrite = useCan("customer:transfer");
  return (
    <>
      {missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="form-note"
          title="资料还不全"
          description={
            <ul className="transfer-missing">
              {missing.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          }
        />
      )}
      {blocks.length > 0 && (
        <Alert
          type="error"
          showIcon
          className="form-note"
          title="不能办结"
          description={<TransferItems items={blocks} />}
        />
      )}
      {status === "PENDING" && (
        <Alert
          type="info"
          showIcon
          className="form-note"
          title={<>等待另一人审批，通过后过户即生效。{approvals && <Link to={approvals}>去审批</Link>}</>}
        />
      )}
      <Card size="small" title="未了结的事项" className="transfer-part">
        <TransferItems items={open} empty="没有。资料齐全即可直接办结，不需要审批。" />
        {open.length > 0 && status !== "PENDING" && (
          <p className="transfer-why">结清后可以直接办结；不结清的，须由另一人审批。</p>
        )}
      </Card>
      <TransferSummary transfer={transfer} canAttach={mayWrite && status === "SETTLING"} />
      <Can do="customer:transfer">
        <Actions transfer={transfer} />
      </Can>
    </>
  );
}

function Actions({ transfer }: { transfer: TransferDetailDto }) {
  const projectId = useProjectId();
  const { id, status, version, missing, blocks, open } = transfer;
  const submit = useMutation(submitTransfer(projectId, id));
  const reopen = useMutation(reopenTransfer(projectId, id));
  const complete = useMutation(completeTransfer(projectId, id));
  const ask = useMutation(requestTransferApproval(projectId, id));
  const isReady = missing.length === 0 && blocks.length === 0;
  return (
    <Flex gap={8} wrap className="page-form-buttons">
      {status === "DRAFT" && (
        <Button type="primary" disabled={!isReady} loading={submit.isPending} onClick={() => submit.mutate(version)}>
          提交
        </Button>
      )}
      {status === "SETTLING" && open.length === 0 && (
        <ConfirmButton
          type="primary"
          disabled={!isReady}
          title="办结这次过户？"
          content="客户关系、收费对象和应收同时变更，办结后不能撤销。"
          okText="办结"
          onConfirm={() => complete.mutateAsync(version)}
        >
          办结
        </ConfirmButton>
      )}
      {status === "SETTLING" && open.length > 0 && (
        <FormDialog<{ reason: string }>
          name="transfer-approval"
          kind="modal"
          title="申请审批"
          dto="RequestTransferApprovalDto"
          submitText="提交审批"
          note="另一人通过后，过户立即生效。"
          trigger={
            <Button type="primary" disabled={!isReady}>
              申请审批
            </Button>
          }
          onFinish={({ reason }) => ask.mutateAsync({ version, reason })}
        >
          <Field name="reason">
            <Input.TextArea rows={3} maxLength={200} showCount />
          </Field>
        </FormDialog>
      )}
      {status === "SETTLING" && (
        <Button loading={reopen.isPending} onClick={() => reopen.mutate(version)}>
          退回修改
        </Button>
      )}
      {(status === "DRAFT" || status === "SETTLING") && <Cancel transfer={transfer} />}
    </Flex>
  );
}

function Cancel({ transfer: { id, version } }: { transfer: TransferDetailDto }) {
  const cancel = useMutation(cancelTransfer(useProjectId(), id));
  return (
    <FormDialog<{ reason: string }>
      name="cancel-transfer"
      kind="modal"
      title="作废这次过户"
      dto="CancelTransferDto"
      submitText="作废"
      danger
      trigger={<Button danger>作废</Button>}
      onFinish={({ reason }) => cancel.mutateAsync({ version, reason })}
    >
      <Field name="reason">
        <Input.TextArea rows={3} maxLength={200} showCount />
      </Field>
    </FormDialog>
  );
}
