import { labelsOf } from "@linli/contracts";

/** The part of a row that stands in its history: the fields a DTO class names. The console puts them into words. */
export function audited(dto: { prototype: object }, row: object): Record<string, unknown> {
  const values = row as Record<string, unknown>;
  const fields = Object.keys(labelsOf(dto)).filter((field) => field in values);
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}
