import { useMutation } from "@tanstack/react-query";
import type { AdvanceRequestDto, PrivacyRequestDto } from "@linli/contracts";
import { requestKindLabels, type RequestState, requestTransitions } from "@linli/contracts/enums";
import { Button, Input } from "antd";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { useProjectId } from "../../lib/session";
import { advanceRequest } from "./privacy.queries";

const VERBS: Record<RequestState, string> = { OPEN: "", IN_PROGRESS: "开始处理", DONE: "完成", REJECTED: "拒绝" };

/** What can be done with a request now. */
export function RequestActions({ request }: { request: PrivacyRequestDto }) {
  const { mutateAsync, mutate, isPending } = useMutation(advanceRequest(useProjectId(), request.id));
  const nameOf = (state: RequestState) => `${VERBS[state]}：${request.customerName} ${requestKindLabels[request.kind]}`;
  return (
    <span className="row-actions">
      {requestTransitions[request.state].map((state) =>
        state === "IN_PROGRESS" ? (
          <Button
            key={state}
            type="link"
            loading={isPending}
            aria-label={nameOf(state)}
            onClick={() => mutate({ state })}
          >
            {VERBS[state]}
          </Button>
        ) : (
          <FormDialog<Pick<AdvanceRequestDto, "result">>
            key={state}
            name={`request-${state}-${request.id}`}
            title={`${VERBS[state]}请求`}
            dto="AdvanceRequestDto"
            kind="modal"
            danger={state === "REJECTED"}
            trigger={
              <Button type="link" danger={state === "REJECTED"} aria-label={nameOf(state)}>
                {VERBS[state]}
              </Button>
            }
            submitText={VERBS[state]}
            onFinish={({ result }) => mutateAsync({ state, result: result ?? null })}
          >
            <Field
              name="result"
              label={state === "DONE" ? "处理结果" : "拒绝的原因"}
              rules={[{ required: true, message: state === "DONE" ? "请填写处理结果" : "请填写拒绝的原因" }]}
            >
              <Input.TextArea rows={3} maxLength={1000} showCount />
            </Field>
          </FormDialog>
        ),
      )}
    </span>
  );
}
