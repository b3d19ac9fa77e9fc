import type { AreaKind } from "@linli/contracts";
import { covers, dayAfter, dayBefore, type DaySpan } from "../../common/calendar.js";
import { parseDecimal, ZERO, type ExactDecimal } from "../../common/exact-decimal.js";
import {
  PricingError,
  type AreaVersion,
  type CutReason,
  type FormulaTrace,
  type PricingGap,
  type PricingInput,
  type RateVersion,
  type ReductionSpan,
} from "./pricing.types.js";
import { formulaPrice } from "./formula-price.js";
import { isOwned, payerOn } from "./payers.js";
import { keepsMonthWhole, type ChargedSpan } from "./proration.js";

/** Days with one price, one quantity, one payer and one choice of late fees. */
export interface Segment {
  from: string;
  to: string;
  rateVersionId: string;
  unitPrice: ExactDecimal;
  surcharge: ExactDecimal;
  quantity: ExactDecimal;
  payerId: string | null;
  /** What late fees follow the price (BIL-04). */
  lateFee: string | undefined;
  /** FORMULA: how the price of the month came about. */
  formula?: FormulaTrace;
  /** What is taken off these days. */
  reduction?: ReductionSpan;
  cuts: CutReason[];
}

const ONE: ExactDecimal = { units: 1n, scale: 0, text: "1" };
const AREA_FIELD = {
  CHARGE: "charge",
  BUILDING: "building",
  INNER: "inner",
  USABLE: "usable",
} as const satisfies Record<AreaKind, keyof AreaVersion>;

/**
 * Cuts the charged span wherever price, quantity, payer or what late fees follow change and adds what is missing to `gaps`.
 * A new version that changes nothing (same price, same late fees, same area, same payer) cuts nothing: a renewed price must
 * not cost a fen of rounding.
 */
export function segmentsOf(input: PricingInput, charged: ChargedSpan, gaps: PricingGap[]): Segment[] {
  const segments: Segment[] = [];
  const starts = startsIn(input, charged);
  for (let i = 0; i < starts.length; i++) {
    const from = starts[i] ?? charged.from;
    const next = starts[i + 1];
    const to = next === undefined ? charged.to : dayBefore(next);
    const segment = segmentAt(input, charged, from, to, gaps);
    if (segment) append(segments, segment);
  }
  return segments;
}

/** The days on which something may change: the first day, and every first day of a version or day after its end. */
function startsIn({ rates, areas, payers, reductions = [] }: PricingInput, { from, to }: ChargedSpan): string[] {
  const starts = [from];
  for (const list of [rates, areas, payers, reductions]) {
    for (const version of list) {
      if (version.from > from && version.from <= to) starts.push(version.from);
      if (version.to !== null && version.to >= from && version.to < to) starts.push(dayAfter(version.to));
    }
  }
  return starts.length === 1 ? starts : [...new Set(starts)].sort();
}

function segmentAt(
  input: PricingInput,
  charged: ChargedSpan,
  from: string,
  to: string,
  gaps: PricingGap[],
): Segment | null {
  // With NEXT_MONTH the first charged day fixes price and area for the rest of the month.
  const priceDay = input.rules.change === "NEXT_MONTH" ? charged.from : from;
  const version = inForce(input.rates, priceDay);
  if (!version) return addGap(gaps, "NO_RATE", from, to);
  const reduction = inForce(input.reductions ?? [], priceDay);
  if (input.rules.base === "FORMULA") {
    const segment = formulaSegment(input, charged, { from, to, priceDay, version }, gaps);
    return segment && reduction ? { ...segment, reduction } : segment;
  }
  const quantity = quantityOn(input, priceDay);
  if (!quantity) return addGap(gaps, input.rules.base === "AREA" ? "NO_AREA" : "NO_QUANTITY", from, to);

  const payerId = payerOfSegment(input, charged, from);
  if (payerId === null) addGap(gaps, "NO_PAYER", from, to);
  return {
    from,
    to,
    rateVersionId: version.id,
    unitPrice: decimal("unitPrice", input.binding.unitPrice ?? version.unitPrice),
    surcharge: surchargeOf(version),
    quantity,
    payerId,
    lateFee: version.lateFee,
    ...(reduction && { reduction }),
    cuts: [],
  };
}

