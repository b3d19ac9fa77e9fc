import type { EntityManager } from "typeorm";
import { discountAnew, spread } from "../discounts/discount-plan.js";
import { isForPayer, type SchemeRow, schemesOf } from "../discounts/receipt-discounts.js";
import { serviceOf } from "../objects/service-of.js";
import type { StandingWaiver } from "../waivers/carried-waivers.js";
import { type GivenDiscount, type PlannedLine, type ProposedBill, reducedOf } from "./plan-recalculation.js";
import { heirsOf, runOf, standsFor, touches } from "./stands-for.js";
import { type StandingBill, standingBills } from "./standing-bills.js";
import { withEnoughMonths } from "./enough-months.js";

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
 * decided when the bill was issued, for him or else for whose bill it was; a payer who comes to fewer months than a scheme
 * asks for gets none, and his bills that would have stayed are issued anew without it, or nothing is (`withEnoughMonths`). A waiver stays with its amount, never above the bill; it belongs to its payer and does not pass to
 * another. Both come after a vacancy, the waiver last.
 */
export async function takenOffAnew(
  tx: EntityManager,
  projectId: string,
  lines: readonly PlannedLine[],
  unchanged: readonly PlannedLine[],
): Promise<PlannedLine[]> {
  const settled: PlannedLine[] = [];
  const others = Map.groupBy(unchanged, serviceKey);
  const byRoom = [...Map.groupBy(lines, ({ roomId }) => roomId)];
  for (let i = 0; i < byRoom.length; i += ROOMS_AT_ONCE) {
    const own = byRoom.slice(i, i + ROOMS_AT_ONCE).flatMap(([, list]) => list);
    const standing = await standingBills(tx, projectId, own);
    const ids = [...new Set(standing.flatMap(({ given }) => Object.keys(given)))];
    const schemes = ids.length > 0 ? await schemesOf(tx, projectId, ids) : [];
    const groups = Map.groupBy(own, serviceKey);
    const bills = Map.groupBy(standing, (bill) => `${bill.roomId}${serviceOf(bill)}`);
    for (const [key, list] of groups) settled.push(...ofService(list, bills.get(key) ?? [], schemes, others.get(key)));
  }
  return settled;
}

const serviceKey = ({ roomId, olds }: PlannedLine) => `${roomId}${serviceOf(olds[0]!)}`;

/**
 * The lines of one service of a room: those that can be issued anew all at once, as a payer's months count together; each of
 * the others by itself, beside bills that stay as they are. Pure.
 *
 * @param unchanged discounted bills of the service that come out as they are
 */
export function ofService(
  lines: readonly PlannedLine[],
  standing: readonly StandingBill[],
  schemes: readonly SchemeRow[],
  unchanged: readonly PlannedLine[] = [],
): PlannedLine[] {
  const own = lines.map((line) => ({ ...line, obstacle: line.obstacle ?? waiverOfPayer(line) }));
  const ordered = withEnoughMonths(own, unchanged, standing, schemes).toSorted((a, b) =>
    a.serviceFrom < b.serviceFrom ? -1 : 1,
  );
  const [together, blocked] = [true, false].map((open) =>
    ordered.filter(({ obstacle }) => (obstacle === null) === open),
  );
  const given = Map.groupBy(
    [together!, ...blocked!.map((line) => [line])].flatMap((list) => discountsAnew(list, standing, schemes)),
    ({ bill }) => bill,
  );
  return ordered.map((line) => {
    const news = line.news.map((bill) => ({ ...bill, discounts: (given.get(bill) ?? []).map(({ got }) => got) }));
    return withWaivers({ ...line, news });
  });
}

interface GivenAnew {
  bill: ProposedBill;
  got: GivenDiscount;
}

