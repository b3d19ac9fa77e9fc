import fc from "fast-check";
import { addDays, dayBefore, daysBetweenInclusive, maxDate } from "../../src/common/calendar.js";
import { ok } from "../../src/billing/debit/debit.factories.js";
import type { Books } from "./books.js";
import {
  type AccountOf,
  byDue,
  byId,
  type ChargeOf,
  type ReceiptOf,
  openOf,
  reversedOf,
  type RoomOf,
  waivedOf,
} from "./kept.js";
import { bearerOn, partOfMonth } from "./pricing.js";
import { drawn, oneOf, step } from "./step.js";
import type { Town } from "./town.js";

const choices = fc.record({
  room: drawn,
  back: fc.nat({ max: 12 }),
  buyer: drawn,
  assumed: fc.boolean(),
  carried: fc.boolean(),
});
type Choice = typeof choices extends fc.Arbitrary<infer One> ? One : never;

const dayOf = (model: Books, room: RoomOf, back: number) =>
  maxDate(maxDate(addDays(model.today, -back), "2026-01-02"), addDays(room.owners.at(-1)!.from, 1));

/** A room changes hands (过户, BIL-15, BIL-64): bills are cut at the day, the old owner's money pays his debts, the rest goes back or over. */
export const transfer = step("transfer", choices, {
  can: (model, { room, back, carried }) => {
    const one = oneOf(model.rooms, room);
    const on = dayOf(model, one, back);
    const waits = model.waivers.some(
      ({ status, lines }) => status === "PENDING" && lines.some(({ charge }) => charge.room === one),
    );
    const isOut = model.charges.some(({ room: of, batch }) => of === one && batch);
    // money of an account is promised back once at a time: the clerk pays out the first promise before the room is sold again
    const isPromised = model.promises.some(
      ({ kind, status, account }) =>
        kind === "TRANSFER" &&
        status === "APPROVED" &&
        account.room === one.id &&
        account.customer === one.owners.at(-1)!.customer,
    );
    return (
      on <= model.today &&
      !waits &&
      !isOut &&
      !(isPromised && !carried) &&
      model.closedOn(on).length + model.closedOn(model.today).length === 0
    );
  },
  does: async (model, real, choice) => {
    const room = oneOf(model.rooms, choice.room);
    const on = dayOf(model, room, choice.back);
    const old = room.owners.at(-1)!.customer;
    const buyer = oneOf(
      real.customers.filter(({ id }) => id !== old),
      choice.buyer,
    ).id;
    const takenBy = await carryOut(real, room.id, { ...choice, on, buyer });
    room.owners.push({ customer: buyer, from: on });
    if (room.agreement?.customer === old) room.agreement = null;
    cut(model, room, old, on);
    const accounts = model.accounts.filter((one) => one.room === room.id && one.customer === old && one.balance > 0n);
    for (const account of accounts.toSorted((a, b) => Number(a.item === null) - Number(b.item === null))) {
      // what he asked back before is left alone
      const free = account.balance - model.promised(account);
      if (free <= 0n) continue;
      const rest = offsetOwn(model, account, free, { room, takenBy });
      settleRest(model, account, rest, { ...choice, buyer });
    }
    if (choice.assumed) passOn(model, room, { old, buyer, on });
  },
});

/** The whole flow at the counter. Answers who completed it, and so offset the old owner's money. */
async function carryOut(
  { at, clerk, reviewer }: Town,
  roomId: string,
  { on, buyer, assumed, carried }: Pick<Choice, "assumed" | "carried"> & { on: string; buyer: string },
): Promise<ReceiptOf["takenBy"]> {
  const url = `${at}/transfers`;
  const made = await ok(clerk.post(url, { roomId }));
  const draft = {
    version: made.version,
    transferOn: on,
    reason: "SALE",
    arrears: assumed ? "ASSUMED" : "STAY",
    prepayment: carried ? "CARRY_OVER" : "REFUND",
    relations: [],
    owners: [{ customerId: buyer }],
    readings: [],
    confirmations: [],
  };
  await ok(clerk.put(`${url}/${made.id}`, draft));
  const content = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
  for (const kind of ["PROOF", "AGREEMENT"])
    await ok(
      clerk.upload(`${at}/attachments?ownerType=transfer&ownerId=${made.id}&kind=${kind}`, {
        name: "产权证.pdf",
        content,
      }),
    );
  const { version } = await ok(clerk.get(`${url}/${made.id}`));
  const { version: submitted, open } = await ok(clerk.post(`${url}/${made.id}/submit`, { version }));
  if (open.length === 0) {
    await ok(clerk.post(`${url}/${made.id}/complete`, { version: submitted }));
    return "clerk";
  }
  const { approvalId } = await ok(
    clerk.post(`${url}/${made.id}/request-approval`, { version: submitted, reason: "双方同意" }),
  );
  await ok(reviewer.post(`${at}/approvals/${approvalId}/approve`, {}));
  return "reviewer";
}

/**
 * The bills of who sells that serve the day or later: what is open of the days from then on passes to the new owner, the
 * rest stays. Of bills that were cut before, and of earlier sellers, nothing does.
 */
