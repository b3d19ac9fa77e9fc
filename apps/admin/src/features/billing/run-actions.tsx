import { useMutation } from "@tanstack/react-query";
import type { PublishRunDto, ReverseRunDto, RunDto } from "@linli/contracts";
import { unpayableLines } from "@linli/contracts/enums";
import { Alert, Button, Checkbox, Form, Input } from "antd";
import { useNavigate } from "react-router";
import { Can } from "../../components/can";
import { ConfirmButton } from "../../components/confirm-button";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { formatPeriod } from "../../lib/dates";
import { formatFen } from "../../lib/money";
import { useProjectId } from "../../lib/session";
import { discardRun, publishRun, rehearseRun, reverseRun } from "./runs.queries";

/** What can be done with a run where it stands. */
export function RunActions({ run }: { run: RunDto }) {
  if (run.status === "PUBLISHED") {
    return (
      <Can do="billing:reverse-run">
        <Reverse run={run} />
      </Can>
    );
  }
  if (run.status !== "REHEARSED" && run.status !== "FAILED") return null;
  return (
    <>
      {run.status === "REHEARSED" && run.lineCount > 0 && (
        <Can do="billing:publish">
          <Publish run={run} />
        </Can>
      )}
      <Can do="billing:run">
        <Again run={run} />
        <Discard run={run} />
      </Can>
    </>
  );
}

function Publish({ run }: { run: RunDto }) {
  const { mutateAsync } = useMutation(publishRun(useProjectId(), run.id));
  const withoutPayer = unpayableLines(run.differences);
  return (
    <FormDialog<PublishRunDto>
      name="publish-run"
      title={`发布 ${formatPeriod(run.period)}应收`}
      kind="modal"
      submitText="发布"
      trigger={<Button type="primary">发布</Button>}
      note={`将生成 ${run.lineCount.toLocaleString("en-US")} 笔应收，共 ${formatFen(run.amountFen)} 元，记入 ${run.period}。`}
      onFinish={mutateAsync}
    >
      {withoutPayer > 0 ? (
        <>
          <Alert
            type="warning"
            showIcon
            className="form-note"
            title={`有 ${withoutPayer} 行没有收费对象或缺交房日期、开发商，不会出账`}
            description="补上后可再试算一次，把漏下的补出。"
          />
          <Form.Item
            name="skipWithoutPayer"
            valuePropName="checked"
            rules={[
              {
                validator: async (_rule, checked: unknown) => {
                  if (checked !== true) throw new Error("请确认跳过，或先补上");
                },
              },
            ]}
          >
            <Checkbox>跳过这 {withoutPayer} 行，先发布其余</Checkbox>
          </Form.Item>
        </>
      ) : (
        <p>发布后住户即有欠费；未收款且未月结前可以整批红冲。</p>
      )}
    </FormDialog>
  );
}

function Reverse({ run }: { run: RunDto }) {
  const { mutateAsync } = useMutation(reverseRun(useProjectId(), run.id));
  return (
    <FormDialog<ReverseRunDto>
      name="reverse-run"
      title={`整批红冲 ${formatPeriod(run.period)}应收`}
      dto="ReverseRunDto"
      kind="modal"
      danger
      submitText="红冲"
      trigger={<Button danger>整批红冲</Button>}
      note={`将红冲 ${run.lineCount.toLocaleString("en-US")} 笔应收，共 ${formatFen(run.amountFen)} 元；其中任何一笔已收款、冲抵或调整时不能红冲。`}
      onFinish={mutateAsync}
    >
      <Field name="reason">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  );
}

/** The same rehearsal with the data of now. */
function Again({ run }: { run: RunDto }) {
  const projectId = useProjectId();
  const navigate = useNavigate();
  const { mutateAsync, isPending } = useMutation(rehearseRun(projectId));
  const { period, buildingIds, roomIds, feeItemIds } = run;
  return (
    <Button
      loading={isPending}
      onClick={() =>
        void mutateAsync({ period, buildingIds, roomIds, feeItemIds })
          .then(({ runId }) => navigate(`/p/${projectId}/billing/runs/${runId}`))
          .catch(() => undefined)
      }
    >
      重新试算
    </Button>
  );
}

function Discard({ run }: { run: RunDto }) {
  const projectId = useProjectId();
  const navigate = useNavigate();
  const { mutateAsync } = useMutation(discardRun(projectId));
  return (
    <ConfirmButton
      title="作废这次试算？"
      content="试算结果会删除，应收不受影响。"
      okText="作废"
      danger
      onConfirm={() => mutateAsync(run.id).then(() => navigate(`/p/${projectId}/billing/runs`))}
    >
      作废
    </ConfirmButton>
  );
}
