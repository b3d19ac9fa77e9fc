import type { ReceiptFormLineDto, ReceiptFormPageDto, ReceiptPrintDto } from "@linli/contracts";
import { type ReceiptForm as Form, receiptForms, receiptGrid } from "@linli/contracts/enums";
import "../../../components/print-sheet.css";
import "./prints.css";

const { columns, columnPt, rowPt, leftPt, topPt } = receiptGrid;
const POINTS_PER_MM = 72 / 25.4;

/**
 * 收款收据 on continuous three-part paper (BIL-76): one form goes through all parts. Every word stands on the grid of
 * characters that the PDF uses, whatever font the computer has.
 */
export function ReceiptForm({ receipt, layout }: { receipt: ReceiptPrintDto; layout: Form }) {
  return receipt.forms.map((form, index) => (
    <article
      key={index}
      className={`print-sheet receipt-form ${layout === "FORM_93" ? "receipt-form-93" : "receipt-form-140"}`}
      aria-label={`收据 ${receipt.receiptNo} 第 ${index + 1} 张`}
    >
      <FormDrawing form={form} layout={layout} />
    </article>
  ));
}

function FormDrawing({ form, layout }: { form: ReceiptFormPageDto; layout: Form }) {
  const { widthMm, heightMm } = receiptForms[layout];
  return (
    <svg viewBox={`0 0 ${widthMm * POINTS_PER_MM} ${heightMm * POINTS_PER_MM}`}>
      {form.lines.map((line) => (
        <FormLine key={line.row} line={line} />
      ))}
    </svg>
  );
}

function FormLine({ line: { row, text, strong, large, ruled } }: { line: ReceiptFormLineDto }) {
  const scale = large ? 2 : 1;
  const bottom = topPt + (row - 1 + scale) * rowPt;
  const indent = large ? text.length - text.trimStart().length : 0;
  return (
    <>
      {wordsOf(text).map(({ word, column, width }) => (
        <text
          key={column}
          x={leftPt + (indent + (column - indent) * scale) * columnPt}
          y={bottom - rowPt * 0.26 * scale}
          fontSize={columnPt * 2 * scale}
          fontWeight={strong ? 700 : 400}
          textLength={width * columnPt * scale}
          lengthAdjust="spacingAndGlyphs"
        >
          {word}
        </text>
      ))}
      {ruled && (
        <line
          x1={leftPt}
          x2={leftPt + columns * columnPt}
          y1={bottom - 0.6}
          y2={bottom - 0.6}
          stroke="#000"
          strokeWidth={0.6}
        />
      )}
    </>
  );
}

/** Words of one kind of characters with the column they begin at: Latin letters and Chinese ones are set apart. */
function wordsOf(text: string): { word: string; column: number; width: number }[] {
  let column = 0;
  return (text.match(/\s+|[\u0021-\u1fff]+|[^\u0000-\u1fff]+/gu) ?? []).flatMap((word) => {
    const wide = (word.codePointAt(0) ?? 0) >= 0x2000;
    const width = Array.from(word).length * (wide && word.trim() !== "" ? 2 : 1);
    const at = column;
    column += word.trim() === "" ? blanks(word) : width;
    return word.trim() === "" ? [] : [{ word, column: at, width }];
  });
}

/** A Chinese space takes two columns. */
const blanks = (spaces: string): number =>
  Array.from(spaces, (space) => (space === " " ? 1 : 2)).reduce((a, b) => a + b, 0);
