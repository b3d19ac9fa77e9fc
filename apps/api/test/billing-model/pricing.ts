import type { RateLateFee } from "@linli/contracts";
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
  /** The first day of their price, and by what that bears late fees. */
  version: string;
  lateFee: RateLateFee;
}

/** What some days of a month cost, in fen, rounded half up. */
export function partOfMonth(monthly: bigint, days: number, month: string): bigint {
  const [above, below] = [monthly * BigInt(days), 10_000n * BigInt(daysIn(month))];
  return (above * 2n + below) / (below * 2n);
}

/**
 * What a room is charged for one thing in a month: a line for each stretch of days at one price, in it one for each payer
 * and choice of late fees by days, the last taking what is left (BIL-04, BIL-13, BIL-15).
 */
export function linesOfMonth(model: Books, room: RoomOf, { rate, quantity, from, to }: ThingOf, month: string) {
  const days = daysBetween(maxDate(firstDay(month), from), minDate(lastDay(month), to));
  return stretches(days, (day) => priceOn(rate, day).price).flatMap((stretch): PricedDays[] => {
    const monthly = quantity * priceOn(rate, stretch[0]!).price;
    let left = partOfMonth(monthly, stretch.length, month);
    const parts = stretches(stretch, (day) => `${bearerOn(model, room, day)} ${priceOn(rate, day).lateFee}`);
    return parts.map((part, index) => {
      const own = partOfMonth(monthly, part.length, month);
      const amount = index === parts.length - 1 || own > left ? left : own;
      left -= amount;
      const { from: version, lateFee } = priceOn(rate, part[0]!);
      const days = { from: part[0]!, to: part.at(-1)! };
      return { payer: bearerOn(model, room, part[0]!), ...days, amount, monthly, version, lateFee };
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

/** Whether the owner of a room does not bear the month of a day yet, as far as anybody knows (BIL-14). */
export function isBeforeStart(model: Books, room: RoomOf, day: string): boolean {
  if (!model.start) return false;
  const from = startOf(model, room);
  return from === null ? room.state === "SOLD" : periodOf(day) < periodOf(from);
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
