import { readFileSync } from "node:fs";
import fc from "fast-check";
import { allocate, formatFen, MoneyError, parseYuan, toChineseCapitals } from "./money.js";

test.each([
  [0, "0.00"],
  [5, "0.05"],
  [-5, "-0.05"],
  [100, "1.00"],
  [-12345, "-123.45"],
  [Number.MAX_SAFE_INTEGER, "90071992547409.91"],
])("%i fen read %s yuan", (fen, yuan) => {
  expect(formatFen(fen)).toBe(yuan);
});

test.each([
  ["1234.5", 123450],
  ["1234.56", 123456],
  ["0", 0],
  ["-0.00", 0],
  [" 12 ", 1200],
  ["90071992547409.91", Number.MAX_SAFE_INTEGER],
])("%p yuan are %i fen", (text, fen) => {
  expect(parseYuan(text)).toBe(fen);
});

test.each([
  ["1.234", "金额最多两位小数（精确到分）"],
  ["-1", "金额不能为负数"],
  ["90071992547409.92", "金额过大"],
  ["", "不是金额"],
  ["1,234.00", "不是金额"],
  ["１２", "不是金额"],
  ["1e3", "不是金额"],
  ["12元", "不是金额"],
  ["1.", "不是金额"],
])("refuses %p: %s", (text, sentence) => {
  expect(() => parseYuan(text)).toThrow(MoneyError);
  expect(() => parseYuan(text)).toThrow(sentence);
});

test("takes a negative amount where one is allowed", () => {
  expect(parseYuan("-425.88", { allowNegative: true })).toBe(-42588);
});

test("formats what it parses", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (fen) => {
      expect(parseYuan(formatFen(fen), { allowNegative: true })).toBe(fen === 0 ? 0 : fen);
    }),
  );
});

test("formats whole fen only", () => {
  expect(() => formatFen(1.5)).toThrow(MoneyError);
  expect(() => toChineseCapitals(Number.MAX_SAFE_INTEGER + 1)).toThrow(MoneyError);
});

test.each([
  ["0.00", "零元整"],
  ["0.01", "壹分"],
  ["0.10", "壹角整"],
  ["0.55", "伍角伍分"],
  ["1.00", "壹元整"],
  ["1.05", "壹元零伍分"],
  ["1.50", "壹元伍角整"],
  ["10.00", "壹拾元整"],
  ["15.00", "壹拾伍元整"],
  ["100.00", "壹佰元整"],
  ["101.00", "壹佰零壹元整"],
  ["110.00", "壹佰壹拾元整"],
  ["123.45", "壹佰贰拾叁元肆角伍分"],
  ["325.04", "叁佰贰拾伍元零肆分"],
  ["1001.00", "壹仟零壹元整"],
  ["1010.10", "壹仟零壹拾元壹角整"],
  ["1409.50", "壹仟肆佰零玖元伍角整"],
  ["1680.32", "壹仟陆佰捌拾元叁角贰分"],
  ["6007.14", "陆仟零柒元壹角肆分"],
  ["10000.00", "壹万元整"],
  ["10001.00", "壹万零壹元整"],
  ["10010.00", "壹万零壹拾元整"],
  ["16409.02", "壹万陆仟肆佰零玖元零贰分"],
  ["100100.00", "壹拾万零壹佰元整"],
  ["107000.53", "壹拾万柒仟元伍角叁分"],
  ["1000000.00", "壹佰万元整"],
  ["20030405.06", "贰仟零叁万零肆佰零伍元零陆分"],
  ["100000000.00", "壹亿元整"],
  ["100000001.00", "壹亿零壹元整"],
  ["100010000.00", "壹亿零壹万元整"],
  ["1234567890.12", "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分"],
  ["1000000000000.00", "壹万亿元整"],
  ["90071992547409.91", "玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分"],
  ["-425.88", "负肆佰贰拾伍元捌角捌分"],
  ["-0.05", "负伍分"],
])("%s yuan in capitals: %s", (yuan, capitals) => {
  expect(toChineseCapitals(parseYuan(yuan, { allowNegative: true }))).toBe(capitals);
});

interface ShareExample {
  id: string;
  inputs: { total: string; areas: Record<string, string> };
  expected: { shares: Record<string, string> };
}

test("BC-10: shares a public bill by area, the fen that remain to the largest fractional parts", () => {
  const file = new URL("../../test/fixtures/billing-examples.json", import.meta.url);
  const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: ShareExample[] };
  const { inputs, expected } = cases.find(({ id }) => id === "BC-10") as ShareExample;
  const weights = Object.entries(inputs.areas).map(([key, weight]) => ({ key, weight }));

  const shares = allocate(parseYuan(inputs.total), weights);

  expect(Object.fromEntries([...shares].map(([key, fen]) => [key, formatFen(fen)]))).toEqual(expected.shares);
});

test("breaks ties by key ascending, whatever the order given", () => {
  const weights = ["c", "a", "b"].map((key) => ({ key, weight: "1" }));
  expect([...allocate(100, weights)]).toEqual([
    ["c", 33],
    ["a", 34],
    ["b", 33],
  ]);
  expect([...allocate(-100, weights)]).toEqual([
    ["c", -33],
    ["a", -34],
    ["b", -33],
  ]);
});

test("gives nothing to a weight of nothing", () => {
  expect([
    ...allocate(101, [
      { key: "empty", weight: "0" },
      { key: "a", weight: "1.5" },
      { key: "b", weight: "1.50" },
    ]),
  ]).toEqual([
    ["empty", 0],
    ["a", 51],
    ["b", 50],
  ]);
});

test.each([
  ["nobody", []],
  ["weights of nothing", [{ key: "a", weight: "0" }]],
  [
    "a negative weight",
    [
      { key: "a", weight: "-1" },
      { key: "b", weight: "2" },
    ],
  ],
  [
    "a key named twice",
    [
      { key: "a", weight: "1" },
      { key: "a", weight: "2" },
    ],
  ],
])("refuses to split among %s", (_what, weights) => {
  expect(() => allocate(100, weights)).toThrow(MoneyError);
});

test("always splits the whole, each share within a fen of its due", () => {
  const weight = fc.integer({ min: 0, max: 99_999_999 }).map((n) => formatFen(n));
  const weights = fc
    .array(weight, { minLength: 1, maxLength: 30 })
    .filter((list) => list.some((text) => text !== "0.00"))
    .map((list) => list.map((text, index) => ({ key: `1-${index}`, weight: text })));
  fc.assert(
    fc.property(fc.maxSafeInteger(), weights, (total, parties) => {
      const shares = allocate(total, parties);
      const exact = [...shares.values()].reduce((sum, fen) => sum + BigInt(fen), 0n);
      expect(exact).toBe(BigInt(total));
      const sum = parties.reduce((all, { weight: text }) => all + BigInt(parseYuan(text)), 0n);
      for (const { key, weight: text } of parties) {
        const difference = BigInt(shares.get(key) ?? 0) * sum - BigInt(total) * BigInt(parseYuan(text));
        expect(difference < sum && difference > -sum).toBe(true);
      }
    }),
  );
});
