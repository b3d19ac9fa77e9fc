import { Flag, Text } from "../common/fields.js";

/** Notes that an invoice was issued for a receipt: it is then not paid back before the invoice is reversed (BIL-123). */
export class MarkInvoicedDto {
  @Text("发票号码", { max: 32, pattern: /^[0-9A-Za-z-]+$/, patternMessage: "发票号码只能是半角字母、数字和短横" })
  invoiceNo: string;
  /** Asked for when the receipt was printed: one amount is not on a receipt and an invoice that are both in the payer's hand. */
  @Flag("客户联已收回", { optional: true }) copyReturned?: boolean | null;
}

/** Notes that the invoice of a receipt was reversed by a red one. */
export class MarkInvoiceReversedDto {
  @Text("红字发票号码", {
    max: 32,
    pattern: /^[0-9A-Za-z-]+$/,
    patternMessage: "红字发票号码只能是半角字母、数字和短横",
  })
  redInvoiceNo: string;
}

/** The invoice of a receipt. */
export class ReceiptInvoiceDto {
  invoiceNo: string;
  markedByName: string;
  /** Of the red invoice, once it is reversed. */
  redInvoiceNo: string | null;
}
