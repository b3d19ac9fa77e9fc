import fc from "fast-check";
import { addDays } from "../../common/calendar.js";
import { warningOf } from "./ceiling-warning.js";
import { explainLateFee, traceOf } from "./explain-late-fee.js";
import { lateFeeOf } from "./late-fee.js";
import type { LateFeeRules, OverdueCharge } from "./late-fee.types.js";

/** 1000.00 yuan, due at the end of January, at 2 % a month. */
const charge = (more: Partial<OverdueCharge> = {}): OverdueCharge => ({
  dueOn: "2025-01-31",
  principalFen: 100_000,
  changes: [],
  bookedTo: null,
  bookedFen: 0,
  ...more,
});
const rules = (more: Partial<LateFeeRules> = {}): LateFeeRules => ({
  unit: "MONTH_BEGUN",
  graceDays: 0,
  gracePolicy: "FREE",
  capShare: null,
  rates: [{ startsOn: "2020-01-01", rate: "0.02" }],
  ...more,
});

describe("months are counted from the first day that bears a late fee (BIL-50)", () => {
  test.each([
    ["MONTH_BEGUN", "2025-01-31", 0, 0],
    ["MONTH_BEGUN", "2025-02-01", 1, 2_000],
    ["MONTH_BEGUN", "2025-02-28", 1, 2_000],
    ["MONTH_BEGUN", "2025-03-01", 2, 4_000],
    ["MONTH_FULL", "2025-02-27", 0, 0],
    ["MONTH_FULL", "2025-02-28", 1, 2_000],
    ["MONTH_FULL", "2025-03-30", 1, 2_000],
    ["MONTH_FULL", "2025-03-31", 2, 4_000],
  ] as const)("%s, as of %s: %s months", (unit, asOf, months, fen) => {
    expect(lateFeeOf(charge(), rules({ unit }), asOf)).toMatchObject({ months, fen });
  });

  test("one that begins on a day which a month does not have begins on the last of it", () => {
    const { segments, months } = lateFeeOf(charge({ dueOn: "2025-01-30" }), rules(), "2025-03-31");
    expect([months, segments]).toEqual([
      3,
      [{ from: "2025-01-31", to: "2025-04-29", months: 3, openFen: 100_000, monthlyRate: "0.02" }],
    ]);
    expect(lateFeeOf(charge({ dueOn: "2025-01-30" }), rules(), "2025-02-27").months).toBe(1);
    expect(lateFeeOf(charge({ dueOn: "2025-01-30" }), rules(), "2025-02-28").months).toBe(2);
  });

  test.each([
    // ten days of grace end on 10 February
    ["FREE", "2025-02-10", 0, undefined],
    ["FREE", "2025-02-11", 2_000, "2025-02-11"],
    ["FREE", "2025-03-10", 2_000, "2025-02-11"],
    ["FREE", "2025-03-11", 4_000, "2025-02-11"],
    ["COUNTED", "2025-02-10", 0, undefined],
    ["COUNTED", "2025-02-11", 2_000, "2025-02-01"],
    ["COUNTED", "2025-03-01", 4_000, "2025-02-01"],
  ] as const)("grace %s, as of %s: %i fen (BIL-51)", (gracePolicy, asOf, fen, from) => {
    const lateFee = lateFeeOf(charge(), rules({ graceDays: 10, gracePolicy }), asOf);
    expect([lateFee.fen, lateFee.segments[0]?.from]).toEqual([fen, from]);
  });

  test("who pays within a grace that counts owes nothing for what was paid", () => {
    const counted = rules({ graceDays: 10, gracePolicy: "COUNTED" });
    const paid = charge({ changes: [{ on: "2025-02-05", fen: -40_000 }] });
    expect(lateFeeOf(paid, counted, "2025-02-20").fen).toBe(1_200);
  });

  test("a month bears the rate of the day it begins; those before the first rate bear none", () => {
    const rates = [
      { startsOn: "2025-02-15", rate: "0.01" },
      { startsOn: "2025-03-20", rate: "0.03" },
    ];
    const { segments } = lateFeeOf(charge(), rules({ rates }), "2025-04-15");
    expect(segments).toEqual([
      { from: "2025-02-15", to: "2025-04-14", months: 2, openFen: 100_000, monthlyRate: "0.01" },
      { from: "2025-04-15", to: "2025-05-14", months: 1, openFen: 100_000, monthlyRate: "0.03" },
    ]);
  });
});

