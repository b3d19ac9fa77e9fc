import { Decimal } from "decimal.js";
import fc from "fast-check";
import { divide, parseDecimal } from "./exact-decimal.js";

test.each([
  ["2.50", "2.5"],
  ["0", "0"],
  ["0.000", "0"],
  ["007.1", "7.1"],
  ["123456789012345.123456789012", "123456789012345.123456789012"],
])("reads %s as %s", (text, canonical) => {
  expect(parseDecimal(text)?.text).toBe(canonical);
});

test.each(["-1", "+1", "1.", ".5", "1e3", "１", "", " 1", "1,000", "NaN", "1234567890123456"])(
  "does not read %p",
  (text) => {
    expect(parseDecimal(text)).toBeNull();
  },
);

test.each([
  [5n, 2n, ["3", "2", "3", "2"]],
  [7n, 2n, ["4", "4", "4", "3"]],
  [-5n, 2n, ["-3", "-2", "-2", "-3"]],
  [4n, 3n, ["1", "1", "2", "1"]],
  [5n, 3n, ["2", "2", "2", "1"]],
  [-4n, 3n, ["-1", "-1", "-1", "-2"]],
  [6n, 3n, ["2", "2", "2", "2"]],
  [0n, 3n, ["0", "0", "0", "0"]],
])("%s ÷ %s half up, half even, up, down", (dividend, divisor, expected) => {
  const modes = ["HALF_UP", "HALF_EVEN", "CEIL", "FLOOR"] as const;
  expect(modes.map((mode) => divide(dividend, divisor, mode).toString())).toEqual(expected);
});

test("divides like decimal.js", () => {
  const Exact = Decimal.clone({ precision: 60 });
  const modes = {
    HALF_UP: Decimal.ROUND_HALF_UP,
    HALF_EVEN: Decimal.ROUND_HALF_EVEN,
    CEIL: Decimal.ROUND_CEIL,
    FLOOR: Decimal.ROUND_FLOOR,
  };
  const mode = fc.constantFrom("HALF_UP" as const, "HALF_EVEN" as const, "CEIL" as const, "FLOOR" as const);
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 6n), mode, (dividend, divisor, rounding) => {
      const expected = new Exact(dividend.toString()).div(divisor.toString()).toDecimalPlaces(0, modes[rounding]);
      expect(divide(dividend, divisor, rounding).toString()).toBe(expected.abs().isZero() ? "0" : expected.toFixed(0));
    }),
  );
});
