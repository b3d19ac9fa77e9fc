import type { Books } from "./books.js";
import {
  byId,
  type ChargeOf,
  type DifferenceOf,
  offsetOf,
  receivedOf,
  reversedOf,
  type RoomOf,
  sumOf,
  type ThingOf,
  waivedOf,
} from "./kept.js";
import { linesOfMonth, type PricedDays } from "./pricing.js";

/** Whether something of a bill was not taken back. */
export const isThere = (charge: ChargeOf) => reversedOf(charge) < charge.amount;

/** Why a bill is not issued anew. */
export function obstacleOf(model: Books, charge: ChargeOf): string | null {
  if (receivedOf(charge) !== 0n || offsetOf(charge) !== 0n || charge.isRest) return "PAID";
  if (charge.batch) return "ON_DEBIT";
  if (model.closed.includes(charge.booked)) return "CLOSED";
  if (reversedOf(charge) !== 0n) return "REDUCED";
  if (isWaiverAsked(model, charge)) return "WAIVER_PENDING";
  return charge.origins.some(({ payer }) => payer !== charge.payer) ? "ASSUMED" : null;
}

/** Whether a waiver of it was asked for and not decided. */
const isWaiverAsked = ({ waivers }: Books, charge: ChargeOf) =>
  waivers.some(({ status, lines }) => status === "PENDING" && lines.some((line) => line.charge === charge));

/** What of a room's month differs: bills and new lines whose days overlap are taken together. */
export function differences(model: Books, room: RoomOf, month: string): DifferenceOf[] {
  return room.things.flatMap((thing) => {
    const bills = model.charges.filter(
      (one) =>
        one.source === "RUN" &&
        one.room === room &&
        one.object === thing.object &&
        one.period === month &&
        isThere(one),
    );
    const news = linesOfMonth(model, room, thing, month);
    const olds = bills
      .toSorted((a, b) => a.from.localeCompare(b.from) || byId(a, b))
      .filter((bill) => {
        const same = news.findIndex((line) => isSame(bill, line));
        if (same >= 0) news.splice(same, 1);
        return same < 0;
      });
    return together([...olds.map((old) => ({ old })), ...news.map((line) => ({ line }))]).flatMap((part) =>
      differenceOf(model, { room, thing, month }, part),
    );
  });
}

const standingFen = (charge: ChargeOf) => charge.amount - reversedOf(charge);
/** By what the price of a bill bears late fees. */
const lateFeeOf = ({ room, object, version }: ChargeOf) =>
  room.things.find((thing) => thing.object === object)!.rate.prices.find(({ from }) => from === version)!.lateFee;
const isSame = (bill: ChargeOf, { from, to, payer, amount, lateFee }: PricedDays) =>
  bill.from === from &&
  bill.to === to &&
  bill.payer === payer &&
  standingFen(bill) === amount &&
  lateFeeOf(bill) === lateFee;

type OldOrNew = { old: ChargeOf } | { line: PricedDays };
const daysOf = (one: OldOrNew): { from: string; to: string } => ("old" in one ? one.old : one.line);
export const overlap = (a: { from: string; to: string }, b: { from: string; to: string }) =>
  a.from <= b.to && b.from <= a.to;

/** Joins what overlaps until nothing does. */
function together(all: readonly OldOrNew[]): OldOrNew[][] {
  let parts: OldOrNew[][] = [];
  for (const one of all) {
    const touched = parts.filter((part) => part.some((other) => overlap(daysOf(other), daysOf(one))));
    parts = [...parts.filter((part) => !touched.includes(part)), [...touched.flat(), one]];
  }
  return parts;
}

