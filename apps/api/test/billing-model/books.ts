import { dayAfter, periodOf } from "../../src/common/calendar.js";
import { type LateFeeTerms, lateFeeUntil } from "./late-fee-until.js";

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
  period: string;
  booked: string;
  from: string;
  to: string;
  due: string;
  amount: bigint;
  /** What its days were priced at before anything was paid or passed on. */
  priced: bigint;
  entries: Entry[];
  principal: ChargeOf | null;
  /** Issued in place of another, on which late fees were booked until this day. */
  countedTo: string | null;
  /** What was booked of them, as far as it goes with this charge: it counts towards the cap. */
  carried: bigint;
  batch: BatchOf | null;
}

export interface RoomOf {
  id: string;
  /** m² and yuan per m² and month, in hundredths. */
  area: bigint;
  price: bigint;
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
  /** Its red receipt, what of its money was asked back or paid back. */
  red: { id: string; refunded: bigint } | null;
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

/** By due date and first day, then as they came to be. */
export const byDue = (a: ChargeOf, b: ChargeOf) =>
  a.due.localeCompare(b.due) || a.from.localeCompare(b.from) || a.place - b.place;

/** The books as they should be: lists of plain things, every sum computed anew. */
export class Books {
  charges: ChargeOf[] = [];
  accounts: AccountOf[] = [];
  receipts: ReceiptOf[] = [];
  batches: BatchOf[] = [];
  waivers: WaiverOf[] = [];
  promises: PromiseOf[] = [];
  closed: string[] = [];
  today = "2026-01-08";

  constructor(
    readonly rooms: readonly RoomOf[],
    readonly items: { regular: string; oneOff: string; lateFee: string },
    readonly terms: LateFeeTerms & { wholeBillsOnly: boolean },
  ) {}

  get month(): string {
    return periodOf(this.today);
  }

  /** What would refuse whatever is booked on a day. */
  closedOn(day: string): string[] {
    return this.closed.includes(periodOf(day)) ? ["PERIOD_CLOSED"] : [];
  }

  add(
    charge: Omit<ChargeOf, "place" | "entries" | "batch" | "principal" | "countedTo" | "carried" | "id" | "priced"> &
      Partial<ChargeOf>,
  ): ChargeOf {
    const added = {
      id: null,
      principal: null,
      countedTo: null,
      carried: 0n,
      priced: charge.amount,
      ...charge,
      place: this.charges.length,
      entries: [],
      batch: null,
    };
    this.charges.push(added);
    return added;
  }

  open(where: (charge: ChargeOf) => boolean = () => true): ChargeOf[] {
    return this.charges.filter((charge) => openOf(charge) > 0n && where(charge));
  }

  account(room: string, customer: string, item: string | null): AccountOf {
    const known = this.accounts.find((one) => one.room === room && one.customer === customer && one.item === item);
    if (known) return known;
    const fresh = { room, customer, item, balance: 0n };
    this.accounts.push(fresh);
    return fresh;
  }

  /** What of an account was promised back, apart from one promise. */
  promised(account: AccountOf, apart?: PromiseOf): bigint {
    return sumOf(
      this.promises
        .filter((one) => one.account === account && one.status !== "OVER" && one !== apart)
        .map(({ fen }) => fen),
    );
  }

  ownerOn(room: RoomOf, day: string): string {
    return room.owners.findLast(({ from }) => from <= day)!.customer;
  }

  /** The last day whose late fee is booked on a charge, or on what it stands for. */
  countedTo(charge: ChargeOf): string | null {
    const booked = this.charges.filter((one) => one.principal === charge && reversedOf(one) < one.amount);
    const days = booked.map(({ to }) => to).concat(charge.countedTo ?? []);
    return days.toSorted().at(-1) ?? null;
  }

  /** The late fees booked on a charge and on what it stands for, as far as they go with a part of it (BIL-51). */
  carriedBy(charge: ChargeOf, part: bigint): bigint {
    const booked = this.charges.filter(({ principal }) => principal === charge);
    const fen = charge.carried + sumOf(booked.map((one) => one.amount - reversedOf(one)));
    return (fen * part * 2n + charge.amount) / (charge.amount * 2n);
  }

