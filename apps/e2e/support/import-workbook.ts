import { writeHcWorkbook } from "../../api/test/hc-workbook";

/** A community in the format of another product's workbook, with its usual faults, as a file to upload. */
export async function communityWorkbook(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  return {
    name: "小区资料.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: await writeHcWorkbook(),
  };
}
