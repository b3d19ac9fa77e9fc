import type { Cycle, TierBasis } from "@linli/contracts";
import {
  covers,
  dayBefore,
  daysBetweenInclusive,
  daysIn,
  isPeriod,
  lastDay,
  maxDate,
  minDate,
} from "../../common/calendar.js";
import { Exact } from "../../common/exact.js";
import { cycleOf } from "./billed-months.js";
import { useOf } from "./meter-use.js";
import { payerOn } from "./payers.js";
import { FEN_PER_UNIT, sharesOf } from "./rounding.js";
import {
  type MeterTrace,
  type MeterUse,
  type PricedLine,
  PricingError,
  type PriceTrace,
  type PricingGap,
  type PricingResult,
  type RateVersion,
  type UseInput,
} from "./pricing.types.js";
import { splitOverTiers } from "./tiers.js";

/** The part of a use that one price version counts. */
interface UsePart {
  from: string;
  to: string;
  use: Exact;
  trace: MeterTrace;
}

/** What one payer pays at one price: a line to be. */
interface Stretch {
  payerId: string | null;
  version: RateVersion;
  parts: UsePart[];
}

/** Places of a use that is divided over two prices by days. */
const USE_PLACES = 4;
const ROUNDING = {
  HALF_UP: Exact.ROUND_HALF_UP,
  HALF_EVEN: Exact.ROUND_HALF_EVEN,
  CEIL: Exact.ROUND_CEIL,
  FLOOR: Exact.ROUND_FLOOR,
};

/**
 * Prices what meters counted in a month (走表, BIL-20…22): one line per payer and price, each rounded once; where only what
 * late fees follow (BIL-04) changes, the lines are rounded as a whole, and the last is what the others leave. All meters of
 * the item count together, so that tiers belong to the household; tiers go on from what was used before. A use belongs
 * to who pays on its last day, a round that was read after its month to who pays when the month ends: a transfer has a
 * reading of its own.
 *
 * @throws PricingError for a reading that goes the wrong way and numbers that cannot be priced
 */
export function priceUse(input: UseInput): PricingResult {
  if (!isPeriod(input.period)) throw new PricingError("period", `账期“${input.period}”不存在`);
  const gaps: PricingGap[] = [];
  const uses = input.uses
    .filter((use) => covers(input.binding, belongsOn(input, use)))
    .toSorted((a, b) => (a.to === b.to ? compare(a.meterNo, b.meterNo) : compare(a.to, b.to)));
  const stretches = stretchesOf(input, uses, gaps);
  let reached = usedBefore(input);
  const priced = stretches.map((stretch, index) => {
    const one = lineOf(input, stretch, reached, index === 0 && input.surchargeDue);
    reached = reached.plus(one.line.quantity);
    return one;
  });
  const sums = Map.groupBy(priced.keys(), (index) => {
    const { payerId, version } = stretches[index]!;
    return `${payerId}${amountKey(input, version)}`;
  });
  for (const indexes of sums.values())
    roundTogether(
      indexes.map((index) => priced[index]!),
      input.rules,
    );
  return { lines: priced.map(({ line }) => line), gaps };
}

/** A line whose amount is still to be rounded, in yuan. */
interface Unrounded {
  line: PricedLine;
  exact: Exact;
}

/** Gives lines their amounts: each its own, the last what the others leave of the whole. */
function roundTogether(parts: readonly Unrounded[], rules: UseInput["rules"]): void {
  const whole = roundedFen(
    parts.reduce((sum, { exact }) => sum.plus(exact), new Exact(0)),
    rules,
  );
  const own = parts.map(({ exact }) => roundedFen(exact, rules));
  for (const [index, { fen, rest }] of sharesOf(whole, own).entries()) {
    const { line } = parts[index]!;
    line.amountFen = fen;
    line.trace.fen = fen;
    if (rest) line.trace.rest = rest;
  }
}

