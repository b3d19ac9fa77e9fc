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
  if (reversedOf(charge) !== 0n || waivedOf(charge) !== 0n) return "REDUCED";
  return charge.origins.some(({ payer }) => payer !== charge.payer) ? "ASSUMED" : null;
}

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
const isSame = (bill: ChargeOf, { from, to, payer, amount }: PricedDays) =>
  bill.from === from && bill.to === to && bill.payer === payer && standingFen(bill) === amount;

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
  const differs = [...payers].map(owes).some(([was, is]) => was !== is);
  if (olds.length === 0 || !differs) return [];
  const obstacle = olds.map((old) => obstacleOf(model, old)).find((one) => one !== null);
  const nobody = news.some(({ payer }) => payer === null) ? "NO_PAYER" : null;
  return [
    {
      ...place,
      olds,
      news: news.filter(({ amount }) => amount > 0n),
      oldFen: sumOf(olds.map(standingFen)),
      newFen: sumOf(news.map(({ amount }) => amount)),
      obstacle: obstacle ?? nobody,
    },
  ];
}

/** The same bills, which come to the same lines. */
export function isSameAs(a: DifferenceOf, b: DifferenceOf): boolean {
  const lines = ({ news }: DifferenceOf) =>
    news
      .map(({ payer, from, to, amount, monthly, version }) => `${payer} ${from} ${to} ${amount} ${monthly} ${version}`)
      .join();
  const sameBills = a.olds.length === b.olds.length && a.olds.every((old) => b.olds.includes(old));
  return sameBills && lines(a) === lines(b);
}
