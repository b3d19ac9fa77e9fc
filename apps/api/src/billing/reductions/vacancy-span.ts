import {
  type DaySpan,
  daysBetweenInclusive,
  daysIn,
  maxDate,
  minDate,
  overlaps,
  periodOf,
} from "../../common/calendar.js";
import { divide, parseDecimal, pow10, ZERO } from "../../common/exact-decimal.js";
import { monthlyPrice } from "../pricing/price.js";
import type { PriceTrace, PricingRules, ReductionSpan } from "../pricing/pricing.types.js";
import { reducedFen } from "../pricing/reduce.js";
import { FEN_PER_UNIT } from "../pricing/rounding.js";

/** A vacancy's columns that say what it takes off, and when. */
export interface VacancyTerms {
  id: string;
  no: string;
  percent: string | null;
  amountFen: number | null;
  from: string;
  to: string | null;
}

/** A vacancy as the pricing engine reads it. */
export const reductionSpan = ({ id, no, percent, amountFen, from, to }: VacancyTerms): ReductionSpan =>
  amountFen === null
    ? { id, no, kind: "PERCENT", value: trimZeros(percent ?? "0"), from, to }
    : {
        id,
        no,
        kind: "AMOUNT",
        value: `${Math.floor(amountFen / 100)}.${String(amountFen % 100).padStart(2, "0")}`,
        from,
        to,
      };

const trimZeros = (text: string) => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);

/** A charge that was issued, as far as a reduction needs it. */
export interface IssuedCharge {
  serviceFrom: string;
  serviceTo: string;
  amountFen: number;
  trace: PriceTrace | null;
  /** A change inside the month waits for the next month (BIL-13). */
  wholeMonths: boolean;
}

/**
 * What a reduction comes to on a charge that was issued whole, in fen: as if the charge had been cut where the reduction
 * begins and ends (BIL-13), so that a late approval and a run agree to the cent.
 */
export function reductionOf(charge: IssuedCharge, span: ReductionSpan): number {
  const days = coveredDays(charge, span);
  if (days === 0) return 0;
  const { rules, month, denominator } = priceOf(charge);
  const all = daysBetweenInclusive(charge.serviceFrom, charge.serviceTo);
  const isWhole = days === all;
  const numerator = isWhole ? denominator.whole : BigInt(days);
  const part = { numerator: Number(numerator), denominator: Number(denominator.of) };
  const lineFen = isWhole ? charge.amountFen : amountOf(month, part, rules);
  return reducedFen(span, month, part, Math.min(lineFen, charge.amountFen), rules);
}

function coveredDays({ serviceFrom, serviceTo, wholeMonths }: IssuedCharge, span: DaySpan): number {
  const served = { from: serviceFrom, to: serviceTo };
  if (!overlaps(span, served)) return 0;
  if (wholeMonths) return span.from <= serviceFrom ? daysBetweenInclusive(serviceFrom, serviceTo) : 0;
  const [from, to] = [maxDate(span.from, serviceFrom), span.to === null ? serviceTo : minDate(span.to, serviceTo)];
  return daysBetweenInclusive(from, to);
}

/** The exact price of a month, and the part of the month the charge covers; a charge without a price is its own whole. */
function priceOf({ trace, amountFen, serviceFrom, serviceTo }: IssuedCharge) {
  const days = BigInt(daysBetweenInclusive(serviceFrom, serviceTo));
  if (!trace?.round || trace.left || trace.rest || trace.meters) {
    const rules: Pick<PricingRules, "rounding" | "roundingUnit"> = { rounding: "HALF_UP", roundingUnit: "0.01" };
    return { rules, month: { units: BigInt(amountFen), scale: 2 }, denominator: { whole: days, of: days } };
  }
  const [rounding, roundingUnit] = trace.round.split(" ") as [PricingRules["rounding"], PricingRules["roundingUnit"]];
  const [quantity, price, surcharge] = [trace.qty, trace.price, trace.sur ?? "0"].map(
    (text) => parseDecimal(text) ?? ZERO,
  );
  const month = monthlyPrice(quantity ?? ZERO, price ?? ZERO, surcharge ?? ZERO);
  const [whole, of] = trace.part?.split("/").map(BigInt) ?? [];
  const inMonth = BigInt(daysIn(periodOf(serviceFrom)));
  return { rules: { rounding, roundingUnit }, month, denominator: { whole: whole ?? inMonth, of: of ?? inMonth } };
}

function amountOf(
  month: { units: bigint; scale: number },
  part: { numerator: number; denominator: number },
  { rounding, roundingUnit }: Pick<PricingRules, "rounding" | "roundingUnit">,
): number {
  const unit = FEN_PER_UNIT[roundingUnit];
  const dividend = month.units * 100n * BigInt(part.numerator);
  return Number(divide(dividend, pow10(month.scale) * BigInt(part.denominator) * unit, rounding) * unit);
}
