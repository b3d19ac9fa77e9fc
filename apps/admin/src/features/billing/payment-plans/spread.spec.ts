import { spread } from "./spread";

test.each([
  [100_000, 3, "2026-12-31", [33_334, 33_333, 33_333], ["2026-12-31", "2027-01-31", "2027-02-28"]],
  [2, 3, "2026-12-01", [1, 1, 0], ["2026-12-01", "2027-01-01", "2027-02-01"]],
  [500, 1, "2026-12-15", [500], ["2026-12-15"]],
])("%i fen in %i from %s", (totalFen, count, first, amounts, days) => {
  const instalments = spread(totalFen, count, first);
  expect(instalments.map(({ amountFen }) => amountFen)).toEqual(amounts);
  expect(instalments.map(({ dueOn }) => dueOn)).toEqual(days);
});
