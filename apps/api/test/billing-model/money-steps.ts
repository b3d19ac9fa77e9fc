import fc from "fast-check";
import { newId } from "../../src/common/ids.js";
import { addDays, maxDate } from "../../src/common/calendar.js";
import { onDebit } from "./billing-steps.js";
import { bearsLateFee, type Books } from "./books.js";
import { type AccountOf, type ChargeOf, leastOpen, openOf, sumOf } from "./kept.js";
import { drawn, oneOf, partOf, share, step } from "./step.js";
import { agreed } from "./town.js";

interface Line {
  charge: ChargeOf;
  fen: bigint;
}

/** What of each line an account pays for: its own room's first, the earliest due first (BIL-60). Null when it finds no line. */
function offsets(lines: readonly Line[], { room, item }: AccountOf, fen: bigint): Map<ChargeOf, bigint> | null {
  const fits = lines.filter(({ charge }) => item === null || charge.item === item);
  const inOrder = fits.toSorted(
    (a, b) =>
      Number(a.charge.room.id !== room) - Number(b.charge.room.id !== room) ||
      a.charge.due.localeCompare(b.charge.due) ||
      idOf(a.charge).localeCompare(idOf(b.charge)),
  );
  let left = fen;
  const parts = new Map<ChargeOf, bigint>();
  for (const line of inOrder) {
    const part = left < line.fen ? left : line.fen;
    if (part > 0n) parts.set(line.charge, part);
    left -= part;
  }
  return left > 0n ? null : parts;
}

/** A late fee that is booked by the receipt itself has the latest id. */
export const idOf = ({ id }: ChargeOf) => id ?? "z";

const choices = fc.record({
  which: drawn,
  count: fc.integer({ min: 0, max: 4 }),
  percent: share,
  /** Per cent of the late fees that accrued on the charges paid. */
  late: fc.constantFrom(0, 0, 40, 100),
  /** Per cent of it that is drawn from a prepayment. */
  drawn: fc.constantFrom(0, 0, 0, 50, 100),
  account: drawn,
  change: fc.constantFrom(0, 0, 7),
  topUp: fc.constantFrom(0, 0, 0, 12_345),
  forItem: fc.boolean(),
  /** Days it is dated back. */
  back: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 20 }) }),
});

/**
 * Money at the desk: several charges of one payer, whole or in part, with the late fees that accrued, from cash, by
 * WeChat or out of a prepayment, some kept as a prepayment, now and then dated back.
 */
export const pay = step("pay", choices, {
  can: (model, { count, topUp }) => model.open().length > 0 && (count > 0 || topUp > 0),
  does: async (model, { at, clerk }, choice) => {
    const { payer, room } = oneOf(model.open(), choice.which);
    const on = maxDate(addDays(model.today, -choice.back), "2026-01-01");
    const lines = model
      .open((one) => one.payer === payer && one.source !== "LATE_FEE")
      .slice(0, choice.count)
      .map((charge) => ({ charge, fen: partOf(openOf(charge), choice.percent) }));
    const late =
      choice.late === 0
        ? []
        : lines.flatMap(({ charge }) => {
            const fen = lateFeeNow(model, charge, on);
            return fen > 0n ? [{ charge, fen: partOf(fen, choice.late) }] : [];
          });
    const totalFen = sumOf([...lines, ...late].map(({ fen }) => fen));
    const source = oneOf(
      model.accounts.filter((one) => one.customer === payer && one.balance > 0n),
      choice.account,
    ) as AccountOf | undefined;
    const drawnFen = source && totalFen > 0n && choice.drawn > 0 ? partOf(totalFen, choice.drawn) : 0n;
    const topUp =
      choice.topUp > 0
        ? {
            account: model.account(room.id, payer, choice.forItem ? model.items.regular : null),
            fen: BigInt(choice.topUp),
          }
        : null;
    if (lines.length === 0 && !topUp) return;
    if (drawnFen > 0n && topUp?.account === source) return;
    const cash = totalFen - drawnFen + (topUp?.fen ?? 0n);
    const methods = [
      ...(drawnFen > 0n
        ? [{ method: "PREPAYMENT", tenderedFen: Number(drawnFen), roomId: source!.room, feeItemId: source!.item }]
        : []),
      ...(cash > 0n
        ? [
            {
              method: choice.change ? "CASH" : "WECHAT",
              tenderedFen: Number(cash) + (cash > BigInt(choice.change) ? choice.change : 0),
            },
          ]
        : []),
    ];
    const asked = ({ charge, fen }: Line) => ({ chargeId: charge.id, amountFen: Number(fen) });
    const id = newId();
    const reply = await clerk.post(`${at}/receipts`, {
      id,
      payerId: payer,
      bookedOn: on,
      lines: lines.map(asked),
      lateFees: late.map(asked),
      methods,
      ...(topUp && {
        prepayment: { roomId: topUp.account.room, feeItemId: topUp.account.item, amountFen: Number(topUp.fen) },
      }),
    });
    const reasons = [
      ...model.closedOn(on),
      ...lines.flatMap(({ charge }) => onDebit(charge)),
      ...(lines.some(({ charge, fen }) => fen > openOf(charge) || (on < model.today && fen > leastOpen(charge, on)))
        ? ["AMOUNT_EXCEEDS_OPEN"]
        : []),
      ...(late.some(({ charge, fen }) => fen > lateFeeNow(model, charge, on)) ? ["LATE_FEE_CHANGED"] : []),
      ...(source && drawnFen > 0n && drawnFen > source.balance - model.promised(source) ? ["PREPAYMENT_SHORT"] : []),
      ...(source &&
      drawnFen > 0n &&
      !offsets(
        [...lines, ...late.map((one) => ({ ...one, charge: { ...one.charge, item: model.items.lateFee } }))],
        source,
        drawnFen,
      )
        ? ["PREPAYMENT_WRONG_ITEM"]
        : []),
    ];
    if (!agreed(reply, reasons)) return;
    const frozen = model.freeze(
      lines.map(({ charge }) => charge).toSorted((a, b) => idOf(a).localeCompare(idOf(b))),
      on,
    );
    const paid = [...lines, ...late.map(({ charge, fen }) => ({ charge: frozen.get(charge)!, fen }))];
    const out = drawnFen > 0n ? offsets(paid, source!, drawnFen)! : new Map<ChargeOf, bigint>();
    model.post({
      id,
      payer,
      on,
      takenBy: "clerk",
      isOfDesk: cash > 0n,
      lines: paid.map(({ charge, fen }) => ({
        charge,
        offset: out.get(charge) ?? 0n,
        received: fen - (out.get(charge) ?? 0n),
      })),
      moves: [...(drawnFen > 0n ? [{ account: source!, fen: -drawnFen }] : []), ...(topUp ? [topUp] : [])],
    });
    if (on < model.today)
      model.takeBack(
        lines.map(({ charge }) => charge),
        on,
      );
  },
});

