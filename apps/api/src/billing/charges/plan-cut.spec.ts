import type { Proration, RoundingMode, RoundingUnit } from "@linli/contracts";
import { formatFen } from "../../common/money.js";
import { explain } from "../pricing/explain.js";
import { price } from "../pricing/price.js";
import { aPayer, anArea, anInput, aRate } from "../pricing/pricing.factories.js";
import type { PricingInput } from "../pricing/pricing.types.js";
import { type CuttableCharge, planCut } from "./plan-cut.js";

/** The only line of a month as a charge of which nothing is paid. */
function charged(input: Partial<PricingInput> = {}, overrides: Partial<CuttableCharge> = {}): CuttableCharge {
  const priced = anInput({ areas: [anArea("112.08")], rates: [aRate("2.95")], period: "2025-06", ...input });
  const { lines } = price(priced);
  const { serviceFrom, serviceTo, amountFen, trace } = lines[0]!;
  return {
    serviceFrom,
    serviceTo,
    amountFen,
    receivedFen: 0,
    offsetFen: 0,
    openFen: amountFen,
    dueOn: "2025-06-20",
    trace,
    proration: priced.rules.proration,
    bindingFrom: priced.binding.from,
    ...overrides,
  };
}

const paid = (fen: number, charge = charged()): CuttableCharge => ({
  ...charge,
  receivedFen: fen,
  openFen: charge.openFen - fen,
});

const piecesOf = (charge: CuttableCharge, day: string, mode: "PASS_ON" | "DROP" = "PASS_ON") =>
  planCut(charge, day, mode).pieces.map(
    ({ side, serviceFrom, serviceTo, amountFen }) => `${side} ${serviceFrom}..${serviceTo} ${formatFen(amountFen)}`,
  );

test("BC-20: 330.64 is cut on the 18th into 187.36 and 143.28", () => {
  expect(piecesOf(charged(), "2025-06-18")).toEqual([
    "OLD 2025-06-01..2025-06-17 187.36",
    "NEW 2025-06-18..2025-06-30 143.28",
  ]);
});

test("the pieces are what the engine prices when the payer changes on that day", () => {
  const payers = [aPayer("old", "2020-01-01", "2025-06-17"), aPayer("new", "2025-06-18")];
  const input = anInput({ areas: [anArea("112.08")], rates: [aRate("2.95")], period: "2025-06", payers });
  const { pieces } = planCut(charged(), "2025-06-18", "PASS_ON");
  expect(pieces.map(({ amountFen, trace }) => ({ amountFen, trace }))).toEqual(
    price(input).lines.map(({ amountFen, trace }) => ({ amountFen, trace })),
  );
});

test.each([
  ["before the first day of service", "2025-06-01", ["NEW 2025-06-01..2025-06-30 330.64"]],
  ["on the second day", "2025-06-02", ["OLD 2025-06-01..2025-06-01 11.02", "NEW 2025-06-02..2025-06-30 319.62"]],
  ["on the last day", "2025-06-30", ["OLD 2025-06-01..2025-06-29 319.61", "NEW 2025-06-30..2025-06-30 11.03"]],
  ["after it", "2025-07-01", []],
  ["a month before", "2025-05-18", ["NEW 2025-06-01..2025-06-30 330.64"]],
])("cut %s", (_what, day, pieces) => {
  expect(piecesOf(charged(), day)).toEqual(pieces);
});

test("paid charges are not split: what was paid from the day on is settled between the parties", () => {
  expect(planCut(paid(33064), "2025-06-18", "PASS_ON")).toEqual({
    oldFen: 18736,
    newFen: 14328,
    settleFen: 14328,
    reverseFen: 0,
    pieces: [],
  });
  expect(planCut(paid(33064), "2025-05-18", "PASS_ON")).toMatchObject({ settleFen: 33064, pieces: [] });
});

