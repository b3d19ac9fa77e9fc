import type { AttributeDto } from "@linli/contracts";
import type { ImportField } from "../../workbook/guess-columns.js";

/** How a column of a template is read. */
export type FieldType = "text" | "code" | "decimal" | "integer" | "date" | "yesNo" | "choice" | "phone" | "idNumber";

/** One column of a template. */
export interface TemplateField<Key extends string = string> extends ImportField {
  key: Key;
  type: FieldType;
  /** Value → Chinese label; the drop-down shows the labels. */
  choices?: Record<string, string>;
  /** Other words for a choice → value. */
  choiceAliases?: Record<string, string>;
  /** Cell note of the header and line of the 说明 sheet. */
  note?: string;
  example: string | number;
  places?: number;
  max?: string;
  /** Longest text, in characters. */
  length?: number;
  /** The user-defined attribute the column is for. */
  attribute?: AttributeDto;
}

/** A workbook that is downloaded, filled in and imported. */
export interface Template<Key extends string = string> {
  kind: "ROOMS" | "CUSTOMERS" | "PAYERS" | "SPACES" | "BINDINGS" | "VEHICLES";
  /** Name of the sheet and of the file. */
  title: string;
  fields: readonly TemplateField<Key>[];
  /** Lines of the 说明 sheet, before those of the fields. */
  rules: readonly string[];
}

/** What the first cell of an example row begins with; such a row is passed over when it is left in. */
export const EXAMPLE_MARK = "示例";
export const NOTES_SHEET = "说明";
/** The first cell of the 说明 sheet, by which a template is recognised. */
export const notesTitle = (title: string): string => `邻里物业导入模板：${title}`;
