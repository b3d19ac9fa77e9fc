import { meterKindLabels } from "@linli/contracts";
import type { MeterFileRow } from "../../billing/meters/plan-meter-file.js";
import type { MeterFile } from "../../billing/meters/register-meters.service.js";
import type { Upload } from "../../files/uploaded-file.js";
import { RowReader } from "../profiles/row-reader.js";
import { openTable, type TableRow, tableRows } from "../workbook/read-table.js";
import { openWorkbook } from "../workbook/read-workbook.js";
import { METER_COLUMNS, type MeterColumn } from "./meter-workbook.js";

const SHOWN_NO = 40;

/** Reads the first sheet of a workbook of meters. @throws what `openWorkbook` refuses, HEADER_NOT_FOUND */
export async function readMeterFile({ name, content }: Upload): Promise<MeterFile> {
  const file: MeterFile = { name, rows: [], faults: [] };
  const workbook = await openWorkbook(content, name);
  try {
    const table = await openTable<MeterColumn>(workbook, workbook.sheets[0]?.name ?? "", METER_COLUMNS);
    for await (const row of tableRows(workbook, table)) {
      const read = readRow(row);
      if (typeof read !== "string") file.rows.push(read);
      else {
        const no = (row.cells.no?.text ?? "").trim().slice(0, SHOWN_NO);
        file.faults.push({ rowNo: row.rowNo, no, message: read });
      }
    }
    return file;
  } finally {
    workbook.close();
  }
}

/** The row, or everything that is wrong with its cells. */
function readRow(row: TableRow<MeterColumn>): MeterFileRow | string {
  const reader = new RowReader<MeterColumn>(row, METER_COLUMNS);
  const read = {
    rowNo: row.rowNo,
    no: reader.need("no", reader.text("no", 40)),
    kind: reader.need("kind", reader.choice("kind", meterKindLabels)),
    roomCode: reader.code("room"),
    building: reader.text("building", 50),
    feeItem: reader.text("feeItem", 50),
    position: reader.text("position", 100),
    route: reader.text("route", 40),
    digits: reader.need("digits", reader.integer("digits", { min: 1, max: 10 })),
    multiplier: reader.decimal("multiplier", { places: 4, min: "0.0001", max: "100000" }) ?? "1",
    reverse: reader.yesNo("reverse") ?? false,
    installedOn: reader.need("installedOn", reader.date("installedOn")),
    startReading: reader.need("startReading", reader.decimal("startReading", { places: 3 })),
    openingUse: reader.decimal("openingUse", { places: 3 }) ?? "0",
    parentNo: reader.text("parentNo", 40),
    remark: reader.text("remark"),
  };
  const refused = reader.issues.filter(({ severity }) => severity === "REFUSE");
  return refused.length > 0 ? refused.map(({ message }) => message).join("；") : (read as MeterFileRow);
}
