import { useMutation, useQuery } from "@tanstack/react-query";
import type { MarkInvoicedDto, MarkInvoiceReversedDto, ReceiptDetailDto } from "@linli/contracts";
import { Button, Checkbox, Input } from "antd";
import { Can } from "../../../components/can";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { useProjectId } from "../../../lib/session";
import { markInvoiced, markInvoiceReversed, receiptInvoices } from "./receipt-marks.queries";

/** Whether the receipt was exchanged for an invoice: while one stands nothing is paid back (BIL-123). */
export function ReceiptInvoice({ receipt: { id, status, printCount } }: { receipt: ReceiptDetailDto }) {
  const projectId = useProjectId();
  const { data: invoices } = useQuery(receiptInvoices(projectId, id));
  const mark = useMutation(markInvoiced(projectId, id));
  const reverse = useMutation(markInvoiceReversed(projectId, id));
  const standing = invoices?.find(({ redInvoiceNo }) => redInvoiceNo === null);
  if (!invoices) return null;
  if (standing)
    return (
      <Can do="billing:print">
        <FormDialog<MarkInvoiceReversedDto>
          name="reverse-invoice"
          kind="modal"
          title={`登记红字发票（原发票 ${standing.invoiceNo}）`}
          dto="MarkInvoiceReversedDto"
          trigger={<Button>已开票</Button>}
          note="有有效发票的收据不能作废和退款；开具红字发票后在这里登记。"
          onFinish={reverse.mutateAsync}
        >
          <Field name="redInvoiceNo">
            <Input autoComplete="off" />
          </Field>
        </FormDialog>
      </Can>
    );
  if (status !== "VALID") return null;
  return (
    <Can do="billing:print">
      <FormDialog<MarkInvoicedDto>
        name="mark-invoiced"
        kind="modal"
        title="登记发票"
        dto="MarkInvoicedDto"
        trigger={<Button>登记发票</Button>}
        note="收据换开发票后登记号码；登记后要先开红字发票才能退款。"
        onFinish={mark.mutateAsync}
      >
        <Field name="invoiceNo">
          <Input autoComplete="off" />
        </Field>
        {printCount > 0 && (
          <Field
            name="copyReturned"
            valuePropName="checked"
            label="原收据"
            extra="收据已经打印过，同一笔款不能既有收据又有发票"
          >
            <Checkbox>客户联已收回</Checkbox>
          </Field>
        )}
      </FormDialog>
    </Can>
  );
}
