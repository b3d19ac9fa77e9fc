import type { AttributeDto, AttributeOwner, AttributeType } from "@linli/contracts";
import { normaliseHeader } from "../../workbook/guess-columns.js";
import type { FieldType, Template, TemplateField } from "./template.js";
import { templates, type TemplateKind } from "./templates.js";

/** Whose user-defined attributes (自定义资料) a workbook has columns for. */
export const attributeOwners: Partial<Record<TemplateKind, AttributeOwner>> = { ROOMS: "ROOM", CUSTOMERS: "CUSTOMER" };

/** The column of an attribute. */
export interface AttributeField extends TemplateField {
  attribute: AttributeDto;
}

export const isAttributeField = (field: TemplateField): field is AttributeField => field.attribute !== undefined;

/** What a cell is read from is checked by the definition; this is for the form of the template's column. */
const TYPES: Record<AttributeType, FieldType> = {
  TEXT: "text",
  NUMBER: "decimal",
  DATE: "date",
  CHOICE: "choice",
  CHOICES: "text",
  FLAG: "yesNo",
};

/** Headers that exports have beside those of a template. */
const FURTHER = ["资料缺项", "导出水印"];

/** The template of a kind with a column for each attribute of the project that is in use. */
export function templateOf(kind: TemplateKind, definitions: readonly AttributeDto[]): Template {
  const template: Template = templates[kind];
  const fields = attributeFields(template, kind, definitions);
  return fields.length === 0 ? template : { ...template, fields: [...template.fields, ...fields] };
}

function attributeFields(template: Template, kind: TemplateKind, definitions: readonly AttributeDto[]) {
  const taken = new Set(
    [...FURTHER, ...template.fields.flatMap(({ label, aliases = [] }) => [label, ...aliases])].map(normaliseHeader),
  );
  return definitions
    .filter(({ owner, active }) => active && owner === attributeOwners[kind])
    .map((attribute): AttributeField => {
      const own = normaliseHeader(attribute.name);
      const label = taken.has(own) || own === "" ? `${attribute.name}（自定义资料）` : attribute.name;
      taken.add(own);
      const { id, type, choices } = attribute;
      return {
        key: `attribute:${id}`,
        label,
        exact: true,
        type: TYPES[type],
        ...(type === "CHOICE" && { choices: Object.fromEntries(choices.map((choice) => [choice.id, choice.name])) }),
        note: noteOf(attribute),
        example: "",
        attribute,
      };
    });
}

function noteOf({ type, choices }: AttributeDto): string {
  const how: Partial<Record<AttributeType, string>> = {
    NUMBER: "，数字，最多 4 位小数",
    DATE: "，日期，如 2020-06-10",
    CHOICES: `，多选，用、隔开；可填：${choices.map(({ name }) => name).join("、")}`,
  };
  return `自定义资料${how[type] ?? ""}`;
}
