import type { ReceiptLineDto, ReceiptPrintDto } from "@linli/contracts";
import type { Block } from "../../prints/blocks.js";
import { type Canvas, INK, LEADING, RED } from "../../prints/canvas.js";
import { type Column, tableBlocks } from "../../prints/table.js";
import { printedLines } from "./receipt-words.js";
import { amountText, meterText, quantityText, servicePeriod } from "./wording.js";

/** A block of the table; of a line what it adds to the total, in fen. */
export interface ReceiptRow extends Block {
  paidFen?: number;
}

/** One row for each charge collected, one for the prepayment part; columns nothing stands in are left out. */
export function receiptTable(canvas: Canvas, receipt: ReceiptPrintDto, at: { x: number; width: number }): ReceiptRow[] {
  const rows = printedLines(receipt);
  const columns: Column<ReceiptLineDto>[] = [
    { title: "收费项目", value: ({ itemName }) => itemName },
    ...(receipt.rooms.length > 1
      ? [{ title: "房号", width: 64, value: ({ roomCode }: ReceiptLineDto) => roomCode ?? "—" }]
      : []),
    { title: "计费期间", width: 130, narrow: 72, value: servicePeriod },
    { title: "数量", width: 54, align: "right", figure: true, value: quantityText },
    { title: "单价", width: 42, align: "right", figure: true, value: ({ unitPrice }) => unitPrice ?? "—" },
    ...(receipt.lines.some(isPartial) ? [amountColumn("应收金额", ({ receivableFen }) => receivableFen)] : []),
    ...(receipt.lines.some(({ discountFen }) => discountFen !== 0)
      ? [amountColumn("优惠减免", ({ discountFen }) => discountFen)]
      : []),
    ...(receipt.lines.some(({ lateFeeFen }) => lateFeeFen !== 0)
      ? [amountColumn("违约金", ({ lateFeeFen }) => lateFeeFen)]
      : []),
    { ...amountColumn("实收金额", paidOf), width: 66, bold: true },
  ];
  const style = { size: 9, headSize: 8.6, padding: 4.2, noteSize: 7.2, color: receipt.red ? RED : INK };
  const [head, ...lines] = tableBlocks(canvas, at, columns, rows, style, ({ meter }) =>
    meter ? [meterText(meter)] : [],
  );
  const empty = Array.from({ length: Math.max(0, FORM_ROWS - rows.length) }, () =>
    emptyRow(at, style.size * LEADING + style.padding * 2),
  );
  return [head!, ...lines.map((block, index) => ({ ...block, paidFen: paidOf(rows[index]!) })), ...empty];
}

const paidOf = ({ amountFen, lateFeeFen }: ReceiptLineDto): number => amountFen + lateFeeFen;

/** Fewer lines are filled up to this many, as on a printed form. */
const FORM_ROWS = 4;

function emptyRow(at: { x: number; width: number }, height: number): Block {
  return { height, draw: (canvas, y) => canvas.rule(at.x, y + height, at.x + at.width) };
}

function isPartial({ receivableFen, discountFen, amountFen }: ReceiptLineDto): boolean {
  return receivableFen - discountFen !== amountFen;
}

function amountColumn(title: string, fenOf: (line: ReceiptLineDto) => number): Column<ReceiptLineDto> {
  return { title, width: 56, align: "right", figure: true, value: (line) => amountText(fenOf(line)) };
}
