import { type AttributeDto, type AttributeValueDto, isCalendarDate, normaliseNumber } from "@linli/contracts";

/**
 * How values are stored, in the jsonb column `attributes` of their owner: by the id of the definition, a list of texts in
 * one form each (see AttributeValueDto).
 */
export type AttributeValues = Readonly<Record<string, readonly string[]>>;

export const toAttributeValueDtos = (stored: AttributeValues): AttributeValueDto[] =>
  Object.entries(stored).map(([definitionId, values]) => ({ definitionId, values: [...values] }));

type Definition = Pick<AttributeDto, "id" | "name" | "type" | "choices" | "mandatory" | "active">;

/** Values in their one form, or what is wrong with them in a sentence that names the attribute. */
export type Checked = { values: string[] } | { fault: string };

const NUMBER = /^-?(0|[1-9]\d{0,11})(\.\d{1,4})?$/;

/** Checks the values of one attribute by its definition; an empty list means none. */
export function checkAttribute(definition: Definition, given: readonly string[]): Checked {
  const values = given.map((value) => value.trim()).filter((value) => value !== "");
  if (values.length === 0) return definition.mandatory ? { fault: `请填写「${definition.name}」` } : { values: [] };
  if (values.length > 1 && definition.type !== "CHOICES") return { fault: `「${definition.name}」只能有一个值` };
  return definition.type === "CHOICE" || definition.type === "CHOICES"
    ? checkChoices(definition, values)
    : checkOne(definition, values[0]!);
}

function checkChoices({ name, choices }: Definition, values: string[]): Checked {
  const unique = [...new Set(values)];
  if (unique.length < values.length) return { fault: `「${name}」有重复的选项` };
  const known = new Set(choices.map(({ id }) => id));
  if (unique.every((value) => known.has(value))) return { values: unique };
  return { fault: `「${name}」只能是：${choices.map((choice) => choice.name).join("、")}` };
}

function checkOne({ name, type }: Definition, value: string): Checked {
  if (type === "TEXT") return value.length > 200 ? { fault: `「${name}」不能超过 200 个字` } : { values: [value] };
  const half = normaliseNumber(value);
  if (type === "NUMBER") {
    if (!NUMBER.test(half)) return { fault: `「${name}」应为数字，最多 4 位小数` };
    const short = half.includes(".") ? half.replace(/\.?0+$/, "") : half;
    return { values: [short === "-0" ? "0" : short] };
  }
  if (type === "DATE")
    return isCalendarDate(half) ? { values: [half] } : { fault: `「${name}」不是有效的日期（如 2026-01-31）` };
  return value === "true" || value === "false" ? { values: [value] } : { fault: `「${name}」只能是“是”或“否”` };
}

/**
 * The values a thing holds after all of them were saved: what is switched off stays as it was. `faults` are keyed by the
 * form's field, `values.<definition id>` unless it is named otherwise.
 */
export function mergeAttributes(
  definitions: readonly Definition[],
  stored: AttributeValues,
  given: readonly AttributeValueDto[],
  field = "values",
): { next: AttributeValues; faults: Record<string, string[]> } {
  const byId = new Map(given.map(({ definitionId, values }) => [definitionId, values]));
  const active = definitions.filter((definition) => definition.active);
  const shown = new Set(active.map(({ id }) => id));
  const next: Record<string, readonly string[]> = Object.fromEntries(
    Object.entries(stored).filter(([id]) => !shown.has(id)),
  );
  const faults: Record<string, string[]> = {};
  if (byId.size < given.length) faults[field] = ["同一项自定义资料不能填写两次"];
  for (const id of byId.keys()) if (!shown.has(id)) faults[field] = ["有不存在或已停用的自定义资料，请刷新页面"];
  for (const definition of active) {
    const checked = checkAttribute(definition, byId.get(definition.id) ?? []);
    if ("fault" in checked) faults[`${field}.${definition.id}`] = [checked.fault];
    else if (checked.values.length > 0) next[definition.id] = checked.values;
  }
  return { next, faults };
}

/** The stored values with those that are given; the very same object where nothing differs. The order of choices is none. */
export function withAttributes(stored: AttributeValues, given: AttributeValues): AttributeValues {
  const changed = Object.entries(given).filter(([id, values]) => !isSameSet(stored[id] ?? [], values));
  return changed.length === 0 ? stored : { ...stored, ...Object.fromEntries(changed) };
}

const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value) => b.includes(value));

/** A value as people read it: names of choices, 是 and 否; empty without a value. */
export function attributeText({ type, choices }: Definition, values: readonly string[] = []): string {
  if (type === "FLAG") return values.map((value) => (value === "true" ? "是" : "否")).join("");
  if (type !== "CHOICE" && type !== "CHOICES") return values.join("");
  const names = new Map(choices.map(({ id, name }) => [id, name]));
  return values.map((value) => names.get(value) ?? value).join("、");
}

/** The reverse of `attributeText`, for imports: names of choices with 、 or ; between, 是 or 否. */
export function attributeOfText(definition: Definition, text: string): Checked {
  const { type, choices, name } = definition;
  const trimmed = text.trim();
  if (trimmed === "") return checkAttribute(definition, []);
  if (type === "FLAG") {
    const flag = { 是: "true", 否: "false" }[trimmed];
    return flag ? { values: [flag] } : { fault: `「${name}」只能是“是”或“否”` };
  }
  if (type !== "CHOICE" && type !== "CHOICES") return checkAttribute(definition, [trimmed]);
  const ids = new Map(choices.map((choice) => [choice.name, choice.id]));
  const names = type === "CHOICE" ? [trimmed] : namesIn(trimmed, [...ids.keys()]);
  return checkAttribute(
    definition,
    names.map((one) => ids.get(one.trim()) ?? one),
  );
}

/** The names of choices in a list; the longest first, so that a name may hold a 、 of its own. */
function namesIn(text: string, names: readonly string[]): string[] {
  const rest = text.trim();
  const first = names
    .filter((name) => rest.startsWith(name) && /^\s*($|[、,，;；])/.test(rest.slice(name.length)))
    .toSorted((a, b) => b.length - a.length)[0];
  const length = first?.length ?? rest.search(/[、,，;；]|$/);
  const more = rest.slice(length).replace(/^\s*[、,，;；]/, "");
  return [rest.slice(0, length), ...(more.trim() === "" ? [] : namesIn(more, names))];
}

/** What stands in a thing's history: each attribute by its name, in words. */
export function attributesInWords(
  definitions: readonly Definition[],
  stored: AttributeValues,
): Record<string, string | null> {
  return Object.fromEntries(
    definitions.map((definition) => [
      `自定义资料·${definition.name}`,
      attributeText(definition, stored[definition.id]) || null,
    ]),
  );
}
