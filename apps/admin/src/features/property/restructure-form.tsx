import { useMutation, useQuery } from "@tanstack/react-query";
import type { RestructureProposalDto } from "@linli/contracts";
import { Button, Card, Form, Input, Select, Skeleton } from "antd";
import { useDeferredValue, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { DateInput } from "../../components/date-input";
import { ErrorNote } from "../../components/error-note";
import { Field } from "../../components/field";
import { PageForm } from "../../components/page-form";
import { useProjectId } from "../../lib/session";
import { BindingsInput, OwnersInput, PrepaymentsInput, VehiclesInput } from "./restructure-inputs";
import { MetersInput } from "./restructure-meters-input";
import { RestructureParts } from "./restructure-parts";
import { RestructurePreview } from "./restructure-preview";
import { planOf, type RestructureForm as Values } from "./restructure-words";
import { type Draft, restructureQueries, saveRestructure, submitRestructure } from "./restructures.queries";

/** The form of a split or merge, with a preview that follows it; kept as a draft or sent for approval. */
export function RestructureForm({
  proposal,
  initialValues,
  draft: initialDraft,
}: {
  proposal: RestructureProposalDto;
  initialValues: Partial<Values>;
  /** The draft that is being changed. */
  draft?: Draft;
}) {
  const projectId = useProjectId();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(initialDraft);
  const fingerprint = useRef<string>(undefined);
  const isDraftOnly = useRef(false);
  const { mutateAsync: save } = useMutation(saveRestructure(projectId));
  const { mutateAsync: submit } = useMutation({ ...submitRestructure(projectId) });

  async function handleFinish(values: Values) {
    // what is not asked for (owners that are the same, prepayments of a merge) stays as it was proposed
    const body = { ...planOf(proposal.plan, { ...proposal.plan, ...initialValues, ...values }), reason: values.reason };
    const { id, version } = await save({ body, ...(draft && { draft }) });
    setDraft({ id, version });
    if (!isDraftOnly.current && fingerprint.current) await submit({ id, version, fingerprint: fingerprint.current });
    isDraftOnly.current = false;
    await navigate(`/p/${projectId}/property/restructures/${id}`);
  }

  return (
    <PageForm<Values>
      name="restructure"
      dto="SaveRestructureDto"
      submitText="提交审批"
      initialValues={initialValues}
      onFinish={handleFinish}
      extra={<DraftButton onPress={() => (isDraftOnly.current = true)} />}
    >
      <Terms />
      <RestructureParts proposal={proposal} />
      <People proposal={proposal} />
      <Money proposal={proposal} />
      <Preview proposal={proposal} onShown={(print) => (fingerprint.current = print)} />
    </PageForm>
  );
}

function DraftButton({ onPress }: { onPress: () => void }) {
  const form = Form.useFormInstance();
  return (
    <Button
      onClick={() => {
        onPress();
        form.submit();
      }}
    >
      保存草稿
    </Button>
  );
}

function Terms() {
  return (
    <Card size="small" title="日期与原因" className="section-card">
      <div className="form-columns">
        <Field name="effectiveOn" extra="新房间的第一天；原房间到前一天为止">
          <DateInput />
        </Field>
        <Field name="reason">
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} placeholder="如：业主申请分户" />
        </Field>
      </div>
    </Card>
  );
}

/** Merge of rooms whose owners differ: shares and payer of the new room. */
function People({ proposal: { plan, owners, ownersDiffer } }: { proposal: RestructureProposalDto }) {
  if (plan.kind !== "MERGE" || owners.length === 0) return null;
  return (
    <Card size="small" title="合并后的业主与收费对象" className="section-card">
      {ownersDiffer && (
        <Form.Item name="owners" extra="各房间的业主或份额不同，请填写每位业主合并后的份额，合计 100%">
          <OwnersInput choices={owners} />
        </Form.Item>
      )}
      <Field name="payerId" extra="各房间的收费对象相同时可以不填">
        <Select
          allowClear
          placeholder="沿用原来的收费对象"
          style={{ maxWidth: 320 }}
          options={owners.map(({ customerId, name, number }) => ({ value: customerId, label: `${name}（${number}）` }))}
        />
      </Field>
    </Card>
  );
}

function Money({ proposal: { plan, bindings, prepayments, meters, vehicles } }: { proposal: RestructureProposalDto }) {
  const parts = Form.useWatch<Values["parts"] | undefined>("parts", Form.useFormInstance<Values>());
  const codes = (parts ?? plan.parts).map((part, index) => part?.code || `新房间 ${index + 1}`);
  return (
    <>
      <Card size="small" title="收费标准由谁承担" className="section-card">
        <Form.Item name="bindings" noStyle>
          <BindingsInput choices={bindings} codes={codes} />
        </Form.Item>
      </Card>
      {plan.kind === "SPLIT" && prepayments.length > 0 && (
        <Card size="small" title="预收结转" className="section-card">
          <Form.Item name="prepayments" noStyle>
            <PrepaymentsInput choices={prepayments} codes={codes} />
          </Form.Item>
        </Card>
      )}
      {meters.length > 0 && (
        <Card size="small" title="表具" className="section-card">
          <Form.Item name="meters" noStyle>
            <MetersInput choices={meters} codes={codes} canChoose={plan.kind === "SPLIT"} />
          </Form.Item>
        </Card>
      )}
      {plan.kind === "SPLIT" && vehicles.length > 0 && (
        <Card size="small" title="车辆与车位" className="section-card">
          <Form.Item name="vehicles" noStyle>
            <VehiclesInput choices={vehicles} codes={codes} />
          </Form.Item>
        </Card>
      )}
    </>
  );
}

/** Follows the form. */
function Preview({ proposal, onShown }: { proposal: RestructureProposalDto; onShown: (fingerprint: string) => void }) {
  const form = Form.useFormInstance<Values>();
  const watched = Form.useWatch((all: Values) => all, { form, preserve: true });
  const values = useDeferredValue(watched);
  const projectId = useProjectId();
  const isComplete = Boolean(values?.effectiveOn && values.parts);
  const body = isComplete ? planOf(proposal.plan, values!) : proposal.plan;
  const { data, error, isFetching } = useQuery({ ...restructureQueries.preview(projectId, body), enabled: isComplete });
  if (data) onShown(data.fingerprint);
  if (error && !isFetching) return <ErrorNote error={error} />;
  if (!data) return <Skeleton active />;
  return <RestructurePreview preview={data} />;
}
