import fc from "fast-check";
import { addDays } from "../../common/calendar.js";
import { explainLateFee, percentText, traceOf } from "./explain-late-fee.js";
import { lateFeeOf } from "./late-fee.js";
import type { DaySegment, LateFeeRules, OverdueCharge } from "./late-fee.types.js";

const charge = (more: Partial<OverdueCharge> = {}): OverdueCharge => ({
  dueOn: "2025-01-31",
  principalFen: 63_882,
  changes: [],
  bookedTo: null,
  bookedFen: 0,
  ...more,
});
const rules = (more: Partial<LateFeeRules> = {}): LateFeeRules => ({
  unit: "DAY",
  graceDays: 15,
  gracePolicy: "FREE",
  capShare: null,
  rates: [{ startsOn: "2020-01-01", rate: "0.0005" }],
  ...more,
});

describe("grace (BIL-51)", () => {
  test.each([
    // BC-13 A
    ["FREE", "2025-02-15", 0, 0],
    ["FREE", "2025-02-16", 1, 32],
    ["FREE", "2025-04-30", 74, 2_364],
    ["COUNTED", "2025-02-15", 0, 0],
    ["COUNTED", "2025-02-16", 16, 511],
    ["COUNTED", "2025-04-30", 89, 2_843],
  ] as const)("%s, as of %s: %i days, %i fen", (gracePolicy, asOf, days, fen) => {
    expect(lateFeeOf(charge(), rules({ gracePolicy }), asOf)).toMatchObject({ days, fen });
  });

  test("without grace the day after the due date is the first", () => {
    expect(lateFeeOf(charge(), rules({ graceDays: 0 }), "2025-01-31").days).toBe(0);
    expect(lateFeeOf(charge(), rules({ graceDays: 0 }), "2025-02-01").days).toBe(1);
  });
});

test("days of grace that count bear what is open when it ends: who pays within it owes nothing for them", () => {
  const counted = rules({ graceDays: 10, gracePolicy: "COUNTED" });
  const paid = (on: string, fen: number) =>
    lateFeeOf(charge({ dueOn: "2025-03-01", principalFen: 100_000, changes: [{ on, fen }] }), counted, "2025-03-21");
  expect(paid("2025-03-05", -100_000).fen).toBe(0);
  expect(paid("2025-03-05", -40_000)).toMatchObject({ days: 20, fen: 600 });
  expect(paid("2025-03-11", -40_000)).toMatchObject({ days: 20, fen: 600 });
  expect(paid("2025-03-12", -40_000)).toMatchObject({ days: 20, fen: 11 * 50 + 9 * 30 });
});

describe("what is found out later", () => {
  const terms = rules({ graceDays: 0 });
  const booked = { dueOn: "2025-03-01", principalFen: 100_000, bookedTo: "2025-03-21", bookedFen: 500 };

  test("days that were thought paid come on top of what was booked", () => {
    expect(lateFeeOf(charge(booked), terms, "2025-03-21")).toMatchObject({ fen: 500, days: 0 });
  });

  test("a payment that came earlier leaves too much booked", () => {
    const changes = [{ on: "2025-03-06", fen: -100_000 }];
    expect(lateFeeOf(charge({ ...booked, changes }), terms, "2025-03-25").fen).toBe(-250);
  });
});

describe("cap", () => {
  test.each([
    // BC-13 B: 500 days at 0.3 %
    [null, 150_000, null],
    ["1", 100_000, 150_000],
    ["0.3", 30_000, 150_000],
    ["2", 150_000, null],
  ])("a share of %s lets %i fen pass", (capShare, fen, uncappedFen) => {
    const long = rules({ graceDays: 0, capShare, rates: [{ startsOn: "2020-01-01", rate: "0.003" }] });
    const owed = charge({ principalFen: 100_000, dueOn: "2024-01-01" });
    expect(lateFeeOf(owed, long, addDays("2024-01-01", 500))).toMatchObject({ days: 500, fen, uncappedFen });
  });

  test("what was booked before counts towards it", () => {
    const capped = rules({ graceDays: 0, capShare: "0.1", rates: [{ startsOn: "2020-01-01", rate: "0.01" }] });
    const owed = charge({ principalFen: 10_000, dueOn: "2025-01-01", bookedTo: "2025-01-07", bookedFen: 600 });
    expect(lateFeeOf(owed, capped, "2025-02-01").fen).toBe(400);
    expect(lateFeeOf({ ...owed, bookedFen: 1_200 }, capped, "2025-02-01").fen).toBe(-200);
  });

  test("so does what was booked on the charge this one stands for; its days bear none", () => {
    const capped = rules({ graceDays: 0, capShare: "0.1", rates: [{ startsOn: "2020-01-01", rate: "0.01" }] });
    const owed = charge({ principalFen: 10_000, dueOn: "2025-01-01", carriedTo: "2025-01-07", carriedFen: 600 });
    expect(lateFeeOf(owed, capped, "2025-01-10")).toMatchObject({ fen: 300, uncappedFen: null });
    const lateFee = lateFeeOf(owed, capped, "2025-02-01");
    expect(lateFee).toMatchObject({ fen: 400, uncappedFen: 2_500 });
    expect(explainLateFee(traceOf(capped, owed.dueOn, lateFee)).at(-1)).toBe(
      "合计 25.00 元，按本金的 10% 封顶（扣除重开前已计的 6.00 元），计 4.00 元",
    );
    expect(lateFeeOf({ ...owed, carriedFen: 1_200 }, capped, "2025-02-01").fen).toBe(0);
  });
});