const lateFeeNow = (model: Books, charge: ChargeOf, on: string): bigint => {
  if (!bearsLateFee(model, charge) || charge.due >= on) return 0n;
  const { fen } = model.accrued(charge, on);
  return fen > 0n ? fen : 0n;
};

/** Booked late fees of one payer are paid, like any other charge. */
export const payLateFees = step("payLateFees", fc.record({ which: drawn, percent: share }), {
  can: (model) => model.open(({ source }) => source === "LATE_FEE").length > 0,
  does: async (model, { at, clerk }, { which, percent }) => {
    const charge = oneOf(
      model.open(({ source }) => source === "LATE_FEE"),
      which,
    );
    const fen = partOf(openOf(charge), percent);
    const id = newId();
    const body = {
      id,
      payerId: charge.payer,
      lines: [{ chargeId: charge.id, amountFen: Number(fen) }],
      methods: [{ method: "ALIPAY", tenderedFen: Number(fen) }],
    };
    const reasons = [
      ...model.closedOn(model.today),
      ...onDebit(charge),
      ...(fen > openOf(charge) ? ["AMOUNT_EXCEEDS_OPEN"] : []),
    ];
    if (!agreed(await clerk.post(`${at}/receipts`, body), reasons)) return;
    model.post({
      id,
      payer: charge.payer,
      on: model.today,
      takenBy: "clerk",
      isOfDesk: true,
      lines: [{ charge, received: fen, offset: 0n }],
      moves: [],
    });
  },
});

/** Money ahead, for everything or for one item (BIL-60). */
export const prepay = step(
  "prepay",
  fc.record({ room: drawn, fen: fc.integer({ min: 1, max: 50_000 }), forItem: fc.boolean() }),
  {
    does: async (model, { at, clerk }, choice) => {
      const room = oneOf(model.rooms, choice.room);
      const payer = model.ownerOn(room, model.today);
      const account = model.account(room.id, payer, choice.forItem ? model.items.regular : null);
      const id = newId();
      const body = {
        id,
        payerId: payer,
        lines: [],
        methods: [{ method: "CASH", tenderedFen: choice.fen }],
        prepayment: { roomId: room.id, feeItemId: account.item, amountFen: choice.fen },
      };
      if (!agreed(await clerk.post(`${at}/receipts`, body), model.closedOn(model.today))) return;
      model.post({
        id,
        payer,
        on: model.today,
        takenBy: "clerk",
        isOfDesk: true,
        lines: [],
        moves: [{ account, fen: BigInt(choice.fen) }],
      });
    },
  },
);
