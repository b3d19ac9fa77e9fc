import type { WorkbookLimits } from "./workbook-error.js";

/** One cell that holds something. */
export interface Cell {
  /** 1 for A. */
  column: number;
  kind: "text" | "number" | "date" | "boolean" | "error";
  /**
   * The value as text: numbers in plain decimal notation (no exponent; leading zeros where the number format shows them),
   * dates `YYYY-MM-DD`, booleans `TRUE`/`FALSE`, errors `#REF!`.
   */
  text: string;
  /** The cell is a formula; the value is the result the file was saved with. */
  formula?: true;
  /** A formula saved without a result. */
  unevaluated?: true;
  /** A number shown as a percentage: `text` 0.5 stands for 50 %. */
  percent?: true;
  /** A number of more than 15 digits, whose last digits Excel has already lost. */
  imprecise?: true;
}

/** One row that holds at least one value. */
export interface SheetRow {
  /** As Excel shows it, 1 for the first. */
  rowNo: number;
  /** By ascending column; empty cells are absent. */
  cells: Cell[];
}

/** What a first reading of a sheet found. */
export interface SheetInfo {
  name: string;
  state: "visible" | "hidden" | "veryHidden";
  /** The last column that holds a value. */
  columns: number;
  /** Rows holding at least one value. */
  rowCount: number;
  /** The last row that holds a value. */
  lastRow: number;
  /** Merged ranges such as `A1:L1` (at most 1,000 kept). */
  merges: string[];
  formulaCount: number;
  errorCount: number;
}

/** An opened workbook: sheets in the order of the file, rows read as a stream. */
export interface Workbook {
  kind: "xlsx" | "csv";
  filename: string;
  sheets: SheetInfo[];
  limits: WorkbookLimits;
  /** Rows of the sheet with this name; throws `WorkbookError` SHEET_NOT_FOUND for another name. */
  rows(sheet: string): AsyncIterable<SheetRow>;
  close(): void;
}

/** Column letters of a number: 1 → A, 27 → AA. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** Column and row of a reference such as `AB12`; null when it is none. */
export function parseRef(ref: string): { column: number; row: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(ref);
  if (!match) return null;
  let column = 0;
  for (const letter of (match[1] as string).toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column, row: Number(match[2]) };
}

/** First and last row and column of a merged range such as `A1:L2`. */
export function parseRange(range: string): { top: number; bottom: number; left: number; right: number } | null {
  const [from, to = from] = range.split(":").map(parseRef);
  return from && to ? { top: from.row, bottom: to.row, left: from.column, right: to.column } : null;
}
