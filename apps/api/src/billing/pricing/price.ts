import { dayOf, daysIn, isPeriod } from "../../common/calendar.js";
import { divide, pow10, type ExactDecimal } from "../../common/exact-decimal.js";
import { FEN_PER_UNIT, sharesOf } from "./rounding.js";
import {
  PricingError,
  type PricedLine,
  type PriceTrace,
  type PricingGap,
  type PricingInput,
  type PricingResult,
  type PricingRules,
} from "./pricing.types.js";
import { reducedFen } from "./reduce.js";
import { chargedSpan, partOf, type ChargedSpan } from "./proration.js";
import { continues, segmentsOf, type Segment } from "./segments.js";

const MAX_FEN = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * Prices one fee item of one object for one month: (quantity × unit price + surcharge) × part of the month, in one line
 * per stretch of days without a change, each rounded once (BIL-30). A stretch in which only the payer or what late fees
 * follow (BIL-04) changes is priced as a whole; its last part is what the others leave, so that nothing is lost (BIL-15).
 * Exact: no binary fractions.
 *
 * @returns no lines when the binding is not charged in this month; `gaps` names days that lack a rate, area or payer.
 * @throws PricingError for numbers or dates that cannot be priced.
 */
export function price(input: PricingInput): PricingResult {
  const { period, binding, rules } = input;
  if (!isPeriod(period)) throw new PricingError("period", `账期“${period}”不存在`);
  if (binding.to !== null && binding.to < binding.from)
    throw new PricingError("binding", "收费绑定的结束日期早于开始日期");

  const gaps: PricingGap[] = [];
  const lines: PricedLine[] = [];
  const charged = chargedSpan(rules.proration, binding, period);
  if (!charged) return { lines, gaps };

  const segments = segmentsOf(input, charged, gaps);
  for (let i = 0; i < segments.length;) {
    const end = endOfStretch(segments, i);
    addStretch(lines, input, charged, segments.slice(i, end));
    i = end;
  }
  return { lines, gaps };
}

/** The index after the last segment that differs from segment `start` in nothing that the price follows from. */
function endOfStretch(segments: readonly Segment[], start: number): number {
  let end = start + 1;
  for (; end < segments.length; end++) {
    const before = segments[end - 1];
    const segment = segments[end];
    if (!before || !segment || !continues(before, segment)) break;
  }
  return end;
}

/** Adds the lines of a stretch at one price: one, or one for each payer and choice of late fees. */
function addStretch(lines: PricedLine[], input: PricingInput, charged: ChargedSpan, parts: readonly Segment[]): void {
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last) return;
  const whole = amountOf(first, charged, dayOf(last.to) - dayOf(first.from) + 1, input.rules);
  const own = parts.map((part) => amountOf(part, charged, daysOf(part), input.rules));
  for (const [index, { fen, rest }] of sharesOf(whole, own).entries()) {
    const part = parts[index]!;
    const line = lineOf(input, charged, part, daysOf(part), fen);
    if (rest) line.trace.rest = rest;
    lines.push(line);
  }
}

const daysOf = (segment: Segment) => dayOf(segment.to) - dayOf(segment.from) + 1;

/** The month's price as an integer of 10^-scale yuan. */
export function monthlyPrice(quantity: ExactDecimal, unitPrice: ExactDecimal, surcharge: ExactDecimal) {
  const product = quantity.units * unitPrice.units;
  const productScale = quantity.scale + unitPrice.scale;
  if (surcharge.units === 0n) return { units: product, scale: productScale };
  const scale = Math.max(productScale, surcharge.scale);
  const units = product * pow10(scale - productScale) + surcharge.units * pow10(scale - surcharge.scale);
  return { units, scale };
}

const monthOf = ({ quantity, unitPrice, surcharge }: Segment) => monthlyPrice(quantity, unitPrice, surcharge);

/** The amount of `days` of a segment in fen, rounded once to the unit of the standard. */
function amountOf(segment: Segment, charged: ChargedSpan, days: number, rules: PricingRules): number {
  const { units, scale } = monthlyPrice(segment.quantity, segment.unitPrice, segment.surcharge);
  const { numerator, denominator } = partOf(charged, days);
  const unit = FEN_PER_UNIT[rules.roundingUnit];
  let dividend = units * 100n;
  let divisor = pow10(scale) * unit;
  if (numerator !== denominator) {
    dividend *= BigInt(numerator);
    divisor *= BigInt(denominator);
  }
  const fen = divide(dividend, divisor, rules.rounding) * unit;
  if (fen > MAX_FEN) throw new PricingError("amount", "金额过大，无法计费");
  return Number(fen);
}

function lineOf(
  input: PricingInput,
  charged: ChargedSpan,
  segment: Segment,
  days: number,
  amountFen: number,
): PricedLine {
  return {
    serviceFrom: segment.from,
    serviceTo: segment.to,
    days,
    daysInMonth: daysIn(input.period),
    quantity: segment.quantity.text,
    unitPrice: segment.unitPrice.text,
    surcharge: segment.surcharge.text,
    amountFen,
    payerId: segment.payerId,
    rateVersionId: segment.rateVersionId,
    trace: traceOf(input, charged, segment, days, amountFen),
  };
}

function traceOf(input: PricingInput, charged: ChargedSpan, segment: Segment, days: number, fen: number): PriceTrace {
  const { rules, binding } = input;
  const trace: PriceTrace = {
    from: segment.from,
    to: segment.to,
    base: rules.base,
    qty: segment.quantity.text,
    price: segment.unitPrice.text,
    round: `${rules.rounding} ${rules.roundingUnit}`,
    fen,
  };
  if (rules.base === "AREA" && binding.quantity == null) trace.area = rules.area;
  if (segment.formula) trace.formula = segment.formula;
  if (segment.surcharge.units !== 0n) trace.sur = segment.surcharge.text;
  const { numerator, denominator } = partOf(charged, days);
  if (numerator !== denominator) trace.part = `${numerator}/${denominator}`;
  if (charged.isBroken) trace.pol = rules.proration;
  if (segment.cuts.length > 0) trace.cut = segment.cuts;
  if (segment.reduction) {
    const { id, no, kind, value } = segment.reduction;
    trace.red = {
      id,
      no,
      kind,
      value,
      fen: reducedFen(segment.reduction, monthOf(segment), partOf(charged, days), fen, rules),
    };
  }
  // The binding is where the count of a COUNT rate stands; nothing was agreed beyond the standard.
  const ownQuantity = binding.quantity != null && rules.base !== "COUNT" && rules.base !== "FORMULA";
  if (ownQuantity) trace.own = binding.unitPrice == null ? ["qty"] : ["qty", "price"];
  else if (binding.unitPrice != null) trace.own = ["price"];
  return trace;
}
