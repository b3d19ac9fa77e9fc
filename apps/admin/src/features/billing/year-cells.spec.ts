import { cellOf, partsOf } from "./year-cells";

const cell = (period: string, amountFen: number, openFen: number, feeItemId = "service") => ({
  feeItemId,
  period,
  amountFen,
  openFen,
});
const cells = [
  cell("2026-01", 30_000, 0),
  cell("2026-03", 30_000, 10_000),
  cell("2026-04", 30_000, 30_000),
  cell("2026-03", 5_000, 0, "water"),
];

test("a year is twelve months or four quarters, each month in one of them", () => {
  expect(partsOf("months").map(({ months }) => months)).toEqual(Array.from({ length: 12 }, (_, index) => [index + 1]));
  expect(partsOf("quarters")).toEqual([
    { title: "1 季度", months: [1, 2, 3] },
    { title: "2 季度", months: [4, 5, 6] },
    { title: "3 季度", months: [7, 8, 9] },
    { title: "4 季度", months: [10, 11, 12] },
  ]);
});

test.each([
  ["a month is what was charged in it", [3], { amountFen: 30_000, openFen: 10_000 }],
  ["a quarter is the sum of its months", [1, 2, 3], { amountFen: 60_000, openFen: 10_000 }],
  ["what is open stays where it belongs", [4, 5, 6], { amountFen: 30_000, openFen: 30_000 }],
  ["nothing charged is no cell, not zero", [7, 8, 9], undefined],
])("%s", (_name, months, expected) => expect(cellOf(cells, "service", { months })).toEqual(expected));
