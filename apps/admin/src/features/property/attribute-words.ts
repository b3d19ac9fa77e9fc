import type { AttributeDto, AttributeValueDto } from "@linli/contracts";

/** What a field of the form holds: text, a number as text, a day, the id of a choice or several. */
export type AttributeFormValues = Record<string, string | string[] | null | undefined>;

/** A value in words; empty without one. */
export function attributeText({ id, type, choices }: AttributeDto, stored: readonly AttributeValueDto[]): string {
  const values = stored.find(({ definitionId }) => definitionId === id)?.values ?? [];
  if (type === "FLAG") return values.map((value) => (value === "true" ? "是" : "否")).join("");
  if (type !== "CHOICE" && type !== "CHOICES") return values.join("");
  return values.map((value) => choices.find((choice) => choice.id === value)?.name ?? value).join("、");
}

/** Stored values as the form edits them. */
export function toAttributeForm(
  definitions: readonly AttributeDto[],
  stored: readonly AttributeValueDto[],
): AttributeFormValues {
  const byId = new Map(stored.map(({ definitionId, values }) => [definitionId, values]));
  return Object.fromEntries(
    definitions.map(({ id, type }) => [id, type === "CHOICES" ? (byId.get(id) ?? []) : byId.get(id)?.[0]]),
  );
}

/** What the form sends; empty fields are left out. */
export const fromAttributeForm = (form: AttributeFormValues): AttributeValueDto[] =>
  Object.entries(form).flatMap(([definitionId, value]) => {
    const values = [value ?? []].flat().filter((one) => one !== "");
    return values.length > 0 ? [{ definitionId, values }] : [];
  });

/** Filters by attributes stand in the URL one by one and go to the API in one list, each `id:value`. */
export function withAttributeFilters<Query extends object>(query: Query): Query {
  const entries = Object.entries(query);
  const own = entries.filter(([name]) => name.startsWith(PREFIX));
  if (own.length === 0) return query;
  const ends = new Map<string, string>();
  for (const [name, value] of own) {
    const [id = "", end] = name.slice(PREFIX.length).split("~");
    const text = [value as string | string[]].flat().join(",");
    const [from = "", to = ""] = ends.get(id)?.split("..") ?? [];
    ends.set(id, end === "from" ? `${text}..${to}` : end === "to" ? `${from}..${text}` : text);
  }
  const rest = Object.fromEntries(entries.filter(([name]) => !name.startsWith(PREFIX)));
  return { ...rest, attribute: [...ends].map(([id, text]) => `${id}:${text}`) } as object as Query;
}

export const PREFIX = "attribute~";
