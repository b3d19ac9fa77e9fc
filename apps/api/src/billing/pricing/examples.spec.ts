import type { ChangePolicy, RoundingMode, RoundingUnit } from "@linli/contracts";
import { monthsOf } from "../../common/calendar.js";
import { formatFen, parseYuan } from "../../common/money.js";
import { billedMonths } from "./billed-months.js";
import { collectionRates } from "./collection-rates.js";
import { price } from "./price.js";
import { anArea, anInput, aPayer, aRate, example, yuanOf } from "./pricing.factories.js";

const sumYuan = (amounts: string[]) => formatFen(amounts.reduce((sum, amount) => sum + parseYuan(amount), 0));

const bc01 = example<
  { charge_area_m2: string; unit_price_per_m2_month: string; variants: { mode: RoundingMode; unit: RoundingUnit }[] },
  { amounts: string[] }
>("BC-01");

test.each(bc01.inputs.variants.map(({ mode, unit }, n) => [mode, unit, bc01.expected.amounts[n]] as const))(
  "BC-01: a full month rounded %s to %s yuan costs %s",
  (rounding, roundingUnit, amount) => {
    const { charge_area_m2, unit_price_per_m2_month } = bc01.inputs;
    const { lines } = price(
      anInput({
        rules: { rounding, roundingUnit },
        areas: [anArea(charge_area_m2)],
        rates: [aRate(unit_price_per_m2_month)],
      }),
    );
    expect(yuanOf(lines)).toEqual([amount]);
  },
);

test("BC-03: a quarter that begins on 12 May is two monthly lines, each rounded for itself", () => {
  const { inputs, expected } = example<
    { charge_area_m2: string; unit_price_per_m2_month: string; start: string },
    { lines: Record<string, string>; quarter_total: string }
  >("BC-03");
  const periods = billedMonths({ cycle: "QUARTER", timing: "PREPAID", runPeriod: "2025-05", start: inputs.start });
  const amounts = periods.map((period) => {
    const { lines } = price(
      anInput({
        period,
        binding: { from: inputs.start, to: null },
        areas: [anArea(inputs.charge_area_m2)],
        rates: [aRate(inputs.unit_price_per_m2_month)],
      }),
    );
    return [period, sumYuan(yuanOf(lines))];
  });
  expect(Object.fromEntries(amounts)).toEqual(expected.lines);
  expect(sumYuan(Object.values(Object.fromEntries(amounts)))).toBe(expected.quarter_total);
});

const bc05 = example<
  { charge_area_m2: string; standards: { price: string; from: string; to: string | null }[] },
  Record<ChangePolicy, Record<string, string | string[]>>
>("BC-05");

test.each(["SPLIT_DAYS", "NEXT_MONTH"] as const)("BC-05: a price changed on 16 July, %s", (change) => {
  const july = bc05.expected[change]["2025-07"];
  const linesOf = (period: string) =>
    yuanOf(
      price(
        anInput({
          period,
          rules: { change },
          areas: [anArea(bc05.inputs.charge_area_m2)],
          rates: bc05.inputs.standards.map((standard) => aRate(standard.price, standard.from, standard.to)),
        }),
      ).lines,
    );
  expect(linesOf("2025-07")).toEqual([july].flat());
  expect(linesOf("2025-08")).toEqual([bc05.expected[change]["2025-08"]]);
});

test("BC-20: on a transfer the old owner pays his days, the new owner the rest of the bill", () => {
  const { inputs, expected } = example<
    { charge_area_m2: string; unit_price_per_m2_month: string },
    { june_old: string; june_new: string }
  >("BC-20");
  const { lines } = price(
    anInput({
      period: "2025-06",
      areas: [anArea(inputs.charge_area_m2)],
      rates: [aRate(inputs.unit_price_per_m2_month)],
      payers: [aPayer("old", "2020-01-01", "2025-06-17"), aPayer("new", "2025-06-18")],
    }),
  );
  expect(lines.map(({ payerId, days }) => [payerId, days])).toEqual([
    ["old", 17],
    ["new", 13],
  ]);
  expect(yuanOf(lines)).toEqual([expected.june_old, expected.june_new]);
});

test("BC-22: every bill keeps the payer of its own period", () => {
  const { inputs, expected } = example<
    { monthly: string; payers: { payer: string; from: string; to: string | null }[]; year: number },
    { billed: Record<string, string>; april_debtor: string }
  >("BC-22");
  const billed: Record<string, string> = { A: "0.00", T: "0.00", B: "0.00" };
  for (const period of monthsOf(`${inputs.year}-01`, `${inputs.year}-12`)) {
    const { lines } = price(
      anInput({
        period,
        rules: { base: "FIXED" },
        areas: [],
        rates: [aRate(inputs.monthly)],
        payers: inputs.payers.map(({ payer, from, to }) => aPayer(payer, from, to)),
      }),
    );
    for (const line of lines)
      billed[line.payerId ?? ""] = sumYuan([billed[line.payerId ?? ""] ?? "0", formatFen(line.amountFen)]);
    if (period === `${inputs.year}-04`) expect(lines.map((line) => line.payerId)).toEqual([expected.april_debtor]);
  }
  expect(billed).toEqual(expected.billed);
});

test("BC-28: the three collection rates of March", () => {
  const { inputs, expected } = example<{ march: Record<string, string> }, { march: Record<string, string> }>("BC-28");
  const fen = (name: string) => parseYuan(inputs.march[name] ?? "");
  const rates = collectionRates({
    receivableFen: fen("receivable"),
    waivedFen: fen("waived_current"),
    collectedFen: fen("collected_current"),
    prepaidFen: fen("prepaid_earlier"),
    openingArrearsFen: fen("opening_arrears"),
    waivedArrearsFen: fen("waived_arrears"),
    collectedArrearsFen: fen("collected_arrears"),
  });
  expect(rates).toEqual({
    currentRate: expected.march["current_rate"],
    arrearsRate: expected.march["arrears_rate"],
    combinedRate: expected.march["combined_rate"],
    closingArrearsFen: parseYuan(expected.march["closing_arrears"] ?? ""),
  });
});