describe("payments (BIL-52)", () => {
  const changes = [{ on: "2025-02-10", fen: -40_000 }];

  test("a month that was begun bears what was open when it began; the next the rest", () => {
    const { segments, fen } = lateFeeOf(charge({ changes }), rules(), "2025-03-01");
    expect(segments.map(({ from, openFen }) => [from, openFen])).toEqual([
      ["2025-02-01", 100_000],
      ["2025-03-01", 60_000],
    ]);
    expect(fen).toBe(2_000 + 1_200);
  });

  test("a full month bears what was open until its end; a payment on its last day comes too late", () => {
    const full = rules({ unit: "MONTH_FULL" });
    expect(lateFeeOf(charge({ changes }), full, "2025-02-28").fen).toBe(1_200);
    const last = [{ on: "2025-02-28", fen: -40_000 }];
    expect(lateFeeOf(charge({ changes: last }), full, "2025-02-28").fen).toBe(2_000);
    expect(lateFeeOf(charge({ changes: [{ on: "2025-02-27", fen: -100_000 }] }), full, "2025-05-31").fen).toBe(0);
  });

  test("what was booked inside a month is not booked again", () => {
    const booked = charge({ changes, bookedTo: "2025-02-10", bookedFen: 2_000 });
    expect(lateFeeOf(booked, rules(), "2025-02-28")).toMatchObject({ fen: 0, months: 0, days: 18 });
    expect(lateFeeOf(booked, rules(), "2025-03-05")).toMatchObject({ fen: 1_200, months: 1, days: 23 });
  });

  test("booked on the charge this one stands for, a month is not counted again, and counts towards the cap", () => {
    const after = charge({ carriedTo: "2025-02-10", carriedFen: 2_000 });
    expect(lateFeeOf(after, rules(), "2025-02-28").fen).toBe(0);
    expect(lateFeeOf(after, rules(), "2025-03-01").fen).toBe(2_000);
    expect(lateFeeOf(after, rules({ capShare: "0.03" }), "2025-12-31").fen).toBe(1_000);
    // the full month of 10 March is not over on the 10th: it counts when it is
    const full = rules({ unit: "MONTH_FULL" });
    expect(lateFeeOf(charge({ carriedTo: "2025-03-10", carriedFen: 2_000 }), full, "2025-03-31").fen).toBe(2_000);
  });
});

test("booked on the charge this one stands for while days of the month bore none, it counts once it bears (BIL-54)", () => {
  const freeDays = [{ from: "2025-03-01", to: "2025-03-10" }];
  const after = (carriedTo: string) => charge({ dueOn: "2025-02-28", freeDays, carriedTo });
  expect(lateFeeOf(after("2025-03-05"), rules(), "2025-03-10").fen).toBe(0);
  expect(lateFeeOf(after("2025-03-05"), rules(), "2025-03-11").fen).toBe(2_000);
  expect(lateFeeOf(after("2025-03-11"), rules(), "2025-03-31").fen).toBe(0);
});