  /** What accrued on a charge until the end of a day and is not booked yet; negative when too much is. */
  accrued(charge: ChargeOf, asOf: string): { fen: bigint; from: string; to: string } {
    const booked = this.charges.filter((one) => one.principal === charge && reversedOf(one) < one.amount);
    const bookedTo =
      booked
        .map(({ to }) => to)
        .toSorted()
        .at(-1) ?? null;
    const to = bookedTo !== null && bookedTo > asOf ? bookedTo : asOf;
    const changes = charge.entries
      .filter(({ kind, receipt }) => kind !== "REVERSAL" && !receipt?.isReversed)
      .map(({ on, fen }) => ({ on, fen }));
    const { fen, firstDay } = lateFeeUntil(
      { ...charge, principal: charge.amount - reversedOf(charge), changes },
      this.terms,
      to,
    );
    const next = bookedTo === null ? (firstDay ?? to) : dayAfter(bookedTo);
    return { fen: fen - sumOf(booked.map((one) => one.amount - reversedOf(one))), from: next < to ? next : to, to };
  }

  /** Books what accrued on charges (BIL-52). Answers the late fees by their principals. */
  freeze(charges: readonly ChargeOf[], bookedOn: string): Map<ChargeOf, ChargeOf> {
    const frozen = new Map<ChargeOf, ChargeOf>();
    for (const charge of charges) {
      const { fen, from, to } = this.accrued(charge, bookedOn);
      if (!bearsLateFee(this, charge) || charge.due >= bookedOn || openOf(charge) === 0n || fen <= 0n) continue;
      const { room, payer } = charge;
      const days = { from, to, due: bookedOn, period: periodOf(bookedOn), booked: periodOf(bookedOn) };
      frozen.set(
        charge,
        this.add({
          source: "LATE_FEE",
          room,
          payer,
          item: this.items.lateFee,
          amount: fen,
          principal: charge,
          ...days,
        }),
      );
    }
    return frozen;
  }

  /** Takes back what a back-dated payment shows to have been booked too much, the latest first, as far as it is open. */
  takeBack(charges: readonly ChargeOf[], bookedOn: string): void {
    for (const charge of charges) {
      if (!bearsLateFee(this, charge) || charge.due >= bookedOn) continue;
      let excess = -this.accrued(charge, bookedOn).fen;
      for (const late of this.open(({ principal, batch }) => principal === charge && !batch).reverse()) {
        const open = leastOpen(late, bookedOn);
        const part = excess < open ? excess : open;
        if (part <= 0n) continue;
        late.entries.push({ kind: "REVERSAL", fen: -part, on: bookedOn, period: periodOf(bookedOn) });
        excess -= part;
      }
    }
  }

  /** Books a receipt's lines and movements. */
  post(receipt: Omit<ReceiptOf, "isReversed" | "red" | "period">): ReceiptOf {
    const posted = { ...receipt, period: periodOf(receipt.on), isReversed: false, red: null };
    this.receipts.push(posted);
    for (const { charge, received, offset } of posted.lines) {
      const at = { on: posted.on, period: posted.period, receipt: posted };
      if (received > 0n) charge.entries.push({ kind: "RECEIPT", fen: -received, ...at });
      if (offset > 0n) charge.entries.push({ kind: "OFFSET", fen: -offset, ...at });
    }
    for (const { account, fen } of posted.moves) account.balance += fen;
    return posted;
  }

  /** Takes back what is open of a charge. */
  reverse(charge: ChargeOf): void {
    charge.entries.push({ kind: "REVERSAL", fen: -openOf(charge), on: this.today, period: this.month });
  }
}

export const bearsLateFee = ({ items }: Books, { item, principal }: ChargeOf) =>
  principal === null && (item === items.regular || item === items.oneOff);
