import ExcelJS from "exceljs";
import { once } from "node:events";
import { PassThrough } from "node:stream";
import type { ExportColumnDto } from "@linli/contracts";
import { NOTES_SHEET, notesTitle } from "../imports/profiles/templates/template.js";
import type { ExportValue } from "./sources/export-source.js";

/** What stands in the file about itself. */
export interface Watermark {
  number: string;
  who: string;
  /** Moment in the project's time zone. */
  when: string;
  reason: string;
  filter: readonly string[];
  wholeNumbers: boolean;
}

/** Header of the column that carries the watermark on every row; no import reads it. */
export const MARK_COLUMN = "导出水印";
const NUMBERS = new Set([
  "buildingArea",
  "chargeArea",
  "innerArea",
  "usableArea",
  "area",
  "price",
  "quantity",
  "floor",
  "floors",
]);

/**
 * A workbook in the format of our import template, written while its rows are read: flat in memory however many there
 * are. Who took it, when and why stands in the print header, on the 说明 sheet and at the end of every row.
 */
export class ExportWorkbook {
  readonly stream = new PassThrough({ highWaterMark: 1024 * 1024 });
  private readonly workbook: ExcelJS.stream.xlsx.WorkbookWriter;
  private readonly sheet: ExcelJS.Worksheet;
  private readonly mark: string;
  private rows = 0;

  constructor(
    private readonly title: string,
    private readonly columns: readonly ExportColumnDto[],
    private readonly watermark: Watermark,
  ) {
    this.workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: this.stream, useStyles: true });
    this.workbook.creator = watermark.who;
    this.mark = `${watermark.number} ${watermark.who} ${watermark.when}`;
    this.sheet = this.workbook.addWorksheet(title, {
      views: [{ state: "frozen", ySplit: 1 }],
      headerFooter: {
        oddHeader: `&L${escaped(title)}&R${escaped(this.mark)}`,
        oddFooter: `&L${escaped(`原因：${watermark.reason}`)}&R第 &P 页，共 &N 页`,
      },
    });
    this.sheet.columns = [
      ...columns.map(({ key, label, required }) => ({
        header: required ? `${label}*` : label,
        width: Math.max(12, label.length * 2 + 4),
        style: NUMBERS.has(key) ? {} : { numFmt: "@" },
      })),
      { header: MARK_COLUMN, width: 40, style: { numFmt: "@", font: { color: { argb: "FF8C8C8C" } } } },
    ];
    const header = this.sheet.getRow(1);
    header.font = { bold: true };
    header.commit();
  }

  /** Adds rows; waits while the disk is slower than the database. */
  async add(rows: readonly Record<string, ExportValue>[]): Promise<void> {
    for (const row of rows) this.sheet.addRow([...this.columns.map(({ key }) => row[key] ?? null), this.mark]).commit();
    this.rows += rows.length;
    if (this.stream.writableNeedDrain) await once(this.stream, "drain");
  }

  /** Writes the 说明 sheet and ends the file. */
  async finish(): Promise<void> {
    this.sheet.commit();
    const notes = this.workbook.addWorksheet(NOTES_SHEET);
    notes.columns = [{ width: 100 }];
    const { number, who, when, reason, filter, wholeNumbers } = this.watermark;
    const lines = [
      notesTitle(this.title),
      `导出编号：${number}`,
      `导出人：${who}`,
      `导出时间：${when}`,
      `导出原因：${reason}`,
      `筛选条件：${filter.length > 0 ? filter.join("；") : "全部"}`,
      `行数：${this.rows}`,
      wholeNumbers
        ? "本文件包含完整的证件号码和电话，属于个人信息，只能用于上述用途，用完即删。"
        : "证件号码和电话已打码；修改后再导入时，打码的号码表示“不变”。",
      "本文件可以修改后直接导入；没有改动的行不会改变任何资料。",
    ];
    for (const line of lines) notes.addRow([line]).commit();
    notes.commit();
    await this.workbook.commit();
  }
}

/** `&` begins a code in headers and footers, which hold 255 characters. */
const escaped = (text: string): string => text.replaceAll("&", "&&").slice(0, 110);
