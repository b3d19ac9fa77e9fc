import type { Proration, RoundingMode, RoundingUnit } from "@linli/contracts";
import {
  addMonths,
  dayBefore,
  daysBetweenInclusive,
  daysIn,
  firstDay,
  maxDate,
  minDate,
  periodOf,
} from "../../common/calendar.js";
import { divide, parseDecimal, pow10, ZERO } from "../../common/exact-decimal.js";
import { monthlyPrice } from "../pricing/price.js";
import { FEN_PER_UNIT } from "../pricing/rounding.js";
import type { PriceTrace } from "../pricing/pricing.types.js";
import { chargedSpan, keepsMonthWhole, partOf } from "../pricing/proration.js";

/**
 * PASS_ON: the days from D on go to a new payer (过户). DROP: nothing is charged from D on (拆分/合并: the old room is
 * billed to the day before).
 */
export type CutMode = "PASS_ON" | "DROP";

/** A charge as the cut reads it; amounts in fen. */
export interface CuttableCharge {
  serviceFrom: string;
  serviceTo: string;
  amountFen: number;
  receivedFen: number;
  offsetFen: number;
  openFen: number;
  dueOn: string;
  trace: PriceTrace | null;
  /** How the rate charges broken months; null for what was entered by hand or imported. */
  proration: Proration | null;
  /** First day of the binding it was billed for. */
  bindingFrom: string | null;
}

/** A charge to be issued in place of what was open. */
export interface CutPiece {
  side: "OLD" | "NEW";
  serviceFrom: string;
  serviceTo: string;
  amountFen: number;
  dueOn: string;
  trace: PriceTrace | null;
}

/** What becomes of a charge, in fen; `oldFen` + `newFen` is what was to be paid in all. */
export interface ChargeCut {
  /** For the days before the cut. */
  oldFen: number;
  /** For the days from the cut on. */
  newFen: number;
  /** Paid already for days from the cut on: paid charges are never split, the parties settle it between them. */
  settleFen: number;
  /** Open and reversed, to be replaced by the pieces; 0 leaves the charge alone. */
  reverseFen: number;
  pieces: CutPiece[];
}

/**
 * Cuts a charge at day D, the first day of the new situation (BIL-15, BIL-16, BC-20). The old part is what the engine
 * charges for the days before; the rest of the bill is the new part, so that nothing is lost. What was received counts
 * for the old part first. Pure; computes from what was billed, so that later prices and areas do not matter.
 */
export function planCut(charge: CuttableCharge, day: string, mode: CutMode): ChargeCut {
  const { serviceFrom, serviceTo, openFen } = charge;
  const paidFen = charge.receivedFen + charge.offsetFen;
  const dueFen = paidFen + openFen;
  const cut = mode === "PASS_ON" ? firstDayPassedOn(charge, day) : day;
  if (serviceTo < cut) return { oldFen: dueFen, newFen: 0, settleFen: 0, reverseFen: 0, pieces: [] };

  const fullFen = charge.trace?.left?.priced ?? charge.amountFen;
  const pricedFen = serviceFrom >= cut ? 0 : pricedBefore(charge, cut, mode, fullFen);
  // Waivers and adjustments lie on the whole bill: they fall to both parts alike.
  const oldFen = dueFen === fullFen ? pricedFen : proportion(dueFen, pricedFen, fullFen);
  const newFen = dueFen - oldFen;
  const settleFen = Math.max(0, paidFen - oldFen);
  const newOpenFen = newFen - settleFen;
  const result = { oldFen, newFen, settleFen };
  if (newOpenFen <= 0) return { ...result, reverseFen: 0, pieces: [] };

  const pieces: CutPiece[] = [];
  const oldOpenFen = openFen - newOpenFen;
  if (oldOpenFen > 0) {
    const left = leftOf(pricedFen, oldFen, Math.min(paidFen, oldFen));
    const trace = oldTrace(charge, cut, oldOpenFen, mode, left);
    const span = { serviceFrom, serviceTo: dayBefore(cut) };
    pieces.push({ side: "OLD", ...span, amountFen: oldOpenFen, dueOn: charge.dueOn, trace });
  }
  if (mode === "PASS_ON") {
    const left = leftOf(fullFen - pricedFen, newFen, settleFen);
    const from = maxDate(serviceFrom, cut);
    const trace = newTrace(charge, from, newOpenFen, { fullFen, pricedFen, left });
    const dueOn = maxDate(charge.dueOn, from);
    pieces.push({ side: "NEW", serviceFrom: from, serviceTo, amountFen: newOpenFen, dueOn, trace });
  }
  return { ...result, reverseFen: openFen, pieces };
}

