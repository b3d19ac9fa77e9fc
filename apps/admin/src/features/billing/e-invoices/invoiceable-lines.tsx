import type { InvoiceableReceiptDto } from "@linli/contracts";
import { Form } from "antd";
import { MoneyInput } from "../../../components/money-input";
import { formatFen } from "../../../lib/money";

/** A receipt that goes on the invoice, and what of it may. */
export interface ChosenReceipt {
  receiptId: string;
  open: InvoiceableReceiptDto;
}

/** Fen by the ids of receipt and charge. */
export type InvoicedAmounts = Record<string, Record<string, number | null> | undefined>;

/** The lines of a receipt: how much of each goes on the invoice, or why nothing. One that was added proposes all but rents. */
export function InvoiceableLines({ receipt, isAdded }: { receipt: ChosenReceipt; isAdded: boolean }) {
  const { receiptId, open } = receipt;
  const { receiptNo, refusal, lines, prepaymentFen } = open;
  return (
    <fieldset className="plain-fieldset" style={isAdded ? { marginTop: 16 } : undefined}>
      <legend>收据 {receiptNo} 的开票明细</legend>
      {refusal !== null && <p className="desk-rule">{refusal}</p>}
      {(refusal === null ? lines : []).map((line) => {
        const name = `${line.roomCode} ${line.feeItemName} ${line.period}`;
        if (line.refusal !== null)
          return (
            <p key={line.chargeId} className="desk-rule">
              {line.refusal}
            </p>
          );
        return (
          <Form.Item
            key={line.chargeId}
            name={["amounts", receiptId, line.chargeId]}
            {...(isAdded && !line.lease && line.availableFen > 0 && { initialValue: line.availableFen })}
            label={`${name}${line.lease ? "（租赁）" : ""}`}
            extra={`收到 ${formatFen(line.receivedFen)} 元，可开 ${formatFen(line.availableFen)} 元，税率 ${line.taxRate}%${
              line.invoicedFen > 0 ? `；已开 ${formatFen(line.invoicedFen)} 元` : ""
            }；不开则清空`}
          >
            <MoneyInput disabled={line.availableFen === 0} />
          </Form.Item>
        );
      })}
      {prepaymentFen > 0 && (
        <p className="desk-rule">转入预收的 {formatFen(prepaymentFen)} 元不开票；冲抵应收以后，对冲抵的收据开票。</p>
      )}
    </fieldset>
  );
}
