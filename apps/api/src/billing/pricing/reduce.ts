import { divide, parseDecimal, pow10, ZERO } from "../../common/exact-decimal.js";
import type { PricingRules, ReductionSpan } from "./pricing.types.js";
import { FEN_PER_UNIT } from "./rounding.js";

/** A decimal of yuan as an integer of 10^-scale. */
interface Exact {
  units: bigint;
  scale: number;
}

interface Part {
  numerator: number;
  denominator: number;
}

/**
 * What a reduction takes off a line, in fen: never less than nothing, never more than the line. Per cent: the line less
 * what the days cost at the reduced price, rounded once as the line itself (BIL-30), so that what is left is what the
 * reduced price comes to. Amount: its part of the month by days, rounded half up to a fen.
 *
 * @param month what a whole month costs, in yuan
 * @param part the part of the month that the line covers
 * @param lineFen the amount of the line
 */
export function reducedFen(
  { kind, value }: Pick<ReductionSpan, "kind" | "value">,
  month: Exact,
  part: Part,
  lineFen: number,
  rules: Pick<PricingRules, "rounding" | "roundingUnit">,
): number {
  const parsed = parseDecimal(value) ?? ZERO;
  const [numerator, denominator] = [BigInt(part.numerator), BigInt(part.denominator)];
  let fen: number;
  if (kind === "AMOUNT") {
    fen = Number(divide(parsed.units * 100n * numerator, pow10(parsed.scale) * denominator, "HALF_UP"));
  } else {
    const hundred = 100n * pow10(parsed.scale);
    const keeps = hundred - parsed.units;
    const unit = FEN_PER_UNIT[rules.roundingUnit];
    const dividend = month.units * 100n * numerator * keeps;
    const divisor = pow10(month.scale) * unit * denominator * hundred;
    fen = lineFen - Number(divide(dividend, divisor, rules.rounding) * unit);
  }
  return Math.min(Math.max(fen, 0), lineFen);
}
