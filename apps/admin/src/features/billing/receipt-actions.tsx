import { useMutation } from "@tanstack/react-query";
import type { PostRefundDto, ReceiptDetailDto } from "@linli/contracts";
import { handMethodLabels } from "@linli/contracts/enums";
import { Button, Checkbox, Form, Input, Select } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Can } from "../../components/can";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { MoneyInput } from "../../components/money-input";
import { formatFen } from "../../lib/money";
import { optionsOf } from "../../lib/labels";
import { useProjectId, useSession } from "../../lib/session";
import { postRefund, reverseReceipt } from "./collection.queries";
import { RequestInvoice } from "./e-invoices/request-invoice";
import { ReceiptPrintButton } from "./prints/receipt-print-button";
import { ReceiptInvoice } from "./refunds/receipt-invoice";
import { RequestRefund } from "./refunds/request-refund";
import { VoidReceipt } from "./refunds/void-receipt";
import { PayingShift } from "./shifts/paying-shift";
import { newId } from "../../lib/new-id";

/** What can be done with a receipt: print it, undo it, pay it back. */
export function ReceiptActions({ receipt }: { receipt: ReceiptDetailDto }) {
  const projectId = useProjectId();
  return (
    <>
      <Can do="billing:print">
        <Button href={`/p/${projectId}/billing/receipts/${receipt.id}/print`} target="_blank">
          预览打印
        </Button>
        <ReceiptPrintButton receiptId={receipt.id}>{receipt.printCount === 0 ? "打印" : "补打"}</ReceiptPrintButton>
      </Can>
      <Can do="billing:invoice">
        <RequestInvoice receipt={receipt} />
      </Can>
      <ReceiptInvoice receipt={receipt} />
      {receipt.status === "VALID" && (
        <Can do="billing:collect">
          <VoidReceipt receipt={receipt} />
        </Can>
      )}
      {receipt.status === "VALID" && (
        <Can do="billing:reverse">
          <Reverse receipt={receipt} />
        </Can>
      )}
      {receipt.status === "RED" && receipt.refundableFen > 0 && (
        <>
          <Can do="billing:request-refund">
            <RequestRefund
              source="RED_RECEIPT"
              sourceId={receipt.id}
              name={`红字收据 ${receipt.receiptNo}`}
              mostFen={receipt.refundableFen}
              method={receipt.methods.find(({ method }) => method !== "PREPAYMENT")?.method}
            />
          </Can>
          <Can do="billing:refund">
            <Refund receipt={receipt} />
          </Can>
        </>
      )}
    </>
  );
}

function Reverse({ receipt }: { receipt: ReceiptDetailDto }) {
  const projectId = useProjectId();
  const navigate = useNavigate();
  const { mutateAsync } = useMutation(reverseReceipt(projectId, receipt.id));
  if (useSession().id === receipt.cashierId) return null;
  return (
    <FormDialog<{ reason: string; copyReturned?: boolean }>
      name="reverse-receipt"
      title={`红冲收据 ${receipt.receiptNo}`}
      kind="modal"
      danger
      submitText="红冲"
      trigger={<Button danger>红冲</Button>}
      dto="ReverseReceiptDto"
      note={`将开具日期为今天的红字收据 ${formatFen(-receipt.amountFen)} 元；所收的费用恢复为未缴，转入或冲抵的预收一并冲回。两张收据都会保留。`}
      onFinish={async (values) => {
        const red = await mutateAsync(values);
        void navigate(`../${red.id}`, { relative: "path" });
      }}
    >
      <Field name="reason">
        <Input.TextArea rows={2} maxLength={200} placeholder="如：收错房间" />
      </Field>
      {receipt.printCount > 0 && (
        <Form.Item name="copyReturned" valuePropName="checked" extra="票据本的收据打印后红冲，须收回交给客户的一联">
          <Checkbox>客户联已收回</Checkbox>
        </Form.Item>
      )}
    </FormDialog>
  );
}

interface RefundValues {
  method: PostRefundDto["method"];
  amountFen: number;
  referenceNo?: string;
  reason: string;
  shiftId?: string;
}

function Refund({ receipt }: { receipt: ReceiptDetailDto }) {
  const projectId = useProjectId();
  const [id, setId] = useState(newId);
  const { mutateAsync } = useMutation(postRefund(projectId));
  const methods = optionsOf(handMethodLabels).filter(({ value }) => value !== "PREPAYMENT");
  const paidBy = receipt.methods
    .map(({ method }) => method)
    .find((method) => method !== "PREPAYMENT" && method !== "BANK_DEBIT");
  return (
    <FormDialog<RefundValues>
      name="refund"
      title={`退款（凭红字收据 ${receipt.receiptNo}）`}
      trigger={<Button type="primary">退款</Button>}
      dto="PostRefundDto"
      submitText="退款"
      note={`还可退 ${formatFen(receipt.refundableFen)} 元。退款由红冲以外的另一人办理，原则上按原收款方式退回。`}
      initialValues={{ amountFen: receipt.refundableFen, method: paidBy }}
      onOpenChange={(open) => open && setId(newId())}
      onFinish={(values) => mutateAsync({ id, redReceiptId: receipt.id, ...values })}
    >
      <Field name="amountFen">
        <MoneyInput />
      </Field>
      <Field name="method">
        <Select options={methods} />
      </Field>
      <Field name="referenceNo" help="刷卡、转账、支票必填">
        <Input maxLength={64} />
      </Field>
      <PayingShift />
      <Field name="reason">
        <Input.TextArea rows={2} maxLength={200} />
      </Field>
    </FormDialog>
  );
}
