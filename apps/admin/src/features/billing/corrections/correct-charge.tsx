import { useMutation, useQuery } from "@tanstack/react-query";
import type { CorrectChargeDto } from "@linli/contracts";
import { Alert, Button, Checkbox, Form, Input } from "antd";
import { useDeferredValue, useState } from "react";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { MoneyInput } from "../../../components/money-input";
import { errorText } from "../../../lib/api-error";
import { formatFen } from "../../../lib/money";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { correctCharge, correctionPreview } from "./corrections.queries";
import { DifferenceFields, KEEP_AS_PREPAYMENT } from "./difference-fields";

/** Corrects the amount of a paid charge: red whole, blue right (BIL-83); shows first what it will do. */
export function CorrectCharge({ chargeId }: { chargeId: string }) {
  const { mutateAsync } = useMutation(correctCharge(useProjectId(), chargeId));
  // Chosen when the form opens: a retry corrects once.
  const [id, setId] = useState(newId);
  return (
    <FormDialog<CorrectChargeDto>
      name="correct-charge"
      title="更正已收款的应收"
      dto="CorrectChargeDto"
      danger
      submitText="更正"
      trigger={<Button danger>更正金额</Button>}
      note="收过这笔应收的收据和应收全部红冲，再按正确金额重开，都记在今天。不能更正自己收的款。"
      initialValues={KEEP_AS_PREPAYMENT}
      onOpenChange={(isOpen) => isOpen && setId(newId())}
      onFinish={(values) => mutateAsync({ ...values, id })}
    >
      <Field name="amountFen">
        <MoneyInput />
      </Field>
      <Preview chargeId={chargeId} />
      <DifferenceFields />
      <Field name="reason">
        <Input.TextArea rows={2} maxLength={150} placeholder="如：抄错读数" />
      </Field>
      <Field name="copyReturned" valuePropName="checked" label="原收据">
        <Checkbox>打印过的客户联已收回</Checkbox>
      </Field>
    </FormDialog>
  );
}

function Preview({ chargeId }: { chargeId: string }) {
  const typed = Form.useWatch<number | null | undefined>("amountFen", Form.useFormInstance());
  const amountFen = useDeferredValue(typed ?? 0);
  const { data, error } = useQuery({
    ...correctionPreview(useProjectId(), chargeId, amountFen),
    enabled: amountFen > 0,
  });
  if (amountFen <= 0) return null;
  if (error) return <Alert type="warning" showIcon className="form-note" title={errorText(error)} />;
  if (!data) return null;
  const receipts = data.receipts.map(({ receiptNo }) => receiptNo).join("、");
  const result =
    data.overpaidFen > 0
      ? `多收 ${formatFen(data.overpaidFen)} 元`
      : data.openFen > 0
        ? `还欠 ${formatFen(data.openFen)} 元`
        : "正好缴清";
  return (
    <Alert
      type="info"
      showIcon
      className="form-note"
      title={`${formatFen(data.oldAmountFen)} 元改为 ${formatFen(data.newAmountFen)} 元，${result}`}
      description={`红冲并重开收据 ${receipts}；已收 ${formatFen(data.paidFen)} 元。`}
    />
  );
}
