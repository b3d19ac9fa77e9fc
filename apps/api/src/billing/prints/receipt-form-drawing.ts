import { type ReceiptFormLineDto, type ReceiptFormPageDto, receiptGrid } from "@linli/contracts";
import type { Canvas, TextStyle } from "../../prints/canvas.js";
import { columnsOf } from "./receipt-grid.js";

const { columns, columnPt, rowPt, leftPt, topPt } = receiptGrid;
/** A dot-matrix printer has one colour. */
const BLACK = "#000000";

/** Draws a continuous form: every character into its place of the grid. */
export function drawForm(canvas: Canvas, { lines }: ReceiptFormPageDto): void {
  canvas.addPage();
  for (const line of lines) drawLine(canvas, line);
}

function drawLine(canvas: Canvas, { row, text, strong, large, ruled }: ReceiptFormLineDto): void {
  const scale = large ? 2 : 1;
  const bottom = topPt + (row - 1 + scale) * rowPt;
  const style: TextStyle = { size: columnPt * 2 * scale, weight: strong ? "bold" : "regular", color: BLACK };
  const indent = text.length - text.trimStart().length;
  let x = leftPt + indent * columnPt;
  for (const character of text.slice(indent)) {
    const width = columnsOf(character) * columnPt * scale;
    if (character.trim() !== "") canvas.squeezed(character, x, bottom - rowPt * 0.26 * scale, style, width);
    x += width;
  }
  if (ruled) canvas.rule(leftPt, bottom - 0.6, leftPt + columns * columnPt, BLACK, 0.6);
}