test.each([
  [1, 0, ["OLD 2025-06-01..2025-06-17 187.35", "NEW 2025-06-18..2025-06-30 143.28"]],
  [10000, 0, ["OLD 2025-06-01..2025-06-17 87.36", "NEW 2025-06-18..2025-06-30 143.28"]],
  [18736, 0, ["NEW 2025-06-18..2025-06-30 143.28"]],
  [18737, 1, ["NEW 2025-06-18..2025-06-30 143.27"]],
  [30000, 11264, ["NEW 2025-06-18..2025-06-30 30.64"]],
  [33063, 14327, ["NEW 2025-06-18..2025-06-30 0.01"]],
])("partly paid with %i fen: counted for the old part first, %i settled", (fen, settleFen, pieces) => {
  const charge = paid(fen);
  const cut = planCut(charge, "2025-06-18", "PASS_ON");
  expect(cut).toMatchObject({ settleFen, reverseFen: charge.openFen });
  expect(piecesOf(charge, "2025-06-18")).toEqual(pieces);
  expect(cut.pieces.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(charge.openFen);
});

test("a waiver falls to both parts alike", () => {
  const charge = charged({}, { openFen: 30000 });
  expect(piecesOf(charge, "2025-06-18")).toEqual([
    "OLD 2025-06-01..2025-06-17 170.00",
    "NEW 2025-06-18..2025-06-30 130.00",
  ]);
  const [piece] = planCut(charge, "2025-06-18", "PASS_ON").pieces;
  expect(explain(piece!.trace!)).toContain("原账单曾减免或调整，这些天按比例应收 170.00 元");
});

test.each<[Proration, string[]]>([
  ["ACTUAL_DAYS", ["OLD 2025-05-01..2025-05-17 181.32", "NEW 2025-05-18..2025-05-31 149.32"]],
  ["FIXED_30", ["OLD 2025-05-01..2025-05-17 181.32", "NEW 2025-05-18..2025-05-31 149.32"]],
  ["HALF_MONTH", ["OLD 2025-05-01..2025-05-17 181.32", "NEW 2025-05-18..2025-05-31 149.32"]],
  ["WHOLE_MONTH", []],
  ["FROM_NEXT_MONTH", []],
])("passing on a whole month under %s", (proration, pieces) => {
  const charge = charged({ period: "2025-05", rules: anInput({ rules: { proration } }).rules });
  expect(piecesOf(charge, "2025-05-18")).toEqual(pieces);
});

test.each<[Proration, string[]]>([
  ["ACTUAL_DAYS", ["OLD 2025-05-01..2025-05-17 181.32"]],
  ["FIXED_30", ["OLD 2025-05-01..2025-05-17 187.36"]],
  ["HALF_MONTH", []],
  ["WHOLE_MONTH", []],
  ["FROM_NEXT_MONTH", []],
])("dropping the rest of a month under %s is what the engine charges to the day before", (proration, pieces) => {
  const input = { period: "2025-05", rules: anInput({ rules: { proration } }).rules };
  const charge = charged(input);
  expect(piecesOf(charge, "2025-05-18", "DROP")).toEqual(pieces);
  const alone = anInput({ areas: [anArea("112.08")], rates: [aRate("2.95")], ...input });
  const [line] = price({ ...alone, binding: { from: "2020-01-01", to: "2025-05-17" } }).lines;
  expect(planCut(charge, "2025-05-18", "DROP").oldFen).toBe(line!.amountFen);
});

test("HALF_MONTH dropped on the 10th keeps half a month; from the first day on, nothing", () => {
  const charge = charged({ rules: anInput({ rules: { proration: "HALF_MONTH" } }).rules });
  expect(piecesOf(charge, "2025-06-10", "DROP")).toEqual(["OLD 2025-06-01..2025-06-09 165.32"]);
  expect(planCut(charge, "2025-06-01", "DROP")).toMatchObject({ oldFen: 0, reverseFen: 33064, pieces: [] });
});

test.each<[RoundingMode, RoundingUnit, string[]]>([
  ["HALF_UP", "0.1", ["187.40", "143.20"]],
  ["CEIL", "0.1", ["187.40", "143.30"]],
  ["FLOOR", "1", ["187.00", "143.00"]],
  ["CEIL", "1", ["188.00", "143.00"]],
])("rounded %s to %s", (rounding, roundingUnit, amounts) => {
  const charge = charged({ rules: anInput({ rules: { rounding, roundingUnit } }).rules });
  expect(planCut(charge, "2025-06-18", "PASS_ON").pieces.map(({ amountFen }) => formatFen(amountFen))).toEqual(amounts);
});

test("a coarse unit rounded up never leaves less than nothing for the new part", () => {
  const rules = anInput({ rules: { rounding: "CEIL", roundingUnit: "1" } }).rules;
  const charge = charged({ rules, areas: [anArea("0.3")], rates: [aRate("1")] });
  expect(charge.amountFen).toBe(100);
  expect(piecesOf(charge, "2025-06-02")).toEqual([]);
});

test("with a surcharge, for a bill that began in mid-month", () => {
  const binding = { from: "2025-06-11", to: null };
  const charge = charged({ binding, rates: [aRate("2.95", "2020-01-01", null, "12")] });
  const payers = [aPayer("old", "2020-01-01", "2025-06-17"), aPayer("new", "2025-06-18")];
  const again = anInput({ areas: [anArea("112.08")], rates: [aRate("2.95", "2020-01-01", null, "12")] });
  const { lines } = price({ ...again, period: "2025-06", binding, payers });
  expect(planCut(charge, "2025-06-18", "PASS_ON").pieces.map(({ amountFen }) => amountFen)).toEqual(
    lines.map(({ amountFen }) => amountFen),
  );
});

test("cut twice, three owners in a month pay together what one would have", () => {
  const [old, next] = planCut(charged(), "2025-06-10", "PASS_ON").pieces;
  const again: CuttableCharge = { ...charged(), ...next!, openFen: next!.amountFen };
  const pieces = planCut(again, "2025-06-20", "PASS_ON").pieces;
  expect([old!, ...pieces].map(({ amountFen }) => formatFen(amountFen))).toEqual(["99.19", "110.21", "121.24"]);
});

test("without a trace the days share the amount", () => {
  const charge = charged({}, { trace: null, proration: null, bindingFrom: null });
  expect(piecesOf(charge, "2025-06-18")).toEqual([
    "OLD 2025-06-01..2025-06-17 187.36",
    "NEW 2025-06-18..2025-06-30 143.28",
  ]);
});

test("due dates are kept, the new part's is not before its first day", () => {
  const dueOn = (due: string) =>
    planCut(charged({}, { dueOn: due }), "2025-06-18", "PASS_ON").pieces.map((piece) => piece.dueOn);
  expect(dueOn("2025-06-05")).toEqual(["2025-06-05", "2025-06-18"]);
  expect(dueOn("2025-06-20")).toEqual(["2025-06-20", "2025-06-20"]);
});

test("the explanation names the days, the rest and what was paid", () => {
  const [old, next] = planCut(paid(10000), "2025-06-18", "PASS_ON").pieces;
  expect(explain(old!.trace!)).toEqual([
    "2025-06-01 至 2025-06-17 共 17 天（当月 30 天）",
    "月中收费对象变更，按天分段计费",
    "按收费面积计费",
    "112.08 m² × 2.95 元/m² × 17/30 = 187.3604 → 四舍五入到分 187.36 元",
    "原账单上已收 100.00 元，还应收 87.36 元",
  ]);
  expect(explain(next!.trace!).at(-1)).toBe("为使各段合计正好等于 330.64 元，本段取余额：330.64 − 187.36 = 143.28 元");
});
