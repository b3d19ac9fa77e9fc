import { useMutation } from "@tanstack/react-query";
import type { RecordRemittanceDto, RemittanceDto } from "@linli/contracts";
import { remittanceMethodLabels } from "@linli/contracts/enums";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { MoneyInput } from "../../../components/money-input";
import { today } from "../../../lib/dates";
import { optionsOf } from "../../../lib/labels";
import { formatFen } from "../../../lib/money";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { FeeItemSelect } from "../fee-item-select";
import { ReverseEntry } from "../reversal";
import { recordRemittance, reverseRemittance } from "./remittances.queries";

/** Writes down that money was handed over. */
export function RecordRemittance() {
  const { mutateAsync } = useMutation(recordRemittance(useProjectId()));
  // Chosen when the form opens: a retry records once.
  const [id, setId] = useState(newId);
  return (
    <FormDialog<Omit<RecordRemittanceDto, "id">>
      name="record-remittance"
      title="登记解缴"
      dto="RecordRemittanceDto"
      trigger={<Button type="primary">登记解缴</Button>}
      note="代收的钱属于收款单位：解缴不能超过已代收未解缴的金额，登记后不能修改，登记错了用红冲。"
      initialValues={{ bookedOn: today(), method: "TRANSFER" }}
      onOpenChange={(open) => open && setId(newId())}
      onFinish={(values) => mutateAsync({ ...values, id })}
    >
      <Field name="feeItemId">
        <FeeItemSelect
          only={({ collectedForOthers, kind }) => collectedForOthers && kind !== "DEPOSIT"}
          placeholder="选择代收代付的收费项目"
          allowClear={false}
          style={{ width: "100%" }}
        />
      </Field>
      <Field name="amountFen">
        <MoneyInput />
      </Field>
      <Field name="bookedOn">
        <DateInput />
      </Field>
      <Field name="method">
        <Select options={optionsOf(remittanceMethodLabels)} />
      </Field>
      <Field name="slipNo">
        <Input placeholder="银行回单或收款单位收据的号码" />
      </Field>
      <Field name="remark">
        <Input.TextArea autoSize={{ minRows: 2 }} placeholder="如：10 月代收水费" />
      </Field>
    </FormDialog>
  );
}

/** Takes a remittance back by a red one. */
export function ReverseRemittance({ entry, onReversed }: { entry: RemittanceDto; onReversed: () => void }) {
  const { mutateAsync } = useMutation(reverseRemittance(useProjectId(), entry.id));
  return (
    <ReverseEntry
      dto="ReverseRemittanceDto"
      title="红冲这笔解缴"
      note={`记一笔今天的红字 −${formatFen(entry.amountFen)} 元；原来的登记仍然可见。`}
      onReverse={(body) => mutateAsync(body).then(onReversed)}
    />
  );
}
