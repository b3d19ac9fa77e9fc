import { type DebitColumnDto, type DebitField, debitFieldLabels, type DebitFileFormatDto } from "@linli/contracts";
import ExcelJS from "exceljs";
import { DebitFileError } from "./debit-file-error.js";
import { decoded, textOf } from "./encoding.js";
import { SEPARATORS } from "./write-file.js";

export type FileCells = Partial<Record<DebitField, string>>;

/** A file of the bank, taken apart. */
export interface ReadFile {
  header: FileCells;
  lines: { row: number; cells: FileCells }[];
  trailer: FileCells;
}

/** A row as it stands in the file: bytes for files of fixed width, cells for the others. */
type RawRow = { row: number; bytes: Buffer } | { row: number; cells: string[] };

/** Takes a file apart as its format says. @throws DebitFileError: wrong encoding, cut off, other columns */
export async function readDebitFile(format: DebitFileFormatDto, content: Buffer): Promise<ReadFile> {
  const rows = format.form === "EXCEL" ? await excelRows(content) : textRows(format, content);
  const faults: string[] = [];
  const parse = (raw: RawRow, columns: readonly DebitColumnDto[]): FileCells => {
    try {
      return named(columns, "bytes" in raw ? fixedCells(format, raw, columns) : splitCells(raw, columns));
    } catch (error) {
      if (!(error instanceof DebitFileError)) throw error;
      faults.push(...error.faults);
      return {};
    }
  };
  const wanted = (format.header.length > 0 ? 1 : 0) + (format.titled ? 1 : 0) + (format.trailer.length > 0 ? 1 : 0);
  if (rows.length <= wanted) throw new DebitFileError(["文件里没有明细行，可能被截断"]);
  const header = format.header.length > 0 ? parse(rows.shift()!, format.header) : {};
  if (format.titled) refuseOtherTitles(format, rows.shift()!);
  const trailer = format.trailer.length > 0 ? parse(rows.pop()!, format.trailer) : {};
  const lines = rows.map((raw) => ({ row: raw.row, cells: parse(raw, format.detail) }));
  if (faults.length > 0) throw new DebitFileError(faults);
  return { header, lines, trailer };
}

function named(columns: readonly DebitColumnDto[], cells: readonly string[]): FileCells {
  const values: FileCells = {};
  columns.forEach(({ field }, index) => {
    if (field !== "SKIP" && field !== "CONSTANT") values[field] = cells[index]!.trim();
  });
  return values;
}

/** Lines of text; files of fixed width are cut by bytes, so their lines stay bytes. */
function textRows({ form, encoding, separator }: DebitFileFormatDto, content: Buffer): RawRow[] {
  const text = decoded(content, encoding);
  if (form === "SEPARATED") {
    const lines = text.replace(/[\r\n\u001a]+$/, "").split(/\r?\n/);
    return lines.map((line, index) => ({ row: index + 1, cells: line.split(SEPARATORS[separator ?? "PIPE"]) }));
  }
  const rows: RawRow[] = [];
  let start = content.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  while (start < content.length) {
    const found = content.indexOf(0x0a, start);
    const end = found === -1 ? content.length : found;
    const bytes = content.subarray(start, content[end - 1] === 0x0d ? end - 1 : end);
    if (bytes.length > 0 && bytes[0] !== 0x1a) rows.push({ row: rows.length + 1, bytes });
    start = end + 1;
  }
  return rows;
}

function fixedCells({ encoding }: DebitFileFormatDto, raw: RawRow, columns: readonly DebitColumnDto[]): string[] {
  const { bytes, row } = raw as { row: number; bytes: Buffer };
  const total = columns.reduce((sum, { width }) => sum + width!, 0);
  if (bytes.length !== total)
    throw new DebitFileError([
      `第 ${row} 行有 ${bytes.length} 字节，应为 ${total} 字节${bytes.length < total ? "，文件可能被截断" : ""}`,
    ]);
  let at = 0;
  return columns.map(({ width }) => {
    const cell = textOf(bytes.subarray(at, at + width!), encoding);
    at += width!;
    return cell;
  });
}

function splitCells(raw: RawRow, columns: readonly DebitColumnDto[]): string[] {
  const { cells, row } = raw as { row: number; cells: string[] };
  // a separator at the end; a header or trailer narrower than the sheet
  const trimmed = cells.slice(columns.length).every((cell) => cell.trim() === "")
    ? cells.slice(0, columns.length)
    : cells;
  if (trimmed.length !== columns.length)
    throw new DebitFileError([
      `第 ${row} 行有 ${trimmed.length} 列，应为 ${columns.length} 列${trimmed.length < columns.length ? "，文件可能被截断" : ""}`,
    ]);
  return trimmed;
}

function refuseOtherTitles({ detail }: DebitFileFormatDto, raw: RawRow): void {
  if (!("cells" in raw)) return;
  const wanted = detail.map(({ title, field }) => title ?? debitFieldLabels[field]);
  const other = wanted.find((title, index) => raw.cells[index]?.trim() !== title);
  if (other !== undefined)
    throw new DebitFileError([`列标题不符：应为“${wanted.join("、")}”，文件里没有或错位的是“${other}”`]);
}

async function excelRows(content: Buffer): Promise<RawRow[]> {
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(content as unknown as ArrayBuffer);
  } catch {
    throw new DebitFileError(["不是能打开的 Excel 文件（.xlsx）"]);
  }
  const sheet = book.worksheets[0];
  if (!sheet) throw new DebitFileError(["Excel 文件里没有工作表"]);
  const rows: RawRow[] = [];
  const width = sheet.columnCount;
  sheet.eachRow((row, number) => {
    const cells = Array.from({ length: width }, (_, index) => cellText(row.getCell(index + 1).value));
    if (cells.some((cell) => cell !== "")) rows.push({ row: number, cells });
  });
  return rows;
}

function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "object") {
    if ("richText" in value) return value.richText.map(({ text }) => text).join("");
    if ("result" in value) return cellText(value.result as ExcelJS.CellValue);
    return "text" in value ? String(value.text) : "";
  }
  return String(value);
}
