import { SaxesParser } from "saxes";
import { columnName, parseRef, type Cell, type SheetRow } from "./cell.js";
import { numberCell } from "./xlsx-number.js";
import { attribute, localName, unescapeText, type SheetPart, type WorkbookParts } from "./xlsx-parts.js";
import {
  cellTooLong,
  damaged,
  HEADER_ROWS,
  tooManyColumns,
  tooManyRows,
  type WorkbookLimits,
} from "./workbook-error.js";
import type { ZipPackage } from "./zip-package.js";

const MAX_MERGES = 1_000;

/** Told of merged ranges, which the file lists after the rows. */
export type OnMerge = (range: string) => void;

/** What the parser gathers of the cell it is in. */
interface Draft {
  column: number;
  type: string;
  style: number;
  value: string;
  hasValue: boolean;
  formula: boolean;
}

/** Streams the rows of one sheet; only the rows of one unpacked piece (64 KB) are in memory. */
export async function* sheetRows(
  zip: ZipPackage,
  sheet: SheetPart,
  parts: WorkbookParts,
  filename: string,
  limits: WorkbookLimits,
  onMerge: OnMerge = () => {},
): AsyncGenerator<SheetRow> {
  const ready: SheetRow[] = [];
  const parser = new SaxesParser();
  const reader = new SheetReader(sheet.name, parts, limits, (row) => ready.push(row), onMerge);
  parser.on("error", (error) => {
    throw damaged(filename, error);
  });
  parser.on("opentag", ({ name, attributes }) => reader.open(localName(name), attributes));
  parser.on("text", (text) => reader.text(text));
  parser.on("cdata", (text) => reader.text(text));
  parser.on("closetag", ({ name }) => reader.close(localName(name)));
  for await (const piece of zip.text(sheet.part)) {
    parser.write(piece);
    yield* ready.splice(0);
  }
  parser.close();
  yield* ready.splice(0);
}

class SheetReader {
  private rowNo = 0;
  private column = 0;
  private rowCount = 0;
  private merges = 0;
  private cells: Cell[] = [];
  private cell: Draft | null = null;
  private collecting = false;
  private phonetic = false;

  constructor(
    private readonly sheet: string,
    private readonly parts: WorkbookParts,
    private readonly limits: WorkbookLimits,
    private readonly onRow: (row: SheetRow) => void,
    private readonly onMerge: OnMerge,
  ) {}

  open(tag: string, attributes: Record<string, string>): void {
    if (tag === "row") {
      this.rowNo = Number(attribute(attributes, "r") ?? this.rowNo + 1);
      this.column = 0;
      this.cells = [];
    } else if (tag === "c") {
      const ref = parseRef(attribute(attributes, "r") ?? "");
      this.column = ref?.column ?? this.column + 1;
      const style = Number(attribute(attributes, "s") ?? 0);
      this.cell = {
        column: this.column,
        type: attribute(attributes, "t") ?? "n",
        style,
        value: "",
        hasValue: false,
        formula: false,
      };
    } else if (tag === "f" && this.cell) this.cell.formula = true;
    else if (tag === "rPh") this.phonetic = true;
    else if (tag === "v" || tag === "t") this.collecting = this.cell !== null && !this.phonetic;
    else if (tag === "mergeCell" && this.merges++ < MAX_MERGES) this.onMerge(attribute(attributes, "ref") ?? "");
  }

  text(text: string): void {
    if (!this.collecting || !this.cell) return;
    this.cell.value += text;
    this.cell.hasValue = true;
    if (this.cell.value.length > this.limits.cellChars) throw this.tooLong(this.cell);
  }

  close(tag: string): void {
    if (tag === "v" || tag === "t") this.collecting = false;
    else if (tag === "rPh") this.phonetic = false;
    else if (tag === "c") this.finishCell();
    else if (tag === "row") this.finishRow();
  }

  private finishCell(): void {
    const draft = this.cell;
    this.cell = null;
    const cell = draft && this.toCell(draft);
    if (!cell) return;
    if (cell.column > this.limits.columns) throw tooManyColumns(this.sheet, this.limits);
    if (cell.text.length > this.limits.cellChars) throw this.tooLong(cell);
    this.cells.push(cell);
  }

  private finishRow(): void {
    if (this.cells.length === 0) return;
    if (++this.rowCount > this.limits.rows + HEADER_ROWS) throw tooManyRows(this.sheet, this.limits);
    this.onRow({ rowNo: this.rowNo, cells: this.cells.sort((a, b) => a.column - b.column) });
    this.cells = [];
  }

  private toCell(draft: Draft): Cell | null {
    const { column, type, value } = draft;
    const formula = draft.formula ? ({ formula: true } as const) : {};
    if (!draft.hasValue)
      return draft.formula && type !== "str"
        ? { column, kind: "text", text: "", formula: true, unevaluated: true }
        : null;
    if (type === "b") return { column, kind: "boolean", text: value.trim() === "1" ? "TRUE" : "FALSE", ...formula };
    if (type === "e") return { column, kind: "error", text: value.trim(), ...formula };
    if (type === "d") return { column, kind: "date", text: value.trim().slice(0, 10), ...formula };
    if (type === "n")
      return {
        ...numberCell(column, value.trim(), this.parts.formats[draft.style] ?? "", this.parts.date1904),
        ...formula,
      };
    const text = type === "s" ? (this.parts.sharedStrings[Number(value)] ?? "") : unescapeText(value);
    return text.trim() === "" ? null : { column, kind: "text", text, ...formula };
  }

  private tooLong(cell: { column: number }) {
    return cellTooLong(this.sheet, `${columnName(cell.column)}${this.rowNo}`, this.limits);
  }
}
