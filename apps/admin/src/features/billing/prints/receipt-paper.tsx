import type { ReceiptPrintDto } from "@linli/contracts";
import { isReceiptForm } from "@linli/contracts/enums";
import { ReceiptForm } from "./receipt-form";
import { ReceiptSheet } from "./receipt-sheet";

/** A receipt on the paper of its layout. */
export function ReceiptPaper({ receipt }: { receipt: ReceiptPrintDto }) {
  return isReceiptForm(receipt.layout) ? (
    <ReceiptForm receipt={receipt} layout={receipt.layout} />
  ) : (
    <ReceiptSheet receipt={receipt} />
  );
}
