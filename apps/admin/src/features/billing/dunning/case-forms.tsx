import { useMutation } from "@tanstack/react-query";
import type { EndLawsuitDto, PauseDunningDto, RecordLawsuitDto, RecordPromiseDto } from "@linli/contracts";
import { promiseFormLabels } from "@linli/contracts/enums";
import { Input, Select } from "antd";
import { type ReactElement, useState } from "react";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { MoneyInput } from "../../../components/money-input";
import { today } from "../../../lib/dates";
import { optionsOf } from "../../../lib/labels";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { type CasePlace, endLawsuit, pauseDunning, recordLawsuit, recordPromise } from "./dunning.queries";

type Trigger = ReactElement<{ onClick?: () => void }>;

/** The debtor says when he will pay and how much. */
export function PromiseForm({ place, openFen, trigger }: { place: CasePlace; openFen: number; trigger: Trigger }) {
  const { mutateAsync } = useMutation(recordPromise(place));
  // Chosen when the form opens: a retry records once.
  const [id, setId] = useState(newId);
  return (
    <FormDialog<RecordPromiseDto>
      name="record-promise"
      title="登记还款承诺"
      dto="RecordPromiseDto"
      trigger={trigger}
      note="承诺付款日之前不再批量催款；是否履行由收款自动得出。书面或短信承诺使时效重新计算，时效已过的也因此恢复。"
      initialValues={{ madeOn: today(), form: "WRITTEN", amountFen: openFen }}
      onOpenChange={(isOpen) => isOpen && setId(newId())}
      onFinish={(values) => mutateAsync({ ...values, id })}
    >
      <div className="form-columns">
        <Field name="madeOn">
          <DateInput />
        </Field>
        <Field name="payBy">
          <DateInput />
        </Field>
      </div>
      <Field name="amountFen">
        <MoneyInput />
      </Field>
      <Field name="form" extra="口头承诺难以证明，不影响时效">
        <Select options={optionsOf(promiseFormLabels)} />
      </Field>
      <Field name="promisedBy">
        <Input maxLength={50} autoComplete="off" />
      </Field>
      <Field name="note">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  );
}

/** Nobody asks meanwhile. */
export function PauseForm({ place, trigger }: { place: CasePlace; trigger: Trigger }) {
  const { mutateAsync } = useMutation(pauseDunning(place));
  const [id, setId] = useState(newId);
  return (
    <FormDialog<PauseDunningDto>
      name="pause-dunning"
      title="暂停催缴"
      dto="PauseDunningDto"
      trigger={trigger}
      note="暂停期间批量催款略过这户；诉讼时效照常计算，请留意届满日。"
      initialValues={{ startsOn: today() }}
      onOpenChange={(isOpen) => isOpen && setId(newId())}
      onFinish={(values) => mutateAsync({ ...values, id })}
    >
      <div className="form-columns">
        <Field name="startsOn">
          <DateInput />
        </Field>
        <Field name="endsOn" extra="不填则到恢复为止">
          <DateInput />
        </Field>
      </div>
      <Field name="reason">
        <Input maxLength={200} placeholder="例如：质量问题正在协商" autoComplete="off" />
      </Field>
    </FormDialog>
  );
}

/** A court or an arbitration hears it. */
export function LawsuitForm({ place, trigger }: { place: CasePlace; trigger: Trigger }) {
  const { mutateAsync } = useMutation(recordLawsuit(place));
  const [id, setId] = useState(newId);
  return (
    <FormDialog<RecordLawsuitDto>
      name="record-lawsuit"
      title="登记起诉或仲裁"
      dto="RecordLawsuitDto"
      trigger={trigger}
      note="按起诉日的全部逾期欠费登记；终结之前时效不计算，终结后重新计算三年。"
      initialValues={{ filedOn: today() }}
      onOpenChange={(isOpen) => isOpen && setId(newId())}
      onFinish={(values) => mutateAsync({ ...values, id })}
    >
      <Field name="filedOn">
        <DateInput />
      </Field>
      <Field name="forum">
        <Input maxLength={60} autoComplete="off" />
      </Field>
      <Field name="docketNo">
        <Input maxLength={60} autoComplete="off" />
      </Field>
    </FormDialog>
  );
}

/** It is over. */
export function EndLawsuitForm({ lawsuitId, trigger }: { lawsuitId: string; trigger: Trigger }) {
  const { mutateAsync } = useMutation(endLawsuit(useProjectId(), lawsuitId));
  return (
    <FormDialog<EndLawsuitDto>
      name="end-lawsuit"
      title="登记诉讼终结"
      dto="EndLawsuitDto"
      trigger={trigger}
      initialValues={{ endedOn: today() }}
      onFinish={mutateAsync}
    >
      <Field name="endedOn">
        <DateInput />
      </Field>
      <Field name="outcome">
        <Input.TextArea autoSize={{ minRows: 2 }} placeholder="例如：判决支付，已生效；或调解、撤诉" />
      </Field>
    </FormDialog>
  );
}
