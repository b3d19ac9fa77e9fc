import type { AttributeDto } from "@linli/contracts";
import { attributeText, fromAttributeForm, toAttributeForm, withAttributeFilters } from "./attribute-words";

const definition = (overrides: Partial<AttributeDto>): AttributeDto => ({
  id: "a",
  owner: "ROOM",
  name: "朝向",
  type: "TEXT",
  choices: [],
  mandatory: false,
  searchable: true,
  sort: 0,
  active: true,
  ...overrides,
});
const choices = [
  { id: "s", name: "南" },
  { id: "n", name: "北" },
];

test.each([
  [definition({}), ["南门"], "南门"],
  [definition({ type: "FLAG" }), ["false"], "否"],
  [definition({ type: "CHOICES", choices }), ["n", "s"], "北、南"],
  [definition({ type: "NUMBER" }), [], ""],
])("a value in words", (of, values, text) => {
  expect(attributeText(of, [{ definitionId: "a", values }])).toBe(text);
});

test("a form gives back what it was given", () => {
  const stored = [
    { definitionId: "a", values: ["s", "n"] },
    { definitionId: "b", values: ["12.5"] },
  ];
  const definitions = [definition({ type: "CHOICES", choices }), definition({ id: "b", type: "NUMBER" })];
  expect(fromAttributeForm(toAttributeForm(definitions, stored))).toEqual(stored);
  expect(fromAttributeForm({ a: [], b: null, c: undefined, d: "" })).toEqual([]);
});

test("filters of the URL become one list", () => {
  expect(
    withAttributeFilters({ q: "1-1", "attribute~a": ["s", "n"], "attribute~b~from": "1", "attribute~c~to": "9" }),
  ).toEqual({ q: "1-1", attribute: ["a:s,n", "b:1..", "c:..9"] });
  expect(withAttributeFilters({ "attribute~b~from": "1", "attribute~b~to": "2" })).toEqual({ attribute: ["b:1..2"] });
  expect(withAttributeFilters({ q: "x" })).toEqual({ q: "x" });
});
