import type { SchemeRow } from "../discounts/receipt-discounts.js";
import type { PlannedLine } from "./plan-recalculation.js";
import type { StandingBill } from "./standing-bills.js";
import { ofService } from "./taken-off-anew.js";

const of = (month: number) => {
  const period = `2026-${String(month).padStart(2, "0")}`;
  return { period, serviceFrom: `${period}-01`, serviceTo: `${period}-28` };
};

const scheme = (id: string, months: number, terms: Partial<SchemeRow>) =>
  ({ id, name: id, months, percent: null, amountFen: null, freeMonths: null, ...terms }) as SchemeRow;
const fivePercent = (months: number) => scheme("A", months, { benefit: "PERCENT", percent: "5" });
const hundred = (months: number) => scheme("B", months, { benefit: "AMOUNT", amountFen: 10_000 });

/** What a yearly run billed at 300.00 for a month, and gave. */
const billed = (month: number, payerId: string, given: Record<string, number>): StandingBill => ({
  id: `old-${month}`,
  roomId: "room",
  feeItemId: "item",
  objectId: null,
  runId: "run",
  payerId,
  period: of(month).period,
  openFen: 30_000,
  given,
});

/** A month that is issued anew, to one payer. */
const anew = (bill: StandingBill, payerId: string, amountFen: number, waivedFen = 0) => {
  const month = of(Number(bill.period.slice(5)));
  const waivers = waivedFen > 0 ? [{ waiverId: "waiver", waiverNo: "1", amountFen: waivedFen }] : [];
  return {
    ...month,
    olds: [{ ...bill, ...month, waivers }],
    news: [{ ...month, payerId, amountFen, trace: null, discounts: [], waivers: [] }],
    obstacle: null,
    print: "",
  } as unknown as PlannedLine;
};

const shown = (lines: PlannedLine[]) =>
  lines.map(({ period, obstacle, news }) => [
    Number(period.slice(5)),
    obstacle,
    ...news.flatMap(({ discounts }) => discounts.map(({ schemeId, amountFen }) => `${schemeId} ${amountFen}`)),
  ]);

const months = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

test("a bill keeps the schemes of its own payer, not what another of the room got by the same run", () => {
  const owner = months(1, 8).map((month) => billed(month, "owner", { A: 1_500 }));
  const tenant = months(9, 12).map((month) => billed(month, "tenant", { B: 2_500 }));
  const schemes = [fivePercent(6), hundred(3)];
  const standing = [...owner, ...tenant];
  expect(shown(ofService([anew(owner[7]!, "owner", 20_000)], standing, schemes))).toEqual([[8, null, "A 1000"]]);
  // two months pass to the tenant, who keeps his one scheme, given already
  const passed = owner.slice(6).map((bill) => anew(bill, "tenant", 30_000));
  expect(shown(ofService(passed, standing, schemes))).toEqual([
    [7, null],
    [8, null],
  ]);
  // all passes to a third: of schemes that were given to two payers he gets those of one, that give more
  const third = standing.map((bill) => anew(bill, "third", 30_000));
  const given = shown(ofService(third, standing, schemes)).map(([, , ...list]) => list);
  expect(given).toEqual(standing.map(() => ["A 1500"]));
});

test("months that pass to a new payer count together", () => {
  const standing = months(1, 12).map((month) => billed(month, "owner", { A: 1_500 }));
  const passed = standing.slice(9).map((bill) => anew(bill, "tenant", 30_000));
  const each = (fen: string) => [10, 11, 12].map((month) => [month, null, fen]);
  expect(shown(ofService(passed.toReversed(), standing, [fivePercent(3)]))).toEqual(each("A 1500"));
  const amounts = standing.map((bill) => ({ ...bill, given: { B: 833 } }));
  const lines = amounts.slice(9).map((bill) => anew(bill, "tenant", 30_000));
  expect(shown(ofService(lines, amounts, [hundred(3)]))).toEqual([
    [10, null, "B 3334"],
    [11, null, "B 3333"],
    [12, null, "B 3333"],
  ]);
});

test("a month that stays with its payer for his waiver does not count for another", () => {
  const standing = months(1, 12).map((month) => billed(month, "owner", { A: 1_500 }));
  const lines = [anew(standing[10]!, "tenant", 30_000, 1_000), anew(standing[11]!, "tenant", 30_000)];
  expect(shown(ofService(lines, standing, [fivePercent(2)]))).toEqual([
    [11, "WAIVER_OF_PAYER"],
    [12, null],
  ]);
});

test("a payer's other bills lose a discount that he has too few months for, when all of them can be issued anew", () => {
  const standing = months(1, 12).map((month) => billed(month, "owner", { A: 1_500 }));
  const passed = standing.slice(10).map((bill) => anew(bill, "tenant", 30_000));
  const same = standing.slice(0, 10).map((bill) => anew(bill, "owner", 30_000));
  const schemes = [fivePercent(12)];
  // all months are there
  const settled = shown(ofService(passed, standing, schemes, same));
  expect(settled).toEqual(months(1, 12).map((month) => [month, null]));
  // one of them is not, or cannot be issued anew
  const blocked = passed.map((_line, index) => [11 + index, "DISCOUNT_MONTHS"]);
  expect(shown(ofService(passed, standing, schemes, same.slice(1)))).toEqual(blocked);
  const [paid, ...others] = same;
  const withPaid = [{ ...paid!, obstacle: "PAID" as const }, ...others];
  expect(shown(ofService(passed, standing, schemes, withPaid))).toEqual(blocked);
  // enough are left; a month that stays with its payer goes on beside one that would be taken away
  expect(shown(ofService(passed, standing, [fivePercent(10)], same))).toEqual([
    [11, null],
    [12, null],
  ]);
  const dearer = anew(standing[9]!, "owner", 40_000);
  expect(shown(ofService([...passed, dearer], standing, schemes, []))).toEqual([[10, null, "A 2000"], ...blocked]);
});

test("who had too few months before keeps what he was given", () => {
  const standing = months(3, 12).map((month) => billed(month, "owner", { A: 1_500 }));
  const passed = [anew(standing[9]!, "tenant", 30_000)];
  expect(shown(ofService(passed, standing, [fivePercent(12)]))).toEqual([[12, null]]);
});
