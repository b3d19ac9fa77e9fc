import { useMutation } from "@tanstack/react-query";
import type { PaymentMethod, RefundSource, RequestRefundDto } from "@linli/contracts";
import { originalReceiptLabels } from "@linli/contracts/enums";
import { Button, Input, Radio } from "antd";
import { useState } from "react";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { MoneyInput } from "../../../components/money-input";
import { optionsOf } from "../../../lib/labels";
import { formatFen } from "../../../lib/money";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { RefundWay } from "./refund-way";
import { requestRefund } from "./refunds.queries";

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
      note={`最多可退 ${formatFen(mostFen)} 元。提交后由另一人审核，再由申请人和审核人以外的人付款。`}
      initialValues={{ amountFen: mostFen, method: method === "BANK_DEBIT" ? "TRANSFER" : method }}
      onOpenChange={(isOpen) => isOpen && setId(newId())}
      onFinish={(values) => mutateAsync({ ...values, id, source, sourceId })}
    >
      <Field name="amountFen">
        <MoneyInput />
      </Field>
      <RefundWay />
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