/** Days whose month costs what the formula comes to. */
function formulaSegment(
  input: PricingInput,
  charged: ChargedSpan,
  { from, to, priceDay, version }: { from: string; to: string; priceDay: string; version: RateVersion },
  gaps: PricingGap[],
): Segment | null {
  const result = formulaPrice(input, version, inForce(input.areas, priceDay));
  if ("missing" in result) return addGap(gaps, result.missing, from, to);
  const payerId = payerOfSegment(input, charged, from);
  if (payerId === null) addGap(gaps, "NO_PAYER", from, to);
  const price = { unitPrice: result.amount, surcharge: ZERO, quantity: ONE };
  return {
    from,
    to,
    rateVersionId: version.id,
    ...price,
    payerId,
    lateFee: version.lateFee,
    formula: result.trace,
    cuts: [],
  };
}

/**
 * Who pays: by day, but a standard that charges whole months (WHOLE_MONTH, FROM_NEXT_MONTH) leaves the month to who pays
 * on its first charged day; a new payer begins with the next month (LAW-23). Where the developer bears that day but is
 * not known, nobody pays for the month (BIL-14).
 */
function payerOfSegment({ rules, payers, feeItemId }: PricingInput, charged: ChargedSpan, from: string): string | null {
  if (!keepsMonthWhole(rules.proration)) return payerOn(payers, feeItemId, from);
  const first = payerOn(payers, feeItemId, charged.from);
  const isFault = payers.some((payer) => payer.as === "BEFORE_START" && covers(payer, charged.from));
  return isFault && isOwned(payers, charged.from) ? first : (first ?? payerOn(payers, feeItemId, from));
}

/** The element of a list that holds on a day; the latest begun wins, so that a correction entered later counts. */
function inForce<T extends DaySpan>(list: readonly T[], day: string): T | undefined {
  let found: T | undefined;
  for (const item of list) if (covers(item, day) && (!found || item.from > found.from)) found = item;
  return found;
}

function quantityOn({ binding, rules, areas, quantity }: PricingInput, day: string): ExactDecimal | null {
  if (binding.quantity != null) return decimal("quantity", binding.quantity);
  if (rules.base === "AREA") {
    const area = inForce(areas, day)?.[AREA_FIELD[rules.area]];
    return area == null ? null : decimal("area", area);
  }
  if (quantity != null) return decimal("quantity", quantity);
  return rules.base === "COUNT" ? null : ONE;
}

function surchargeOf(version: RateVersion): ExactDecimal {
  return version.surcharge == null ? ZERO : decimal("surcharge", version.surcharge);
}

const FIELD_NAMES = { unitPrice: "单价", surcharge: "附加费", quantity: "数量", area: "面积" } as const;

function decimal(field: keyof typeof FIELD_NAMES, text: string): ExactDecimal {
  const parsed = parseDecimal(text);
  if (!parsed) throw new PricingError(field, `${FIELD_NAMES[field]}“${text.slice(0, 30)}”必须是不小于零的数字`);
  return parsed;
}

function addGap(gaps: PricingGap[], kind: PricingGap["kind"], from: string, to: string): null {
  const last = gaps.findLast((gap) => gap.kind === kind);
  if (last && dayAfter(last.to) === from) last.to = to;
  else gaps.push({ kind, from, to });
  return null;
}

/** Appends a segment, or lengthens the one before when nothing differs. */
function append(segments: Segment[], segment: Segment): void {
  const before = segments.at(-1);
  if (!before || dayAfter(before.to) !== segment.from) {
    segments.push(segment);
    return;
  }
  const cuts = differences(before, segment);
  if (cuts.length === 0) {
    before.to = segment.to;
    return;
  }
  segment.cuts = cuts;
  before.cuts = [...new Set([...before.cuts, ...cuts])];
  segments.push(segment);
}

function differences(a: Segment, b: Segment): CutReason[] {
  const cuts: CutReason[] = [];
  const samePrice = a.unitPrice.text === b.unitPrice.text && a.surcharge.text === b.surcharge.text;
  if (!samePrice) cuts.push(a.formula && a.rateVersionId === b.rateVersionId ? "AREA" : "RATE");
  if (a.quantity.text !== b.quantity.text) cuts.push("AREA");
  if (a.reduction?.id !== b.reduction?.id) cuts.push("REDUCTION");
  if (a.payerId !== b.payerId) cuts.push("PAYER");
  if (a.lateFee !== b.lateFee) cuts.push("LATE_FEE");
  return cuts;
}

/** Changes that leave the price of the days as it is. */
const PRICE_STAYS: readonly CutReason[] = ["PAYER", "LATE_FEE"];

/** Whether a segment continues the one before at the same price and quantity, so that only who pays or the late fees changed. */
export function continues(before: Segment, segment: Segment): boolean {
  return dayAfter(before.to) === segment.from && differences(before, segment).every((cut) => PRICE_STAYS.includes(cut));
}
