import ExcelJS from "exceljs";
import { type OpeningKind, openingKindLabels, openingRowKindLabels } from "@linli/contracts";
import { BALANCE_SHEETS, OPENING_SHEETS, type OpeningSheet } from "./opening-sheets.js";

/** The empty workbook of a kind, with notes on every column and a sheet of explanations. */
export async function openingTemplate(kind: OpeningKind, cutOverOn: string): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const kinds = kind === "HISTORY" ? (["HISTORY"] as const) : BALANCE_SHEETS;
  for (const one of kinds) writeSheet(workbook.addWorksheet(openingRowKindLabels[one], FROZEN), OPENING_SHEETS[one]);
  const notes = workbook.addWorksheet("填写说明");
  notes.getColumn(1).width = 16;
  notes.getColumn(2).width = 14;
  notes.getColumn(3).width = 70;
  notes.addRow([`${openingKindLabels[kind]}导入模板`]).font = { bold: true, size: 14 };
  notes.addRow([`启用日期 ${cutOverOn}（本管理区启用收费的第一天）：期初各行都在这一天之前。`]);
  for (const one of kinds) for (const note of OPENING_SHEETS[one].notes) notes.addRow([note]);
  if (kind === "BALANCE")
    notes.addRow(["合计行：房号填“合计”，收费项目、楼栋按需填写，金额填原清单的合计；入账前后与导入的合计核对。"]);
  notes.addRow([]);
  notes.addRow(["工作表", "列", "说明"]).font = { bold: true };
  for (const one of kinds)
    for (const { label, required, note, example } of OPENING_SHEETS[one].fields) {
      const words = [required ? "必填" : "选填", note, example && `例：${example}`].filter(Boolean).join("；");
      notes.addRow([openingRowKindLabels[one], label, words]);
    }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const FROZEN: Partial<ExcelJS.AddWorksheetOptions> = { views: [{ state: "frozen", ySplit: 1 }] };

function writeSheet(sheet: ExcelJS.Worksheet, { fields }: OpeningSheet): void {
  fields.forEach(({ key, label, required, note }, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = Math.max(12, label.length * 2 + 6);
    // text keeps leading zeros and dates as they are typed
    if (key !== "amount" && key !== "paid") column.numFmt = "@";
    const cell = sheet.getCell(1, index + 1);
    cell.value = required ? `${label}*` : label;
    cell.font = { bold: true };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE6F4FF" } };
    cell.note = note;
  });
}
