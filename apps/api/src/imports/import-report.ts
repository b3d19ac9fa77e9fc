import ExcelJS from "exceljs";
import { importEntityLabels, importOutcomeLabels, type ImportRowDto, importSeverityLabels } from "@linli/contracts";
import { PassThrough, type Readable } from "node:stream";

/** The report as a workbook, written while it is read: row, outcome, what changes, and every sentence. */
export function reportWorkbook(rows: AsyncIterable<readonly ImportRowDto[]>): Readable {
  const stream = new PassThrough();
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = workbook.addWorksheet("导入报告", { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = [
    { header: "工作表", width: 14 },
    { header: "行号", width: 8 },
    { header: "种类", width: 12 },
    { header: "内容", width: 24 },
    { header: "结果", width: 10 },
    { header: "变化（原 → 新）", width: 40 },
    { header: "说明", width: 100 },
  ];
  sheet.getRow(1).font = { bold: true };
  sheet.autoFilter = "A1:G1";
  write(workbook, sheet, rows).catch((error: unknown) => stream.destroy(error as Error));
  return stream;
}

async function write(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  sheet: ExcelJS.Worksheet,
  rows: AsyncIterable<readonly ImportRowDto[]>,
): Promise<void> {
  for await (const page of rows) for (const row of page) sheet.addRow(valuesOf(row)).commit();
  sheet.commit();
  await workbook.commit();
}

const valuesOf = ({ sheet, rowNo, entity, key, outcome, changes, issues }: ImportRowDto): (string | number)[] => [
  sheet,
  rowNo,
  importEntityLabels[entity],
  key,
  importOutcomeLabels[outcome],
  changes.map(({ label, before, after }) => `${label}：${before ?? "（空）"} → ${after ?? "（空）"}`).join("\n"),
  issues.map(({ severity, message }) => `【${importSeverityLabels[severity]}】${message}`).join("\n"),
];
