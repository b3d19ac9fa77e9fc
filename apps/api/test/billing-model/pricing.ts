import {
  addDays,
  addMonths,
  daysIn,
  firstDay,
  lastDay,
  maxDate,
  minDate,
  periodOf,
} from "../../src/common/calendar.js";
import type { Books } from "./books.js";
import type { RateOf, RoomOf, ThingOf } from "./kept.js";

/** Days at one price and of one payer, and what they come to in fen. */
export interface PricedDays {
  payer: string | null;
  from: string;
  to: string;
  amount: bigint;
  /** What the whole month costs at their price, in ten-thousandths of a fen. */
  monthly: bigint;
  /** The first day of their price. */
  version: string;
}

/** What some days of a month cost, in fen, rounded half up. */
export function partOfMonth(monthly: bigint, days: number, month: string): bigint {
  const [above, below] = [monthly * BigInt(days), 10_000n * BigInt(daysIn(month))];
  return (above * 2n + below) / (below * 2n);
}

/**
 * What a room is charged for one thing in a month: a line for each stretch of days at one price, in it one for each payer by
 * days, the last taking what is left (BIL-13, BIL-15).
 */
export function linesOfMonth(model: Books, room: RoomOf, { rate, quantity, from, to }: ThingOf, month: string) {
  const days = daysBetween(maxDate(firstDay(month), from), minDate(lastDay(month), to));
  return stretches(days, (day) => priceOn(rate, day).price).flatMap((stretch): PricedDays[] => {
    const { price, from: version } = priceOn(rate, stretch[0]!);
    const monthly = quantity * price;
    let left = partOfMonth(monthly, stretch.length, month);
    const parts = stretches(stretch, (day) => bearerOn(model, room, day));
    return parts.map((part, index) => {
      const own = partOfMonth(monthly, part.length, month);
      const amount = index === parts.length - 1 || own > left ? left : own;
      left -= amount;
      return { payer: bearerOn(model, room, part[0]!), from: part[0]!, to: part.at(-1)!, amount, monthly, version };
    });
  });
}

const priceOn = ({ prices }: RateOf, day: string) => prices.findLast(({ from }) => from <= day)!;

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Neighbouring days of which the same holds. */
function stretches(days: readonly string[], of: (day: string) => unknown): string[][] {
  const found: string[][] = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last && of(last[0]!) === of(day)) last.push(day);
    else found.push([day]);
  }
  return found;
}

/** Who pays what a room is billed for a day: the developer before the start of charging (BIL-14); null when nobody knows it. */
export function bearerOn(model: Books, room: RoomOf, day: string): string | null {
  if (!model.start) return model.ownerOn(room, day);
  const from = startOf(model, room);
  if (from !== null && from <= day) return model.ownerOn(room, day);
  return from === null && room.state !== "SOLD" ? null : model.developer;
}

/** The first day that owners bear; null while it is not known. */
function startOf({ start }: Books, { noticedOn, handedOverOn }: RoomOf): string | null {
  const { rule, noticeDays, isWholeMonth } = start!;
  const late = rule === "NOTICE" && noticedOn !== null ? addDays(noticedOn, noticeDays) : null;
  const days = [late, handedOverOn].filter((day) => day !== null).toSorted();
  const [day = null] = days;
  if (day === null) return null;
  return isWholeMonth || rule === "NEXT_MONTH" ? firstDay(addMonths(periodOf(day), 1)) : day;
}
