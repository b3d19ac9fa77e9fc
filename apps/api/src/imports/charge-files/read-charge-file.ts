import { createHash } from "node:crypto";
import type { ChargeFile } from "../../billing/charge-batches/charge-files.service.js";
import type { ChargeFileRow } from "../../billing/charge-batches/plan-charge-file.js";
import type { Upload } from "../../files/uploaded-file.js";
import { RowReader } from "../profiles/row-reader.js";
import { openTable, type TableRow, tableRows } from "../workbook/read-table.js";
import { openWorkbook } from "../workbook/read-workbook.js";
import { CHARGE_COLUMNS, type ChargeColumn } from "./charge-workbook.js";

const TOTAL = /^(合计|总计|小计)$/u;
const SHOWN_CODE = 50;

/** Reads the first sheet of a workbook of one-off charges. @throws what `openWorkbook` refuses, HEADER_NOT_FOUND */
export async function readChargeFile({ name, content }: Upload): Promise<ChargeFile> {
  const sha256 = createHash("sha256").update(content).digest("hex");
  const file: ChargeFile = { name, sha256, rows: [], faults: [] };
  const workbook = await openWorkbook(content, name);
  try {
    const table = await openTable<ChargeColumn>(workbook, workbook.sheets[0]?.name ?? "", CHARGE_COLUMNS);
    for await (const row of tableRows(workbook, table)) {
      const written = (row.cells.room?.text ?? "").trim();
      if (TOTAL.test(written)) continue;
      const read = readRow(row);
      if (typeof read !== "string") file.rows.push(read);
      else file.faults.push({ rowNo: row.rowNo, roomCode: written.slice(0, SHOWN_CODE), message: read });
    }
    return file;
  } finally {
    workbook.close();
  }
}

/** The row, or everything that is wrong with its cells. */
function readRow(row: TableRow<ChargeColumn>): ChargeFileRow | string {
  const reader = new RowReader<ChargeColumn>(row, CHARGE_COLUMNS);
  const read = {
    rowNo: row.rowNo,
    roomCode: reader.need("room", reader.code("room")),
    object: reader.text("object", 60),
    feeItem: reader.need("feeItem", reader.text("feeItem", 50)),
    amountFen: reader.fen("amount"),
    quantity: reader.decimal("quantity", { places: 4, max: "1000000" }),
    unitPrice: reader.decimal("unitPrice", { places: 6, max: "1000000" }),
    serviceFrom: reader.need("serviceFrom", reader.date("serviceFrom")),
    serviceTo: reader.need("serviceTo", reader.date("serviceTo")),
    dueOn: reader.need("dueOn", reader.date("dueOn")),
    remark: reader.need("remark", reader.text("remark")),
  };
  const refused = reader.issues.filter(({ severity }) => severity === "REFUSE");
  return refused.length > 0 ? refused.map(({ message }) => message).join("；") : (read as ChargeFileRow);
}
