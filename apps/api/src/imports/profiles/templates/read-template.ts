import type { AttributeDto } from "@linli/contracts";
import type { Workbook } from "../../workbook/cell.js";
import { openTable, tableRows, type Table, type TableRow } from "../../workbook/read-table.js";
import { textOf } from "../../workbook/values.js";
import { Draft } from "../draft.js";
import { findSharedNumbers } from "../people.js";
import { missingCustomerFields } from "../completeness.js";
import type { ImportRecords } from "../records.js";
import { readBindingRow } from "./read-bindings.js";
import { readCustomerRow } from "./read-customers.js";
import { readPayerRow } from "./read-payers.js";
import { readRoomRow } from "./read-rooms.js";
import { readSpaceRow } from "./read-spaces.js";
import { readVehicleRow } from "./read-vehicles.js";
import { isAttributeField, templateOf } from "./attribute-fields.js";
import { bindingsTemplate } from "./bindings-template.js";
import { payersTemplate } from "./payers-template.js";
import { spacesTemplate } from "./spaces-template.js";
import { vehiclesTemplate } from "./vehicles-template.js";
import { EXAMPLE_MARK, type TemplateField } from "./template.js";
import type { TemplateKind } from "./templates.js";

/** Columns chosen by the user instead of the guess: field key → column, 1 for A. */
export type ChosenColumns = Record<string, number>;

/** How a sheet is read. */
export interface Reading {
  columns?: ChosenColumns | undefined;
  /** The row the user chose; else it is found. */
  headerRow?: number | null | undefined;
  /** User-defined attributes of the project. */
  definitions?: readonly AttributeDto[] | undefined;
}

/**
 * Reads a sheet as one of our templates, or any sheet whose columns were mapped to its fields. Example rows are passed
 * over. Room codes are not checked against the project: that is for the part that knows the database.
 */
export async function readTemplate(
  workbook: Workbook,
  sheet: string,
  kind: TemplateKind,
  { columns: chosen, headerRow, definitions = [] }: Reading = {},
): Promise<ImportRecords> {
  const draft = new Draft();
  const { fields } = templateOf(kind, definitions);
  const attributes = fields.filter(isAttributeField);
  if (kind === "ROOMS")
    await each(workbook, sheet, fields, { chosen, headerRow }, (row) => readRoomRow(row, draft, attributes));
  if (kind === "CUSTOMERS")
    await each(workbook, sheet, fields, { chosen, headerRow }, (row) => readCustomerRow(row, draft, attributes));
  if (kind === "BINDINGS")
    await each(workbook, sheet, bindingsTemplate.fields, { chosen, headerRow }, (row) => readBindingRow(row, draft));
  if (kind === "PAYERS")
    await each(workbook, sheet, payersTemplate.fields, { chosen, headerRow }, (row) => readPayerRow(row, draft));
  if (kind === "SPACES")
    await each(workbook, sheet, spacesTemplate.fields, { chosen, headerRow }, (row) => readSpaceRow(row, draft));
  if (kind === "VEHICLES")
    await each(workbook, sheet, vehiclesTemplate.fields, { chosen, headerRow }, (row) => readVehicleRow(row, draft));
  const records = draft.toRecords();
  if (kind === "CUSTOMERS") {
    findSharedNumbers(records);
    records.customers.forEach(missingCustomerFields);
  }
  return records;
}

async function each<Key extends string>(
  workbook: Workbook,
  sheet: string,
  fields: readonly TemplateField<Key>[],
  { chosen, headerRow }: { chosen?: ChosenColumns; headerRow?: number | null },
  read: (row: TableRow<Key>) => void,
): Promise<void> {
  const table = chosen
    ? withColumns(await openTable(workbook, sheet, fields.map(optional), headerRow), chosen, fields)
    : await openTable(workbook, sheet, fields, headerRow);
  for await (const row of tableRows(workbook, table)) {
    const first = fields.map(({ key }) => row.cells[key]).find((cell) => cell !== undefined);
    if (textOf(first).value?.startsWith(EXAMPLE_MARK)) continue;
    read(row);
  }
}

const optional = <Key extends string>(field: TemplateField<Key>): TemplateField<Key> => ({ ...field, required: false });

function withColumns<Key extends string>(
  table: Table<Key>,
  chosen: ChosenColumns,
  fields: readonly TemplateField<Key>[],
): Table<Key> {
  const columns: Table<Key>["mapping"]["columns"] = {};
  for (const { key } of fields) {
    const column = chosen[key];
    if (column === undefined) continue;
    const header = table.header.headers.find((candidate) => candidate.column === column)?.text ?? "";
    columns[key] = { column, header, confidence: 1 };
  }
  const missing = fields
    .filter((field) => field.required && !columns[field.key])
    .map(({ key, label }) => ({ key, label }));
  const taken = new Set(Object.values(chosen));
  return {
    ...table,
    mapping: { columns, missing, unmapped: table.header.headers.filter(({ column }) => !taken.has(column)) },
  };
}
