import { overlaps } from "../../common/calendar.js";
import type { IssuedBill } from "./issued-bills.js";
import type { ProposedBill } from "./plan-recalculation.js";

interface Days {
  serviceFrom: string;
  serviceTo: string;
}

export const touches = (a: Days, b: Days): boolean =>
  overlaps({ from: a.serviceFrom, to: a.serviceTo }, { from: b.serviceFrom, to: b.serviceTo });

/** Whether a new bill stands for an old one of the same payer. */
export const standsFor = (bill: ProposedBill, old: IssuedBill): boolean =>
  old.payerId === bill.payerId && touches(old, bill);

/** The bills of the same payer that a new one stands for. */
export const ownBefore = (olds: readonly IssuedBill[], bill: ProposedBill): IssuedBill[] =>
  olds.filter((old) => standsFor(bill, old));

/** The new bills of the same payer that stand for an old one. */
export const heirsOf = (old: IssuedBill, news: readonly ProposedBill[]): ProposedBill[] =>
  news.filter((bill) => standsFor(bill, old));

/** The run that a new bill belongs to: that of its payer's bill before, or else of whose it was. */
export const runOf = (olds: readonly IssuedBill[], bill: ProposedBill): string | null =>
  (ownBefore(olds, bill)[0] ?? olds.find((old) => touches(old, bill)) ?? olds[0]!).runId;
