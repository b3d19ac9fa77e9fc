import type { ReceiptDetailDto } from "@linli/contracts";
import { Button } from "antd";
import { Can } from "../../components/can";
import { useProjectId } from "../../lib/session";
import { RequestInvoice } from "./e-invoices/request-invoice";
import { ReceiptPrintButton } from "./prints/receipt-print-button";
import { ReceiptInvoice } from "./refunds/receipt-invoice";
import { RequestRefund } from "./refunds/request-refund";
import { VoidReceipt } from "./refunds/void-receipt";
import { ReverseReceipt } from "./reversals/reverse-receipt";

/** What can be done with a receipt: print it, undo it, ask to pay it back. */
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
          <ReverseReceipt receipt={receipt} />
        </Can>
      )}
      {receipt.status === "RED" && receipt.refundableFen > 0 && (
        <Can do="billing:request-refund">
          <RequestRefund
            source="RED_RECEIPT"
            sourceId={receipt.id}
            name={`红字收据 ${receipt.receiptNo}`}
            mostFen={receipt.refundableFen}
            method={receipt.methods.find(({ method }) => method !== "PREPAYMENT")?.method}
          />
        </Can>
      )}
    </>
  );
}
