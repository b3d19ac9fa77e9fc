import type { ReportColumnDto } from "@linli/contracts";
import ExcelJS from "exceljs";
import { once } from "node:events";
import { PassThrough } from "node:stream";
import type { ReportHead, ReportRows } from "./standard-reports.queries.js";

/** A report as a workbook, written while it is read: scope and notes above, totals below; amounts in yuan. */
export class ReportWorkbook {
  readonly stream = new PassThrough();
  private readonly workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: this.stream, useStyles: true });
  private readonly sheet: ExcelJS.Worksheet;

  constructor(
    private readonly head: ReportHead,
    madeBy: string,
  ) {
    const { title, scope, notes, columns } = head;
    this.workbook.creator = madeBy;
    this.sheet = this.workbook.addWorksheet(title, {
      pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9 },
      headerFooter: { oddFooter: `&L${madeBy}&R第 &P 页，共 &N 页` },
    });
    this.sheet.columns = columns.map((column) => ({ width: widthOf(column), style: styleOf(column) }));
    addWords(this.sheet, [title, scope.join("；"), ...notes]);
    this.addBold(columns.map(({ title: name, kind }) => (isMoney(kind) ? `${name}（元）` : name)));
  }

  /** Writes rows, and waits while whoever reads the file is behind. */
  async add(rows: ReportRows): Promise<void> {
    const { columns } = this.head;
    for (const row of rows) this.sheet.addRow(columns.map((column) => valueOf(column, row[column.key]))).commit();
    if (this.stream.writableNeedDrain) await once(this.stream, "drain");
  }

  /** Writes the totals and ends the file. */
  async finish(): Promise<void> {
    const { columns, totals } = this.head;
    this.addBold(columns.map((column, index) => (index === 0 ? "合计" : valueOf(column, totals[column.key]))));
    this.sheet.commit();
    await this.workbook.commit();
  }

  private addBold(values: (string | number | null)[]): void {
    const row = this.sheet.addRow(values);
    row.font = { bold: true };
    row.commit();
  }
}

function addWords(sheet: ExcelJS.Worksheet, lines: readonly string[]): void {
  lines.forEach((line, index) => {
    const row = sheet.addRow([line]);
    row.getCell(1).numFmt = "@";
    row.font = index === 0 ? { bold: true, size: 14 } : { color: { argb: "FF666666" } };
    row.commit();
  });
}

const isMoney = (kind: ReportColumnDto["kind"]): boolean => kind === "MONEY" || kind === "OPEN";

const styleOf = ({ kind }: ReportColumnDto): Partial<ExcelJS.Style> => ({
  numFmt: isMoney(kind) ? "#,##0.00" : kind === "COUNT" ? "#,##0" : kind === "NUMBER" ? "General" : "@",
});

const widthOf = ({ kind }: ReportColumnDto): number => (isMoney(kind) ? 14 : kind === "TEXT" ? 18 : 12);

function valueOf({ kind, labels }: ReportColumnDto, value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (isMoney(kind)) return Number(value) / 100;
  if (kind === "COUNT" || kind === "NUMBER") return Number(value);
  const words = String(value as string | number);
  return labels?.[words] ?? words;
}
