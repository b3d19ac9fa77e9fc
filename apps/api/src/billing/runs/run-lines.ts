import type { RunDifference } from "@linli/contracts";
import { addMonths, firstDay, lastDay, overlaps } from "../../common/calendar.js";
import { type Service, serviceOf } from "../objects/service-of.js";
import { billedMonths } from "../pricing/billed-months.js";
import { dueOn } from "../pricing/due-on.js";
import { payersFor } from "../pricing/payers.js";
import { price } from "../pricing/price.js";
import type { PricedLine, PriceTrace, PricingGap, PricingResult } from "../pricing/pricing.types.js";
import { changesSide, explainBearer, explainIssued } from "./bearer-of-line.js";
import { linesOfAmount } from "./month-amounts.js";
import type { BoundRate, Issued, RoomInputs, RunContext } from "./run-inputs.js";
import type { PriceSupplied } from "./run-supply.js";

/** A line of a run: what a room would be charged, or why it deserves a look. */
export interface RunLine {
  roomId: string;
  /** What it is for beside the room; null for the room itself. */
  objectId: string | null;
  feeItemId: string;
  rateId: string | null;
  rateVersionId: string | null;
  bindingId: string | null;
  payerId: string | null;
  period: string;
  serviceFrom: string;
  serviceTo: string;
  quantity: string | null;
  unitPrice: string | null;
  amountFen: number;
  dueOn: string | null;
  trace: PriceTrace | null;
  previousFen: number | null;
  difference: RunDifference;
}

export interface RoomLines {
  lines: RunLine[];
  /** Lines that were charged before just so. */
  skipped: number;
}

/** Whether the line becomes a charge: it has a payer and an amount, and nothing stands in its place. */
export const isPublishable = ({ payerId, amountFen, difference }: RunLine) =>
  payerId !== null && amountFen > 0 && difference !== "ISSUED";

/** What of a line must not have changed between rehearsal and publication. The due date may: it can follow the issue. */
export const printOf = (line: RunLine): string =>
  `${line.roomId}${line.feeItemId}${line.rateVersionId}${line.bindingId}${line.payerId}${line.serviceFrom}${line.serviceTo} ${line.quantity} ${line.unitPrice} ${line.amountFen} ${line.trace?.red?.fen ?? 0}\n`;

/** The lines of one room. Pure: the same inputs give the same lines in the same order, whoever asks and when. */
export function linesOfRoom(context: RunContext, room: RoomInputs, issuedOn: string): RoomLines {
  const result: RoomLines = { lines: [], skipped: 0 };
  const billed = new Map<string, number>();
  const awaited = new Set<string>();
  const priced = [
    ...room.bindings.flatMap((binding) => priceBinding(context, room, binding, issuedOn, awaited)),
    ...room.amounts.flatMap((amount) => linesOfAmount(context, room, amount, issuedOn)),
  ];
  for (const line of priced) add(billed, line, line.amountFen);

  const kept = new Map<string, number>();
  for (const charge of room.issued) add(kept, charge, charge.keptFen);
  for (const line of priced) {
    const previous = keyOf({ ...line, period: addMonths(line.period, -1) });
    line.previousFen = kept.get(previous) ?? billed.get(previous) ?? null;
    // what a meter counted is billed by reading, not by days: a late reading stands beside the others of its month
    const issued = line.trace?.meters ? [] : room.issued.filter((charge) => stands(charge, line));
    explainBearer(context, room, line);
    if (issued.some((charge) => isSame(charge, line) && !changesSide(context, charge, line))) {
      result.skipped += 1;
      continue;
    }
    const monthFen = billed.get(keyOf(line)) ?? 0;
    line.difference = issued.length > 0 ? "ISSUED" : differenceOf(line, monthFen, context.differencePercent);
    if (line.difference === "ISSUED") explainIssued(context, room, issued, line);
    result.lines.push(line);
  }
  result.lines.push(...vanished(context, room, billed, kept, awaited));
  return result;
}

const keyOf = (line: Service & { period: string }) => `${serviceOf(line)}${line.period}`;

function add(sums: Map<string, number>, line: Service & { period: string }, fen: number): void {
  const key = keyOf(line);
  sums.set(key, (sums.get(key) ?? 0) + fen);
}

function priceBinding(
  context: RunContext,
  room: RoomInputs,
  binding: BoundRate,
  issuedOn: string,
  awaited: Set<string>,
): RunLine[] {
  const { terms } = binding;
  const { period: runPeriod, firstPeriod } = context;
  const inMonth = overlaps(binding, { from: firstDay(runPeriod), to: lastDay(runPeriod) });
  const supplied = room.supplied.get(terms.rules.base);
  if (supplied) {
    const priced = supplied(room, binding);
    // what was not read yet is not gone: the month's page says what is missing
    if (priced.lines.length === 0 && inMonth)
      awaited.add(serviceOf({ objectId: binding.objectId, feeItemId: terms.feeItemId }));
    return toRunLines(room, binding, runPeriod, issuedOn, priced);
  }
  const { cycle, anchor, timing, feeItemId } = terms;
  const { from: start, to: end, boundOn } = binding;
  const months = billedMonths({ cycle, anchor, timing, runPeriod, start, boundOn, end, firstPeriod });
  if (months.length === 0 && inMonth) awaited.add(serviceOf({ objectId: binding.objectId, feeItemId }));
  return months.flatMap((period) => priceMonth(room, binding, period, issuedOn));
}

