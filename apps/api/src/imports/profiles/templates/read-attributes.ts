import type { AttributeDto } from "@linli/contracts";
import { attributeOfText } from "../../../property/attributes/attribute-values.js";
import type { Cell } from "../../workbook/cell.js";
import type { TableRow } from "../../workbook/read-table.js";
import { dateOf, decimalOf, type Parsed, plainText, textOf, yesNoOf } from "../../workbook/values.js";
import type { GivenAttributes, Issue } from "../records.js";
import type { AttributeField } from "./attribute-fields.js";

/** The longest list of choices in one cell. */
const LONGEST = 2000;

/**
 * Reads the attributes of a row, each checked by its definition; what is wrong is said by the name of the column. Undefined
 * where the row says nothing of any: an empty cell changes nothing.
 */
export function readAttributes(
  row: TableRow,
  fields: readonly AttributeField[],
  issues: Issue[],
): GivenAttributes | undefined {
  let given: GivenAttributes | undefined;
  for (const { key, label, attribute } of fields) {
    const cell = row.cells[key];
    if (!cell) continue;
    const text = wordsOf(attribute, cell);
    const checked =
      text.value === null
        ? { fault: text.fault && `「${label}」${text.fault}` }
        : attributeOfText(comparable(attribute), text.value);
    if ("values" in checked) (given ??= {})[attribute.id] = checked.values;
    else if (checked.fault)
      issues.push({ severity: "REFUSE", field: key, code: "ATTRIBUTE_INVALID", message: checked.fault });
  }
  return given;
}

/** The cell as `attributeOfText` takes it. */
function wordsOf({ type }: AttributeDto, cell: Cell): Parsed<string> {
  if (type === "DATE") return dateOf(cell);
  if (type === "NUMBER") return decimalOf(cell, { places: 4, min: "-999999999999.9999", max: "999999999999.9999" });
  if (type !== "FLAG") return textOf(cell, type === "TEXT" ? { max: 200 } : { max: LONGEST });
  const flag = yesNoOf(cell);
  return flag.value === null ? flag : { value: flag.value ? "是" : "否", fault: null };
}

const comparables = new WeakMap<AttributeDto, AttributeDto>();

/** The definition with its choices as cells are read: full-width letters as half-width ones. */
function comparable(attribute: AttributeDto): AttributeDto {
  const known = comparables.get(attribute);
  if (known) return known;
  const choices = attribute.choices.map(({ id, name }) => ({ id, name: plainText(name) }));
  const made = { ...attribute, choices };
  comparables.set(attribute, made);
  return made;
}
