import type { AttributeDto } from "@linli/contracts";
import { InvalidInput } from "../../common/rule-violation.js";
import { containing, type Where } from "../../common/where.js";
import { checkAttribute } from "./attribute-values.js";

/** A path of jsonb with the key of one definition; ids are uuids, so nothing in it needs escaping. */
const has = (id: string) => `exists($."${id}")`;

/**
 * Adds the filters by user-defined attributes to a list. Each begins with a condition the GIN index answers: the very
 * value, or, for parts of texts and ranges, that there is one. The index leaves out what has no values at all.
 *
 * @throws INVALID_INPUT, naming the attribute
 */
export function addAttributeFilters(
  where: Where,
  column: string,
  definitions: readonly AttributeDto[],
  filters: readonly string[] = [],
): void {
  const searchable = new Map(definitions.filter((one) => one.searchable && one.active).map((one) => [one.id, one]));
  if (filters.length > 0) where.add(`${column} <> '{}'`);
  for (const filter of filters) {
    const [id = "", ...rest] = filter.split(":");
    const definition = searchable.get(id);
    if (!definition) throw new InvalidInput({ attribute: ["筛选的自定义资料不存在，或不能用于筛选"] });
    addFilter(where, column, definition, rest.join(":").trim());
  }
}

function addFilter(where: Where, column: string, definition: AttributeDto, text: string): void {
  const { id, type } = definition;
  if (text === "") return;
  if (type === "TEXT") {
    where.add(`${column} @@ ?::jsonpath`, has(id)).add(`${column} -> ?::text ->> 0 ILIKE ?`, id, containing(text));
  } else if ((type === "NUMBER" || type === "DATE") && text.includes("..")) {
    const [from = "", to = ""] = text.split("..");
    const cast = type === "NUMBER" ? "numeric" : "date";
    where.add(`${column} @@ ?::jsonpath`, has(id));
    if (from) where.add(`(${column} -> ?::text ->> 0)::${cast} >= ?::${cast}`, id, checked(definition, from)[0]);
    if (to) where.add(`(${column} -> ?::text ->> 0)::${cast} <= ?::${cast}`, id, checked(definition, to)[0]);
  } else {
    const any = type === "CHOICE" || type === "CHOICES" ? text.split(",") : [text];
    const values = any.flatMap((value) => checked(definition, [value]));
    const contains = values.map((value) => JSON.stringify({ [id]: [value] }));
    where.add(`(${contains.map(() => `${column} @> ?::jsonb`).join(" OR ")})`, ...contains);
  }
}

function checked(definition: AttributeDto, value: string | string[]): string[] {
  const result = checkAttribute({ ...definition, mandatory: true }, [value].flat());
  if ("fault" in result) throw new InvalidInput({ attribute: [result.fault] });
  return result.values;
}
