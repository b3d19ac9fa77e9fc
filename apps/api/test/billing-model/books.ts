import type { ReversalApproval } from "@linli/contracts";
import { dayAfter, periodOf } from "../../src/common/calendar.js";
import {
  type AccountOf,
  type BatchOf,
  type ChargeOf,
  leastOpen,
  openOf,
  type PromiseOf,
  type RecalculationOf,
  type ReceiptOf,
  type RemittanceOf,
  reversedOf,
  type RoomOf,
  type StartTerms,
  sumOf,
  type WaiverOf,
} from "./kept.js";
import { type LateFeeTerms, lateFeeUntil } from "./late-fee-until.js";

/** The books as they should be: lists of plain things, every sum computed anew. */
export class Books {
  charges: ChargeOf[] = [];
  accounts: AccountOf[] = [];
  receipts: ReceiptOf[] = [];
  batches: BatchOf[] = [];
  waivers: WaiverOf[] = [];
  promises: PromiseOf[] = [];
  recalculations: RecalculationOf[] = [];
  remittances: RemittanceOf[] = [];
  closed: string[] = [];
  today = "2026-01-08";

  constructor(
    readonly rooms: readonly RoomOf[],
    /** `forOthers` is collected for the water company and bears no late fees. */
    readonly items: { regular: string; oneOff: string; forOthers: string; lateFee: string },
    readonly terms: LateFeeTerms & {
      /** Of the scheme that standards may choose instead. */
      chosen: LateFeeTerms;
      wholeBillsOnly: boolean;
      reviewedOnly: boolean;
      reversalApproval: ReversalApproval;
    },
    readonly developer: string,
    readonly start: StartTerms | null,
    /** A vehicle of no room: it can be charged for with any. */
    readonly vehicle: string,
  ) {}

  get month(): string {
    return periodOf(this.today);
  }

  /** What would refuse whatever is booked on a day. */
  closedOn(day: string): string[] {
    return this.closed.includes(periodOf(day)) ? ["PERIOD_CLOSED"] : [];
  }

  add(
    charge: Pick<
      ChargeOf,
      "source" | "room" | "payer" | "item" | "period" | "booked" | "from" | "to" | "due" | "amount"
    > &
      Partial<ChargeOf>,
  ): ChargeOf {
    const added = {
      id: null,
      object: null,
      monthly: 0n,
      version: null,
      isRest: false,
      cutOn: null,
      origins: [],
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

  /** What nobody has reviewed of what people took into an account. */
  unreviewed(account: AccountOf): bigint {
    const moves = this.receipts.flatMap((one) =>
      one.isReviewable && !one.isReviewed && !one.isReversed
        ? one.moves.filter((move) => move.account === account)
        : [],
    );
    return sumOf(moves.map(({ fen }) => (fen > 0n ? fen : 0n)));
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

  /** The late fees booked on a charge and on what it stands for, as far as they go with a part of a whole (BIL-51). */
  carriedBy(charge: ChargeOf, part: bigint, whole: bigint = charge.amount): bigint {
    const booked = this.charges.filter(({ principal }) => principal === charge);
    const fen = charge.carried + sumOf(booked.map((one) => one.amount - reversedOf(one)));
    return (fen * part * 2n + whole) / (whole * 2n);
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
      lateFeeTermsOf(this, charge)!,
      to,
    );
    const next = bookedTo === null ? (firstDay ?? to) : dayAfter(bookedTo);
    return { fen: fen - sumOf(booked.map((one) => one.amount - reversedOf(one))), from: next < to ? next : to, to };
  }

  /** Books what accrued on charges (BIL-52). Answers the late fees by their principals. */
  freeze(charges: readonly ChargeOf[], bookedOn: string): Map<ChargeOf, ChargeOf> {
    const frozen = new Map<ChargeOf, ChargeOf>();
    for (const charge of charges) {
      if (!bearsLateFee(this, charge) || charge.due >= bookedOn || openOf(charge) === 0n) continue;
      const { fen, from, to } = this.accrued(charge, bookedOn);
      if (fen <= 0n) continue;
      const { room, payer, object } = charge;
      const days = { from, to, due: bookedOn, period: periodOf(bookedOn), booked: periodOf(bookedOn) };
      frozen.set(
        charge,
        this.add({
          source: "LATE_FEE",
          room,
          payer,
          item: this.items.lateFee,
          object,
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
  post(receipt: Pick<ReceiptOf, "id" | "payer" | "on" | "lines" | "moves" | "takenBy" | "isOfDesk">): ReceiptOf {
    const posted = {
      ...receipt,
      period: periodOf(receipt.on),
      isReversed: false,
      isReviewable: receipt.id !== null,
      isReviewed: false,
      red: null,
      reversal: null,
    };
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

/** By what a charge bears late fees: what its standard chose at its price, else the scheme of its item (BIL-04). */
function lateFeeTermsOf(
  { items, terms }: Books,
  { item, principal, room, object, version }: ChargeOf,
): LateFeeTerms | null {
  if (principal !== null || (item !== items.regular && item !== items.oneOff)) return null;
  if (version === null) return terms;
  const { prices } = room.things.find((thing) => thing.object === object)!.rate;
  const chosen = prices.find(({ from }) => from === version)!.lateFee;
  return chosen === "ITEM" ? terms : chosen === "SCHEME" ? terms.chosen : null;
}

export const bearsLateFee = (model: Books, charge: ChargeOf) => lateFeeTermsOf(model, charge) !== null;
