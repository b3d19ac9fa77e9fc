import { useMutation } from "@tanstack/react-query";
import type { RecordDeliveryDto, RecordStepDto, VoidDunningDto } from "@linli/contracts";
import {
  dunningChannelLabels,
  dunningDeliveryLabels,
  interruptingDeliveries,
  type DunningKind,
} from "@linli/contracts/enums";
import { Input, Select } from "antd";
import { type ReactElement, useState } from "react";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { today } from "../../../lib/dates";
import { optionsOf } from "../../../lib/labels";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { type CasePlace, recordDelivery, recordStep, type Voidable, voidDunning } from "./dunning.queries";

type Trigger = ReactElement<{ onClick?: () => void }>;

/** A delivery of a bill says nothing about limitation. */
const deliveriesOf = (kind: DunningKind) =>
  Object.entries(dunningDeliveryLabels).map(([value, label]) => ({
    value,
    label:
      kind === "DEMAND" && interruptingDeliveries.some((one) => one === value) ? `${label}（时效重新计算）` : label,
  }));

const deliveryNotes: Record<DunningKind, string> = {
  BILL: "登记账单怎么送到、谁收到。账单不是催款，诉讼时效不变。",
  DEMAND: "能证明的送达（签收、邮寄签收、短信已送达等）使诉讼时效从送达日起重新计算三年；口头催告难以证明，不计。",
};

/** A call, a visit or a letter that was made by hand. */
export function StepForm({ place, trigger }: { place: CasePlace; trigger: Trigger }) {
  const { mutateAsync } = useMutation(recordStep(place));
  // Chosen when the form opens: a retry records once.
  const [id, setId] = useState(newId);
  return (
    <FormDialog<RecordStepDto>
      name="record-dunning-step"
      title="登记催缴"
      dto="RecordStepDto"
      trigger={trigger}
      note="按催缴日期的逾期欠费登记，可以补登以前的催缴。登记后在记录里上传签收单、照片等证据。"
      initialValues={{ channel: "PHONE", onDay: today() }}
      onOpenChange={(isOpen) => isOpen && setId(newId())}
      onFinish={(values) => mutateAsync({ ...values, id })}
    >
      <Field name="channel">
        <Select options={optionsOf(dunningChannelLabels)} />
      </Field>
      <Field name="onDay">
        <DateInput />
      </Field>
      <Field name="text">
        <Input.TextArea autoSize={{ minRows: 2 }} placeholder="例如：告知欠费金额和期限，请尽快缴纳" />
      </Field>
      <DeliveryFields kind="DEMAND" optional />
    </FormDialog>
  );
}

/** How a notice reached the debtor. */
export function DeliveryForm({
  stepId,
  stepNo,
  kind,
  trigger,
}: {
  stepId: string;
  stepNo: string;
  kind: DunningKind;
  trigger: Trigger;
}) {
  const { mutateAsync } = useMutation(recordDelivery(useProjectId(), stepId));
  const [id, setId] = useState(newId);
  return (
    <FormDialog<RecordDeliveryDto>
      name="record-dunning-delivery"
      title={`登记送达 ${stepNo}`}
      dto="RecordDeliveryDto"
      trigger={trigger}
      note={deliveryNotes[kind]}
      initialValues={{ deliveredOn: today() }}
      onOpenChange={(isOpen) => isOpen && setId(newId())}
      onFinish={(values) => mutateAsync({ ...values, id })}
    >
      <Field name="deliveredOn">
        <DateInput />
      </Field>
      <DeliveryFields kind={kind} />
    </FormDialog>
  );
}

function DeliveryFields({ kind, optional = false }: { kind: DunningKind; optional?: boolean }) {
  return (
    <>
      <Field name="how" extra={optional ? "还不知道可以以后登记" : undefined}>
        <Select options={deliveriesOf(kind)} allowClear={optional} />
      </Field>
      <Field name="recipient">
        <Input maxLength={50} placeholder="谁签收、和谁说的" autoComplete="off" />
      </Field>
      <Field name="result">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </>
  );
}

/** Takes a record back that was made by mistake. */
export function VoidForm({ what, title, trigger }: { what: Voidable; title: string; trigger: Trigger }) {
  const { mutateAsync } = useMutation(voidDunning(useProjectId(), what));
  return (
    <FormDialog<VoidDunningDto>
      name="void-dunning"
      title={title}
      dto="VoidDunningDto"
      kind="modal"
      danger
      submitText="作废"
      trigger={trigger}
      note="作废登记错的记录：不再计入诉讼时效，但仍可查看。"
      onFinish={mutateAsync}
    >
      <Field name="reason">
        <Input maxLength={200} autoComplete="off" />
      </Field>
    </FormDialog>
  );
}
