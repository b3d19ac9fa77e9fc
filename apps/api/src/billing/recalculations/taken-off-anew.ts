import type { EntityManager } from "typeorm";
import { overlaps } from "../../common/calendar.js";
import { discountAnew, spread } from "../discounts/discount-plan.js";
import { type SchemeRow, schemesOf } from "../discounts/receipt-discounts.js";
import { serviceOf } from "../objects/service-of.js";
import type { StandingWaiver } from "../waivers/carried-waivers.js";
import { type GivenDiscount, type PlannedLine, type ProposedBill, reducedOf } from "./plan-recalculation.js";
import { type StandingBill, standingBills } from "./standing-bills.js";

/** Rooms settled at a time. */
const ROOMS_AT_ONCE = 1000;

/** Whether something beside a vacancy is taken off what a line is about. */
export const isReduced = ({ olds }: PlannedLine): boolean =>
  olds.some(({ discounted, waivers }) => discounted || waivers.length > 0);

/**
 * What discounts and waivers take off bills that are issued anew (BIL-13, BIL-40, BIL-41), for the lines of all months
 * together: a scheme may count the months of a year.
 *
 * A discount that the run gave is worked out anew by its rule on the new amount, for each payer over all bills of the run:
 * those that stay keep what they got, the new ones get the rest of the whole. Which schemes were given stays as it was
 * decided when the bill was issued; a payer who comes to fewer months than a scheme asks for gets none. A waiver stays with
 * its amount, never above the bill; it belongs to its payer and does not pass to another. Both come after a vacancy, the
 * waiver last.
 */
export async function takenOffAnew(
  tx: EntityManager,
  projectId: string,
  lines: readonly PlannedLine[],
): Promise<PlannedLine[]> {
  const settled: PlannedLine[] = [];
  const byRoom = [...Map.groupBy(lines, ({ roomId }) => roomId)];
  for (let i = 0; i < byRoom.length; i += ROOMS_AT_ONCE) {
    const own = byRoom.slice(i, i + ROOMS_AT_ONCE).flatMap(([, list]) => list);
    const standing = await standingBills(tx, projectId, own);
    const ids = [...new Set(standing.flatMap(({ given }) => Object.keys(given)))];
    const schemes = ids.length > 0 ? await schemesOf(tx, projectId, ids) : [];
    const groups = Map.groupBy(own, (line) => `${line.roomId}${serviceOf(line.olds[0]!)}`);
    const bills = Map.groupBy(standing, (bill) => `${bill.roomId}${serviceOf(bill)}`);
    for (const [key, list] of groups) settled.push(...ofService(list, bills.get(key) ?? [], schemes));
  }
  return settled;
}

/** The lines of one service of a room, each beside what the ones before leave. Pure. */
export function ofService(
  lines: readonly PlannedLine[],
  standing: readonly StandingBill[],
  schemes: readonly SchemeRow[],
): PlannedLine[] {
  let bills = standing;
  return lines
    .toSorted((a, b) => (a.serviceFrom < b.serviceFrom ? -1 : 1))
    .map((line) => {
      const ids = new Set(line.olds.map(({ id }) => id));
      const others = bills.filter(({ id }) => !ids.has(id));
      const discounted = withDiscounts(line, others, bills, schemes);
      // what stays as it is counts as it is
      if (line.obstacle === null)
        bills = [...others, ...discounted.flatMap(({ bill, runId }) => asStanding(bill, runId))];
      return withWaivers({ ...line, news: discounted.map(({ bill }) => bill) });
    });
}

interface OfRun {
  bill: ProposedBill;
  /** The run whose bill it stands for. */
  runId: string | null;
}

