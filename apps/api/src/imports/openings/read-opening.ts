import { createHash } from "node:crypto";
import {
  depositObjectLabels,
  type OpeningKind,
  type OpeningRowKind,
  openingRowKindLabels,
  type OpeningTotalKind,
  openingTotalKindLabels,
} from "@linli/contracts";
import type { OpeningFile, OpeningInput, TotalInput } from "../../billing/openings/opening-input.js";
import type { Upload } from "../../files/uploaded-file.js";
import { noKnownSheet } from "../import.errors.js";
import { RowReader } from "../profiles/row-reader.js";
import type { Workbook } from "../workbook/cell.js";
import { openTable, type TableRow, tableRows } from "../workbook/read-table.js";
import { openWorkbook } from "../workbook/read-workbook.js";
import { WorkbookError } from "../workbook/workbook-error.js";
import { BALANCE_SHEETS, OPENING_SHEETS, type OpeningColumn } from "./opening-sheets.js";

const TOTAL = /^(合计|总计|小计)$/u;
const NOTES = "填写说明";

/**
 * Reads a workbook of opening balances (its sheets by name) or of payment history (its first sheet).
 * @throws what `openWorkbook` refuses, HEADER_NOT_FOUND, OPENING_NO_SHEET
 */
export async function readOpening(kind: OpeningKind, { name, content }: Upload): Promise<OpeningFile> {
  const workbook = await openWorkbook(content, name);
  const file: OpeningFile = {
    kind,
    fileName: name.slice(0, 200),
    sha256: createHash("sha256").update(content).digest("hex"),
    otherSheets: [],
    rows: [],
    totals: [],
  };
  try {
    const sheets = kind === "HISTORY" ? historySheet(workbook) : balanceSheets(workbook);
    if (sheets.length === 0) throw noKnownSheet(BALANCE_SHEETS.map((one) => openingRowKindLabels[one]));
    const read = new Set(sheets.map(({ sheet }) => sheet));
    file.otherSheets = workbook.sheets.map((one) => one.name).filter((one) => !read.has(one) && one !== NOTES);
    for (const { sheet, kind: rowKind } of sheets) await readSheet(workbook, sheet, rowKind, file);
    return file;
  } finally {
    workbook.close();
  }
}

interface Sheet {
  sheet: string;
  kind: OpeningRowKind;
}

const historySheet = ({ sheets }: Workbook): Sheet[] => {
  const found = sheets.find(({ name }) => name === openingRowKindLabels.HISTORY) ?? sheets[0];
  return found ? [{ sheet: found.name, kind: "HISTORY" }] : [];
};

/** Sheets by their names; a .csv is one sheet, and its file begins with the name: 欠费-2025.csv. */
const balanceSheets = ({ kind: format, sheets }: Workbook): Sheet[] =>
  BALANCE_SHEETS.flatMap((kind) => {
    const label = openingRowKindLabels[kind];
    const found = sheets.find(({ name }) => (format === "csv" ? name.trim().startsWith(label) : name.trim() === label));
    return found ? [{ sheet: found.name, kind }] : [];
  });

async function readSheet(workbook: Workbook, sheet: string, kind: OpeningRowKind, file: OpeningFile): Promise<void> {
  const { fields } = OPENING_SHEETS[kind];
  try {
    const table = await openTable<OpeningColumn>(workbook, sheet, fields);
    for await (const row of tableRows(workbook, table)) {
      const reader = new RowReader<OpeningColumn>(row, fields);
      if (isTotal(row, kind)) file.totals.push(totalOf(reader, kind, row));
      else file.rows.push(rowOf(reader, kind, row));
    }
  } catch (error) {
    // a sheet of the template that was left empty
    if (error instanceof WorkbookError && error.code === "NO_ROWS" && kind !== "HISTORY") return;
    throw error;
  }
}

const isTotal = ({ cells }: TableRow<OpeningColumn>, kind: OpeningRowKind) =>
  TOTAL.test(((kind === "COLLECTED" ? cells.feeItem : (cells.room ?? cells.building))?.text ?? "").trim());

const faultsOf = (reader: RowReader<OpeningColumn>): string[] =>
  reader.issues.filter(({ severity }) => severity === "REFUSE").map(({ message }) => message);

/** A row with what is wrong with its cells. */
function rowOf(
  reader: RowReader<OpeningColumn>,
  kind: OpeningRowKind,
  { sheet, rowNo }: TableRow<OpeningColumn>,
): OpeningInput {
  const values = {
    room: reader.text("room", 64),
    feeItem: reader.text("feeItem", 64),
    from: reader.date("from"),
    to: reader.date("to"),
    due: reader.date("due"),
    paidOn: reader.date("paidOn"),
    amount: reader.fen("amount"),
    paid: reader.fen("paid"),
    customer: reader.text("customer", 100),
    customerNo: reader.text("customerNo", 32),
    documentNo: reader.text("documentNo", 50),
    object: reader.choice("object", depositObjectLabels),
    chargeObject: reader.text("chargeObject", 60),
    cycle: reader.text("cycle", 50),
    cashier: reader.text("cashier", 50),
    remark: reader.text("remark", 200),
  };
  for (const key of OPENING_SHEETS[kind].needs) if (key !== "building") reader.need(key, values[key]);
  return {
    kind,
    sheet,
    rowNo,
    roomCode: values.room,
    customerName: values.customer,
    customerNo: values.customerNo,
    feeItemName: values.feeItem,
    fromOn: values.from,
    toOn: values.to,
    dueOn: values.due,
    paidOn: values.paidOn,
    amountFen: values.amount,
    paidFen: values.paid,
    documentNo: values.documentNo,
    object: values.object,
    chargeObject: values.chargeObject,
    cycle: values.cycle,
    cashier: values.cashier,
    remark: values.remark,
    faults: faultsOf(reader),
  };
}

const isCompared = (kind: OpeningRowKind): kind is OpeningTotalKind => Object.hasOwn(openingTotalKindLabels, kind);

/** A total row of the old list; payment history and days have none that is compared. */
function totalOf(
  reader: RowReader<OpeningColumn>,
  kind: OpeningRowKind,
  { sheet, rowNo }: TableRow<OpeningColumn>,
): TotalInput {
  const amountFen = reader.fen("amount");
  const [feeItem, building] = [reader.text("feeItem", 64), reader.text("building", 64)];
  const named = (text: string | null) => (text !== null && TOTAL.test(text) ? null : text);
  const faults = faultsOf(reader);
  const compared = isCompared(kind);
  return {
    kind: compared ? kind : "ARREARS",
    sheet,
    rowNo,
    feeItemName: named(feeItem),
    buildingName: named(building),
    amountFen,
    faults: compared ? faults : [`“${openingRowKindLabels[kind]}”没有合计行，请删去`],
  };
}
