import type { RoundingMode } from "@linli/contracts";

/**
 * Exact decimals for the hot paths: an integer and a power of ten. A price of '2.38' is 238 × 10⁻². Products and sums of
 * such numbers stay exact in BigInt; the only inexact step, a division, goes through `divide` with a named rounding.
 */
export interface ExactDecimal {
  /** The number without its decimal point. */
  readonly units: bigint;
  /** How many of its digits stand behind the point. */
  readonly scale: number;
  /** The canonical text: no trailing zeros, '2.50' reads '2.5'. */
  readonly text: string;
}

const NON_NEGATIVE = /^\d{1,15}(\.\d{1,12})?$/;
const CACHE_LIMIT = 50_000;
const cache = new Map<string, ExactDecimal>();
const POWERS = Array.from({ length: 64 }, (_, n) => 10n ** BigInt(n));

export const ZERO: ExactDecimal = { units: 0n, scale: 0, text: "0" };

/** 10 to the power of n. */
export const pow10 = (n: number) => POWERS[n] ?? 10n ** BigInt(n);

/** Reads a decimal that is not negative, such as a price or an area; `null` when the text is none. Parsed texts are remembered. */
export function parseDecimal(text: string): ExactDecimal | null {
  const known = cache.get(text);
  if (known) return known;
  if (!NON_NEGATIVE.test(text)) return null;

  const [whole = "0", fraction = ""] = text.split(".");
  const digits = fraction.replace(/0+$/, "");
  const units = BigInt(whole + digits);
  const integer = BigInt(whole).toString();
  const parsed = { units, scale: digits.length, text: digits ? `${integer}.${digits}` : integer };
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, parsed);
  return parsed;
}

/** dividend ÷ divisor (divisor > 0) as an integer, rounded as named; HALF_UP rounds the half away from zero. */
export function divide(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const truncated = dividend / divisor;
  const rest = dividend - truncated * divisor;
  if (rest === 0n) return truncated;

  const away = rest > 0n ? 1n : -1n;
  if (mode === "FLOOR") return away > 0n ? truncated : truncated - 1n;
  if (mode === "CEIL") return away > 0n ? truncated + 1n : truncated;

  const twice = rest * away * 2n;
  if (twice > divisor) return truncated + away;
  if (twice < divisor) return truncated;
  return mode === "HALF_UP" || truncated % 2n !== 0n ? truncated + away : truncated;
}
