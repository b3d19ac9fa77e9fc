import { countedFen, shareOf } from "./waiver-amounts";

test.each([
  [21_294, "100", 21_294],
  [21_294, "50", 10_647],
  [21_295, "50", 10_648],
  [10_000, "33.33", 3_333],
  [1, "50", 1],
  [1, "49.99", 0],
  [999_999_999_999, "12.5", 125_000_000_000],
])("of %i fen %s per cent are %i", (fen, percent, expected) => {
  expect(shareOf(fen, percent)).toBe(expected);
});

test("what lapsed of a waiver by a recalculation does not count; of one that was not approved or was taken back all does", () => {
  expect(countedFen({ amountFen: 15_000, standingFen: 9_000 })).toBe(9_000);
  expect(countedFen({ amountFen: 15_000, standingFen: 0 })).toBe(0);
  expect(countedFen({ amountFen: 15_000, standingFen: null })).toBe(15_000);
});
