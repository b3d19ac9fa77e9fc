import { explain } from "./explain.js";
import { price } from "./price.js";
import { anArea, anInput, aPayer, aRate } from "./pricing.factories.js";

const explained = (...input: Parameters<typeof anInput>) =>
  price(anInput(...input)).lines.map(({ trace }) => explain(trace));
const room = { areas: [anArea("102.33")], rates: [aRate("2.50")] };

test("a whole month", () => {
  expect(explained({ ...room, period: "2025-06" })).toEqual([
    ["2025-06-01 至 2025-06-30 整月", "按收费面积计费", "102.33 m² × 2.50 元/m² = 255.825 → 四舍五入到分 255.83 元"],
  ]);
});

test("a month begun on the 12th", () => {
  expect(explained({ ...room, period: "2025-05", binding: { from: "2025-05-12", to: null } })).toEqual([
    [
      "2025-05-12 至 2025-05-31 共 20 天（当月 31 天）",
      "不足整月，按实际天数占当月天数计费",
      "按收费面积计费",
      "102.33 m² × 2.50 元/m² × 20/31 = 165.0483… → 四舍五入到分 165.05 元",
    ],
  ]);
});

test("a surcharge, an agreed price, and an amount that needs no rounding", () => {
  const rates = [aRate("1.30", "2020-01-01", null, "20")];
  expect(
    explained({ areas: [anArea("100")], rates, binding: { from: "2020-01-01", to: null, unitPrice: "1.25" } }),
  ).toEqual([
    [
      "2025-01-01 至 2025-01-31 整月",
      "本户单独约定单价",
      "按收费面积计费",
      "100 m² × 1.25 元/m² + 附加费 20.00 元 = 145.00 元",
    ],
  ]);
});

test("a surcharge is prorated in brackets", () => {
  const rates = [aRate("1.30", "2020-01-01", null, "20")];
  const [sentences] = explained({
    areas: [anArea("94.56")],
    rates,
    period: "2025-05",
    binding: { from: "2025-05-12", to: null },
  });
  expect(sentences?.at(-1)).toBe(
    "(94.56 m² × 1.30 元/m² + 附加费 20.00 元) × 20/31 = 92.2116… → 四舍五入到分 92.21 元",
  );
});

test("a changed price", () => {
  const rates = [aRate("2.38", "2020-01-01", "2025-07-15"), aRate("2.80", "2025-07-16")];
  expect(explained({ period: "2025-07", rates })[1]).toEqual([
    "2025-07-16 至 2025-07-31 共 16 天（当月 31 天）",
    "月中单价变更，按天分段计费",
    "按收费面积计费",
    "89.47 m² × 2.80 元/m² × 16/31 = 129.2985… → 四舍五入到分 129.30 元",
  ]);
});

test("what the old owner leaves to the new one", () => {
  const payers = [aPayer("old", "2020-01-01", "2025-06-17"), aPayer("new", "2025-06-18")];
  const [first, last] = explained({ period: "2025-06", areas: [anArea("112.08")], rates: [aRate("2.95")], payers });
  expect(first?.at(-1)).toBe("112.08 m² × 2.95 元/m² × 17/30 = 187.3604 → 四舍五入到分 187.36 元");
  expect(last?.slice(-2)).toEqual([
    "112.08 m² × 2.95 元/m² × 13/30 = 143.2756",
    "为使各段合计正好等于 330.64 元，本段取余额：330.64 − 187.36 = 143.28 元",
  ]);
});

test.each([
  ["FIXED", null, "每月固定 150.00 元", "150"],
  ["FIXED", "2", "2 × 150.00 元 = 300.00 元", "150"],
  ["HOUSEHOLD", null, "1 户 × 12.345 元/户 = 12.345 → 四舍五入到分 12.35 元", "12.345"],
  ["COUNT", "3", "3 × 150.00 元 = 450.00 元", "150.00"],
] as const)("%s with count %s", (base, quantity, sentence, unitPrice) => {
  expect(explained({ rules: { base }, quantity, rates: [aRate(unitPrice)] })[0]?.at(-1)).toBe(sentence);
});

test.each([
  ["HALF_EVEN", "0.01", "212.9386 → 四舍六入五成双到分 212.94 元"],
  ["HALF_UP", "0.1", "212.9386 → 四舍五入到角 212.90 元"],
  ["CEIL", "1", "212.9386 → 进位到元 213.00 元"],
  ["FLOOR", "1", "212.9386 → 舍去到元 212.00 元"],
] as const)("%s to %s yuan", (rounding, roundingUnit, sentence) => {
  expect(explained({ rules: { rounding, roundingUnit } })[0]?.at(-1)).toContain(sentence);
});

test("a half month", () => {
  const [sentences] = explained({
    ...room,
    period: "2025-05",
    rules: { proration: "HALF_MONTH" },
    binding: { from: "2025-05-12", to: null },
  });
  expect(sentences?.slice(0, 2)).toEqual([
    "2025-05-15 至 2025-05-31 共 17 天（当月 31 天）",
    "不足整月，按半月计费：上半月开始的自 15 日起计，下半月开始的自次月起计；14 日及以前结束的计半个月，以后结束的计整月",
  ]);
  expect(sentences?.at(-1)).toBe("102.33 m² × 2.50 元/m² × 1/2 = 127.9125 → 四舍五入到分 127.91 元");
});

test("a trace survives the database and stays small", () => {
  const [line] = price(anInput({ ...room, period: "2025-05", binding: { from: "2025-05-12", to: null } })).lines;
  const stored = JSON.stringify(line?.trace);
  expect(stored.length).toBeLessThan(200);
  expect(line && explain(JSON.parse(stored))).toEqual(line && explain(line.trace));
});