describe("segments (BIL-52)", () => {
  test("a part payment counts from the next day; the day of payment still bears the balance before it", () => {
    const paid = charge({ dueOn: "2025-03-01", principalFen: 100_000, changes: [{ on: "2025-03-11", fen: -40_000 }] });
    const { segments, fen } = lateFeeOf(paid, rules({ graceDays: 0 }), "2025-03-21");
    expect(segments).toEqual([
      { from: "2025-03-02", to: "2025-03-11", days: 10, openFen: 100_000, dailyRate: "0.0005" },
      { from: "2025-03-12", to: "2025-03-21", days: 10, openFen: 60_000, dailyRate: "0.0005" },
    ]);
    expect(fen).toBe(500 + 300);
  });

  test("a new rate cuts the days, and days before the first rate bear nothing", () => {
    const rates = [
      { startsOn: "2025-03-06", rate: "0.001" },
      { startsOn: "2025-03-04", rate: "0.0005" },
    ];
    const owed = charge({ dueOn: "2025-03-01", principalFen: 100_000 });
    const { segments, fen } = lateFeeOf(owed, rules({ graceDays: 0, rates }), "2025-03-07");
    expect((segments as DaySegment[]).map(({ from, days, dailyRate }) => [from, days, dailyRate])).toEqual([
      ["2025-03-04", 2, "0.0005"],
      ["2025-03-06", 2, "0.001"],
    ]);
    expect(fen).toBe(100 + 200);
  });

  test("nothing accrues on what is paid; what a red receipt gives back bears it again from the next day", () => {
    const changes = [
      { on: "2025-03-05", fen: -10_000 },
      { on: "2025-03-10", fen: 10_000 },
    ];
    const owed = charge({ dueOn: "2025-03-01", principalFen: 10_000, changes });
    const { segments } = lateFeeOf(owed, rules({ graceDays: 0 }), "2025-03-12");
    expect(segments.map(({ from, to }) => [from, to])).toEqual([
      ["2025-03-02", "2025-03-05"],
      ["2025-03-11", "2025-03-12"],
    ]);
  });

  test("the sum is rounded once, half up", () => {
    // 3 × 0.5 fen = 1.5 → 2, not 1 + 1 + 1
    const rates = ["2025-01-01", "2025-03-03", "2025-03-04"].map((startsOn, n) => ({
      startsOn,
      rate: n === 1 ? "0.00050000" : "0.0005",
    }));
    const owed = charge({ dueOn: "2025-03-01", principalFen: 1_000 });
    expect(lateFeeOf(owed, rules({ graceDays: 0, rates }), "2025-03-04").fen).toBe(2);
  });
});

test("booked in parts, the days of all parts are those of the whole, each once; more days never cost less", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.integer({ min: 0, max: 30 }),
      fc.array(fc.record({ day: fc.integer({ min: 1, max: 200 }), part: fc.integer({ min: 1, max: 100_000 }) }), {
        maxLength: 5,
      }),
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 0, max: 200 }),
      fc.constantFrom(null, "0.05", "1"),
      (principalFen, graceDays, payments, cut, more, capShare) => {
        let left = principalFen;
        const changes = payments.map(({ day, part }) => {
          const fen = -Math.min(left, part);
          left += fen;
          return { on: addDays("2025-01-31", day), fen };
        });
        const terms = rules({ graceDays, capShare });
        const owed = charge({ principalFen, changes });
        const [mid, end] = [addDays("2025-01-31", cut), addDays("2025-01-31", cut + more)];
        const first = lateFeeOf(owed, terms, mid);
        const whole = lateFeeOf(owed, terms, end);
        const rest = lateFeeOf({ ...owed, bookedTo: mid, bookedFen: first.fen }, terms, end);
        expect(first.days + rest.days).toBe(whole.days);
        expect(first.fen + rest.fen).toBe(whole.fen);
        expect(whole.fen).toBeGreaterThanOrEqual(first.fen);
        if (capShare !== null)
          expect(first.fen + rest.fen).toBeLessThanOrEqual(Math.floor((principalFen * Number(capShare) * 100) / 100));
        for (const { from, to, days } of whole.segments as DaySegment[]) expect(addDays(from, days - 1)).toBe(to);
      },
    ),
    { numRuns: 300 },
  );
});

describe("explanation", () => {
  test("names due date, grace, days, balance, rate and cap", () => {
    const terms = rules({ capShare: "0.03" });
    expect(explainLateFee(traceOf(terms, "2025-01-31", lateFeeOf(charge(), terms, "2025-04-30")))).toEqual([
      "应缴日 2025-01-31，宽限 15 天（宽限期内的天数不计违约金），逾期按欠缴本金逐日计收，不计复利",
      "2025-02-16 至 2025-04-30 共 74 天：欠 638.82 元 × 每日 0.05% × 74 天",
      "合计 23.64 元，按本金的 3% 封顶，计 19.16 元",
    ]);
  });

  test.each([
    ["0.0005", "0.05%"],
    ["0.003", "0.3%"],
    ["1", "100%"],
    ["0.00012345", "0.012345%"],
    ["0.3000", "30%"],
  ])("%s reads %s", (share, text) => expect(percentText(share)).toBe(text));
});
