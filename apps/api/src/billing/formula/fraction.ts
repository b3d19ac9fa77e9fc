import { divide, parseDecimal, pow10 } from "../../common/exact-decimal.js";

/** An exact rational number; the denominator is positive. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO: Fraction = { numerator: 0n, denominator: 1n };

/** Digits of a result that has no end, such as a third. */
const PLACES = 12;

/** A decimal that is not negative as a fraction; null when the text is none. */
export function fractionOf(text: string): Fraction | null {
  const decimal = parseDecimal(text);
  return decimal && { numerator: decimal.units, denominator: pow10(decimal.scale) };
}

export const plus = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});

export const negated = (a: Fraction): Fraction => ({ ...a, numerator: -a.numerator });

export const times = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
});

/** @param b must not be 0 */
export function over(a: Fraction, b: Fraction): Fraction {
  const sign = b.numerator < 0n ? -1n : 1n;
  return { numerator: a.numerator * b.denominator * sign, denominator: a.denominator * b.numerator * sign };
}

/** Negative, 0 or positive as a is less than, equal to or more than b. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The fraction as a decimal of at most 12 places, without trailing zeros. */
export function decimalOf({ numerator, denominator }: Fraction): string {
  const units = divide(numerator * pow10(PLACES), denominator, "HALF_UP");
  const digits = (units < 0n ? -units : units).toString().padStart(PLACES + 1, "0");
  const places = digits.slice(-PLACES).replace(/0+$/, "");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -PLACES)}${places ? `.${places}` : ""}`;
}
