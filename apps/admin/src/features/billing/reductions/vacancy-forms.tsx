import { useMutation } from "@tanstack/react-query";
import type { EndVacancyDto, InspectVacancyDto, RequestVacancyDto, VacancyDto } from "@linli/contracts";
import { vacancyKindLabels } from "@linli/contracts/enums";
import { Button, Form, Input, InputNumber, Radio } from "antd";
import { useState } from "react";
import { DateInput } from "../../../components/date-input";
import { DecimalInput } from "../../../components/decimal-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { MoneyInput } from "../../../components/money-input";
import { optionsOf } from "../../../lib/labels";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { BearerField } from "./bearer-field";
import { RoomSelect } from "../../property/room-select";
import { endVacancy, inspectVacancy, requestVacancy } from "./vacancies.queries";
import { FeeItemsSelect } from "../fee-item-select";

/** Asks for a vacancy reduction. */
export function RequestVacancy() {
  const projectId = useProjectId();
  const { mutateAsync } = useMutation(requestVacancy(projectId));
  // Chosen when the form opens: a retry asks once.
  const [id, setId] = useState(newId);
  return (
    <FormDialog<RequestVacancyDto>
      name="request-vacancy"
      title="申请空置减免"
      dto="RequestVacancyDto"
      trigger={<Button type="primary">申请空置减免</Button>}
      submitText="提交申请"
      note="申请后先查验，再由另一人审批；审批通过前应收不变。"
      initialValues={{ kind: "PERCENT" }}
      onOpenChange={(isOpen) => isOpen && setId(newId())}
      onFinish={(values) => mutateAsync({ ...values, id })}
    >
      {(form) => (
        <>
          <Field name="roomId">
            <RoomSelect />
          </Field>
          <Field name="feeItemIds">
            <FeeItemsSelect placeholder="减免哪些常规项目" only={({ kind, active }) => kind === "REGULAR" && active} />
          </Field>
          <Field name="kind">
            <Radio.Group optionType="button" options={optionsOf(vacancyKindLabels)} />
          </Field>
          <Form.Item noStyle dependencies={["kind"]}>
            {() => <Terms kind={form.getFieldValue("kind")} />}
          </Form.Item>
          <BearerField part="减免的部分" />
          <Field name="reason">
            <Input.TextArea autoSize={{ minRows: 2 }} placeholder="例如：业主长期在外地，房屋未装修、未入住" />
          </Field>
        </>
      )}
    </FormDialog>
  );
}

function Terms({ kind }: { kind: RequestVacancyDto["kind"] }) {
  return (
    <>
      {kind === "PERCENT" && (
        <Field name="percent" required extra="减去的比例：减 30% 即按 70% 收取">
          <DecimalInput places={2} unit="%" />
        </Field>
      )}
      {kind === "AMOUNT" && (
        <Field name="amountFen" required extra="每个项目每月减去的金额，不足整月按天折算，最多减到零">
          <MoneyInput />
        </Field>
      )}
      {kind === "MONTHS" && (
        <Field name="months" required>
          <InputNumber min={1} max={120} precision={0} suffix="个月" />
        </Field>
      )}
      <Field name="startsOn">
        <DateInput />
      </Field>
      {kind !== "MONTHS" && (
        <Field name="endsOn" extra="不填则一直有效，入住后再终止">
          <DateInput />
        </Field>
      )}
    </>
  );
}

/** Notes what the inspection of the room found. */
export function InspectVacancy({ vacancy }: { vacancy: VacancyDto }) {
  const { mutateAsync } = useMutation(inspectVacancy(useProjectId(), vacancy.id));
  return (
    <FormDialog<InspectVacancyDto>
      name="inspect-vacancy"
      title={`登记查验 ${vacancy.roomCode}`}
      dto="InspectVacancyDto"
      trigger={<Button type="primary">登记查验</Button>}
      note="确属空置的提交审批；照片在单据里上传。"
      initialValues={{ vacant: true }}
      onFinish={mutateAsync}
    >
      <Field name="inspectedOn">
        <DateInput />
      </Field>
      <Field name="inspector">
        <Input autoComplete="off" />
      </Field>
      <Field name="vacant" label="查验结果">
        <Radio.Group
          options={[
            { value: true, label: "确属空置" },
            { value: false, label: "不属空置" },
          ]}
        />
      </Field>
      <Field name="finding">
        <Input.TextArea autoSize={{ minRows: 2 }} placeholder="例如：水电表三个月未走，屋内无家具" />
      </Field>
    </FormDialog>
  );
}

/** Ends a reduction early. */
export function EndVacancy({ vacancy }: { vacancy: VacancyDto }) {
  const { mutateAsync } = useMutation(endVacancy(useProjectId(), vacancy.id));
  return (
    <FormDialog<EndVacancyDto>
      name="end-vacancy"
      title={`终止空置减免 ${vacancy.vacancyNo}`}
      dto="EndVacancyDto"
      trigger={<Button danger>终止</Button>}
      danger
      submitText="终止"
      note="终止日之后按原价计费；已出账月份多减的部分记一笔冲回，记账日为今天。"
      onFinish={mutateAsync}
    >
      <Field name="endsOn">
        <DateInput />
      </Field>
      <Field name="reason">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  );
}
