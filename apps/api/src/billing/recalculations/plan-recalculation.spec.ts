import type { PriceTrace } from "../pricing/pricing.types.js";
import type { IssuedBill } from "./issued-bills.js";
import { planRecalculation, type ProposedBill } from "./plan-recalculation.js";
import { billsOf } from "./reissue.js";

const trace = { base: "AREA", qty: "100", price: "2", round: "HALF_UP 0.01" };
const days = (from: number, to: number) => ({
  serviceFrom: `2026-03-${String(from).padStart(2, "0")}`,
  serviceTo: `2026-03-${String(to).padStart(2, "0")}`,
});

const old = (from: number, to: number, amountFen: number, more: Partial<IssuedBill> = {}): IssuedBill =>
  ({
    id: `old-${from}`,
    roomId: "room",
    feeItemId: "item",
    bookedPeriod: "2026-03",
    ...days(from, to),
    payerId: "owner",
    amountFen,
    reducedFen: 0,
    lateFee: "ITEM",
    discountFen: 0,
    waivedFen: 0,
    trace,
    dueOn: `2026-03-${20 + (from > 15 ? 1 : 0)}`,
    runId: "run",
    lateTo: null,
    lateFen: 0,
    ownLateFen: 0,
    obstacle: null,
    ...more,
  }) as IssuedBill;

const line = (from: number, to: number, amountFen: number, more: Partial<ProposedBill> = {}): ProposedBill =>
  ({
    roomId: "room",
    feeItemId: "item",
    payerId: "owner",
    ...days(from, to),
    amountFen,
    dueOn: "2026-04-05",
    trace,
    lateFee: "ITEM",
    discounts: [],
    waivers: [],
    ...more,
  }) as unknown as ProposedBill;

const shown = (issued: IssuedBill[], priced: ProposedBill[]) =>
  planRecalculation(issued, priced).differing.map(({ serviceFrom, serviceTo, oldFen, newFen, obstacle }) =>
    [serviceFrom.slice(8), serviceTo.slice(8), oldFen, newFen, obstacle].join(" "),
  );

test("bills that come out as they are stay, and so does another cut of the same sum", () => {
  expect(shown([old(1, 31, 3_100)], [line(1, 31, 3_100)])).toEqual([]);
  expect(shown([old(1, 31, 3_100)], [line(1, 10, 1_000), line(11, 31, 2_100)])).toEqual([]);
  expect(shown([old(1, 31, 3_100)], [line(1, 31, 3_100, { payerId: "tenant" })])).toEqual(["01 31 3100 3100 "]);
});

test("another choice of late fees is a difference though nobody owes another sum", () => {
  const [changed, ...others] = planRecalculation(
    [old(1, 31, 3_100)],
    [line(1, 31, 3_100, { lateFee: "NONE" })],
  ).differing;
  expect([changed?.causes, others]).toEqual([["LATE_FEE"], []]);
});

test("of two halves only the one that differs is taken, though the other was paid", () => {
  const paid = old(1, 15, 1_500, { obstacle: "PAID" });
  expect(shown([paid, old(16, 31, 1_600)], [line(1, 15, 1_500), line(16, 31, 1_700)])).toEqual(["16 31 1600 1700 "]);
  expect(shown([paid, old(16, 31, 1_600)], [line(1, 15, 1_400), line(16, 31, 1_700)])).toEqual([
    "01 15 1500 1400 PAID",
    "16 31 1600 1700 ",
  ]);
  expect(shown([paid, old(16, 31, 1_600)], [line(1, 31, 3_000)])).toEqual(["01 31 3100 3000 PAID"]);
});

test("what is no longer charged goes, days never billed are left to the runs, and what cannot be priced is named", () => {
  expect(shown([old(1, 31, 3_100)], [])).toEqual(["01 31 3100 0 "]);
  expect(shown([old(16, 31, 1_600)], [line(1, 15, 1_500), line(16, 31, 1_600)])).toEqual([]);
  expect(shown([old(1, 31, 3_100)], [line(1, 31, 0, { trace: null, payerId: null })])).toEqual([
    "01 31 3100 0 NO_PRICE",
  ]);
  expect(shown([old(1, 31, 3_100)], [line(1, 31, 3_100, { payerId: null })])).toEqual(["01 31 3100 3100 NO_PAYER"]);
});

test("what a meter counted is not taken back because no standard prices it", () => {
  const metered = { ...trace, meters: [] } as unknown as PriceTrace;
  expect(shown([old(1, 31, 3_100, { trace: metered })], [])).toEqual(["01 31 3100 0 NO_PRICE"]);
  expect(shown([old(1, 31, 3_100, { trace: metered })], [line(1, 31, 0, { trace: metered })])).toEqual([
    "01 31 3100 0 ",
  ]);
});

test("late fees counted on the old bill are shared by amount among those that stand for it; another payer starts anew", () => {
  const today = { bookedOn: "2026-03-28", period: "2026-03" };
  const olds = [old(1, 31, 3_100, { lateTo: "2026-03-25", lateFen: 31, bookedPeriod: "2026-04" })];
  const bills = billsOf(
    { olds, news: [line(1, 10, 1_000), line(11, 20, 3_000), line(21, 31, 1_100, { payerId: "tenant" })] },
    today,
  );
  expect(bills).toMatchObject([
    {
      dueOn: "2026-03-20",
      lateTo: "2026-03-25",
      lateFen: 8,
      runId: "run",
      bookedPeriod: "2026-04",
      origins: ["old-1"],
    },
    { dueOn: "2026-03-20", lateTo: "2026-03-25", lateFen: 23, origins: ["old-1"] },
    { dueOn: "2026-04-05", lateTo: null, lateFen: null, runId: "run", origins: [] },
  ]);
  const joined = billsOf(
    { olds: [old(1, 15, 1_500), old(16, 31, 1_600, { lateFen: 4 })], news: [line(1, 31, 3_000)] },
    today,
  );
  expect(joined).toMatchObject([{ dueOn: "2026-03-20", lateFen: 4, origins: ["old-1", "old-16"] }]);
});
