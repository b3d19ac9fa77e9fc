import { price } from "../pricing/price.js";
import type { PricingInput, PricingRules } from "../pricing/pricing.types.js";
import { reductionOf, reductionSpan } from "./vacancy-span.js";

const RULES: PricingRules = {
  base: "AREA",
  area: "CHARGE",
  proration: "ACTUAL_DAYS",
  change: "SPLIT_DAYS",
  rounding: "HALF_UP",
  roundingUnit: "0.01",
};
const always = { from: "2020-01-01", to: null };

const input = (overrides: Partial<PricingInput> = {}, rules: Partial<PricingRules> = {}): PricingInput => ({
  period: "2025-07",
  feeItemId: "item",
  rules: { ...RULES, ...rules },
  binding: always,
  rates: [{ ...always, id: "rate", unitPrice: "2.38" }],
  areas: [{ ...always, charge: "89.47" }],
  payers: [{ ...always, customerId: "owner" }],
  ...overrides,
});

const span = (from: string, to: string | null, percent: string | null, amountFen: number | null = null) =>
  reductionSpan({ id: "v", no: "KZ000001", percent, amountFen, from, to });

const cases: [what: string, reduction: ReturnType<typeof span>, lines: [amountFen: number, reducedFen: number][]][] = [
  [
    "from the tenth",
    span("2025-07-10", null, "30.00"),
    [
      [6_182, 0],
      [15_112, 4_534],
    ],
  ],
  [
    "until the ninth",
    span("2025-01-01", "2025-07-09", "30"),
    [
      [6_182, 1_855],
      [15_112, 0],
    ],
  ],
  [
    "some days",
    span("2025-07-10", "2025-07-19", "50"),
    [
      [6_182, 0],
      [6_869, 3_435],
      [8_243, 0],
    ],
  ],
  ["the whole month", span("2025-07-01", "2025-07-31", "30"), [[21_294, 6_388]]],
  ["all of it", span("2025-07-01", null, "100"), [[21_294, 21_294]]],
  ["half a per cent", span("2025-07-01", null, "0.5"), [[21_294, 107]]],
  [
    "31 yuan a month for 22 of 31 days",
    span("2025-07-10", null, null, 3_100),
    [
      [6_182, 0],
      [15_112, 2_200],
    ],
  ],
  ["more than it costs", span("2025-07-01", null, null, 99_999), [[21_294, 21_294]]],
  ["another month", span("2025-08-01", null, "30"), [[21_294, 0]]],
];

test.each(cases)("a run cuts the month and reduces: %s", (_what, reduction, lines) => {
  const result = price(input({ reductions: [reduction] }));
  expect(result.lines.map(({ amountFen, trace }) => [amountFen, trace.red?.fen ?? 0])).toEqual(lines);
});

test.each(cases)("approved after the bill it comes to the same: %s", (_what, reduction, lines) => {
  const [line] = price(input()).lines;
  const { serviceFrom, serviceTo, amountFen, trace } = line!;
  const charge = { serviceFrom, serviceTo, amountFen, trace, wholeMonths: false };
  const cut = lines.reduce((sum, [, reducedFen]) => sum + reducedFen, 0);
  expect(reductionOf(charge, reduction)).toBe(cut);
});

test.each(["HALF_UP", "HALF_EVEN", "FLOOR", "CEIL"] as const)(
  "what is left is what the reduced price comes to, rounded as the line: %s",
  (rounding) => {
    const reductions = [span("2025-07-01", null, "30")];
    const [line] = price(input({ reductions }, { rounding })).lines;
    const [reduced] = price(input({ rates: [{ ...always, id: "rate", unitPrice: "1.666" }] }, { rounding })).lines;
    expect(line!.amountFen - line!.trace.red!.fen).toBe(reduced!.amountFen);
  },
);

test("where changes wait for the next month, so does a vacancy", () => {
  const reductions = [span("2025-07-10", null, "30")];
  const rules = { change: "NEXT_MONTH" } as const;
  expect(price(input({ reductions }, rules)).lines).toMatchObject([{ amountFen: 21_294 }]);
  expect(price(input({ reductions, period: "2025-08" }, rules)).lines[0]!.trace.red).toMatchObject({ fen: 6_388 });
  const [line] = price(input({}, rules)).lines;
  const { serviceFrom, serviceTo, amountFen, trace } = line!;
  const charge = { serviceFrom, serviceTo, amountFen, trace, wholeMonths: true };
  expect(reductionOf(charge, reductions[0]!)).toBe(0);
  expect(reductionOf(charge, span("2025-07-01", null, "30"))).toBe(6_388);
});

test("a charge of some days only, and one by hand, are reduced by the days they share", () => {
  const binding = { from: "2025-07-12", to: null };
  const [line] = price(input({ binding })).lines;
  const { serviceFrom, serviceTo, amountFen, trace } = line!;
  const charge = { serviceFrom, serviceTo, amountFen, trace, wholeMonths: false };
  const cut = price(input({ binding, reductions: [span("2025-07-20", null, "30")] })).lines;
  expect(reductionOf(charge, span("2025-07-20", null, "30"))).toBe(cut[1]!.trace.red!.fen);
  const byHand = {
    serviceFrom: "2025-07-01",
    serviceTo: "2025-07-30",
    amountFen: 3_000,
    trace: null,
    wholeMonths: false,
  };
  expect(reductionOf(byHand, span("2025-07-21", null, "50"))).toBe(500);
});
