import type { RecalculationCause, RecalculationObstacle } from "@linli/contracts";
import { dayAfter, maxDate, minDate } from "../../common/calendar.js";
import type { PriceTrace } from "../pricing/pricing.types.js";
import { serviceOf } from "../objects/service-of.js";
import { printOf, type RunLine } from "../runs/run-lines.js";
import type { StandingWaiver } from "../waivers/carried-waivers.js";
import type { IssuedBill } from "./issued-bills.js";

/** What a scheme gives on a bill, in fen. */
export interface GivenDiscount {
  schemeId: string;
  schemeName: string;
  amountFen: number;
}

/** A line with what late fees follow its price, as `IssuedBill` has it. */
export interface PricedBill extends RunLine {
  lateFee: string | null;
}

/** A bill that would be issued, with what is taken off it beside a vacancy. */
export interface ProposedBill extends PricedBill {
  discounts: GivenDiscount[];
  waivers: StandingWaiver[];
}

/** Bills of one room (or thing of it), item and month whose days belong together, and what they come to today. */
export interface PlannedLine {
  roomId: string;
  feeItemId: string;
  period: string;
  serviceFrom: string;
  serviceTo: string;
  olds: IssuedBill[];
  /** What would be billed, without lines that come to nothing. */
  news: ProposedBill[];
  oldFen: number;
  newFen: number;
  lateFeeFen: number;
  causes: RecalculationCause[];
  obstacle: RecalculationObstacle | null;
  /** What must come out again when it is approved: the bills, and what is taken off them. */
  print: string;
  /** The bills of it, as they are priced. */
  pricedPrint: string;
}

/** A room's month, compared. */
export interface ComparedMonth {
  differing: PlannedLine[];
  /** Bills with a discount of their run that come out as they are: one that loses it is issued anew as well. */
  discounted: PlannedLine[];
}

/**
 * Compares the bills of a room's month with what it comes to today. Bills that come out as they are stay; the rest is taken
 * together where days overlap, and differs when anybody owes another sum, or late fees follow by another choice. Days that were never billed are left to the runs.
 * Pure.
 */
export function planRecalculation(issued: readonly IssuedBill[], priced: readonly PricedBill[]): ComparedMonth {
  const found: ComparedMonth = { differing: [], discounted: [] };
  for (const [service, bills] of Map.groupBy(issued, serviceOf)) {
    const news = priced.filter((line) => serviceOf(line) === service);
    const olds: IssuedBill[] = [];
    const same: Part[] = [];
    for (const bill of bills) {
      const at = news.findIndex((line) => isSame(bill, line));
      if (at < 0) olds.push(bill);
      else same.push({ olds: [bill], news: news.splice(at, 1) });
    }
    const parts = togetherByDays(olds, news).filter((part) => part.olds.length > 0);
    const [differing, alike] = [true, false].map((wanted) => parts.filter((part) => differs(part) === wanted));
    found.differing.push(...differing!.map(lineOf));
    const discounted = [...same, ...alike!].filter((part) => part.olds.some(({ discountFen }) => discountFen > 0));
    found.discounted.push(...discounted.map((part) => ({ ...lineOf(part), causes: ["DISCOUNT" as const] })));
  }
  return found;
}

interface Part {
  olds: IssuedBill[];
  news: PricedBill[];
}

/** What a vacancy takes off. */
export const reducedOf = (trace: PriceTrace | null) => trace?.red?.fen ?? 0;

const isSame = (bill: IssuedBill, line: PricedBill) =>
  bill.serviceFrom === line.serviceFrom &&
  bill.serviceTo === line.serviceTo &&
  bill.payerId === line.payerId &&
  bill.amountFen === line.amountFen &&
  bill.reducedFen === reducedOf(line.trace) &&
  bill.lateFee === line.lateFee;

/** Old and new lines whose days overlap, directly or by way of others, in the order of their days. */
function togetherByDays(olds: readonly IssuedBill[], news: readonly PricedBill[]): Part[] {
  const all = [...olds.map((old) => ({ days: old, old })), ...news.map((line) => ({ days: line, line }))];
  all.sort((a, b) => (a.days.serviceFrom < b.days.serviceFrom ? -1 : a.days.serviceFrom > b.days.serviceFrom ? 1 : 0));
  const parts: Part[] = [];
  let through = "";
  for (const one of all) {
    if (parts.length === 0 || one.days.serviceFrom > through) parts.push({ olds: [], news: [] });
    const part = parts.at(-1)!;
    if ("old" in one) part.olds.push(one.old);
    else part.news.push(one.line);
    through = maxDate(one.days.serviceTo, through);
  }
  return parts;
}

/** Whether anybody owes another sum than he was billed, or it bears other late fees, or something cannot be priced. */
function differs({ olds, news }: Part): boolean {
  const sums = new Map<string | null, number>();
  const add = (payerId: string | null, fen: number) => sums.set(payerId, (sums.get(payerId) ?? 0) + fen);
  for (const { payerId, amountFen, reducedFen } of olds) add(payerId, amountFen - reducedFen);
  for (const { payerId, amountFen, trace } of news) add(payerId, reducedOf(trace) - amountFen);
  if ([...sums.values()].some((fen) => fen !== 0) || news.some(({ trace }) => trace === null)) return true;
  return lateFeesOf(olds) !== lateFeesOf(news);
}

