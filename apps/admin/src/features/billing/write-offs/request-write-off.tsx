import { useMutation } from "@tanstack/react-query";
import type { ChargeDto, RequestWriteOffDto } from "@linli/contracts";
import { writeOffReasonLabels } from "@linli/contracts/enums";
import { Form, Input, Select } from "antd";
import { type ReactElement, useState } from "react";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { MoneyInput } from "../../../components/money-input";
import { optionsOf } from "../../../lib/labels";
import { formatFen } from "../../../lib/money";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { requestWriteOff } from "./write-offs.queries";

/** Asks to write off overdue charges of one payer as bad debt. */
export function RequestWriteOff({
  charges,
  trigger,
  onDone,
}: {
  charges: ChargeDto[];
  trigger: ReactElement<{ onClick?: () => void }>;
  onDone?: () => void;
}) {
  const { mutateAsync } = useMutation(requestWriteOff(useProjectId()));
  // Chosen when the form opens: a retry asks once.
  const [id, setId] = useState(newId);
  const owed = charges.filter(({ openFen }) => openFen > 0);
  return (
    <FormDialog<RequestWriteOffDto>
      name="request-write-off"
      title="申请坏账核销"
      dto="RequestWriteOffDto"
      width={640}
      trigger={trigger}
      submitText="提交申请"
      note="只能核销逾期的应收；由另一人审批，审批通过前应收不变。核销后又收到钱，在核销单上登记收回。"
      onOpenChange={(isOpen) => isOpen && setId(newId())}
      initialValues={{ lines: owed.map((charge) => ({ chargeId: charge.id, amountFen: charge.openFen })) }}
      onFinish={async (values) => {
        await mutateAsync({ ...values, id });
        onDone?.();
      }}
    >
      <Field name="reasonCode">
        <Select options={optionsOf(writeOffReasonLabels)} />
      </Field>
      <Field name="reason">
        <Input.TextArea autoSize={{ minRows: 2 }} placeholder="例如：催缴三年，业主失联，法院终结执行" />
      </Field>
      {owed.map((charge, index) => (
        <div key={charge.id}>
          <Form.Item name={["lines", index, "chargeId"]} hidden>
            <Input />
          </Form.Item>
          <Field
            dto="WriteOffLineInputDto"
            name={["lines", index, "amountFen"]}
            label={`${charge.roomCode} ${charge.period} ${charge.feeItemName}`}
            extra={`未缴 ${formatFen(charge.openFen)} 元`}
          >
            <MoneyInput />
          </Field>
        </div>
      ))}
    </FormDialog>
  );
}