/** What schemes give on the new bills of lines that are issued anew together. */
function discountsAnew(
  lines: readonly PlannedLine[],
  standing: readonly StandingBill[],
  schemes: readonly SchemeRow[],
): GivenAnew[] {
  const replaced = new Set(lines.flatMap(({ olds }) => olds.map(({ id }) => id)));
  const news = lines.flatMap((line) =>
    line.news.map((bill) => ({
      bill,
      runId: runOf(line.olds, bill),
      before: line.olds.filter((old) => touches(old, bill)).map(({ payerId }) => payerId),
    })),
  );
  return [...Map.groupBy(news, ({ bill, runId }) => `${runId}${bill.payerId}`).values()].flatMap((own) => {
    const { bill, runId } = own[0]!;
    if (runId === null || bill.payerId === null) return [];
    const ofRun = standing.filter((one) => one.runId === runId);
    const beside = ofRun.filter(({ id, payerId }) => payerId === bill.payerId && !replaced.has(id));
    const decidedFor = (payer: string) =>
      schemes.filter(({ id }) => ofRun.some(({ payerId, given }) => payerId === payer && id in given));
    const payerId = bill.payerId;
    const his = decidedFor(payerId);
    const before = [...new Set(own.flatMap((one) => one.before))];
    // Schemes of two payers need not go together.
    const choices = (his.length > 0 ? [his] : before.map(decidedFor)).map((list) =>
      inTurn(
        list.filter((scheme) => isForPayer(scheme, payerId)),
        beside,
        own.map((one) => one.bill),
      ),
    );
    return choices.reduce((best, choice) => (givenFen(choice) > givenFen(best) ? choice : best), []);
  });
}

const givenFen = (list: readonly GivenAnew[]) => sumOf(list.map(({ got }) => got));

/** What schemes give on new bills of a payer beside those that stay, each on what the one before left. */
function inTurn(
  schemes: readonly SchemeRow[],
  standing: readonly StandingBill[],
  news: readonly ProposedBill[],
): GivenAnew[] {
  let left = news.map(({ period, amountFen, trace }, index) => ({
    chargeId: String(index),
    period,
    openFen: amountFen - reducedOf(trace),
  }));
  let beside = standing.map(({ id, period, openFen, given }) => ({ chargeId: id, period, openFen, given }));
  return schemes.flatMap((scheme) => {
    const kept = beside.map((one) => ({ ...one, givenFen: one.given[scheme.id] ?? 0 }));
    const shares = discountAnew(scheme, kept, left);
    const fen = new Map(shares.map(({ chargeId, amountFen }) => [chargeId, amountFen]));
    left = left.map((one) => ({ ...one, openFen: one.openFen - (fen.get(one.chargeId) ?? 0) }));
    beside = kept.map((one) => ({ ...one, openFen: one.openFen - one.givenFen }));
    return shares.map(({ chargeId, amountFen }) => ({
      bill: news[Number(chargeId)]!,
      got: { schemeId: scheme.id, schemeName: scheme.name, amountFen },
    }));
  });
}

/** Whether a waiver would pass to another payer. */
const waiverOfPayer = ({ olds, news }: PlannedLine): "WAIVER_OF_PAYER" | null =>
  olds.some((old) => {
    const goesOn = news.some((bill) => touches(old, bill));
    return old.waivers.length > 0 && goesOn && heirsOf(old, news).length === 0;
  })
    ? "WAIVER_OF_PAYER"
    : null;

/** Carries the waivers of old bills on to those of the same payer that stand for them, by amount. */
function withWaivers(line: PlannedLine): PlannedLine {
  const { olds, news } = line;
  const left = news.map(({ amountFen, trace, discounts }) => amountFen - reducedOf(trace) - sumOf(discounts));
  const waivers = news.map((): StandingWaiver[] => []);
  for (const old of olds) {
    const heirs = news.flatMap((bill, index) => (standsFor(bill, old) ? [index] : []));
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
  return { ...line, news: settled, newFen: sum(left), print: `${line.print}${off}\n` };
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, fen) => total + fen, 0);

/** What is taken off in all. */
export const sumOf = (list: readonly { amountFen: number }[]): number => sum(list.map(({ amountFen }) => amountFen));
