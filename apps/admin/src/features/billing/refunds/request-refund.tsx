import { useMutation } from "@tanstack/react-query";
import type { PaymentMethod, RefundSource, RequestRefundDto } from "@linli/contracts";
import { handMethodLabels, originalReceiptLabels } from "@linli/contracts/enums";
import { Button, Form, Input, Radio, Select } from "antd";
import { useState } from "react";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { MoneyInput } from "../../../components/money-input";
import { optionsOf } from "../../../lib/labels";
import { formatFen } from "../../../lib/money";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { requestRefund } from "./refunds.queries";

const { PREPAYMENT: _offset, ...methods } = handMethodLabels;

interface Props {
  source: RefundSource;
  sourceId: string;
  /** How the source is called, e.g. 押金 YJ000001. */
  name: string;
  /** What may be paid back, in fen. */
  mostFen: number;
  /** How the money came in. */
  method?: PaymentMethod;
  size?: "small";
}

/** Asks to pay money back; somebody reviews it, somebody else pays (BIL-81). */
export function RequestRefund({ source, sourceId, name, mostFen, method = "CASH", size }: Props) {
  const { mutateAsync } = useMutation(requestRefund(useProjectId()));
  const [id, setId] = useState(newId);
  return (
    <FormDialog<RequestRefundDto>
      name={`request-refund-${sourceId}`}
      title={`申请退款：${name}`}
      dto="RequestRefundDto"
      submitText="提交申请"
      trigger={
        size ? (
          <Button type="link" size={size}>
            申请退款
          </Button>
        ) : (
          <Button type="primary">申请退款</Button>
        )
      }
      note={`最多可退 ${formatFen(mostFen)} 元。提交后由另一人审核，再由申请人以外的人付款。`}
      initialValues={{ amountFen: mostFen, method: method === "BANK_DEBIT" ? "TRANSFER" : method }}
      onOpenChange={(isOpen) => isOpen && setId(newId())}
      onFinish={(values) => mutateAsync({ ...values, id, source, sourceId })}
    >
      <Field name="amountFen">
        <MoneyInput />
      </Field>
      <Field name="method" extra="尽量按原收款方式退回">
        <Select options={optionsOf(methods)} />
      </Field>
      <Field name="channelReason" extra="与收款方式不同时必填">
        <Input />
      </Field>
      <Form.Item noStyle dependencies={["method"]}>
        {(form) => form.getFieldValue("method") === "TRANSFER" && <BankFields />}
      </Form.Item>
      {source === "DEPOSIT" && (
        <Field name="originalReceipt" rules={[{ required: true, message: "请选择原收据的情况" }]}>
          <Radio.Group options={optionsOf(originalReceiptLabels)} />
        </Field>
      )}
      <Field name="reason">
        <Input.TextArea rows={2} maxLength={200} />
      </Field>
    </FormDialog>
  );
}

function BankFields() {
  return (
    <>
      <Field name="accountHolder">
        <Input autoComplete="off" />
      </Field>
      <Field name="bankName">
        <Input autoComplete="off" />
      </Field>
      <Field name="bankAccount">
        <Input autoComplete="off" inputMode="numeric" />
      </Field>
    </>
  );
}
