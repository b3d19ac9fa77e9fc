import type { Block } from "./blocks.js";
import { ACCENT, type Canvas, GREY, HAIRLINE, INK, LEADING, TINT, type TextStyle } from "./canvas.js";

export interface Column<Row> {
  title: string;
  /** Points; a crowded table gives less. The columns without a width share what is left. */
  width?: number;
  /** Width at which the content is broken into lines when nothing else helps. */
  narrow?: number;
  align?: "left" | "center" | "right";
  /** Figures stay on one line and become smaller rather than be cut. */
  figure?: boolean;
  bold?: boolean;
  value: (row: Row) => string;
}

export interface TableStyle {
  size: number;
  headSize: number;
  padding: number;
  noteSize: number;
  color?: string;
}

/** More lines than this in one cell are cut: a page must be able to hold every row. */
const MAX_CELL_LINES = 5;
const MAX_NOTE_LINES = 4;

interface PlacedColumn<Row> extends Column<Row> {
  x: number;
  placed: number;
}

/**
 * A table over the given width as blocks: its head, then one block for each row, with the sentences of `notesOf` in small
 * type under it.
 */
export function tableBlocks<Row>(
  canvas: Canvas,
  at: { x: number; width: number },
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  style: TableStyle,
  notesOf: (row: Row) => readonly string[] = () => [],
): Block[] {
  const placed = place(canvas, columns, rows, at, style);
  const head = headBlock(placed, at, style);
  return [
    { ...head, withNext: true },
    ...rows.map((row) => ({ ...rowBlock(canvas, placed, at, row, style, notesOf(row)), head })),
  ];
}

/** A column without a width is never narrower than this; the others give way. */
const SHARED_MINIMUM = 76;

function place<Row>(
  canvas: Canvas,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  at: { x: number; width: number },
  style: TableStyle,
): PlacedColumn<Row>[] {
  const sharing = columns.filter(({ width }) => width === undefined).length;
  const available = at.width - sharing * SHARED_MINIMUM;
  const widths = fixedWidths(canvas, columns, rows, style, available);
  const scale = Math.min(1, available / sum(widths));
  const share = (at.width - sum(widths) * scale) / sharing;

  let x = at.x;
  return columns.map((column, index) => {
    const placed = column.width === undefined ? share : (widths[index] ?? 0) * scale;
    const result = { ...column, x, placed };
    x += placed;
    return result;
  });
}

/** The widths wished for; where they do not fit, what the content needs; where that does not fit, the narrow ones. */
function fixedWidths<Row>(
  canvas: Canvas,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  style: TableStyle,
  available: number,
): number[] {
  const wished = columns.map(({ width }) => width ?? 0);
  if (sum(wished) <= available) return wished;
  const needed = columns.map((column, index) => {
    if (column.width === undefined) return 0;
    const values = rows.map((row) => canvas.widthOf(column.value(row), { size: style.size, weight: "bold" }));
    const title = canvas.widthOf(column.title, { size: style.headSize, weight: "bold" });
    return Math.min(wished[index] ?? 0, Math.max(title, ...values) + style.padding * 2);
  });
  const slack = available - sum(needed);
  if (slack >= 0) return needed.map((width) => (width === 0 ? 0 : width + Math.min(7, slack / 2 / columns.length)));
  return columns.map(({ narrow }, index) => Math.min(narrow ?? Infinity, needed[index] ?? 0));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function headBlock<Row>(
  columns: readonly PlacedColumn<Row>[],
  at: { x: number; width: number },
  style: TableStyle,
): Block {
  const height = style.headSize * LEADING + style.padding * 2;
  return {
    height,
    draw: (canvas, y) => {
      canvas.box(at.x, y, at.width, height, { fill: TINT });
      canvas.rule(at.x, y, at.x + at.width, ACCENT, 0.9);
      canvas.rule(at.x, y + height, at.x + at.width, HAIRLINE);
      const baseline = y + style.padding + style.headSize * 1.08;
      for (const { title, x, placed, align } of columns) {
        canvas.fitted(
          title,
          x + style.padding,
          baseline,
          { size: style.headSize, weight: "bold", color: ACCENT, align },
          placed - style.padding * 2,
        );
      }
    },
  };
}

function rowBlock<Row>(
  canvas: Canvas,
  columns: readonly PlacedColumn<Row>[],
  at: { x: number; width: number },
  row: Row,
  style: TableStyle,
  sentences: readonly string[],
): Block {
  const color = style.color ?? INK;
  const cells = columns.map((column) => {
    const cellStyle: TextStyle = {
      size: style.size,
      weight: column.bold ? "bold" : "regular",
      color,
      align: column.align,
    };
    const width = column.placed - style.padding * 2;
    const text = column.value(row);
    return {
      ...column,
      cellStyle,
      width,
      lines: column.figure ? [text] : canvas.lines(text, cellStyle, width, MAX_CELL_LINES),
    };
  });
  const noteStyle: TextStyle = { size: style.noteSize, color: GREY };
  const notes = sentences.flatMap((sentence) =>
    canvas.lines(sentence, noteStyle, at.width - style.padding * 2, MAX_NOTE_LINES),
  );
  const textHeight = Math.max(...cells.map(({ lines }) => lines.length)) * style.size * LEADING;
  const height =
    textHeight + (notes.length > 0 ? 1.5 + notes.length * style.noteSize * LEADING : 0) + style.padding * 2;

  return {
    height,
    draw: (target, y) => {
      for (const { cellStyle, x, width, lines, figure } of cells) {
        lines.forEach((line, index) => {
          const baseline = y + style.padding + style.size * (1.08 + index * LEADING);
          if (figure) target.fitted(line, x + style.padding, baseline, cellStyle, width);
          else target.text(line, x + style.padding, baseline, cellStyle, width);
        });
      }
      notes.forEach((line, index) => {
        target.text(
          line,
          at.x + style.padding,
          y + style.padding + textHeight + 1.5 + style.noteSize * (1.0 + index * LEADING),
          noteStyle,
        );
      });
      target.rule(at.x, y + height, at.x + at.width, HAIRLINE);
    },
  };
}
