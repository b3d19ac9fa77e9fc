import type { ReactElement } from "react";

/** One filter of a list. Its value lives in the URL under its name and goes to the API under the same name. */
export interface ListFilter<Name extends string = string> {
  name: Name;
  label: string;
  /** Choices: a label record of the contracts. Without it (and without `input`) the filter is a text field. */
  labels?: Record<string, string>;
  /** Several choices at once (sent as a repeated parameter). */
  multiple?: boolean;
  /** Any control with `value`/`onChange` of text, e.g. `<BuildingSelect />`, `<DateInput />`. */
  input?: ReactElement;
  /** Makes it a range: the name of the upper end. `range` says of what. */
  to?: Name;
  range?: "dates" | "periods";
  placeholder?: string;
  /** Width of the control in px. */
  width?: number;
}

export type FilterValues = Record<string, string | string[]>;
type Range = [string | undefined, string | undefined];

/** The names a list of filters occupies in the URL. */
export const filterNames = (filters: readonly ListFilter[]): string[] =>
  filters.flatMap((filter) => (filter.to ? [filter.name, filter.to] : [filter.name]));

/** What the URL says about the filters. */
export function readFilters(filters: readonly ListFilter[], params: URLSearchParams): FilterValues {
  const many = new Set(filters.filter((filter) => filter.multiple).map((filter) => filter.name));
  const entries = filterNames(filters)
    .map((name) => [name, params.getAll(name).filter((value) => value !== "")] as const)
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => [name, many.has(name) ? values : (values[0] ?? "")] as const);
  return Object.fromEntries(entries);
}

/** Filter values as the form shows them: a range is one field. */
export function toFormValues(filters: readonly ListFilter[], values: FilterValues): Record<string, unknown> {
  return Object.fromEntries(
    filters.map(({ name, to }) => {
      if (!to) return [name, values[name]];
      const range = [values[name], values[to]];
      return [name, range.some((end) => end !== undefined) ? range : undefined];
    }),
  );
}

/** The reverse of {@link toFormValues}; empty fields are left out. */
export function fromFormValues(filters: readonly ListFilter[], form: Record<string, unknown>): FilterValues {
  const values: FilterValues = {};
  for (const { name, to } of filters) {
    const value = form[name];
    const pairs: [string, unknown][] = to
      ? [
          [name, (value as Range | undefined)?.[0]],
          [to, (value as Range | undefined)?.[1]],
        ]
      : [[name, value]];
    for (const [key, part] of pairs) {
      if (Array.isArray(part)) {
        if (part.length > 0) values[key] = part.map(String);
        continue;
      }
      const text =
        typeof part === "string"
          ? part.trim()
          : typeof part === "number" || typeof part === "boolean"
            ? String(part)
            : "";
      if (text !== "") values[key] = text;
    }
  }
  return values;
}
