import ExcelJS from "exceljs";

/** A section of what is held about a person: one thing with its fields, or a list of things with the same fields. */
type Section = Record<string, unknown> | readonly Record<string, unknown>[];

/** Everything about a person as a workbook: a sheet for each section that holds something (LAW-38). */
export async function toPersonWorkbook(data: Readonly<Record<string, unknown>>): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, value] of Object.entries(data)) {
    if (typeof value !== "object" || value === null) continue;
    addSection(workbook, name, value as Section);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addSection(workbook: ExcelJS.Workbook, name: string, section: Section): void {
  const rows = Array.isArray(section)
    ? (section as Record<string, unknown>[])
    : Object.entries(section).map(([field, value]) => ({ 项目: field, 内容: value }));
  const [first] = rows;
  if (!first) return;
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = Object.keys(first).map((header) => ({ header, key: header, width: 20, style: { numFmt: "@" } }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows)
    sheet.addRow(Object.fromEntries(Object.entries(row).map(([key, value]) => [key, textOf(value)])));
}

/** Numbers stay numbers; whole telephone and account numbers are texts already. */
function textOf(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? "是" : "否";
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.join("、") : String(value as string);
}