/** The day that decides whose a use is, and which binding's. */
const belongsOn = ({ period }: UseInput, { to }: MeterUse) => minDate(to, lastDay(period));

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What of the earlier use counts towards the tiers of this month. */
function usedBefore({ period, rules, earlier }: UseInput): Exact {
  const [from] = tierWindow(rules.tierBasis ?? "MONTH", period, rules.cycle ?? "MONTH");
  const counted = earlier.filter((one) => one.period >= from && one.period <= period);
  return counted.reduce((sum, { use }) => sum.plus(use), new Exact(0));
}

/** The first and the last month over which tiers count together with a month. */
export function tierWindow(basis: TierBasis, period: string, cycle: Cycle): [string, string] {
  if (basis === "MONTH") return [period, period];
  return cycleOf({ cycle: basis === "YEAR" ? "YEAR" : cycle, timing: "POSTPAID", runPeriod: period, start: period });
}

function stretchesOf(input: UseInput, uses: readonly MeterUse[], gaps: PricingGap[]): Stretch[] {
  const stretches = new Map<string, Stretch>();
  for (const use of uses) {
    const payerId = payerOn(input.payers, input.feeItemId, belongsOn(input, use));
    if (payerId === null) gaps.push({ kind: "NO_PAYER", from: use.from, to: use.to });
    for (const { version, part } of partsOf(input, use, gaps)) {
      const key = `${payerId}${priceKey(input, version)}`;
      const known = stretches.get(key);
      if (known) known.parts.push(part);
      else stretches.set(key, { payerId, version, parts: [part] });
    }
  }
  return [...stretches.values()];
}

/** Versions that cost the same. */
const amountKey = ({ binding }: UseInput, { unitPrice, surcharge, tiers, basePersons }: RateVersion) =>
  JSON.stringify([binding.unitPrice ?? unitPrice, surcharge, binding.unitPrice ? null : tiers, basePersons]);

/**
 * Versions that cost the same and bear the same late fees (BIL-04) are one: a renewed price must not cost a fen of rounding.
 */
const priceKey = (input: UseInput, version: RateVersion) => `${amountKey(input, version)}${version.lateFee}`;

/** A use divided over the prices in force between its readings (BIL-13): by days, or all at the first. */
function partsOf(input: UseInput, use: MeterUse, gaps: PricingGap[]): { version: RateVersion; part: UsePart }[] {
  const whole = new Exact(exactUse(use));
  const spans = input.rules.change === "NEXT_MONTH" ? [{ from: use.from, to: use.to }] : priceSpans(input, use);
  const days = daysBetweenInclusive(use.from, use.to);
  let rest = whole;
  return spans.flatMap(({ from, to }, index) => {
    const version = inForce(input.rates, from);
    if (!version) {
      gaps.push({ kind: "NO_RATE", from, to });
      return [];
    }
    const share = daysBetweenInclusive(from, to);
    const isLast = index === spans.length - 1;
    const own = isLast ? rest : whole.times(share).div(days).toDecimalPlaces(USE_PLACES, Exact.ROUND_HALF_UP);
    rest = rest.minus(own);
    const trace = meterTrace(use, whole);
    if (spans.length > 1)
      Object.assign(trace, { use: own.toFixed(), whole: whole.toFixed(), part: `${share}/${days}` });
    return [{ version, part: { from, to, use: own, trace } }];
  });
}

function exactUse(use: MeterUse): string {
  const exact = useOf(use);
  if (exact !== null) return exact;
  throw new PricingError("use", `表 ${use.meterNo} 的读数 ${use.now} 与上次读数 ${use.before} 不符`);
}

/** The days of a use, cut where another price begins. */
function priceSpans(input: UseInput, { from, to }: MeterUse): { from: string; to: string }[] {
  const { rates } = input;
  const starts = [from, ...new Set(rates.map((rate) => rate.from).filter((day) => day > from && day <= to))].sort();
  const spans: { from: string; to: string; key: string }[] = [];
  for (const [index, start] of starts.entries()) {
    const next = starts[index + 1];
    const version = inForce(rates, start);
    const key = version ? priceKey(input, version) : "";
    const end = next === undefined ? to : dayBefore(next);
    const before = spans.at(-1);
    if (before?.key === key) before.to = end;
    else spans.push({ from: start, to: end, key });
  }
  return spans;
}

