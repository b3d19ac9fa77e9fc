import type { Writable } from "node:stream";
import {
  isReceiptForm,
  type ReceiptDataDto,
  receiptForms,
  type ReceiptLayout,
  type ReceiptPrintDto,
} from "@linli/contracts";
import { toChineseCapitals } from "../../common/money.js";
import { receiptFormPages } from "./receipt-form.js";
import { drawForm } from "./receipt-form-drawing.js";
import { drawReceipt } from "./receipt-pages.js";
import type { Canvas, Sheet } from "../../prints/canvas.js";
import { writeSheets, type WrittenPrint } from "../../prints/write-sheets.js";

/** What one 收款收据 states; the total is derived. */
export type ReceiptData = ReceiptDataDto;

const POINTS_PER_MM = 72 / 25.4;

/** Size of the sheet in points. */
function sheetOf(layout: ReceiptLayout): Sheet {
  const { widthMm, heightMm } = isReceiptForm(layout) ? receiptForms[layout] : { widthMm: 210, heightMm: 148 };
  return { width: widthMm * POINTS_PER_MM, height: heightMm * POINTS_PER_MM, title: "收款收据" };
}

/** A receipt with its total (BIL-76): the PDF and the print page state the same figures. */
export function toReceiptPrintDto(receipt: ReceiptData): ReceiptPrintDto {
  const collectedFen = receipt.lines.reduce((sum, { amountFen, lateFeeFen }) => sum + amountFen + lateFeeFen, 0);
  const totalFen = collectedFen + receipt.prepaymentFen;
  const whole = { ...receipt, totals: { totalFen, totalCapitals: toChineseCapitals(totalFen) } };
  return { ...whole, forms: isReceiptForm(receipt.layout) ? receiptFormPages(whole, receipt.layout) : [] };
}

/**
 * Writes receipts (收款收据, FEE-07, BIL-76) as one PDF on the sheets of a layout: in A5 landscape a sheet for each copy
 * named in `copies`, on continuous paper one form for all of them; with the mark of a reprint, of a red receipt and of a
 * reversed one. Ends `out`.
 * @throws what `receipts` throws; `out` is then destroyed and must not be taken for a whole document.
 */
export async function writeReceipts(
  receipts: AsyncIterable<ReceiptData> | Iterable<ReceiptData>,
  layout: ReceiptLayout,
  out: Writable,
): Promise<WrittenPrint> {
  return writeSheets(sheetOf(layout), receipts, (canvas, receipt) => draw(canvas, { ...receipt, layout }), out);
}

function draw(canvas: Canvas, receipt: ReceiptData): void {
  const print = toReceiptPrintDto(receipt);
  if (print.forms.length === 0) drawReceipt(canvas, print);
  for (const form of print.forms) drawForm(canvas, form);
}
