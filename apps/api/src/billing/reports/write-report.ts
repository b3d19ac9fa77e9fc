import type { ReportColumnDto, StandardReportDto } from "@linli/contracts";
import ExcelJS from "exceljs";
import { PassThrough, type Readable } from "node:stream";

/** A report as a workbook, written while it is read: scope and notes above, totals below; amounts in yuan. */
export function reportWorkbook(report: StandardReportDto, madeBy: string): Readable {
  const stream = new PassThrough();
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  workbook.creator = madeBy;
  const sheet = workbook.addWorksheet(report.title, {
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9 },
    headerFooter: { oddFooter: `&L${madeBy}&R第 &P 页，共 &N 页` },
  });
  write(workbook, sheet, report).catch((error: unknown) => stream.destroy(error as Error));
  return stream;
}

async function write(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  sheet: ExcelJS.Worksheet,
  { title, scope, notes, columns, items, totals }: StandardReportDto,
): Promise<void> {
  sheet.columns = columns.map((column) => ({ width: widthOf(column), style: styleOf(column) }));
  addWords(sheet, [title, scope.join("；"), ...notes]);
  const head = sheet.addRow(columns.map(({ title: name, kind }) => (isMoney(kind) ? `${name}（元）` : name)));
  head.font = { bold: true };
  head.commit();
  for (const item of items) sheet.addRow(columns.map((column) => valueOf(column, item[column.key]))).commit();
  const sums = columns.map((column, index) => (index === 0 ? "合计" : valueOf(column, totals[column.key])));
  const foot = sheet.addRow(sums);
  foot.font = { bold: true };
  foot.commit();
  sheet.commit();
  await workbook.commit();
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
