import type { FormulaField } from "./formula-fields.js";

/** The values of user-defined numbers of a room, by their names. */
export function valuesOf(
  attributes: Readonly<Record<string, readonly string[]>>,
  fields: readonly FormulaField[],
): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ id, name }) => {
      const value = attributes[id]?.[0];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
