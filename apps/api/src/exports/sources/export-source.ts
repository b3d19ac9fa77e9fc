import type { AttributeOwner, ExportKind, Permission } from "@linli/contracts";
import type { Template } from "../../imports/profiles/templates/template.js";
import type { Where } from "../../common/where.js";

/** A value of a cell; areas, prices and quantities are numbers, everything else is text. */
export type ExportValue = string | number | null;

/** A column no import reads. */
export interface FurtherColumn {
  key: string;
  label: string;
}

/** The rows of an export as SQL: what follows SELECT … FROM, with its conditions and order. */
export interface ExportStatement {
  columns: string;
  from: string;
  where: Where;
  order: string;
}

/** One kind of export: the workbook of an import template, filled from the database (QRY-04). */
export interface ExportSource<Row extends object = object> {
  kind: ExportKind;
  template: Template;
  further: readonly FurtherColumn[];
  /** The query DTO of the list that is exported. */
  filter: new () => object;
  /** Right to see the list. */
  permission: Permission;
  /** Whose user-defined attributes are columns too; the rows have them as `attributes`. */
  attributes?: AttributeOwner;
  /** Columns with telephone or document numbers. */
  masked: readonly string[];
  statement(projectId: string, filter: object, today: string): Promise<ExportStatement>;
  /** The values of a row by key of the column. */
  valuesOf(row: Row, wholeNumbers: boolean): Record<string, ExportValue>;
  /** The person whose numbers the row shows, for the log of whole numbers. */
  personOf?(row: Row): { id: string; name: string; number: string };
}

/** `label` of a value, or null. */
export const worded = (labels: Readonly<Record<string, string>>, value: string | null): string | null =>
  value === null ? null : (labels[value] ?? value);

/** A decimal text as a number of a cell; 12 digits and 4 places are exact in it. */
export const numeric = (text: string | null): number | null => (text === null ? null : Number(text));
