import { explain } from "./explain.js";
import { priceUse } from "./price-use.js";
import { aPayer, aRate, aRules, daysOf, yuanOf } from "./pricing.factories.js";
import type { MeterUse, RateVersion, UseInput } from "./pricing.types.js";

/** A use of so many m³ over April 2025. */
const ofApril = (use: string): MeterUse => ({
  readingId: "reading",
  meterNo: "W1",
  kind: "WATER",
  from: "2025-04-01",
  to: "2025-04-30",
  before: "0",
  now: use,
  multiplier: "1",
  digits: 5,
  reverse: false,
  rolledOver: false,
});

const priced = (use: string, rates: RateVersion[], rules: Partial<UseInput["rules"]> = {}) =>
  priceUse({
    period: "2025-04",
    feeItemId: "water",
    rules: aRules({ base: "METERED", ...rules }),
    binding: { from: "2020-01-01", to: null },
    rates,
    payers: [aPayer("owner")],
    uses: [ofApril(use)],
    earlier: [],
    persons: [],
    surchargeDue: true,
  }).lines;

const changed = (first: Partial<RateVersion>, then: Partial<RateVersion>) => [
  { ...aRate("0.61", "2020-01-01", "2025-04-15"), ...first },
  { ...aRate("0.61", "2025-04-16"), ...then },
];

test("late fees chosen anew cost no fen of rounding: the last stretch is what the others leave", () => {
  const lines = priced("15", changed({ lateFee: "ITEM" }, { lateFee: "NONE" }));
  expect(daysOf(lines)).toEqual(["2025-04-01..2025-04-15", "2025-04-16..2025-04-30"]);
  // 7.5 × 0.61 = 4.575; 15 × 0.61 = 9.15
  expect(yuanOf(lines)).toEqual(["4.58", "4.57"]);
  expect(lines.map(({ trace }) => trace.rest)).toEqual([undefined, { whole: 915, taken: 458 }]);
  expect(explain(lines[1]!.trace).slice(-2)).toEqual([
    "7.5 × 0.61 元 = 4.575",
    "为使各段合计正好等于 9.15 元，本段取余额：9.15 − 4.58 = 4.57 元",
  ]);
});

test("the whole is rounded over tiers and a surcharge too; another price is rounded by itself", () => {
  const tiers = [
    { upTo: "5", price: "0.61" },
    { upTo: null, price: "0.71" },
  ];
  const tiered = { tiers, surcharge: "1" };
  // 1 + 5 × 0.61 + 2.5 × 0.71 = 5.825; 7.5 × 0.71 = 5.325
  const lines = priced("15", changed({ ...tiered, lateFee: "ITEM" }, { ...tiered, lateFee: "NONE" }));
  expect(yuanOf(lines)).toEqual(["5.83", "5.32"]);
  expect(explain(lines[1]!.trace).at(-1)).toContain("11.15 − 5.83");
  expect(yuanOf(priced("15", changed({}, { unitPrice: "0.63" })))).toEqual(["4.58", "4.73"]);
});

test("a coarse unit rounded up takes no more than there is", () => {
  const lines = priced("15", changed({ lateFee: "ITEM" }, { lateFee: "NONE" }), {
    rounding: "CEIL",
    roundingUnit: "1",
  });
  expect(yuanOf(lines)).toEqual(["5.00", "5.00"]);
  const little = priced("1", changed({ lateFee: "ITEM" }, { lateFee: "NONE" }), {
    rounding: "CEIL",
    roundingUnit: "1",
  });
  expect(yuanOf(little)).toEqual(["1.00", "0.00"]);
});
