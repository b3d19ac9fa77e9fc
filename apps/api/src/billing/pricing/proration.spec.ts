import fc from "fast-check";
import type { Proration } from "@linli/contracts";
import { addDays, lastDay } from "../../common/calendar.js";
import { price } from "./price.js";
import { anInput, aRate, daysOf, yuanOf } from "./pricing.factories.js";
import { chargedSpan } from "./proration.js";

/** A fixed fee of 310 yuan a month: 10 yuan a day in a month of 31. */
const fixed = (proration: Proration, period: string, from: string, to: string | null) =>
  price(anInput({ period, rules: { base: "FIXED", proration }, rates: [aRate("310")], binding: { from, to } })).lines;

describe("a month that the binding fills costs exactly one month", () => {
  test.each(["ACTUAL_DAYS", "FIXED_30", "HALF_MONTH", "WHOLE_MONTH", "FROM_NEXT_MONTH"] as const)("%s", (policy) => {
    for (const period of ["2025-01", "2025-02", "2024-02", "2025-04"]) {
      expect(yuanOf(fixed(policy, period, `${period}-01`, lastDay(period)))).toEqual(["310.00"]);
      expect(yuanOf(fixed(policy, period, "2020-01-01", null))).toEqual(["310.00"]);
    }
  });
});

describe.each([
  // policy, period, from, to, days charged, amount
  ["ACTUAL_DAYS", "2025-05", "2025-05-12", null, "2025-05-12..2025-05-31", "200.00"],
  ["ACTUAL_DAYS", "2025-05", "2020-01-01", "2025-05-11", "2025-05-01..2025-05-11", "110.00"],
  ["ACTUAL_DAYS", "2025-05", "2025-05-12", "2025-05-12", "2025-05-12..2025-05-12", "10.00"],
  ["ACTUAL_DAYS", "2024-02", "2024-02-29", null, "2024-02-29..2024-02-29", "10.69"],
  ["ACTUAL_DAYS", "2025-02", "2025-02-28", null, "2025-02-28..2025-02-28", "11.07"],
  ["FIXED_30", "2025-05", "2025-05-12", null, "2025-05-12..2025-05-31", "206.67"],
  ["FIXED_30", "2025-05", "2025-05-02", null, "2025-05-02..2025-05-31", "310.00"],
  ["FIXED_30", "2025-02", "2025-02-02", null, "2025-02-02..2025-02-28", "279.00"],
  ["FIXED_30", "2025-05", "2020-01-01", "2025-05-15", "2025-05-01..2025-05-15", "155.00"],
  ["HALF_MONTH", "2025-05", "2025-05-02", null, "2025-05-15..2025-05-31", "155.00"],
  ["HALF_MONTH", "2025-05", "2025-05-15", null, "2025-05-15..2025-05-31", "155.00"],
  ["HALF_MONTH", "2025-05", "2020-01-01", "2025-05-14", "2025-05-01..2025-05-14", "155.00"],
  ["HALF_MONTH", "2025-05", "2020-01-01", "2025-05-01", "2025-05-01..2025-05-01", "155.00"],
  ["HALF_MONTH", "2025-05", "2020-01-01", "2025-05-15", "2025-05-01..2025-05-15", "310.00"],
  ["HALF_MONTH", "2025-05", "2025-05-10", "2025-05-20", "2025-05-15..2025-05-20", "155.00"],
  ["WHOLE_MONTH", "2025-05", "2025-05-31", null, "2025-05-31..2025-05-31", "310.00"],
  ["WHOLE_MONTH", "2025-05", "2020-01-01", "2025-05-01", "2025-05-01..2025-05-01", "310.00"],
  ["FROM_NEXT_MONTH", "2025-05", "2020-01-01", "2025-05-01", "2025-05-01..2025-05-01", "310.00"],
] as const)("%s in %s, bound from %s to %s", (policy, period, from, to, days, amount) => {
  test(`charges ${days} with ${amount}`, () => {
    const lines = fixed(policy, period, from, to);
    expect(daysOf(lines)).toEqual([days]);
    expect(yuanOf(lines)).toEqual([amount]);
  });
});

test.each([
  ["FROM_NEXT_MONTH", "2025-05-02", null],
  ["FROM_NEXT_MONTH", "2025-05-02", "2025-05-30"],
  ["HALF_MONTH", "2025-05-16", null],
  ["HALF_MONTH", "2025-05-03", "2025-05-14"],
  ["ACTUAL_DAYS", "2025-06-01", null],
  ["ACTUAL_DAYS", "2020-01-01", "2025-04-30"],
  ["WHOLE_MONTH", "2025-06-01", null],
] as const)("%s charges nothing in May for %s to %s", (policy, from, to) => {
  expect(fixed(policy, "2025-05", from, to)).toEqual([]);
});

test.each(["ACTUAL_DAYS", "HALF_MONTH", "FROM_NEXT_MONTH"] as const)(
  "%s: an object handed on in mid-month is charged for one month in all",
  (policy) => {
    fc.assert(
      fc.property(
        fc.constantFrom("2025-01", "2025-02", "2024-02", "2025-04"),
        fc.integer({ min: 1, max: 27 }),
        (period, day) => {
          const handover = addDays(`${period}-01`, day);
          const before = chargedSpan(policy, { from: "2020-01-01", to: addDays(handover, -1) }, period);
          const after = chargedSpan(policy, { from: handover, to: null }, period);
          const part = (span: typeof before) => (span ? span.numerator / span.denominator : 0);
          expect(part(before) + part(after)).toBeCloseTo(1, 12);
        },
      ),
    );
  },
);

test("a price change inside a fully charged month of FIXED_30 never makes the month dearer than its days", () => {
  const { lines } = price(
    anInput({
      period: "2025-07",
      rules: { base: "FIXED", proration: "FIXED_30" },
      rates: [aRate("310", "2020-01-01", "2025-07-15"), aRate("620", "2025-07-16")],
    }),
  );
  expect(yuanOf(lines)).toEqual(["150.00", "320.00"]);
});

test("a price change inside a half month divides the half by days", () => {
  const { lines } = price(
    anInput({
      period: "2025-05",
      binding: { from: "2025-05-10", to: null },
      rules: { base: "FIXED", proration: "HALF_MONTH" },
      rates: [aRate("340", "2020-01-01", "2025-05-24"), aRate("680", "2025-05-25")],
    }),
  );
  expect(daysOf(lines)).toEqual(["2025-05-15..2025-05-24", "2025-05-25..2025-05-31"]);
  expect(yuanOf(lines)).toEqual(["100.00", "140.00"]);
});
