import { open, stat } from "node:fs/promises";
import path from "node:path";
import type { SheetInfo, SheetRow, Workbook } from "./cell.js";
import { csvRows, detectCsv } from "./csv.js";
import { tooLarge, WORKBOOK_LIMITS, WorkbookError, type WorkbookLimits } from "./workbook-error.js";
import { readParts } from "./xlsx-parts.js";
import { sheetRows } from "./xlsx-sheet.js";
import { ZipPackage } from "./zip-package.js";

/**
 * Opens an .xlsx or .csv file. What it is is found from the content, never from the name. Every sheet is read once at
 * opening, as a stream, so that sizes and merged ranges are known and every limit has been checked before the first row
 * is handed out; unless an earlier opening of the same bytes has measured them. Throws `WorkbookError` with a Chinese
 * sentence.
 *
 * Close the workbook when done. Requirement: PRP-07, CUS-02.
 *
 * @param source path of the file, or its bytes
 * @param filename the name the user knows the file by, used in sentences
 * @param measured the sheets as an earlier opening found them
 */
export async function openWorkbook(
  source: string | Buffer,
  filename: string,
  limits: WorkbookLimits = WORKBOOK_LIMITS,
  measured?: SheetInfo[],
): Promise<Workbook> {
  const size = typeof source === "string" ? (await stat(source)).size : source.length;
  if (size === 0) throw new WorkbookError("EMPTY_FILE", `文件“${filename}”是空文件（0 字节）`);
  if (size > limits.fileBytes) throw tooLarge(limits);
  const head = await headOf(source);
  if (head.subarray(0, 4).equals(Buffer.from("PK\x03\x04"))) return openXlsx(source, filename, limits, measured);
  if (head.subarray(0, 8).equals(Buffer.from("d0cf11e0a1b11ae1", "hex"))) throw await oldFormat(source, filename, size);
  refuseOthers(head, filename);
  return openCsv(source, filename, limits, measured);
}

async function headOf(source: string | Buffer, length = 4096): Promise<Buffer> {
  if (typeof source !== "string") return source.subarray(0, length);
  await using file = await open(source);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
  return buffer.subarray(0, bytesRead);
}

/** An OLE container: either the .xls of old, or a workbook encrypted with a password. */
async function oldFormat(source: string | Buffer, filename: string, size: number): Promise<WorkbookError> {
  const bytes = await headOf(source, size);
  return bytes.includes(Buffer.from("EncryptedPackage", "utf16le"))
    ? new WorkbookError("ENCRYPTED", `文件“${filename}”有密码保护，请取消密码后再上传`)
    : new WorkbookError("OLD_XLS", `文件“${filename}”是旧的 .xls 格式，请用 Excel 或 WPS 另存为 .xlsx 后再上传`);
}

function refuseOthers(head: Buffer, filename: string): void {
  if (/<(!doctype html|html|table|\?mso)/i.test(head.toString("latin1"))) {
    throw new WorkbookError("WEB_PAGE", `文件“${filename}”其实是网页（HTML），请用 Excel 打开后另存为 .xlsx`);
  }
  if (/^\s*(<\?xml|%PDF|\{\\rtf|Rar!|7z\xbc)/.test(head.toString("latin1"))) {
    throw new WorkbookError(
      "NOT_A_WORKBOOK",
      `文件“${filename}”不是 Excel 工作簿，也不是 .csv；请上传 .xlsx 或 .csv 文件`,
    );
  }
}

async function openXlsx(
  source: string | Buffer,
  filename: string,
  limits: WorkbookLimits,
  measured?: SheetInfo[],
): Promise<Workbook> {
  const zip = await ZipPackage.open(source, filename, limits);
  try {
    const parts = await readParts(zip, filename, limits);
    const sheets: SheetInfo[] = measured ?? [];
    for (const part of measured ? [] : parts.sheets) {
      const merges: string[] = [];
      const rows = sheetRows(zip, part, parts, filename, limits, (range) => merges.push(range));
      sheets.push(await measure({ name: part.name, state: part.state }, rows, merges));
    }
    refuseEmpty(sheets, filename);
    return {
      kind: "xlsx",
      filename,
      sheets,
      limits,
      rows: (name) => sheetRows(zip, found(parts.sheets, name, filename), parts, filename, limits),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function openCsv(
  source: string | Buffer,
  filename: string,
  limits: WorkbookLimits,
  measured?: SheetInfo[],
): Promise<Workbook> {
  const dialect = await detectCsv(source, filename);
  const name = path.basename(filename).replace(/\.[^.]*$/, "") || "Sheet1";
  const [known] = measured ?? [];
  const sheet = known ?? (await measure({ name, state: "visible" }, csvRows(source, dialect, filename, limits), []));
  refuseEmpty([sheet], filename);
  return {
    kind: "csv",
    filename,
    sheets: [sheet],
    limits,
    rows: (wanted) => {
      found([sheet], wanted, filename);
      return csvRows(source, dialect, filename, limits);
    },
    close: () => {},
  };
}

async function measure(
  sheet: Pick<SheetInfo, "name" | "state">,
  rows: AsyncIterable<SheetRow>,
  merges: string[],
): Promise<SheetInfo> {
  const info: SheetInfo = { ...sheet, columns: 0, rowCount: 0, lastRow: 0, merges, formulaCount: 0, errorCount: 0 };
  for await (const { rowNo, cells } of rows) {
    info.rowCount++;
    info.lastRow = rowNo;
    info.columns = Math.max(info.columns, cells.at(-1)?.column ?? 0);
    for (const cell of cells) {
      if (cell.formula) info.formulaCount++;
      if (cell.kind === "error") info.errorCount++;
    }
  }
  return info;
}

function refuseEmpty(sheets: SheetInfo[], filename: string): void {
  if (sheets.every(({ rowCount }) => rowCount === 0))
    throw new WorkbookError("NO_ROWS", `文件“${filename}”里没有任何数据（0 行）`);
}

function found<T extends { name: string }>(sheets: T[], name: string, filename: string): T {
  const sheet = sheets.find((candidate) => candidate.name === name);
  if (sheet) return sheet;
  const names = sheets.map((candidate) => `“${candidate.name}”`).join("、");
  throw new WorkbookError("SHEET_NOT_FOUND", `文件“${filename}”里没有工作表“${name}”；现有：${names}`);
}
