import { useMutation } from "@tanstack/react-query";
import type { ChargeDto, RequestWaiverDto } from "@linli/contracts";
import { waiverReasonLabels } from "@linli/contracts/enums";
import { Button, Flex, Form, type FormInstance, Input, Select, Space } from "antd";
import { type ReactElement, useState } from "react";
import { DecimalInput } from "../../components/decimal-input";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { Money } from "../../components/money";
import { MoneyInput } from "../../components/money-input";
import { optionsOf } from "../../lib/labels";
import { formatFen } from "../../lib/money";
import { useProjectId } from "../../lib/session";
import { newId } from "../../lib/new-id";
import { BearerField } from "./reductions/bearer-field";
import { shareOf } from "./waiver-amounts";
import { requestWaiver } from "./waivers.queries";

/** Asks for a reduction of the charges given; they are of one payer. */
export function RequestWaiver({
  charges,
  trigger,
  onDone,
}: {
  charges: ChargeDto[];
  trigger: ReactElement<{ onClick?: () => void }>;
  onDone?: () => void;
}) {
  const { mutateAsync } = useMutation(requestWaiver(useProjectId()));
  // Chosen when the form opens: a retry asks once.
  const [id, setId] = useState(newId);
  const owed = charges.filter(({ openFen }) => openFen > 0);
  return (
    <FormDialog<RequestWaiverDto>
      name="request-waiver"
      title="申请减免"
      dto="RequestWaiverDto"
      width={640}
      trigger={trigger}
      submitText="提交申请"
      note="提交后由另一人审批；审批通过前应收不变。"
      onOpenChange={(isOpen) => isOpen && setId(newId())}
      initialValues={{ lines: owed.map((charge) => ({ chargeId: charge.id, amountFen: charge.openFen })) }}
      onFinish={async (values) => {
        await mutateAsync({ ...values, id });
        onDone?.();
      }}
    >
      {(form) => (
        <>
          <Field name="reasonCode">
            <Select options={optionsOf(waiverReasonLabels)} />
          </Field>
          <Field name="reason">
            <Input.TextArea autoSize={{ minRows: 2 }} placeholder="例如：2 月电梯停运 3 天，按协议减免" />
          </Field>
          <BearerField part="减免的部分" />
          <Share form={form} charges={owed} />
          {owed.map((charge, index) => (
            <div key={charge.id}>
              <Form.Item name={["lines", index, "chargeId"]} hidden>
                <Input />
              </Form.Item>
              <Field
                dto="WaiverLineInputDto"
                name={["lines", index, "amountFen"]}
                label={`${charge.roomCode} ${charge.period} ${charge.feeItemName}`}
                extra={`未缴 ${formatFen(charge.openFen)} 元`}
              >
                <MoneyInput />
              </Field>
            </div>
          ))}
          <Sum />
        </>
      )}
    </FormDialog>
  );
}

/** Fills every line with the same share of what is owed. */
function Share({ form, charges }: { form: FormInstance<RequestWaiverDto>; charges: ChargeDto[] }) {
  const [percent, setPercent] = useState<string | null>("100");
  const fill = () =>
    form.setFieldsValue({
      lines: charges.map(({ id, openFen }) => ({ chargeId: id, amountFen: shareOf(openFen, percent ?? "0") })),
    });
  return (
    <Form.Item label="按比例填写" htmlFor="waiver-percent">
      <Space.Compact>
        <DecimalInput id="waiver-percent" places={2} unit="%" value={percent} onChange={setPercent} />
        <Button onClick={fill} disabled={!percent || Number(percent) > 100}>
          填入
        </Button>
      </Space.Compact>
    </Form.Item>
  );
}

function Sum() {
  const lines = Form.useWatch<RequestWaiverDto["lines"] | undefined>("lines", Form.useFormInstance()) ?? [];
  return (
    <Flex justify="end" gap={8}>
      减免合计 <Money fen={lines.reduce((sum, line) => sum + (line?.amountFen ?? 0), 0)} strong unit />
    </Flex>
  );
}