function lineOf({ olds, news: lines }: Part): PlannedLine {
  const news = lines
    .filter(({ trace, amountFen }) => trace === null || amountFen > 0)
    .map((line) => ({ ...line, discounts: [], waivers: [] }));
  const all = [...olds, ...news];
  const pricedPrint = news.map(printOf).join("");
  return {
    roomId: olds[0]!.roomId,
    feeItemId: olds[0]!.feeItemId,
    period: olds[0]!.period,
    serviceFrom: all.map(({ serviceFrom }) => serviceFrom).reduce((a, b) => minDate(a, b)),
    serviceTo: all.map(({ serviceTo }) => serviceTo).reduce((a, b) => maxDate(a, b)),
    olds,
    news,
    oldFen: olds.reduce((sum, old) => sum + old.amountFen - old.reducedFen - old.discountFen - old.waivedFen, 0),
    newFen: news.reduce((sum, { amountFen, trace }) => sum + amountFen - reducedOf(trace), 0),
    lateFeeFen: olds.reduce((sum, { ownLateFen }) => sum + ownLateFen, 0),
    causes: causesOf(olds, news),
    obstacle: olds.find(({ obstacle }) => obstacle)?.obstacle ?? gapOf(news) ?? unpricedUse(olds, lines),
    print: pricedPrint,
    pricedPrint,
  };
}

const lateFeesOf = (bills: readonly { lateFee: string | null }[]) => distinct(bills.map(({ lateFee }) => lateFee));

/** A reading that was billed and that no standard prices today: what was used is owed all the same, so its bill stays. */
const unpricedUse = (olds: readonly IssuedBill[], lines: readonly PricedBill[]): RecalculationObstacle | null =>
  lines.length === 0 && olds.some(({ trace }) => trace?.meters) ? "NO_PRICE" : null;

function gapOf(news: readonly RunLine[]): RecalculationObstacle | null {
  if (news.some(({ trace }) => trace === null)) return "NO_PRICE";
  return news.some(({ payerId }) => payerId === null) ? "NO_PAYER" : null;
}

function causesOf(olds: readonly IssuedBill[], news: readonly PricedBill[]): RecalculationCause[] {
  const causes: RecalculationCause[] = [];
  const note = (cause: RecalculationCause, before: readonly unknown[], after: readonly unknown[]) => {
    if (distinct(before) !== distinct(after)) causes.push(cause);
  };
  const [was, is] = [olds.map(({ trace }) => trace), news.map(({ trace }) => trace)];
  if (news.length > 0) {
    const peopleOf = (trace: PriceTrace | null) => trace?.tiers?.persons;
    const samePeople = distinct(was.map(peopleOf)) === distinct(is.map(peopleOf));
    const priceOf = (trace: PriceTrace | null) =>
      trace && `${trace.price} ${trace.sur ?? ""} ${trace.share?.total ?? ""} ${tiersOf(trace, samePeople)}`;
    note("PRICE", was.map(priceOf), is.map(priceOf));
    if (!samePeople) causes.push("PERSONS");
    const usedBefore = [was, is].map((traces) => traces.flatMap((trace) => trace?.tiers?.before ?? []).map(Number));
    if (usedBefore.every((uses) => uses.length > 0)) {
      const [before, after] = usedBefore.map((uses) => Math.min(...uses));
      note("USED_BEFORE", [before], [after]);
    }
    const quantityOf = (trace: PriceTrace | null) => trace?.qty;
    note("QUANTITY", was.map(quantityOf), is.map(quantityOf));
    const redOf = (trace: PriceTrace | null) => trace?.red?.id;
    const reductionOf = (trace: PriceTrace | null) => trace?.red && `${trace.red.kind} ${trace.red.value}`;
    note("REDUCTION", [...was.map(redOf), ...was.map(reductionOf)], [...is.map(redOf), ...is.map(reductionOf)]);
    note(
      "PAYER",
      olds.map(({ payerId }) => payerId),
      news.map(({ payerId }) => payerId),
    );
    if (lateFeesOf(olds) !== lateFeesOf(news)) causes.push("LATE_FEE");
  }
  if (daysIn(olds) !== daysIn(news)) causes.push("DAYS");
  return causes.length > 0 ? causes : ["RULES"];
}

/** The prices of tiers, and where they end unless that follows from another number of people. */
const tiersOf = ({ tiers }: PriceTrace, withEnds: boolean) =>
  tiers?.split.map(({ upTo, price }) => (withEnds ? `${upTo}:${price}` : price)).join(" ") ?? "";

const distinct = (values: readonly unknown[]) => JSON.stringify([...new Set(values)].sort());

/** The days that bills cover, neighbouring stretches taken together. */
function daysIn(bills: readonly { serviceFrom: string; serviceTo: string }[]): string {
  const spans: { from: string; to: string }[] = [];
  for (const { serviceFrom, serviceTo } of bills.toSorted((a, b) => (a.serviceFrom < b.serviceFrom ? -1 : 1))) {
    const last = spans.at(-1);
    if (last && serviceFrom <= dayAfter(last.to)) last.to = maxDate(serviceTo, last.to);
    else spans.push({ from: serviceFrom, to: serviceTo });
  }
  return JSON.stringify(spans);
}
