import type { OpenAPIObject } from "@nestjs/swagger";
import { createHash } from "node:crypto";
import { examplesByLabel, examplesByName, problemExample } from "./example-values.js";

/** What is read of a schema here. */
interface Schema {
  type?: string;
  format?: string;
  title?: string;
  enum?: unknown[];
  pattern?: string;
  minimum?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  allOf?: Schema[];
  $ref?: string;
  example?: unknown;
  default?: unknown;
}

type Schemas = Record<string, Schema>;

const DEEPEST = 6;

/**
 * Gives every field, parameter, request body and answer of the description an example that the API would take or give,
 * so that an integrator needs nothing else. Examples of requests are checked against the DTO classes by a test.
 */
export function addExamples(document: OpenAPIObject): void {
  const schemas = (document.components?.schemas ?? {}) as Schemas;
  lendLabels(schemas);
  for (const schema of Object.values(schemas)) {
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      if (property.$ref || property.allOf || property.items) continue;
      property.example ??= exampleOf(name, property, schemas, 0);
    }
  }
  if (schemas.ProblemDto) schemas.ProblemDto.example = problemExample;
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path) as Operation[]) {
      for (const { name, schema } of operation.parameters ?? [])
        if (schema) schema.example ??= exampleOf(name, schema, schemas, 0);
      for (const content of [operation.requestBody, ...Object.values(operation.responses ?? {})]) {
        const json = content?.content?.["application/json"];
        if (json?.schema) json.example = exampleOf("", json.schema, schemas, 0);
      }
    }
  }
}

/** Answers carry no labels of their own: a property takes the example of the request field of the same name. */
function lendLabels(schemas: Schemas): void {
  const named = Object.values(schemas).flatMap(({ properties = {} }) => Object.entries(properties));
  const labels = new Map(named.flatMap(([name, { title }]) => (title ? [[name, title] as const] : [])));
  for (const [name, property] of named) {
    const value = name in examplesByName ? undefined : examplesByLabel[labels.get(name) ?? ""];
    if (value === undefined || property.title || property.enum) continue;
    const example = fitted(value, property);
    if (example !== undefined) property.example = example;
  }
}

interface Operation {
  parameters?: { name: string; schema?: Schema }[];
  requestBody?: Body;
  responses?: Record<string, Body>;
}
interface Body {
  content?: Record<string, { schema?: Schema; example?: unknown }>;
}

function exampleOf(name: string, schema: Schema, schemas: Schemas, depth: number): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.title !== undefined && schema.title in examplesByLabel && !schema.enum)
    return fitted(examplesByLabel[schema.title], schema);
  const inner = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (inner !== undefined) return objectExample(schemas[inner.split("/").at(-1) ?? ""] ?? {}, schemas, depth + 1);
  if (schema.properties) return objectExample(schema, schemas, depth + 1);
  if (schema.enum) return schema.enum[0];
  if (schema.type === "array") return fitted(examplesByName[name], schema) ?? listExample(name, schema, schemas, depth);
  return fitted(examplesByName[name], schema) ?? plainExample(name, schema);
}

function objectExample(schema: Schema, schemas: Schemas, depth: number): unknown {
  if (schema.example !== undefined) return schema.example;
  if (depth > DEEPEST) return {};
  const entries = Object.entries(schema.properties ?? {});
  return Object.fromEntries(entries.map(([name, property]) => [name, exampleOf(name, property, schemas, depth)]));
}

const listExample = (name: string, { items = {} }: Schema, schemas: Schemas, depth: number): unknown[] =>
  depth > DEEPEST ? [] : [exampleOf(name.replace(/s$/, ""), items, schemas, depth + 1)];

/** A listed value only where it is of the schema's kind. */
function fitted(value: unknown, { type }: Schema): unknown {
  if (value === undefined) return undefined;
  if (type === "array") return Array.isArray(value) ? value : [value];
  const kind = type === "integer" ? "number" : type;
  return kind === undefined || typeof value === kind ? value : undefined;
}

function plainExample(name: string, { type, format, pattern, minimum, title, default: given }: Schema): unknown {
  if (given !== undefined) return given;
  if (type === "boolean") return true;
  if (type === "number" || type === "integer") return name.endsWith("Fen") ? 21294 : Math.max(1, minimum ?? 1);
  if (type === "object" || type === undefined) return {};
  if (format === "uuid" || /(^id|Id|By|Of)$/.test(name)) return idExample(name);
  if (pattern?.startsWith("^(0|[1-9]") === true) return "100";
  if (format === "date" || /(On|Date|From|To|Since|^from|^to|^on|^today)$/.test(name)) return "2026-03-10";
  if (format === "date-time" || /(At|^at|Until)$/.test(name)) return "2026-03-10T02:00:00.000Z";
  if (/[pP]eriod$/.test(name)) return "2026-03";
  if (/(name|Name)$/.test(name)) return "王芳";
  if (/(reason|Reason)$/.test(name)) return "业主申请";
  if (/(code|Code|No|Number)$/.test(name)) return "A-101";
  return title ?? "文字";
}

/** A version 7 id, another one for every name. */
function idExample(name: string): string {
  const hex = createHash("sha1").update(name).digest("hex");
  return `019b2f4e-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`;
}