/** What a binding comes to in one month, whichever run bills it. */
function priceMonth(room: RoomInputs, binding: BoundRate, period: string, issuedOn: string): RunLine[] {
  const { terms, from, to, quantity, unitPrice } = binding;
  const { feeItemId, rules, versions } = terms;
  const priced = price({
    period,
    feeItemId,
    rules,
    binding: { from, to, quantity, unitPrice },
    rates: versions,
    areas: room.areas,
    payers: payersFor(binding.objectId, room.payers),
    reductions: room.reductions.filter((one) => one.feeItemId === feeItemId),
    fields: room.fields,
  });
  return toRunLines(room, binding, period, issuedOn, priced);
}

/**
 * What a room's bills of the context's month come to, whether they were issued or not and whichever run of the cycle bills
 * them. What meters counted is billed by reading, not by month: `billed` says what those that were billed come to. Pure.
 */
export function linesOfMonth(
  context: RunContext,
  room: RoomInputs,
  issuedOn: string,
  billed: PriceSupplied,
): RunLine[] {
  const { period } = context;
  const lines = [
    ...room.bindings.flatMap((binding) =>
      room.supplied.has(binding.terms.rules.base)
        ? toRunLines(room, binding, period, issuedOn, billed(room, binding))
        : priceMonth(room, binding, period, issuedOn),
    ),
    ...room.amounts.flatMap((amount) => linesOfAmount(context, room, amount, issuedOn)),
  ];
  for (const line of lines) explainBearer(context, room, line);
  return lines;
}

function toRunLines(
  room: RoomInputs,
  binding: BoundRate,
  period: string,
  issuedOn: string,
  { lines, gaps }: PricingResult,
): RunLine[] {
  const charged = lines.map((line) => toRunLine(room, binding, period, issuedOn, line));
  const missing = gaps.filter(({ kind }) => kind !== "NO_PAYER");
  return missing.length > 0 ? [...charged, ...missing.map((gap) => toGapLine(room, binding, period, gap))] : charged;
}

function toRunLine(
  room: RoomInputs,
  { id, objectId, terms }: BoundRate,
  period: string,
  issuedOn: string,
  line: PricedLine,
): RunLine {
  const { serviceFrom, serviceTo, quantity, unitPrice, amountFen, payerId, rateVersionId, trace } = line;
  return {
    roomId: room.roomId,
    objectId,
    feeItemId: terms.feeItemId,
    rateId: terms.rateId,
    rateVersionId,
    bindingId: id,
    payerId,
    period,
    serviceFrom,
    serviceTo,
    quantity,
    unitPrice: trace.tiers || trace.formula ? null : unitPrice,
    amountFen,
    dueOn: dueOn(terms.due, { period, serviceFrom, issuedOn }),
    trace,
    previousFen: null,
    difference: "NONE",
  };
}

const empty = {
  rateVersionId: null,
  bindingId: null,
  payerId: null,
  quantity: null,
  unitPrice: null,
  dueOn: null,
  trace: null,
};

function toGapLine(
  room: RoomInputs,
  { id, objectId, terms }: BoundRate,
  period: string,
  { from, to }: PricingGap,
): RunLine {
  const { feeItemId, rateId } = terms;
  const line = { roomId: room.roomId, objectId, feeItemId, rateId, period, serviceFrom: from, serviceTo: to };
  return { ...empty, ...line, bindingId: id, amountFen: 0, previousFen: null, difference: "NO_RATE" };
}

function differenceOf(line: RunLine, monthFen: number, percent: number): RunDifference {
  const { amountFen, payerId, previousFen, trace } = line;
  if (trace === null) return "NO_RATE";
  if (amountFen === 0) return "ZERO";
  if (payerId === null) return unpayable(trace);
  if (previousFen === null) return "NEW";
  return Math.abs(monthFen - previousFen) * 100 > previousFen * percent ? "CHANGED" : "NONE";
}

function unpayable({ start }: PriceTrace): RunDifference {
  if (start?.lack === undefined) return "NO_PAYER";
  return start.lack === "DEVELOPER" ? "NO_DEVELOPER" : "NO_START";
}

/** A charge of the same item for the same thing that covers days of the line. */
const stands = (charge: Issued, line: RunLine) =>
  serviceOf(charge) === serviceOf(line) && overlaps(charge, { from: line.serviceFrom, to: line.serviceTo });

const isSame = (charge: Issued, line: RunLine) =>
  charge.from === line.serviceFrom && charge.to === line.serviceTo && charge.keptFen === line.amountFen;

/** Items that the room, or a thing of it, was charged in the month before, and is not in this month, though nothing is to come yet. */
function vanished(
  { period }: RunContext,
  { roomId, issued }: RoomInputs,
  billed: Map<string, number>,
  kept: Map<string, number>,
  awaited: Set<string>,
): RunLine[] {
  if (issued.length === 0) return [];
  const previous = addMonths(period, -1);
  const before = issued.filter((charge) => charge.period === previous);
  const services = new Map(before.map((charge): [string, Service] => [serviceOf(charge), charge]));
  const gone = [...services].filter(([service, one]) => {
    const key = keyOf({ ...one, period });
    return !billed.has(key) && !kept.has(key) && !awaited.has(service);
  });
  return gone.toSorted(byService).map(([, { objectId, feeItemId }]) => ({
    ...empty,
    roomId,
    objectId,
    feeItemId,
    rateId: null,
    period,
    serviceFrom: firstDay(period),
    serviceTo: lastDay(period),
    amountFen: 0,
    previousFen: kept.get(keyOf({ objectId, feeItemId, period: previous })) ?? null,
    difference: "VANISHED",
  }));
}

const byService = ([a]: [string, Service], [b]: [string, Service]) => (a < b ? -1 : 1);
