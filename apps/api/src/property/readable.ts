import { labelsOf } from "@linli/contracts";

type Choices = Record<string, Record<string, string>>;

/**
 * A state for the audit: the fields of a DTO class by their Chinese names, choices in words, so that a history reads
 * without a dictionary.
 */
export function readable(dto: { prototype: object }, state: object, choices: Choices = {}): Record<string, unknown> {
  const values = state as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(labelsOf(dto))
      .filter(([field]) => field in values)
      .map(([field, label]) => [label, inWords(values[field], choices[field])]),
  );
}

function inWords(value: unknown, labels: Record<string, string> | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => String(inWords(item, labels))).join("、");
  if (typeof value === "boolean") return value ? "是" : "否";
  if (labels && typeof value === "string") return labels[value] ?? value;
  return value ?? null;
}
