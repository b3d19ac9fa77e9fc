import { shareOf } from "./waiver-amounts";

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
