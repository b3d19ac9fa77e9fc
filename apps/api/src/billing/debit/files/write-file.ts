import { type DebitColumnDto, debitFieldLabels, type DebitFileFormatDto, type DebitSeparator } from "@linli/contracts";
import ExcelJS from "exceljs";
import { DebitFileError } from "./debit-file-error.js";
import { encoded } from "./encoding.js";
import { type DebitFileFacts, type DebitOrder, factValues, orderValues, valueOf } from "./field-values.js";

export const SEPARATORS: Readonly<Record<DebitSeparator, string>> = {
  PIPE: "|",
  COMMA: ",",
  SEMICOLON: ";",
  TAB: "\t",
};

/** A row of the file and what to call it in a sentence. */
interface FileRow {
  name: string;
  columns: readonly DebitColumnDto[];
  cells: string[];
}

/** The file for the bank. @throws DebitFileError with every value that does not fit */
export async function writeDebitFile(
  format: DebitFileFormatDto,
  facts: DebitFileFacts,
  orders: readonly DebitOrder[],
): Promise<Buffer> {
  const rows = rowsOf(format, facts, orders);
  if (format.form === "EXCEL") return workbook(rows);
  const lines: Buffer[] = [];
  const faults: string[] = [];
  for (const row of rows) {
    try {
      lines.push(format.form === "FIXED" ? fixedLine(format, row) : separatedLine(format, row), CRLF);
    } catch (error) {
      if (!(error instanceof DebitFileError)) throw error;
      faults.push(...error.faults.map((fault) => `${row.name}：${fault}`));
    }
  }
  if (faults.length > 0) throw new DebitFileError(faults);
  return Buffer.concat(lines);
}

const CRLF = Buffer.from("\r\n");

function rowsOf(format: DebitFileFormatDto, facts: DebitFileFacts, orders: readonly DebitOrder[]): FileRow[] {
  const common = factValues(format, facts);
  const row = (name: string, columns: readonly DebitColumnDto[], values: typeof common): FileRow => ({
    name,
    columns,
    cells: columns.map((column) => valueOf(column, values)),
  });
  const titles = format.detail.map(({ title, field }) => title ?? debitFieldLabels[field]);
  return [
    ...(format.header.length > 0 ? [row("文件头", format.header, common)] : []),
    ...(format.titled ? [{ name: "列标题", columns: format.detail, cells: titles }] : []),
    ...orders.map((order) =>
      row(`第 ${order.lineNo} 行（${order.rooms}，${order.holder}）`, format.detail, orderValues(format, facts, order)),
    ),
    ...(format.trailer.length > 0 ? [row("文件尾", format.trailer, common)] : []),
  ];
}

function fixedLine({ encoding }: DebitFileFormatDto, { columns, cells }: FileRow): Buffer {
  return Buffer.concat(
    columns.map(({ field, width, align, pad }, index) => {
      const bytes = encoded(cells[index]!, encoding);
      const missing = width! - bytes.length;
      if (missing < 0)
        throw new DebitFileError([
          `${debitFieldLabels[field]}“${cells[index]}”有 ${bytes.length} 字节，超过 ${width} 字节`,
        ]);
      const padding = Buffer.alloc(missing, pad === "ZERO" ? "0" : " ");
      return Buffer.concat(align === "RIGHT" ? [padding, bytes] : [bytes, padding]);
    }),
  );
}

function separatedLine({ encoding, separator }: DebitFileFormatDto, { columns, cells }: FileRow): Buffer {
  const by = SEPARATORS[separator ?? "PIPE"];
  cells.forEach((cell, index) => {
    if (cell.includes(by) || /[\r\n]/.test(cell))
      throw new DebitFileError([`${debitFieldLabels[columns[index]!.field]}“${cell}”里有分隔符`]);
  });
  return encoded(cells.join(by), encoding);
}

async function workbook(rows: readonly FileRow[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("报盘");
  for (const { cells } of rows) {
    const row = sheet.addRow(cells);
    row.eachCell((cell) => {
      cell.numFmt = "@";
    });
  }
  sheet.columns.forEach((column) => {
    column.width = 20;
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}
