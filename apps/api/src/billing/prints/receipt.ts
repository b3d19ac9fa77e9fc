import type { Writable } from "node:stream";
import type { ReceiptDataDto, ReceiptPrintDto } from "@linli/contracts";
import { toChineseCapitals } from "../../common/money.js";
import { drawReceipt } from "./receipt-pages.js";
import { writeSheets, type WrittenPrint } from "../../prints/write-sheets.js";

/** What one 收款收据 states; the total is derived. */
export type ReceiptData = ReceiptDataDto;

const A5_LANDSCAPE = { width: 595.28, height: 419.53, title: "收款收据" };

/** A receipt with its total (BIL-76): the PDF and the print page state the same figures. */
export function toReceiptPrintDto(receipt: ReceiptData): ReceiptPrintDto {
  const collectedFen = receipt.lines.reduce((sum, { amountFen, lateFeeFen }) => sum + amountFen + lateFeeFen, 0);
  const totalFen = collectedFen + receipt.prepaymentFen;
  return { ...receipt, totals: { totalFen, totalCapitals: toChineseCapitals(totalFen) } };
}

/**
 * Writes receipts (收款收据, FEE-07, BIL-76) as one PDF in A5 landscape, a sheet for each copy named in `copies`, with the
 * mark of a reprint, of a red receipt and of a reversed one. Ends `out`.
 * @throws what `receipts` throws; `out` is then destroyed and must not be taken for a whole document.
 */
export async function writeReceipts(
  receipts: AsyncIterable<ReceiptData> | Iterable<ReceiptData>,
  out: Writable,
): Promise<WrittenPrint> {
  return writeSheets(A5_LANDSCAPE, receipts, (canvas, receipt) => drawReceipt(canvas, toReceiptPrintDto(receipt)), out);
}