/** The price in force on a day; the latest begun wins. */
function inForce(rates: readonly RateVersion[], day: string): RateVersion | undefined {
  return rates.filter((rate) => covers(rate, day)).toSorted((a, b) => compare(b.from, a.from))[0];
}

function meterTrace(use: MeterUse, whole: Exact): MeterTrace {
  const { readingId, meterNo, kind, from, to, before, now, multiplier } = use;
  const exact = { before: new Exact(before).toFixed(), now: new Exact(now).toFixed() };
  const trace: MeterTrace = { id: readingId, no: meterNo, kind, from, to, ...exact, use: whole.toFixed() };
  if (!new Exact(multiplier).eq(1)) trace.mult = new Exact(multiplier).toFixed();
  if (use.reverse) trace.rev = true;
  if (use.rolledOver) trace.roll = use.digits;
  if (use.estimated) trace.est = use.estimated;
  if (use.removed) trace.out = true;
  return trace;
}

function lineOf(
  input: UseInput,
  { payerId, version, parts }: Stretch,
  reached: Exact,
  withSurcharge: boolean,
): Unrounded {
  const { rules, binding, period } = input;
  const use = parts.reduce((sum, part) => sum.plus(part.use), new Exact(0));
  const serviceFrom = parts.map(({ from }) => from).sort()[0] ?? "";
  const serviceTo = parts.reduce((last, { to }) => maxDate(last, to), serviceFrom);
  const surcharge = withSurcharge ? new Exact(version.surcharge ?? 0) : new Exact(0);
  const unitPrice = new Exact(binding.unitPrice ?? version.unitPrice).toFixed();
  const tiers = binding.unitPrice == null ? (version.tiers ?? []) : [];

  const trace: PriceTrace = {
    from: serviceFrom,
    to: serviceTo,
    base: rules.base,
    qty: use.toFixed(),
    price: unitPrice,
    round: `${rules.rounding} ${rules.roundingUnit}`,
    fen: 0,
    meters: parts.map((part) => part.trace),
  };
  if (!surcharge.eq(0)) trace.sur = surcharge.toFixed();
  if (binding.unitPrice != null) trace.own = ["price"];
  let exact = use.times(unitPrice);
  if (tiers.length > 0) {
    const persons = personsAbove(input, version, serviceTo);
    const split = splitOverTiers(tiers, reached.toFixed(), use.toFixed(), persons.above);
    exact = split.reduce((sum, share) => sum.plus(new Exact(share.use).times(share.price)), new Exact(0));
    trace.tiers = {
      basis: rules.tierBasis ?? "MONTH",
      before: reached.toFixed(),
      after: reached.plus(use).toFixed(),
      split,
    };
    if (persons.above > 0) Object.assign(trace.tiers, { persons: persons.count, base: version.basePersons });
  }
  const line = {
    serviceFrom,
    serviceTo,
    days: daysBetweenInclusive(serviceFrom, serviceTo),
    daysInMonth: daysIn(period),
    quantity: trace.qty,
    unitPrice,
    surcharge: surcharge.toFixed(),
    amountFen: 0,
    payerId,
    rateVersionId: version.id,
    trace,
  };
  return { line, exact: exact.plus(surcharge) };
}

/** People of the household on a day, and how many of them the tiers are widened for. */
function personsAbove({ persons }: UseInput, { basePersons }: RateVersion, day: string) {
  const span = persons.filter((one) => covers(one, day)).toSorted((a, b) => compare(b.from, a.from))[0];
  const count = span?.persons ?? 0;
  return { count, above: basePersons == null ? 0 : Math.max(0, count - basePersons) };
}

function roundedFen(yuan: Exact, { rounding, roundingUnit }: UseInput["rules"]): number {
  const unit = Number(FEN_PER_UNIT[roundingUnit]);
  const fen = yuan.times(100).div(unit).toDecimalPlaces(0, ROUNDING[rounding]).times(unit);
  if (fen.gt(Number.MAX_SAFE_INTEGER)) throw new PricingError("amount", "金额过大，无法计费");
  return fen.toNumber();
}
