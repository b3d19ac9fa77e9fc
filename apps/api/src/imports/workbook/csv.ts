import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { parse, CsvError } from "csv-parse";
import iconv from "iconv-lite";
import { columnName, type Cell, type SheetRow } from "./cell.js";
import {
  cellTooLong,
  HEADER_ROWS,
  tooManyColumns,
  tooManyRows,
  WorkbookError,
  type WorkbookLimits,
} from "./workbook-error.js";

/** How a text table is written. */
export interface CsvDialect {
  encoding: "utf8" | "gb18030" | "utf16le";
  separator: "," | ";" | "\t";
}

const bytesOf = (source: string | Buffer): Readable =>
  typeof source === "string" ? createReadStream(source) : Readable.from(chunks(source), { objectMode: false });

function* chunks(buffer: Buffer): Generator<Buffer> {
  for (let at = 0; at < buffer.length; at += 65_536) yield buffer.subarray(at, at + 65_536);
}

/** Finds encoding and separator from the content: UTF-8 when every byte fits, else GBK (GB 18030). */
export async function detectCsv(source: string | Buffer, filename: string): Promise<CsvDialect> {
  let head = Buffer.alloc(0);
  const strict = new TextDecoder("utf-8", { fatal: true });
  let utf8 = true;
  for await (const chunk of bytesOf(source) as AsyncIterable<Buffer>) {
    if (head.length < 65_536) head = Buffer.concat([head, chunk]);
    if (head[0] === 0xff && head[1] === 0xfe)
      return { encoding: "utf16le", separator: separatorOf(iconv.decode(head, "utf16le")) };
    if (chunk.includes(0))
      throw new WorkbookError("NOT_A_WORKBOOK", `文件“${filename}”既不是 Excel 工作簿，也不是文本表格（.csv）`);
    if (utf8) utf8 = fits(() => strict.decode(chunk, { stream: true }));
  }
  if (utf8) utf8 = fits(() => strict.decode());
  const encoding = utf8 ? "utf8" : "gb18030";
  const text = iconv.decode(head, encoding);
  // Outside UTF-8 and GBK the decoder leaves replacement marks; a cut at the end of the head may leave one.
  if (!utf8 && text.slice(0, -2).includes("\ufffd")) {
    throw new WorkbookError("BAD_ENCODING", `文件“${filename}”的文字编码无法识别，请另存为 UTF-8 编码的 .csv 或 .xlsx`);
  }
  return { encoding, separator: separatorOf(text) };
}

function fits(decode: () => void): boolean {
  try {
    decode();
    return true;
  } catch {
    return false;
  }
}

/** The separator that stands most often, outside quotes, in the first lines. */
function separatorOf(text: string): CsvDialect["separator"] {
  const sample = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/\r?\n/)
    .slice(0, 10)
    .join("\n");
  const count = (mark: string) => sample.split(mark).length - 1;
  const ranked = ([",", ";", "\t"] as const).toSorted((a, b) => count(b) - count(a));
  return ranked[0] as CsvDialect["separator"];
}

/** Streams the rows of a text table. Row numbers are the lines of the file, so that they match what an editor shows. */
export async function* csvRows(
  source: string | Buffer,
  dialect: CsvDialect,
  filename: string,
  limits: WorkbookLimits,
): AsyncGenerator<SheetRow> {
  const input = bytesOf(source);
  const decoder = iconv.decodeStream(dialect.encoding, { stripBOM: true });
  const parser = parse({
    bom: true,
    delimiter: dialect.separator,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: limits.cellChars * limits.columns,
  });
  input.on("error", (error) => parser.destroy(error));
  input
    .pipe(decoder)
    .on("error", (error) => parser.destroy(error))
    .pipe(parser);
  let rowCount = 0;
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const height = record.reduce((lines, value) => lines + (value.match(/\n/g)?.length ?? 0), 1);
      line = Math.max(line, info.lines - height + 1);
      const cells = toCells(record);
      if (cells.length === 0) continue;
      if (++rowCount > limits.rows + HEADER_ROWS) throw tooManyRows(filename, limits);
      if ((cells.at(-1)?.column ?? 0) > limits.columns) throw tooManyColumns(filename, limits);
      const long = cells.find(({ text }) => text.length > limits.cellChars);
      if (long) throw cellTooLong(filename, `${columnName(long.column)}${line}`, limits);
      yield { rowNo: line, cells };
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new WorkbookError("BAD_CSV", `文件“${filename}”第 ${line + 1} 行附近的引号不成对，无法读取`, {
        cause: error,
      });
    throw error;
  } finally {
    input.destroy();
    parser.destroy();
  }
}

function toCells(record: string[]): Cell[] {
  return record.flatMap((value, i): Cell[] => {
    // ="00123" is how some systems keep spreadsheets from dropping leading zeros.
    const text = /^="([^"]*)"$/.exec(value)?.[1] ?? value;
    return text.trim() === "" ? [] : [{ column: i + 1, kind: "text", text }];
  });
}