function withDiscounts(
  { olds, news }: PlannedLine,
  others: readonly StandingBill[],
  bills: readonly StandingBill[],
  schemes: readonly SchemeRow[],
): OfRun[] {
  const ofRuns = news.map((bill): OfRun => {
    const stoodFor = olds.find((old) => old.payerId === bill.payerId && touches(old, bill));
    return { bill, runId: (stoodFor ?? olds.find((old) => touches(old, bill)) ?? olds[0]!).runId };
  });
  const given = new Map<ProposedBill, GivenDiscount[]>();
  for (const own of Map.groupBy(ofRuns, ({ bill, runId }) => `${runId}${bill.payerId}`).values()) {
    const [{ bill, runId }] = own as [OfRun, ...OfRun[]];
    if (runId === null || bill.payerId === null) continue;
    const ofRun = new Set(bills.filter((one) => one.runId === runId).flatMap((one) => Object.keys(one.given)));
    let left = own.map(({ bill: one }, index) => ({
      chargeId: String(index),
      period: one.period,
      openFen: one.amountFen - reducedOf(one.trace),
    }));
    let beside = others
      .filter((one) => one.runId === runId && one.payerId === bill.payerId)
      .map(({ id, period, openFen, given: got }) => ({ chargeId: id, period, openFen, got }));
    for (const scheme of schemes.filter(({ id }) => ofRun.has(id))) {
      const kept = beside.map((one) => ({ ...one, givenFen: one.got[scheme.id] ?? 0 }));
      const fen = new Map(discountAnew(scheme, kept, left).map(({ chargeId, amountFen }) => [chargeId, amountFen]));
      for (const [index, { bill: one }] of own.entries()) {
        const amountFen = fen.get(String(index)) ?? 0;
        const got = { schemeId: scheme.id, schemeName: scheme.name, amountFen };
        if (amountFen > 0) given.set(one, [...(given.get(one) ?? []), got]);
      }
      left = left.map((one) => ({ ...one, openFen: one.openFen - (fen.get(one.chargeId) ?? 0) }));
      beside = kept.map((one) => ({ ...one, openFen: one.openFen - one.givenFen }));
    }
  }
  return ofRuns.map(({ bill, runId }) => ({ bill: { ...bill, discounts: given.get(bill) ?? [] }, runId }));
}

function asStanding(bill: ProposedBill, runId: string | null): StandingBill[] {
  const { roomId, feeItemId, objectId, payerId, period, serviceFrom, amountFen, trace, discounts } = bill;
  if (payerId === null) return [];
  const given = Object.fromEntries(discounts.map((one) => [one.schemeId, one.amountFen]));
  const openFen = amountFen - reducedOf(trace);
  return [{ id: `new ${payerId}${serviceFrom}`, roomId, feeItemId, objectId, runId, payerId, period, openFen, given }];
}

/** Carries the waivers of old bills on to those of the same payer that stand for them, by amount. */
function withWaivers(line: PlannedLine): PlannedLine {
  const { olds, news } = line;
  const left = news.map(({ amountFen, trace, discounts }) => amountFen - reducedOf(trace) - sumOf(discounts));
  const waivers = news.map((): StandingWaiver[] => []);
  let { obstacle } = line;
  for (const old of olds) {
    const touched = news.flatMap((bill, index) => (touches(old, bill) ? [index] : []));
    const heirs = touched.filter((index) => news[index]!.payerId === old.payerId);
    if (old.waivers.length > 0 && touched.length > 0 && heirs.length === 0) obstacle ??= "WAIVER_OF_PAYER";
    for (const waiver of old.waivers) {
      const open = heirs.map((index) => left[index]!);
      const parts = spread(Math.min(waiver.amountFen, sum(open)), open);
      for (const [at, index] of heirs.entries()) {
        const amountFen = parts[at]!;
        if (amountFen === 0) continue;
        left[index]! -= amountFen;
        waivers[index]!.push({ ...waiver, amountFen });
      }
    }
  }
  const settled = news.map((bill, index) => ({ ...bill, waivers: waivers[index]! }));
  const off = settled.map((bill) => `${sumOf(bill.discounts)} ${sumOf(bill.waivers)}`).join("\n");
  return { ...line, news: settled, obstacle, newFen: sum(left), print: `${line.print}${off}\n` };
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, fen) => total + fen, 0);

/** What is taken off in all. */
export const sumOf = (list: readonly { amountFen: number }[]): number => sum(list.map(({ amountFen }) => amountFen));

interface Days {
  serviceFrom: string;
  serviceTo: string;
}

const touches = (a: Days, b: Days) =>
  overlaps({ from: a.serviceFrom, to: a.serviceTo }, { from: b.serviceFrom, to: b.serviceTo });
