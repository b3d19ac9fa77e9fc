import { discountAnew, discountOf, spread } from "./discount-plan.js";

const terms = { months: 12, benefit: "PERCENT", percent: "5", amountFen: null, freeMonths: null };
const year = (openFen: number, count = 12) =>
  Array.from({ length: count }, (_, i) => ({
    chargeId: `c${String(i).padStart(2, "0")}`,
    period: `2026-${String(i + 1).padStart(2, "0")}`,
    openFen,
  }));
const fens = (...args: Parameters<typeof discountOf>) => discountOf(...args).map(({ amountFen }) => amountFen);
const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);

test("a share of the whole is rounded once and spread by largest remainder, the earlier months first", () => {
  // 12 × 255.83 = 3069.96; 5 % = 153.498 → 153.50 = 12 × 12.79 + 0.02
  const parts = fens(terms, year(25_583));
  expect(sum(parts)).toBe(15_350);
  expect(parts).toEqual([1_280, 1_280, ...Array.from({ length: 10 }, () => 1_279)]);
});

test.each([
  ["less than the months asked for", terms, year(25_583, 11), 0],
  ["a fixed amount", { ...terms, benefit: "AMOUNT", amountFen: 10_000 }, year(25_583), 10_000],
  ["a fixed amount above the whole", { ...terms, benefit: "AMOUNT", amountFen: 99_999_999 }, year(100), 1_200],
  ["one free month", { ...terms, benefit: "FREE_MONTHS", freeMonths: 1 }, year(25_583), 25_583],
  ["the whole", { ...terms, percent: "100" }, year(25_583), 306_996],
  ["a third of a fen each", { ...terms, percent: "0.01" }, year(1_000), 1],
  ["pay 12 get 1", { ...terms, months: 13, benefit: "FREE_MONTHS", freeMonths: 1 }, year(200, 12), 0],
] as const)("%s", (_what, given, charges, total) => {
  const parts = fens(given, charges);
  expect(sum(parts)).toBe(total);
  for (const part of parts) expect(part).toBeLessThanOrEqual(charges[0]!.openFen);
});

test("free months are the last ones, whatever the order of the charges", () => {
  const given = { ...terms, benefit: "FREE_MONTHS", freeMonths: 2 };
  expect(discountOf(given, year(500).toReversed()).map(({ period }) => period)).toEqual(["2026-11", "2026-12"]);
});

test.each([
  // 5 % of 11 × 255.83 + 300.00 is 155.71 (155.7065), eleven keep 140.71
  ["a share comes to the share of the whole", terms, 30_000, 1_279, 15_571 - 11 * 1_279],
  ["beside others that got something else, its own share", terms, 30_000, 900, 1_500],
  ["an amount stays", { ...terms, benefit: "AMOUNT", amountFen: 12_000 }, 30_000, 1_000, 1_000],
  ["an amount never passes the bill", { ...terms, benefit: "AMOUNT", amountFen: 12_000 }, 700, 1_000, 700],
  ["a free month is free at its new amount", { ...terms, benefit: "FREE_MONTHS", freeMonths: 1 }, 30_000, 0, 30_000],
  ["nothing without the months asked for", { ...terms, months: 13 }, 30_000, 0, 0],
] as const)("of a bill issued anew: %s", (_what, given, openFen, givenFen, fen) => {
  const others = year(25_583, 11).map((charge) => ({ ...charge, givenFen }));
  const parts = discountAnew(given, others, [{ chargeId: "new", period: "2026-12", openFen }]);
  expect(parts.reduce((all, { amountFen }) => all + amountFen, 0)).toBe(fen);
});

test("several charges of a month count as one month", () => {
  const twice = year(100, 6).flatMap((charge) => [charge, { ...charge, chargeId: `${charge.chargeId}b` }]);
  expect(fens(terms, twice)).toEqual([]);
  expect(sum(fens({ ...terms, months: 6 }, twice))).toBe(60);
});

test.each([
  [100, [1, 1, 1], [34, 33, 33]],
  [10, [7, 2, 1], [7, 2, 1]],
  [5, [1, 0, 1], [3, 0, 2]],
  [0, [1, 2], [0, 0]],
  [7, [0, 0], [0, 0]],
])("spread(%i, %j)", (fen, weights, parts) => expect(spread(fen, weights)).toEqual(parts));