function cut(model: Books, room: RoomOf, seller: string, on: string): void {
  const touched = model.charges.filter(
    (one) =>
      one.room === room &&
      [seller, model.developer].includes(one.payer) &&
      (one.cutOn === null || one.cutOn > on) &&
      one.source !== "LATE_FEE" &&
      one.to >= on &&
      reversedOf(one) + waivedOf(one) < one.amount,
  );
  for (const charge of touched.toSorted((a, b) => a.from.localeCompare(b.from) || byId(a, b))) {
    const payer = payerAfter(model, charge, maxDate(charge.from, on));
    if (payer === charge.payer) continue;
    const [open, due] = [openOf(charge), charge.amount - reversedOf(charge) - waivedOf(charge)];
    const paid = due - open;
    const before = charge.from >= on ? 0n : beforeOf(charge, on);
    const old = due === charge.priced ? before : half(due * before, charge.priced);
    const passed = due - old - (paid > old ? paid - old : 0n);
    if (passed <= 0n) continue;
    const { countedTo, cutOn } = reversedAt(model, charge, on);
    const same = {
      countedTo,
      cutOn,
      source: charge.source,
      room,
      item: charge.item,
      object: charge.object,
      monthly: charge.monthly,
      version: charge.version,
      period: charge.period,
      booked: maxDate(model.month, charge.booked),
    };
    const priced = (fen: bigint, amount: bigint) => (charge.source === "RUN" ? fen : amount);
    if (open > passed)
      model.add({
        ...same,
        payer: charge.payer,
        from: charge.from,
        to: dayBefore(on),
        due: charge.due,
        amount: open - passed,
        carried: model.carriedBy(charge, open - passed),
        priced: priced(before, open - passed),
        isRest: old !== before || paid > 0n,
        origins: [charge, ...charge.origins],
      });
    const from = maxDate(charge.from, on);
    model.add({
      ...same,
      payer,
      from,
      to: charge.to,
      due: maxDate(charge.due, from),
      amount: passed,
      carried: model.carriedBy(charge, passed),
      priced: priced(charge.priced - before, passed),
      isRest: due - old !== charge.priced - before || paid > old,
    });
  }
}

/** Takes back what is open of a charge that a sale cuts or passes on. Answers what goes on in its place. */
function reversedAt(model: Books, charge: ChargeOf, on: string): Pick<ChargeOf, "countedTo" | "cutOn"> {
  const before = { countedTo: model.countedTo(charge), cutOn: charge.cutOn };
  model.reverse(charge);
  if (charge.cutOn === null || charge.cutOn > on) charge.cutOn = on;
  return before;
}

/** Who pays from a day on: of what was entered by hand the owner, whoever bears what runs bill. */
const payerAfter = (model: Books, { source, room }: ChargeOf, day: string) =>
  source === "RUN" ? bearerOn(model, room, day)! : model.ownerOn(room, day);

/** What the days before the cut come to: as the engine prices them, or by days of what was entered by hand. */
function beforeOf(charge: ChargeOf, on: string): bigint {
  const days = daysBetweenInclusive(charge.from, dayBefore(on));
  if (charge.source === "MANUAL")
    return half(charge.priced * BigInt(days), BigInt(daysBetweenInclusive(charge.from, charge.to)));
  const fen = partOfMonth(charge.monthly, days, charge.period);
  return fen < charge.priced ? fen : charge.priced;
}

const half = (fen: bigint, of: bigint) => (of === 0n ? 0n : (fen * 2n + of) / (of * 2n));
const debts = (model: Books, room: RoomOf, payer: string) =>
  model.open((one) => one.room === room && one.payer === payer && !one.principal).sort(byDue);

/** Answers what is left of it. */
function offsetOwn(
  model: Books,
  account: AccountOf,
  free: bigint,
  { room, takenBy }: { room: RoomOf; takenBy: ReceiptOf["takenBy"] },
): bigint {
  const lines = [];
  let left = free;
  for (const charge of debts(model, room, account.customer)) {
    if (account.item !== null && charge.item !== account.item) continue;
    const part = left < openOf(charge) ? left : openOf(charge);
    if (part > 0n) lines.push({ charge, received: 0n, offset: part });
    left -= part;
  }
  if (lines.length === 0) return left;
  model.freeze(
    lines.map(({ charge }) => charge).toSorted((a, b) => a.place - b.place),
    model.today,
  );
  model.post({
    id: null,
    payer: account.customer,
    on: model.today,
    takenBy,
    isOfDesk: false,
    lines,
    moves: [{ account, fen: left - free }],
  });
  return left;
}

function settleRest(
  model: Books,
  account: AccountOf,
  fen: bigint,
  { carried, buyer }: { carried: boolean; buyer: string },
): void {
  if (fen === 0n) return;
  if (!carried) model.promises.push({ kind: "TRANSFER", id: null, account, fen, status: "APPROVED", approvalId: null });
  else {
    model.account(account.room, buyer, account.item).balance += fen;
    account.balance -= fen;
  }
}

/** Debts the new owner takes over by agreement: reversed and issued anew, with their days and due dates. */
function passOn(model: Books, room: RoomOf, { old, buyer, on }: { old: string; buyer: string; on: string }): void {
  for (const charge of debts(model, room, old).sort(byId)) {
    const amount = openOf(charge);
    const isRest = charge.isRest || amount !== charge.amount;
    const { countedTo, cutOn } = reversedAt(model, charge, on);
    const { source, item, object, monthly, version, period, from, to, due, booked } = charge;
    const priced = source === "RUN" ? charge.priced : amount;
    model.add({
      object,
      monthly,
      version,
      isRest,
      origins: [charge, ...charge.origins],
      countedTo,
      cutOn,
      carried: model.carriedBy(charge, amount),
      source,
      room,
      payer: buyer,
      item,
      period,
      booked: maxDate(model.month, booked),
      from,
      to,
      due,
      amount,
      priced,
    });
  }
}
