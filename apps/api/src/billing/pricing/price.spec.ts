import { explain } from "./explain.js";
import { price } from "./price.js";
import { anArea, anInput, aPayer, aRate, daysOf, yuanOf } from "./pricing.factories.js";
import { PricingError } from "./pricing.types.js";

test("a line says what it stands for", () => {
  const { lines, gaps } = price(anInput({ period: "2025-05", binding: { from: "2025-05-12", to: null } }));
  expect(gaps).toEqual([]);
  expect(lines).toEqual([
    {
      serviceFrom: "2025-05-12",
      serviceTo: "2025-05-31",
      days: 20,
      daysInMonth: 31,
      quantity: "89.47",
      unitPrice: "2.38",
      surcharge: "0",
      amountFen: 13738,
      payerId: "owner",
      rateVersionId: "rate-2020-01-01",
      trace: {
        from: "2025-05-12",
        to: "2025-05-31",
        base: "AREA",
        area: "CHARGE",
        qty: "89.47",
        price: "2.38",
        part: "20/31",
        pol: "ACTUAL_DAYS",
        round: "HALF_UP 0.01",
        fen: 13738,
      },
    },
  ]);
});

test.each([
  ["CHARGE", "100.00"],
  ["BUILDING", "120.00"],
  ["INNER", "90.00"],
  ["USABLE", "80.00"],
] as const)("the rate chooses the area: %s", (area, amount) => {
  const areas = [{ from: "2020-01-01", to: null, charge: "100", building: "120", inner: "90", usable: "80" }];
  expect(yuanOf(price(anInput({ rules: { area }, areas, rates: [aRate("1")] })).lines)).toEqual([amount]);
});

test.each([
  ["HOUSEHOLD", null, "20.00"],
  ["FIXED", null, "20.00"],
  ["COUNT", "3", "60.00"],
  ["COUNT", "0", "0.00"],
  ["HOUSEHOLD", "2", "40.00"],
] as const)("%s with count %s", (base, quantity, amount) => {
  expect(yuanOf(price(anInput({ rules: { base }, areas: [], quantity, rates: [aRate("20")] })).lines)).toEqual([
    amount,
  ]);
});

describe("surcharge (附加费)", () => {
  test.each([
    ["1.30", "142.93"],
    ["1.00", "114.56"],
  ])("is added to area × %s", (unitPrice, amount) => {
    const rates = [aRate(unitPrice, "2020-01-01", null, "20")];
    expect(yuanOf(price(anInput({ areas: [anArea("94.56")], rates })).lines)).toEqual([amount]);
  });

  test("is prorated with the rest and rounded once", () => {
    const rates = [aRate("1.30", "2020-01-01", null, "20")];
    const { lines } = price(
      anInput({ period: "2025-05", areas: [anArea("94.56")], rates, binding: { from: "2025-05-12", to: null } }),
    );
    // (122.928 + 20) × 20/31 = 92.2116…
    expect(yuanOf(lines)).toEqual(["92.21"]);
  });
});

describe("what was agreed for one object (BIL-05)", () => {
  test("replaces price and quantity, the surcharge stays", () => {
    const rates = [aRate("2.38", "2020-01-01", null, "5")];
    const { lines } = price(
      anInput({ rates, binding: { from: "2020-01-01", to: null, quantity: "80", unitPrice: "2.00" } }),
    );
    expect(yuanOf(lines)).toEqual(["165.00"]);
    expect(lines[0]?.trace.own).toEqual(["qty", "price"]);
  });

  test("the count of a COUNT rate is no agreement", () => {
    const binding = { from: "2020-01-01", to: null, quantity: "2" };
    const { lines } = price(anInput({ rules: { base: "COUNT" }, binding, rates: [aRate("150")] }));
    expect(yuanOf(lines)).toEqual(["300.00"]);
    expect(lines[0]?.trace.own).toBeUndefined();
  });

  test("keeps its price when the standard's price changes", () => {
    const rates = [aRate("2.38", "2020-01-01", "2025-01-15"), aRate("2.80", "2025-01-16")];
    const { lines } = price(anInput({ rates, binding: { from: "2020-01-01", to: null, unitPrice: "2" } }));
    expect(yuanOf(lines)).toEqual(["178.94"]);
  });
});

