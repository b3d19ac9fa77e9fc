import { useMutation } from "@tanstack/react-query";
import type { PublicEntryDto, RecordPublicEntryDto } from "@linli/contracts";
import { publicEntryKindLabels } from "@linli/contracts/enums";
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
import { recordEntry, reverseEntry } from "./public-income.queries";

/** Writes down an opening balance, a cost or a use. */
export function RecordEntry() {
  const { mutateAsync } = useMutation(recordEntry(useProjectId()));
  // Chosen when the form opens: a retry records once.
  const [id, setId] = useState(newId);
  return (
    <FormDialog<Omit<RecordPublicEntryDto, "id">>
      name="record-public-entry"
      title="登记公共收益支出"
      dto="RecordPublicEntryDto"
      trigger={<Button type="primary">登记支出</Button>}
      note="公共收益归全体业主：成本要合理、有凭证，使用要有业主大会或业委会的决定，并且不能超过结余。"
      initialValues={{ kind: "COST", bookedOn: today() }}
      onOpenChange={(open) => open && setId(newId())}
      onFinish={(values) => mutateAsync({ ...values, id })}
    >
      <Field name="kind">
        <Select options={optionsOf(publicEntryKindLabels)} />
      </Field>
      <Field name="feeItemId">
        <FeeItemSelect
          only={({ incomeClass, kind }) => incomeClass === "PUBLIC" && kind !== "DEPOSIT"}
          placeholder="选择公共收益的收费项目"
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
      <Field name="party">
        <Input placeholder="如：某某广告公司，住宅专项维修资金专户" />
      </Field>
      <Field name="purpose">
        <Input.TextArea autoSize={{ minRows: 2 }} placeholder="如：广告位维护费；按业主大会决议补充维修资金" />
      </Field>
      <Field name="referenceNo">
        <Input placeholder="发票或付款凭证的号码" />
      </Field>
    </FormDialog>
  );
}

/** Takes an entry back by a red one. */
export function ReversePublicEntry({ entry, onReversed }: { entry: PublicEntryDto; onReversed: () => void }) {
  const { mutateAsync } = useMutation(reverseEntry(useProjectId(), entry.id));
  return (
    <ReverseEntry
      dto="ReversePublicEntryDto"
      title="红冲这笔登记"
      note={`记一笔今天的红字 −${formatFen(entry.amountFen)} 元；原来的登记仍然可见。`}
      onReverse={(body) => mutateAsync(body).then(onReversed)}
    />
  );
}
