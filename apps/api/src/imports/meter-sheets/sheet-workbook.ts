import ExcelJS from "exceljs";
import { meterKindLabels, type SheetDto, type SheetLineDto } from "@linli/contracts";

/** Columns of the workbook of a sheet, in order; those to be filled in carry a colour. */
export const SHEET_COLUMNS = [
  { key: "kind", label: "表类", width: 8 },
  { key: "no", label: "表号", width: 16 },
  { key: "room", label: "房间", width: 14 },
  { key: "position", label: "位置", width: 18 },
  { key: "previousOn", label: "上次抄表日期", width: 14 },
  { key: "previous", label: "上次读数", width: 12 },
  { key: "value", label: "本次读数", width: 12, entered: true },
  { key: "readOn", label: "抄表日期", width: 14, entered: true },
  { key: "estimated", label: "估抄", width: 8, entered: true },
  { key: "rolledOver", label: "已翻转", width: 8, entered: true },
  { key: "reason", label: "异常说明", width: 30, entered: true },
] as const;

export type SheetColumn = (typeof SHEET_COLUMNS)[number]["key"];

/** The sheet as an .xlsx file to be filled in on the round and uploaded again. */
export async function sheetWorkbook(sheet: SheetDto, lines: readonly SheetLineDto[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const page = workbook.addWorksheet("抄表单", { views: [{ state: "frozen", ySplit: 1 }] });
  page.columns = SHEET_COLUMNS.map(({ label, key, width }) => ({ header: label, key, width, style: { numFmt: "@" } }));
  page.getRow(1).font = { bold: true };
  for (const [index, column] of SHEET_COLUMNS.entries())
    if ("entered" in column)
      page.getCell(1, index + 1).fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFF7E6" } };
  for (const line of lines) page.addRow(rowOf(line));
  page.autoFilter = { from: "A1", to: { row: 1, column: SHEET_COLUMNS.length } };
  const notes = workbook.addWorksheet("说明");
  notes.getColumn(1).width = 80;
  for (const note of notesOf(sheet)) notes.addRow([note]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const rowOf = (line: SheetLineDto): Record<SheetColumn, string> => ({
  kind: meterKindLabels[line.kind],
  no: line.no,
  room: line.roomCode ?? line.buildingName ?? "公共",
  position: line.position ?? "",
  previousOn: line.previousOn,
  previous: line.previous,
  value: line.value ?? "",
  readOn: line.readOn ?? "",
  estimated: line.estimated ? "是" : "",
  rolledOver: line.alerts.includes("ROLLED_OVER") ? "是" : "",
  reason: line.reason ?? "",
});

const notesOf = ({ period, name }: SheetDto): string[] => [
  `抄表单：${name}（${period}）`,
  "填写“本次读数”后上传；留空的行不导入，已有读数的行不改动（读错了请在系统里更正）。",
  "“抄表日期”留空时取今天，月份已过时取当月最后一天。",
  "读数低于上次、为零、明显偏高或估抄时，须在“异常说明”里写明原因；读数翻转的在“已翻转”填“是”。",
];
