import ExcelJS from "exceljs";
import { columnName } from "../../workbook/cell.js";
import { EXAMPLE_MARK, NOTES_SHEET, notesTitle, type Template, type TemplateField } from "./template.js";

/** Rows below the header that carry drop-downs and text formats. */
const PREPARED_ROWS = 2_000;
const CHOICES_SHEET = "选项";

/**
 * An empty template as an .xlsx file: styled headers (compulsory ones marked with *), drop-downs, notes on
 * the headers, a 说明 sheet, and an example row marked 示例, which is passed over when it is left in.
 */
export async function writeTemplate(template: Template): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(template.title, { views: [{ state: "frozen", ySplit: 1 }] });
  writeHeaders(sheet, template);
  writeExample(sheet, template);
  writeNotes(workbook.addWorksheet(NOTES_SHEET), template);
  writeChoices(workbook, sheet, template);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function writeHeaders(sheet: ExcelJS.Worksheet, { fields }: Template): void {
  fields.forEach((field, i) => {
    const column = sheet.getColumn(i + 1);
    column.width = Math.max(12, field.label.length * 2 + 4);
    // Text keeps leading zeros, long numbers and dates as they are typed.
    if (field.type !== "decimal" && field.type !== "integer") column.numFmt = "@";
    const cell = sheet.getCell(1, i + 1);
    cell.value = field.required ? `${field.label}*` : field.label;
    cell.font = { bold: true, color: { argb: field.required ? "FFC00000" : "FF1F1F1F" } };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE6F4FF" } };
    cell.border = { bottom: { style: "thin", color: { argb: "FF91CAFF" } } };
    cell.alignment = { horizontal: "center", vertical: "middle" };
    cell.note = noteOf(field);
  });
  sheet.getRow(1).height = 24;
}

function writeExample(sheet: ExcelJS.Worksheet, { fields }: Template): void {
  const row = sheet.getRow(2);
  fields.forEach(({ example }, i) => {
    row.getCell(i + 1).value = i === 0 ? `${EXAMPLE_MARK}（此行不导入）${example}` : example;
  });
  row.eachCell((cell) => {
    cell.font = { italic: true, color: { argb: "FF8C8C8C" } };
  });
}

function noteOf(field: TemplateField): string {
  const parts = [
    field.required ? "必填" : field.attribute?.mandatory ? "新增时必填" : "选填",
    field.note,
    field.choices && `可填：${Object.values(field.choices).join("、")}`,
  ];
  return parts.filter(Boolean).join("；");
}

function writeNotes(sheet: ExcelJS.Worksheet, template: Template): void {
  sheet.getColumn(1).width = 20;
  sheet.getColumn(2).width = 100;
  sheet.addRow([notesTitle(template.title)]).font = { bold: true, size: 14 };
  for (const rule of template.rules) sheet.addRow([rule]);
  sheet.addRow([
    `第一列以“${EXAMPLE_MARK}”开头的行是示例，导入时跳过。带 * 的列必填；(M) 项缺少时先导入，标记为资料不完整。`,
  ]);
  sheet.addRow([]);
  sheet.addRow(["列", "说明"]).font = { bold: true };
  for (const field of template.fields)
    sheet.addRow([field.label, `${noteOf(field)}${field.example === "" ? "" : `。例：${field.example}`}`]);
}

/** Lists are kept on a hidden sheet: a list written into the rule itself may not pass 255 characters. */
function writeChoices(workbook: ExcelJS.Workbook, sheet: ExcelJS.Worksheet, { fields }: Template): void {
  const lists = workbook.addWorksheet(CHOICES_SHEET, { state: "veryHidden" });
  fields.forEach((field, i) => {
    const labels = field.choices ? Object.values(field.choices) : field.type === "yesNo" ? ["是", "否"] : [];
    if (labels.length === 0) return;
    const letter = columnName(i + 1);
    labels.forEach((label, at) => (lists.getCell(at + 1, i + 1).value = label));
    for (let row = 3; row < PREPARED_ROWS; row++) {
      sheet.getCell(row, i + 1).dataValidation = {
        type: "list",
        allowBlank: true,
        formulae: [`${CHOICES_SHEET}!$${letter}$1:$${letter}$${labels.length}`],
        showErrorMessage: true,
        errorTitle: field.label,
        error: `只能填：${labels.join("、")}`,
      };
    }
  });
}