test.each([
  // all of March
  ["MONTH_BEGUN", { from: "2025-03-01", to: "2025-03-31" }, 4_000],
  ["MONTH_FULL", { from: "2025-03-01", to: "2025-03-31" }, 4_000],
  // a part of it
  ["MONTH_BEGUN", { from: "2025-03-05", to: "2025-03-20" }, 6_000],
  ["MONTH_BEGUN", { from: "2025-02-20", to: "2025-03-20" }, 6_000],
  ["MONTH_FULL", { from: "2025-03-05", to: "2025-03-20" }, 4_000],
  // to this day
  ["MONTH_BEGUN", { from: "2025-03-05", to: null }, 4_000],
  ["MONTH_FULL", { from: "2025-03-05", to: null }, 2_000],
] as const)("%s with days that bear none (%o): %i fen until the end of April (BIL-54)", (unit, free, fen) => {
  expect(lateFeeOf(charge({ freeDays: [free] }), rules({ unit }), "2025-04-30").fen).toBe(fen);
});

test("booked in parts, all parts are the whole; more days never cost less; never beyond the cap", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("MONTH_BEGUN" as const, "MONTH_FULL" as const),
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom("FREE" as const, "COUNTED" as const),
      fc.array(fc.record({ day: fc.integer({ min: 1, max: 300 }), part: fc.integer({ min: 1, max: 60_000 }) }), {
        maxLength: 5,
      }),
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 0, max: 200 }),
      fc.constantFrom(null, "0.05"),
      (unit, graceDays, gracePolicy, payments, cut, more, capShare) => {
        let left = 100_000;
        const changes = payments.map(({ day, part }) => {
          const fen = -Math.min(left, part);
          left += fen;
          return { on: addDays("2025-01-31", day), fen };
        });
        const terms = rules({ unit, graceDays, gracePolicy, capShare });
        const [mid, end] = [addDays("2025-01-31", cut), addDays("2025-01-31", cut + more)];
        const [first, whole] = [lateFeeOf(charge({ changes }), terms, mid), lateFeeOf(charge({ changes }), terms, end)];
        const bookedTo = first.fen > 0 ? mid : null;
        const rest = lateFeeOf(charge({ changes, bookedTo, bookedFen: first.fen }), terms, end);
        expect(first.fen + rest.fen).toBe(whole.fen);
        expect(first.months! + rest.months!).toBe(whole.months);
        expect(rest.fen).toBeGreaterThanOrEqual(0);
        if (capShare !== null) expect(whole.fen).toBeLessThanOrEqual(5_000);
      },
    ),
    { numRuns: 300 },
  );
});

test("it explains itself", () => {
  const terms = rules({ graceDays: 10, capShare: "0.03" });
  expect(explainLateFee(traceOf(terms, "2025-01-31", lateFeeOf(charge(), terms, "2025-03-20")))).toEqual([
    "应缴日 2025-01-31，宽限 10 天（宽限期内的天数不计违约金），逾期按欠缴本金按月，不足一个月按一个月计收，不计复利",
    "2025-02-11 至 2025-04-10 共 2 个月：欠 1000.00 元 × 每月 2% × 2 个月",
    "合计 40.00 元，按本金的 3% 封顶，计 30.00 元",
  ]);
});

describe("the warning of the legal ceiling (LAW-12)", () => {
  const rates = [{ startsOn: "2025-01-01", rate: "0.02" }];
  test.each([
    [
      { unit: "MONTH_FULL" as const, capShare: null, rates },
      /^没有封顶：按现行利率，逾期计到第 16 个月时超过本金的 30%/,
    ],
    [{ unit: "MONTH_BEGUN" as const, capShare: "0.5000", rates }, /^封顶为本金的 50%：.*第 16 个月/],
    [{ unit: "DAY" as const, capShare: null, rates: [{ startsOn: "2025-01-01", rate: "0.0005" }] }, /第 601 天时超过/],
  ])("%o", (scheme, words) => expect(warningOf(scheme, "0.3000")).toMatch(words));

  test("a cap within it needs none", () => {
    expect(warningOf({ unit: "MONTH_FULL", capShare: "0.3000", rates }, "0.3000")).toBeNull();
  });
});
