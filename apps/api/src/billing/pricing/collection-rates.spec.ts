import { collectionRates, percentOf, type CollectionFigures } from "./collection-rates.js";

const figures = (overrides: Partial<CollectionFigures> = {}): CollectionFigures => ({
  receivableFen: 0,
  waivedFen: 0,
  collectedFen: 0,
  prepaidFen: 0,
  openingArrearsFen: 0,
  waivedArrearsFen: 0,
  collectedArrearsFen: 0,
  ...overrides,
});

test.each([
  [1, 3, "33.33"],
  [2, 3, "66.67"],
  [1, 1, "100.00"],
  [12345, 1_000_000, "1.23"],
  [12350, 1_000_000, "1.24"],
  [0, 5, "0.00"],
  [-1, 3, "-33.33"],
  [5, 4, "125.00"],
])("%i of %i is %s percent", (part, whole, expected) => {
  expect(percentOf(part, whole)).toBe(expected);
});

test("nothing to collect has no rate", () => {
  expect(percentOf(0, 0)).toBeNull();
  expect(collectionRates(figures())).toEqual({
    currentRate: null,
    arrearsRate: null,
    combinedRate: null,
    closingArrearsFen: 0,
  });
});

test("a month that was waived altogether has no rate of its own but counts in the combined one", () => {
  const rates = collectionRates(
    figures({ receivableFen: 500, waivedFen: 500, openingArrearsFen: 1000, collectedArrearsFen: 250 }),
  );
  expect(rates).toEqual({ currentRate: null, arrearsRate: "25.00", combinedRate: "25.00", closingArrearsFen: 750 });
});

test("money prepaid earlier counts as collected", () => {
  expect(collectionRates(figures({ receivableFen: 1000, collectedFen: 300, prepaidFen: 200 }))).toMatchObject({
    currentRate: "50.00",
    closingArrearsFen: 500,
  });
});
