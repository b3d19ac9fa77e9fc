import { labelsOf } from "@linli/contracts";
import type { OpenAPIObject } from "@nestjs/swagger";
import { getMetadataStorage } from "class-validator";

type DtoClass = { name: string; prototype: object };

/** What a form must know of one field; the shape the console reads from rules.json. */
interface FieldRule {
  label?: string;
  required?: boolean;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  patternMessage?: string;
  minimum?: number;
  maximum?: number;
  enum?: unknown[];
  format?: string;
  minItems?: number;
  maxItems?: number;
}

interface Schema {
  properties?: Record<string, Record<string, unknown>>;
  required?: string[];
}

const isDto = (value: unknown): value is DtoClass => typeof value === "function" && "prototype" in value;

/** The validation rules of a DTO class, read from the decorators on its fields. */
export function rulesOf(dto: DtoClass): Record<string, FieldRule> {
  const labels = labelsOf(dto);
  const rules: Record<string, FieldRule> = {};
  const optional = new Set<string>();
  for (const {
    propertyName,
    name,
    type,
    constraints = [],
    message,
    each,
  } of getMetadataStorage().getTargetValidationMetadatas(dto as never, "", false, false)) {
    const rule = (rules[propertyName] ??= { label: labels[propertyName] });
    if (type === "conditionalValidation") optional.add(propertyName);
    if (each) continue;
    const [first] = constraints as unknown[];
    if (name === "minLength") rule.minLength = first as number;
    if (name === "maxLength") rule.maxLength = first as number;
    if (name === "min") rule.minimum = first as number;
    if (name === "max") rule.maximum = first as number;
    if (name === "arrayMinSize") rule.minItems = first as number;
    if (name === "arrayMaxSize") rule.maxItems = first as number;
    if (name === "isIn") rule.enum = first as unknown[];
    if (name === "isUuid") rule.format = "uuid";
    if (name === "isCalendarDate") rule.format = "date";
    if (name === "matches") {
      rule.pattern = (first as RegExp).source;
      if (typeof message === "string") rule.patternMessage = message;
    }
  }
  for (const [field, rule] of Object.entries(rules)) {
    if (!optional.has(field)) rule.required = true;
  }
  return rules;
}

/** Writes labels, lengths, ranges, patterns and choices into the schemas of the API description. */
export function applyFieldRules(document: OpenAPIObject, contracts: Record<string, unknown>): void {
  for (const dto of Object.values(contracts).filter(isDto)) {
    const schema = document.components?.schemas?.[dto.name] as Schema | undefined;
    if (!schema?.properties) continue;
    for (const [field, { label, required, patternMessage: _message, ...rule }] of Object.entries(rulesOf(dto))) {
      const property = schema.properties[field];
      if (property) Object.assign(property, label ? { title: label } : {}, rule);
      if (required && property && !schema.required?.includes(field))
        schema.required = [...(schema.required ?? []), field];
    }
  }
}

/** The rules of every DTO that a request takes, for the console's forms. */
export function formRules(
  document: OpenAPIObject,
  contracts: Record<string, unknown>,
): Record<string, Record<string, FieldRule>> {
  const requested = requestSchemas(document);
  const dtos = Object.values(contracts).filter(isDto);
  const entries = dtos.filter(({ name }) => requested.has(name)).map((dto) => [dto.name, rulesOf(dto)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b)));
}

/** Names of the schemas that stand in request bodies, nested ones included. */
function requestSchemas(document: OpenAPIObject): Set<string> {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    for (const [, name] of JSON.stringify(node ?? null).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (!name || names.has(name)) continue;
      names.add(name);
      visit(document.components?.schemas?.[name]);
    }
  };
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path) as { requestBody?: unknown }[]) visit(operation.requestBody);
  }
  return names;
}
