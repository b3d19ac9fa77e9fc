import { Decimal } from "decimal.js";
import fc from "fast-check";
import type { Proration, RoundingMode } from "@linli/contracts";
import { addDays, dayAfter, daysBetweenInclusive, lastDay } from "../../common/calendar.js";
import { price } from "./price.js";
import { anInput, aPayer, aRate } from "./pricing.factories.js";
import type { PricingInput } from "./pricing.types.js";
import { chargedSpan, partOf } from "./proration.js";

const Exact = Decimal.clone({ precision: 60 });
const MODES: Record<RoundingMode, Decimal.Rounding> = {
  HALF_UP: Decimal.ROUND_HALF_UP,
  HALF_EVEN: Decimal.ROUND_HALF_EVEN,
  CEIL: Decimal.ROUND_CEIL,
  FLOOR: Decimal.ROUND_FLOOR,
};

const period = fc.constantFrom("2025-01", "2025-02", "2024-02", "2025-04", "2025-07");
const decimal = (places: number, max: number) =>
  fc.integer({ min: 0, max: max * 10 ** places }).map((n) => new Exact(n).div(10 ** places).toFixed());
const policy = fc.constantFrom<Proration>("ACTUAL_DAYS", "FIXED_30", "HALF_MONTH", "WHOLE_MONTH", "FROM_NEXT_MONTH");
const rounding = fc.constantFrom<RoundingMode>("HALF_UP", "HALF_EVEN", "CEIL", "FLOOR");
const roundingUnit = fc.constantFrom("0.01" as const, "0.1" as const, "1" as const);
/** Days of the month (1-based) at which something changes. */
const changes = fc
  .uniqueArray(fc.integer({ min: 2, max: 28 }), { maxLength: 3 })
  .map((days) => days.sort((a, b) => a - b));

/** Versions without a hole: one before the first change, one from each change on. */
function versions<T>(
  month: string,
  days: readonly number[],
  make: (n: number, from: string, to: string | null) => T,
): T[] {
  const starts = ["2020-01-01", ...days.map((day) => addDays(`${month}-01`, day - 1))];
  return starts.map((from, n) => {
    const next = starts[n + 1];
    return make(n, from, next === undefined ? null : addDays(next, -1));
  });
}

const anyInput: fc.Arbitrary<PricingInput> = fc
  .record({
    period,
    policy,
    rounding,
    roundingUnit,
    prices: fc.array(decimal(4, 50), { minLength: 4, maxLength: 4 }),
    surcharge: decimal(2, 50),
    sizes: fc.array(decimal(2, 300), { minLength: 4, maxLength: 4 }),
    priceDays: changes,
    areaDays: changes,
    payerDays: changes,
    start: fc.integer({ min: -40, max: 27 }),
    length: fc.option(fc.integer({ min: 1, max: 80 })),
  })
  .map((any) => {
    const from = addDays(`${any.period}-01`, any.start);
    return anInput({
      period: any.period,
      rules: { proration: any.policy, rounding: any.rounding, roundingUnit: any.roundingUnit },
      binding: { from, to: any.length === null ? null : addDays(from, any.length - 1) },
      rates: versions(any.period, any.priceDays, (n, begin, to) =>
        aRate(any.prices[n] ?? "1", begin, to, any.surcharge),
      ),
      areas: versions(any.period, any.areaDays, (n, begin, to) => ({ charge: any.sizes[n] ?? "1", from: begin, to })),
      payers: versions(any.period, any.payerDays, (n, begin, to) => aPayer(`payer-${n % 2}`, begin, to)),
    });
  });

test("lines follow each other without overlap and cover exactly the charged days", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { lines, gaps } = price(input);
      const span = chargedSpan(input.rules.proration, input.binding, input.period);
      expect(gaps).toEqual([]);
      if (!span) return expect(lines).toEqual([]);

      expect(lines[0]?.serviceFrom).toBe(span.from);
      expect(lines.at(-1)?.serviceTo).toBe(span.to);
      for (const [n, line] of lines.entries()) {
        const next = lines[n + 1];
        if (next) expect(next.serviceFrom).toBe(dayAfter(line.serviceTo));
        expect(line.days).toBe(daysBetweenInclusive(line.serviceFrom, line.serviceTo));
        expect(line.amountFen).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 400 },
  );
});

test("the charged days never leave the binding or the month", () => {
  fc.assert(
    fc.property(anyInput, ({ rules, binding, period: month }) => {
      const span = chargedSpan(rules.proration, binding, month);
      fc.pre(span !== null);
      expect(span.from >= binding.from && span.from >= `${month}-01`).toBe(true);
      expect(span.to <= (binding.to ?? "9999-12-31") && span.to <= lastDay(month)).toBe(true);
      expect(span.numerator).toBeLessThanOrEqual(span.denominator);
    }),
  );
});

test("the parts of several payers add up to the amount of a single one", () => {
  fc.assert(
    fc.property(anyInput, (any) => {
      const input = {
        ...any,
        rates: any.rates.slice(0, 1).map((rate) => ({ ...rate, to: null })),
        areas: any.areas.slice(0, 1).map((area) => ({ ...area, to: null })),
      };
      const sum = price(input).lines.reduce((total, line) => total + line.amountFen, 0);
      const alone = price({ ...input, payers: [aPayer("alone")] }).lines;
      expect(alone.length).toBeLessThanOrEqual(1);
      expect(sum).toBe(alone[0]?.amountFen ?? 0);
    }),
    { numRuns: 400 },
  );
});

test("every line without a second payer is the decimal amount rounded once", () => {
  fc.assert(
    fc.property(anyInput, (any) => {
      const input = { ...any, payers: [aPayer("alone")] };
      const span = chargedSpan(input.rules.proration, input.binding, input.period);
      for (const line of price(input).lines) {
        if (!span) throw new Error("a line without charged days");
        const { numerator, denominator } = partOf(span, line.days);
        const month = new Exact(line.quantity).times(line.unitPrice).plus(line.surcharge);
        const unit = new Exact(input.rules.roundingUnit);
        const units = month.times(numerator).div(denominator).div(unit).toDecimalPlaces(0, MODES[input.rules.rounding]);
        expect(line.amountFen).toBe(units.times(unit).times(100).toNumber());
      }
    }),
    { numRuns: 400 },
  );
});
