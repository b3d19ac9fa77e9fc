import ExcelJS from "exceljs";

/** A workbook to upload: rows with their headers, by sheet. */
export async function openingWorkbook(
  name: string,
  sheets: Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>,
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const workbook = new ExcelJS.Workbook();
  for (const [sheet, rows] of Object.entries(sheets)) workbook.addWorksheet(sheet).addRows(rows.map((row) => [...row]));
  return {
    name,
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
  };
}
