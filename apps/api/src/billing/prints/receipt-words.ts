import type { ReceiptDataDto, ReceiptInvoicedDto, ReceiptLineDto } from "@linli/contracts";
import { dateText } from "../../prints/wording.js";
import { amountText } from "./wording.js";

/** `王芳（K000127）`. */
export const payerText = ({ payerName, payerNo }: ReceiptDataDto): string =>
  payerNo === null ? payerName : `${payerName}（${payerNo}）`;

/** One line for each charge collected, one for the prepayment part. */
export const printedLines = (receipt: ReceiptDataDto): readonly ReceiptLineDto[] =>
  receipt.prepaymentFen === 0 ? receipt.lines : [...receipt.lines, prepaymentLine(receipt)];

/** How it was paid: methods with their numbers, cash handed over and change, what was kept as prepayment. */
export function paidText({ methods, tenderedFen, changeFen, prepaymentFen }: ReceiptDataDto): string {
  const split = methods.map(
    ({ name, amountFen, referenceNo }) =>
      `${name} ${amountText(amountFen)}${referenceNo === null ? "" : `（流水号 ${referenceNo}）`}`,
  );
  return [
    split.join("　"),
    tenderedFen === null ? "" : `收取现金 ${amountText(tenderedFen)}　找零 ${amountText(changeFen)}`,
    prepaymentFen === 0 ? "" : `其中${prepaymentFen < 0 ? "冲回" : "转入"}预收 ${amountText(prepaymentFen)}`,
  ]
    .filter((part) => part !== "")
    .join("；");
}

/** The remark, which red receipt undid this one, and which invoices stand for its money. */
export function remarkText({ remark, reversed, invoices }: ReceiptDataDto): string {
  const undone = reversed ? `本收据已于 ${dateText(reversed.date)} 由红字收据 No. ${reversed.redNo} 冲销。` : "";
  return [remark ?? "", undone, ...invoices.map(invoicedText)].filter((part) => part !== "").join("　");
}

/** `已换开发票 No. 26440000001，本收据不再作为收款凭证。` (BIL-123) */
export function invoicedText({ invoiceNo, amountFen }: ReceiptInvoicedDto): string {
  if (amountFen === null) return `已换开发票 No. ${invoiceNo}，本收据不再作为收款凭证。`;
  return `其中 ${amountText(amountFen)} 元已开具发票 No. ${invoiceNo}，这部分以发票为准。`;
}

/** `冲销原收据 No. SJ000400（2026年11月1日）　原因：…` of a red receipt. */
export function originalText(red: NonNullable<ReceiptDataDto["red"]>): string {
  const reason = red.reason === null ? "" : `　原因：${red.reason}`;
  return `冲销原收据 No. ${red.originalNo}（${dateText(red.originalDate)}）${reason}`;
}

function prepaymentLine({ prepaymentFen }: ReceiptDataDto): ReceiptLineDto {
  return {
    roomCode: null,
    itemName: "预收款",
    from: null,
    to: null,
    quantity: null,
    unit: null,
    unitPrice: null,
    receivableFen: prepaymentFen,
    discountFen: 0,
    lateFeeFen: 0,
    amountFen: prepaymentFen,
    meter: null,
  };
}
