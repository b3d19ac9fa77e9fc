import ExcelJS from "exceljs";

async function sheetOf(file: Buffer) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file as never);
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error("the workbook has no sheet");
  const headers = (sheet.getRow(1).values as string[]).slice(1).map((text) => text.replace("*", ""));
  const cell = (row: number, header: string) => sheet.getCell(row, headers.indexOf(header) + 1);
  return { workbook, sheet, cell };
}

/** The room codes of an exported workbook, from top to bottom. */
export async function roomsOf(file: Buffer): Promise<string[]> {
  const { sheet, cell } = await sheetOf(file);
  return Array.from({ length: sheet.rowCount - 1 }, (_, i) => cell(i + 2, "房间代码").text);
}

/** The workbook with one cell changed, as a clerk would in a spreadsheet. */
export async function editedWorkbook(
  file: Buffer,
  { row, header, value }: { row: number; header: string; value: string | number },
): Promise<Buffer> {
  const { workbook, cell } = await sheetOf(file);
  cell(row, header).value = value;
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