/** From when on a new payer pays: the day itself, or the next month when the rate leaves a month to who began it (LAW-23). */
function firstDayPassedOn({ proration, bindingFrom }: CuttableCharge, day: string): string {
  const period = periodOf(day);
  if (proration === null || !keepsMonthWhole(proration)) return day;
  return day > maxDate(firstDay(period), bindingFrom) ? firstDay(addMonths(period, 1)) : day;
}

/** What the days before the cut come to, never more than the whole. */
function pricedBefore(charge: CuttableCharge, cut: string, mode: CutMode, fullFen: number): number {
  const { trace } = charge;
  const days = daysBetweenInclusive(charge.serviceFrom, dayBefore(cut));
  if (!trace) return proportion(fullFen, days, daysBetweenInclusive(charge.serviceFrom, charge.serviceTo));
  const part = partBefore(charge, cut, mode);
  if (!part) return 0;
  const [quantity, unitPrice, surcharge] = [trace.qty, trace.price, trace.sur ?? "0"].map(
    (text) => parseDecimal(text) ?? ZERO,
  );
  const { units, scale } = monthlyPrice(quantity ?? ZERO, unitPrice ?? ZERO, surcharge ?? ZERO);
  const [mode_, unitName] = trace.round.split(" ") as [RoundingMode, RoundingUnit];
  const unit = FEN_PER_UNIT[unitName];
  const dividend = units * 100n * BigInt(part.numerator);
  const fen = divide(dividend, pow10(scale) * unit * BigInt(part.denominator), mode_) * unit;
  return Math.min(Number(fen), fullFen);
}

interface Part {
  numerator: number;
  denominator: number;
}

/** The part of a month that the days before the cut cost. */
function partBefore(charge: CuttableCharge, cut: string, mode: CutMode): Part | null {
  const { serviceFrom, trace, proration, bindingFrom } = charge;
  if (mode === "PASS_ON" || proration === null)
    return partOfDays(trace!, daysBetweenInclusive(serviceFrom, dayBefore(cut)));
  const period = periodOf(serviceFrom);
  const charged = chargedSpan(proration, { from: bindingFrom ?? serviceFrom, to: dayBefore(cut) }, period);
  if (!charged || charged.to < serviceFrom) return null;
  const to = minDate(charged.to, charge.serviceTo);
  return partOf(charged, daysBetweenInclusive(maxDate(charged.from, serviceFrom), to));
}

/** The part of a month that some days of a bill cost, as the engine writes it: 17/30 of a whole month of 30 days. */
function partOfDays({ part, from, to }: PriceTrace, days: number): Part {
  const all = daysBetweenInclusive(from, to);
  const inMonth = daysIn(periodOf(from));
  const [numerator, denominator] = part ? part.split("/").map(Number) : [inMonth, inMonth];
  if (numerator === all) return { numerator: days, denominator: denominator! };
  return { numerator: numerator! * days, denominator: denominator! * all };
}

/** `whole` × part ÷ of, rounded half up to a fen. */
export const proportion = (whole: number, part: number, of: number): number =>
  of === 0 ? 0 : Number(divide(BigInt(whole) * BigInt(part), BigInt(of), "HALF_UP"));

const leftOf = (priced: number, due: number, paid: number): PriceTrace["left"] =>
  due === priced && paid === 0 ? undefined : { priced, due, paid };

function oldTrace(
  charge: CuttableCharge,
  cut: string,
  fen: number,
  mode: CutMode,
  left: PriceTrace["left"],
): PriceTrace | null {
  if (!charge.trace) return null;
  const { part: _whole, rest: _rest, left: _left, ...trace } = charge.trace;
  const part = partBefore(charge, cut, mode);
  return {
    ...trace,
    to: dayBefore(cut),
    ...partText(part),
    ...(mode === "PASS_ON" ? withPayerCut(trace) : charge.proration && { pol: charge.proration }),
    ...(left && { left }),
    fen,
  };
}

function newTrace(
  charge: CuttableCharge,
  from: string,
  fen: number,
  { fullFen, pricedFen, left }: { fullFen: number; pricedFen: number; left: PriceTrace["left"] },
): PriceTrace | null {
  if (!charge.trace) return null;
  const { left: _left, ...trace } = charge.trace;
  if (from === charge.serviceFrom) return { ...trace, ...(left && { left }), fen };
  const { part: _whole, ...rest } = trace;
  const part = partOfDays(charge.trace, daysBetweenInclusive(from, charge.serviceTo));
  return {
    ...rest,
    from,
    ...partText(part),
    ...withPayerCut(trace),
    rest: { whole: fullFen, taken: pricedFen },
    ...(left && { left }),
    fen,
  };
}

const partText = (part: Part | null) =>
  part && part.numerator !== part.denominator ? { part: `${part.numerator}/${part.denominator}` } : {};

const withPayerCut = ({ cut = [] }: PriceTrace) => ({ cut: [...new Set([...cut, "PAYER" as const])] });