describe("changes inside the month", () => {
  const oldAndNew = [aRate("2.38", "2020-01-01", "2025-01-15"), aRate("2.80", "2025-01-16")];

  test("a renewed standard at the same price cuts nothing", () => {
    const rates = [aRate("2.38", "2020-01-01", "2025-01-15"), aRate("2.380", "2025-01-16")];
    expect(yuanOf(price(anInput({ rates })).lines)).toEqual(["212.94"]);
  });

  test("a changed area cuts by days, another kind of area does not", () => {
    const areas = [
      { ...anArea("80", "2020-01-01", "2025-01-10"), building: "100" },
      { ...anArea("90", "2025-01-11", "2025-01-20"), building: "100" },
      { ...anArea("90", "2025-01-21"), building: "120" },
    ];
    const { lines } = price(anInput({ areas, rates: [aRate("3.10")] }));
    expect(daysOf(lines)).toEqual(["2025-01-01..2025-01-10", "2025-01-11..2025-01-31"]);
    expect(yuanOf(lines)).toEqual(["80.00", "189.00"]);
    expect(lines.map(({ trace }) => trace.cut)).toEqual([["AREA"], ["AREA"]]);
  });

  test("NEXT_MONTH keeps price and area of the first charged day", () => {
    const areas = [anArea("80", "2020-01-01", "2025-01-10"), anArea("90", "2025-01-11")];
    const { lines } = price(anInput({ rules: { change: "NEXT_MONTH" }, areas, rates: oldAndNew }));
    expect(yuanOf(lines)).toEqual(["190.40"]);
    expect(lines[0]?.rateVersionId).toBe("rate-2020-01-01");
  });

  test("NEXT_MONTH still cuts by payer", () => {
    const payers = [aPayer("a", "2020-01-01", "2025-01-15"), aPayer("b", "2025-01-16")];
    const { lines } = price(anInput({ rules: { change: "NEXT_MONTH" }, payers, rates: oldAndNew }));
    // 212.9386 × 15/31 = 103.0348…; 212.94 − 103.03
    expect(yuanOf(lines)).toEqual(["103.03", "109.91"]);
  });

  test("price and payer changing on the same day give two rounded lines", () => {
    const payers = [aPayer("a", "2020-01-01", "2025-01-15"), aPayer("b", "2025-01-16")];
    const { lines } = price(anInput({ payers, rates: oldAndNew }));
    expect(yuanOf(lines)).toEqual(["103.03", "129.30"]);
    expect(lines.map(({ trace }) => trace.cut)).toEqual([
      ["RATE", "PAYER"],
      ["RATE", "PAYER"],
    ]);
    expect(lines.map(({ trace }) => trace.rest)).toEqual([undefined, undefined]);
  });

  test("another choice of late fees at the same price cuts the month, which comes to what it came to (BIL-04)", () => {
    const choice = (lateFee: string) =>
      price(
        anInput({
          rates: [
            { ...aRate("2.38", "2020-01-01", "2025-01-15"), lateFee: "ITEM" },
            { ...aRate("2.38", "2025-01-16"), lateFee },
          ],
        }),
      ).lines;
    expect(yuanOf(choice("ITEM"))).toEqual(["212.94"]);
    const lines = choice("NONE");
    expect(daysOf(lines)).toEqual(["2025-01-01..2025-01-15", "2025-01-16..2025-01-31"]);
    expect(lines.map(({ rateVersionId }) => rateVersionId)).toEqual(["rate-2020-01-01", "rate-2025-01-16"]);
    // 212.9386 × 15/31 = 103.0348…; 212.94 − 103.03
    expect(yuanOf(lines)).toEqual(["103.03", "109.91"]);
    expect(explain(lines[1]!.trace).join("\n")).toMatch(
      /违约金方案变更，按天分段.*\n[^]*为使各段合计正好等于 212.94 元/,
    );
  });

  test("a binding that begins and ends inside the month meets both prices", () => {
    const { lines } = price(anInput({ rates: oldAndNew, binding: { from: "2025-01-15", to: "2025-01-16" } }));
    expect(yuanOf(lines)).toEqual(["6.87", "8.08"]);
  });

  test("of two versions on one day the later begun wins", () => {
    const rates = [aRate("2.80", "2025-01-16"), aRate("2.38", "2020-01-01")];
    expect(yuanOf(price(anInput({ rates })).lines)).toEqual(["103.03", "129.30"]);
  });
});

describe("payers (BIL-06, BIL-15)", () => {
  test("one named for the item beats one for all, one named for another item does not count", () => {
    const payers = [
      aPayer("owner"),
      aPayer("tenant", "2025-01-11", "2025-01-20", "property-fee"),
      aPayer("other", "2025-01-01", null, "water"),
    ];
    const { lines } = price(anInput({ payers }));
    expect(lines.map(({ payerId }) => payerId)).toEqual(["owner", "tenant", "owner"]);
  });

  test("one for all begun later does not beat one named for the item", () => {
    const payers = [aPayer("tenant", "2025-01-01", "2025-01-31", "property-fee"), aPayer("buyer", "2025-01-15")];
    expect(price(anInput({ payers })).lines.map(({ payerId }) => payerId)).toEqual(["tenant"]);
    expect(price(anInput({ payers: payers.toReversed() })).lines.map(({ payerId }) => payerId)).toEqual(["tenant"]);
  });

  test("of two begun on one day the answer does not depend on their order", () => {
    const payers = [aPayer("b"), aPayer("a")];
    expect(price(anInput({ payers })).lines[0]?.payerId).toBe("a");
    expect(price(anInput({ payers: payers.toReversed() })).lines[0]?.payerId).toBe("a");
  });

  test("the last part is what the others leave", () => {
    const payers = [aPayer("a"), aPayer("b", "2025-01-11", "2025-01-20"), aPayer("c", "2025-01-21")];
    const { lines } = price(anInput({ areas: [anArea("100")], rates: [aRate("1")], payers }));
    // 10/31 is 32.258 twice; 11/31 alone would be 35.48 and one fen short of nothing lost
    expect(yuanOf(lines)).toEqual(["32.26", "32.26", "35.48"]);
    expect(lines[2]?.trace.rest).toEqual({ whole: 10_000, taken: 6452 });
  });

  test("rounding up to whole yuan never bills a part below zero", () => {
    const payers = [aPayer("a"), aPayer("b", "2025-01-02"), aPayer("c", "2025-01-03")];
    const { lines } = price(
      anInput({ rules: { base: "FIXED", rounding: "CEIL", roundingUnit: "1" }, rates: [aRate("0.5")], payers }),
    );
    expect(yuanOf(lines)).toEqual(["1.00", "0.00", "0.00"]);
  });

  test("the same person named twice in a row is one payer", () => {
    const payers = [aPayer("a", "2020-01-01", "2025-01-15"), aPayer("a", "2025-01-16")];
    expect(yuanOf(price(anInput({ payers })).lines)).toEqual(["212.94"]);
  });

  test("days without a payer are billed to nobody and reported", () => {
    const { lines, gaps } = price(anInput({ payers: [aPayer("a", "2025-01-11")] }));
    expect(lines.map(({ payerId }) => payerId)).toEqual([null, "a"]);
    expect(yuanOf(lines)).toEqual(["68.69", "144.25"]);
    expect(gaps).toEqual([{ kind: "NO_PAYER", from: "2025-01-01", to: "2025-01-10" }]);
  });
});

