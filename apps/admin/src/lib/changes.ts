import { formatMoment } from "./dates";
import { fieldRule } from "./form-rules";
import { formatFen } from "./money";

/** How the fields and codes of a thing are called in its history. */
export interface ChangeWords {
  /** DTO whose field labels are used. */
  dto?: string;
  /** Labels the DTO does not have, or better ones. */
  labels?: Readonly<Record<string, string>>;
  /** Label records of fields that hold codes. */
  choices?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface Change {
  label: string;
  before?: string;
  after?: string;
}

type Values = Readonly<Record<string, unknown>> | null;

/** What changed, in words, field by field; fields without a Chinese name are left out. */
export function changesOf(before: Values, after: Values, words: ChangeWords = {}): Change[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields.flatMap((field): Change[] => {
    const label = words.labels?.[field] ?? ownName(field) ?? (words.dto && fieldRule(words.dto, field)?.label);
    if (label === undefined) return [];
    const [old, now] = [before?.[field], after?.[field]].map((value) => inWords(field, value, words.choices?.[field]));
    return old === now ? [] : [{ label, before: old, after: now }];
  });
}

/** User-defined attributes stand in the log under the name the project gave them. */
const ownName = (field: string): string | undefined => (field.startsWith("自定义资料·") ? field : undefined);

/** One value of an audit row as people read it; undefined when it is empty. */
export function inWords(field: string, value: unknown, choices?: Readonly<Record<string, string>>): string | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  if (Array.isArray(value))
    return value.map((one: unknown) => inWords(field, one, choices) ?? "").join("、") || undefined;
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "number") return field.endsWith("Fen") ? `${formatFen(value)} 元` : String(value);
  if (typeof value === "string") {
    if (choices) return choices[value] ?? value;
    return /^\d{4}-\d\d-\d\dT/.test(value) ? formatMoment(value) : value;
  }
  return JSON.stringify(value);
}
