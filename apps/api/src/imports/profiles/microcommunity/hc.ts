import type { Workbook } from "../../workbook/cell.js";
import type { ImportField } from "../../workbook/guess-columns.js";
import { openTable, tableRows, type TableRow } from "../../workbook/read-table.js";
import { Draft } from "../draft.js";
import type { ImportRecords } from "../records.js";
import { FEE_FIELDS, HC_SHEETS, OWNER_FIELDS, ROOM_FIELDS, SPACE_FIELDS, UNIT_FIELDS } from "./fields.js";
import { readFee } from "./hc-fees.js";
import { finishCustomers, readOwner, relateHouseholds, type Households } from "./hc-owners.js";
import { readRoom } from "./hc-rooms.js";
import { readSpace } from "./hc-spaces.js";
import { readUnit } from "./hc-units.js";

/**
 * Reads the workbook 楼栋单元 + 业主信息 + 费用设置 + 房屋信息 + 车位信息 as the users of the other product filled it in:
 * explanation cells beside the tables, code columns, numeric telephone numbers and empty rows are understood; every fault
 * becomes an issue of the record it concerns (issue list in `records.ts`). Throws `WorkbookError` when a sheet or a
 * compulsory column is missing. The sheet of spaces may be missing or empty.
 */
export async function readHc(workbook: Workbook): Promise<ImportRecords> {
  const draft = new Draft();
  const households: Households = new Map();
  await eachRow(workbook, HC_SHEETS.units, UNIT_FIELDS, (row) => readUnit(row, draft));
  await eachRow(workbook, HC_SHEETS.owners, OWNER_FIELDS, (row) => readOwner(row, draft, households));
  await eachRow(workbook, HC_SHEETS.fees, FEE_FIELDS, (row) => readFee(row, draft));
  await eachRow(workbook, HC_SHEETS.rooms, ROOM_FIELDS, (row) => readRoom(row, draft));
  const spaces = workbook.sheets.find(({ name }) => name === HC_SHEETS.spaces);
  if (spaces && spaces.rowCount > 1)
    await eachRow(workbook, HC_SHEETS.spaces, SPACE_FIELDS, (row) => readSpace(row, draft));
  relateHouseholds(draft, households);
  const records = draft.toRecords();
  finishCustomers(records);
  return records;
}

/** Opens a sheet as a table and hands over its rows one by one. */
export async function eachRow<Key extends string>(
  workbook: Workbook,
  sheet: string,
  fields: readonly (ImportField & { key: Key })[],
  read: (row: TableRow<Key>) => void,
): Promise<void> {
  const table = await openTable(workbook, sheet, fields);
  for await (const row of tableRows(workbook, table)) read(row);
}