describe("what is missing is reported, not guessed", () => {
  test.each([
    ["NO_RATE", { rates: [] }],
    ["NO_AREA", { areas: [] }],
    ["NO_AREA", { areas: [{ from: "2020-01-01", to: null, charge: null, building: "100" }] }],
    ["NO_QUANTITY", { rules: { base: "COUNT" as const } }],
  ])("%s", (kind, overrides) => {
    const { lines, gaps } = price(anInput(overrides));
    expect(lines).toEqual([]);
    expect(gaps).toEqual([{ kind, from: "2025-01-01", to: "2025-01-31" }]);
  });

  test("a standard that ends in mid-month leaves a gap; the days before are billed", () => {
    const { lines, gaps } = price(
      anInput({ rates: [aRate("3.10", "2020-01-01", "2025-01-10")], areas: [anArea("100")] }),
    );
    expect(yuanOf(lines)).toEqual(["100.00"]);
    expect(gaps).toEqual([{ kind: "NO_RATE", from: "2025-01-11", to: "2025-01-31" }]);
  });

  test("a hole between two prices separates the lines", () => {
    const rates = [aRate("3.10", "2020-01-01", "2025-01-10"), aRate("3.10", "2025-01-21")];
    const { lines, gaps } = price(anInput({ rates, areas: [anArea("100")] }));
    expect(daysOf(lines)).toEqual(["2025-01-01..2025-01-10", "2025-01-21..2025-01-31"]);
    expect(gaps).toEqual([{ kind: "NO_RATE", from: "2025-01-11", to: "2025-01-20" }]);
  });
});

describe("numbers", () => {
  test.each([
    ["0", "2.38", "HALF_UP", "0.00"],
    ["99999999.99", "9999.9999", "HALF_UP", "999999989900.00"],
    ["1", "1.005", "HALF_UP", "1.01"],
    ["1", "1.005", "HALF_EVEN", "1.00"],
    ["1", "1.015", "HALF_EVEN", "1.02"],
    ["1", "1.0050000001", "HALF_EVEN", "1.01"],
    ["102.33", "2.50", "HALF_UP", "255.83"],
    ["102.33", "2.50", "HALF_EVEN", "255.82"],
    ["89.4725", "0.488333", "HALF_UP", "43.69"],
    ["1", "0.0049", "HALF_UP", "0.00"],
    ["1", "0.0001", "CEIL", "0.01"],
    ["1", "0.9999", "FLOOR", "0.99"],
  ] as const)("%s m² × %s yuan, %s, is %s", (area, unitPrice, rounding, amount) => {
    expect(
      yuanOf(price(anInput({ rules: { rounding }, areas: [anArea(area)], rates: [aRate(unitPrice)] })).lines),
    ).toEqual([amount]);
  });

  test.each([
    ["unitPrice", { rates: [aRate("-1")] }],
    ["unitPrice", { rates: [aRate("two")] }],
    ["surcharge", { rates: [aRate("1", "2020-01-01", null, "-20")] }],
    ["area", { areas: [anArea("-89.47")] }],
    ["quantity", { binding: { from: "2020-01-01", to: null, quantity: "-1" } }],
    ["amount", { areas: [anArea("999999999999999")] }],
    ["period", { period: "2025-13" }],
    ["binding", { binding: { from: "2025-01-10", to: "2025-01-09" } }],
  ])("refuses a bad %s", (field, overrides) => {
    expect(() => price(anInput(overrides))).toThrow(expect.objectContaining({ name: "PricingError", field }));
    expect(() => price(anInput(overrides))).toThrow(PricingError);
  });
});