function differenceOf(
  model: Books,
  place: { room: RoomOf; thing: ThingOf; month: string },
  part: readonly OldOrNew[],
): DifferenceOf[] {
  const olds = part.flatMap((one) => ("old" in one ? [one.old] : []));
  const news = part.flatMap((one) => ("line" in one ? [one.line] : []));
  olds.sort((a, b) => a.from.localeCompare(b.from) || byId(a, b));
  news.sort((a, b) => a.from.localeCompare(b.from));
  const payers = new Set([...olds.map(({ payer }) => payer), ...news.map(({ payer }) => payer)]);
  const owes = (payer: string | null) => [
    sumOf(olds.filter((one) => one.payer === payer).map(standingFen)),
    sumOf(news.filter((one) => one.payer === payer).map(({ amount }) => amount)),
  ];
  const choices = (list: readonly string[]) => [...new Set(list)].toSorted().join();
  const differs =
    [...payers].map(owes).some(([was, is]) => was !== is) ||
    choices(olds.map(lateFeeOf)) !== choices(news.map(({ lateFee }) => lateFee));
  if (olds.length === 0 || !differs) return [];
  const obstacle = olds.map((old) => obstacleOf(model, old)).find((one) => one !== null);
  const nobody = news.some(({ payer }) => payer === null) ? "NO_PAYER" : null;
  const { carried, isLost } = carriedWaivers(
    model,
    olds,
    news.filter(({ amount }) => amount > 0n),
  );
  const waived = olds.map(waivedOf);
  return [
    {
      ...place,
      olds,
      waived,
      news: carried,
      oldFen: sumOf(olds.map(standingFen)) - sumOf(waived),
      newFen: sumOf(carried.map(({ amount, waivers }) => amount - sumOf(waivers.map(({ fen }) => fen)))),
      obstacle: obstacle ?? nobody ?? (isLost ? "WAIVER_OF_PAYER" : null),
    },
  ];
}

/** Waivers stay with their payer, by amount and never above a bill (BIL-41); lost where none of his bills stands for the old one. */
function carriedWaivers(model: Books, olds: readonly ChargeOf[], news: readonly PricedDays[]) {
  const carried: DifferenceOf["news"] = news.map((line) => ({ ...line, waivers: [] }));
  const openIn = ({ amount, waivers }: (typeof carried)[number]) => amount - sumOf(waivers.map(({ fen }) => fen));
  let isLost = false;
  for (const old of olds) {
    const touched = carried.filter((line) => overlap(line, old));
    const heirs = touched.filter(({ payer }) => payer === old.payer);
    const own = standingWaivers(model, old);
    if (own.length > 0 && touched.length > 0 && heirs.length === 0) isLost = true;
    for (const { waiver, fen } of own) {
      const open = heirs.map(openIn);
      const whole = sumOf(open);
      const given = fen < whole ? fen : whole;
      if (given === 0n) continue;
      const shares = open.map((one, at) => ({ at, fen: (given * one) / whole, rest: (given * one) % whole }));
      const over = Number(given - sumOf(shares.map((one) => one.fen)));
      const more = new Set(shares.toSorted((a, b) => Number(b.rest - a.rest) || a.at - b.at).slice(0, over));
      for (const share of shares) {
        const part = share.fen + (more.has(share) ? 1n : 0n);
        if (part > 0n) heirs[share.at]!.waivers.push({ waiver, fen: part });
      }
    }
  }
  return { carried, isLost };
}

/** What stands of approved waivers on a charge, by the ids of these. */
export const standingWaivers = ({ waivers }: Books, charge: ChargeOf) =>
  waivers
    .filter(({ status }) => status === "APPROVED")
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((waiver) => ({
      waiver,
      fen: sumOf(waiver.lines.filter((line) => line.charge === charge).map(({ fen }) => fen)),
    }))
    .filter(({ fen }) => fen > 0n);

/** The same bills, which come to the same lines. */
export function isSameAs(a: DifferenceOf, b: DifferenceOf): boolean {
  const lines = ({ news }: DifferenceOf) =>
    news
      .map(
        ({ payer, from, to, amount, monthly, version, waivers }) =>
          `${payer} ${from} ${to} ${amount} ${monthly} ${version} ${sumOf(waivers.map(({ fen }) => fen))}`,
      )
      .join();
  const sameBills = a.olds.length === b.olds.length && a.olds.every((old) => b.olds.includes(old));
  return sameBills && lines(a) === lines(b);
}
