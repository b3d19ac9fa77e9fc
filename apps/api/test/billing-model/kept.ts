import type { RateLateFee } from "@linli/contracts";
import type { PricedDays } from "./pricing.js";

/** What happened to a charge, in fen: negative lowers what is owed. */
export interface Entry {
  kind: "RECEIPT" | "OFFSET" | "WAIVER" | "REVERSAL";
  fen: bigint;
  on: string;
  period: string;
  receipt?: ReceiptOf;
}

export interface ChargeOf {
  /** In the order they came to be. */
  place: number;
  /** Of the real row; runs, cuts and late fees choose it, so it is learnt when the row is first seen. */
  id: string | null;
  source: "RUN" | "MANUAL" | "LATE_FEE";
  room: RoomOf;
  payer: string;
  item: string;
  /** What of the room it is for; null for the room itself. */
  object: string | null;
  period: string;
  booked: string;
  from: string;
  to: string;
  due: string;
  amount: bigint;
  /** What its days were priced at before anything was paid or passed on. */
  priced: bigint;
  /** Of a run: what a whole month cost, in ten-thousandths of a fen, and the first day of that price. */
  monthly: bigint;
  version: string | null;
  /** Something was paid, waived or left of what it stands for: it is less than its days cost. */
  isRest: boolean;
  /** The day a sale cut it at, or passed it on; of what goes on in place of a rest, that of the rest. */
  cutOn: string | null;
  /** In whose place it goes on as the same debt, and in whose these did. */
  origins: ChargeOf[];
  entries: Entry[];
  principal: ChargeOf | null;
  /** Issued in place of another, on which late fees were booked until this day. */
  countedTo: string | null;
  /** What was booked of them, as far as it goes with this charge: it counts towards the cap. */
  carried: bigint;
  batch: BatchOf | null;
}

/** A standard: its prices from a day on, in ten-thousandths of a yuan, and by what they bear late fees (BIL-04). */
export interface RateOf {
  id: string;
  prices: { from: string; price: bigint; lateFee: RateLateFee }[];
}

/** What a room is charged for: itself by its area, or a space of it by the piece. */
export interface ThingOf {
  object: string | null;
  rate: RateOf;
  /** m² or pieces, in hundredths. */
  quantity: bigint;
  from: string;
  to: string | null;
}

export interface RoomOf {
  id: string;
  things: ThingOf[];
  /** What is known of its handover. */
  state: "SOLD" | "OCCUPIED";
  noticedOn: string | null;
  handedOverOn: string | null;
  owners: { customer: string; from: string }[];
  /** Who has signed to be debited, and the account. */
  agreement: { customer: string; account: string } | null;
}

export interface AccountOf {
  room: string;
  customer: string;
  item: string | null;
  balance: bigint;
}

export interface ReceiptOf {
  id: string | null;
  payer: string;
  on: string;
  period: string;
  lines: { charge: ChargeOf; received: bigint; offset: bigint }[];
  /** Into accounts positive. */
  moves: { account: AccountOf; fen: bigint }[];
  isReversed: boolean;
  /** Who may not reverse it. */
  takenBy: "clerk" | "reviewer";
  /** Some of its money came to the desk: neither from the bank nor out of a prepayment. */
  isOfDesk: boolean;
  /** Taken by a person: somebody else reviews it (审核收款单). */
  isReviewable: boolean;
  isReviewed: boolean;
  /** Its red receipt, and what of its money was paid back. */
  red: { id: string; refunded: bigint } | null;
  /** Waits for a second person to have it reversed. */
  reversal: { approvalId: string } | null;
}

export interface BatchOf {
  id: string;
  batchNo: string;
  exportedOn: string;
  status: "EXPORTED" | "RETURNED" | "OVER";
  lines: {
    no: number;
    account: string;
    amount: bigint;
    charges: { charge: ChargeOf; fen: bigint }[];
    isOut: boolean;
  }[];
}

export interface WaiverOf {
  id: string;
  approvalId: string;
  status: "PENDING" | "APPROVED" | "OVER";
  lines: { charge: ChargeOf; fen: bigint }[];
}

/** Money of an account that was promised back: by a transfer, or on request. */
export interface PromiseOf {
  kind: "TRANSFER" | "REQUEST";
  /** Learnt from the list when a transfer asked for it. */
  id: string | null;
  account: AccountOf;
  fen: bigint;
  status: "PENDING" | "APPROVED" | "OVER";
  approvalId: string | null;
}

/** Money handed over to whom it was collected for (代收代付解缴), or taken back: negative then. */
export interface RemittanceOf {
  id: string;
  fen: bigint;
  on: string;
  isReversed: boolean;
}

/** A list of differences that waits for a second person (BIL-13). */
export interface RecalculationOf {
  id: string;
  approvalId: string;
  lines: DifferenceOf[];
}

/** Bills whose days belong together, and what they come to today. */
export interface DifferenceOf {
  room: RoomOf;
  thing: ThingOf;
  month: string;
  olds: ChargeOf[];
  /** What was waived of each when it was compared. */
  waived: bigint[];
  news: (PricedDays & { waivers: { waiver: WaiverOf; fen: bigint }[] })[];
  oldFen: bigint;
  newFen: bigint;
  obstacle: string | null;
}

/** From when owners bear the charges of their rooms (BIL-14). */
export interface StartTerms {
  rule: "HANDOVER" | "NOTICE" | "NEXT_MONTH";
  noticeDays: number;
  isWholeMonth: boolean;
}

export const sumOf = (list: readonly bigint[]) => list.reduce((sum, one) => sum + one, 0n);
const ofKind = ({ entries }: ChargeOf, kind: Entry["kind"]) =>
  -sumOf(entries.filter((entry) => entry.kind === kind).map(({ fen }) => fen));
export const openOf = ({ amount, entries }: ChargeOf) => amount + sumOf(entries.map(({ fen }) => fen));
export const reversedOf = (charge: ChargeOf) => ofKind(charge, "REVERSAL");
export const receivedOf = (charge: ChargeOf) => ofKind(charge, "RECEIPT");
export const offsetOf = (charge: ChargeOf) => ofKind(charge, "OFFSET");
export const waivedOf = (charge: ChargeOf) => ofKind(charge, "WAIVER");

/** The least that was open of a charge at the end of a day or a later one: no more can be booked on that day. */
export function leastOpen({ amount, entries }: ChargeOf, day: string): bigint {
  const days = [day, ...entries.map(({ on }) => on).filter((on) => on > day)];
  const opens = days.map((until) => amount + sumOf(entries.filter(({ on }) => on <= until).map(({ fen }) => fen)));
  return opens.reduce((least, open) => (open < least ? open : least));
}

/** As their ids are: those that are not seen yet came last. */
export const byId = (a: ChargeOf, b: ChargeOf) =>
  a.id !== null && b.id !== null
    ? a.id < b.id
      ? -1
      : 1
    : Number(a.id === null) - Number(b.id === null) || a.place - b.place;

/** By due date and first day, then by id. */
export const byDue = (a: ChargeOf, b: ChargeOf) =>
  a.due.localeCompare(b.due) || a.from.localeCompare(b.from) || byId(a, b);
