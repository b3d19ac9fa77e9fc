import fc from "fast-check";
import { newId } from "../../src/common/ids.js";
import { addDays, addMonths, firstDay, maxDate, periodOf } from "../../src/common/calendar.js";
import { ok } from "../../src/billing/debit/debit.factories.js";
import { bearsLateFee, type Books } from "./books.js";
import { type ChargeOf, openOf, reversedOf, type RoomOf, sumOf } from "./kept.js";
import { isBeforeStart, linesOfMonth, type PricedDays } from "./pricing.js";
import { drawn, oneOf, partOf, share, step } from "./step.js";
import { agreed } from "./town.js";

/** Days that are charged already, apart from what was entered by hand or taken back whole. */
const stands = (model: Books, room: RoomOf, object: string | null, { from, to }: PricedDays) =>
  model.charges.some(
    (one) =>
      one.source === "RUN" &&
      one.room === room &&
      one.object === object &&
      one.from <= to &&
      from <= one.to &&
      reversedOf(one) < one.amount,
  );

/** When a bill of a run is due. */
export const dueOf = (month: string, from: string) => maxDate(`${month}-20`, from);

/** What a run has of days that were priced; days that nobody pays are no bill. */
export const billed = ({ payer, from, to, amount, monthly, version }: PricedDays) => ({
  payer: payer!,
  from,
  to,
  amount,
  monthly,
  version,
});

/** A month's run: rehearsed and published; next month's may be billed ahead. */
export const bill = step("bill", fc.integer({ min: -2, max: 1 }), {
  can: (model, months) => addMonths(model.month, months) >= "2026-01",
  does: async (model, { app, projectId, at, clerk }, months) => {
    const month = addMonths(model.month, months);
    const run = await clerk.post(`${at}/runs`, { period: month });
    if (!agreed(run, model.closedOn(firstDay(month)))) return;
    await app.drainJobs(projectId);
    const lines = model.rooms.flatMap((room) =>
      room.things.flatMap((thing) =>
        linesOfMonth(model, room, thing, month)
          .filter((line) => line.payer !== null && line.amount > 0n && !stands(model, room, thing.object, line))
          .map((line) => ({ room, object: thing.object, ...billed(line) })),
      ),
    );
    const published = await clerk.post(`${at}/runs/${run.body.runId}/publish`, { skipWithoutPayer: true });
    if (!agreed(published, lines.length === 0 ? ["RUN_EMPTY"] : [])) return;
    await app.drainJobs(projectId);
    const { status } = await ok(clerk.get(`${at}/runs/${run.body.runId}`));
    if (status !== "PUBLISHED") throw new Error(`the run is ${status}`);
    for (const line of lines) {
      const due = dueOf(month, line.from);
      model.add({ source: "RUN", item: model.items.regular, period: month, booked: month, due, ...line });
    }
  },
});

/** A one-off charge entered by hand, of the room, of a space of it or of a vehicle (BIL-05, BIL-146). */
export const billByHand = step(
  "billByHand",
  fc.record({
    room: drawn,
    fen: fc.integer({ min: 1, max: 60_000 }),
    back: fc.nat({ max: 20 }),
    days: fc.nat({ max: 30 }),
    dueIn: fc.nat({ max: 12 }),
    /** Says why it is charged although the developer still bears the room. */
    says: fc.integer({ min: 0, max: 4 }).map(Boolean),
    forOthers: fc.boolean(),
    of: fc.constantFrom("ROOM" as const, "ROOM" as const, "SPACE" as const, "VEHICLE" as const),
    space: drawn,
  }),
  {
    does: async (model, { at, clerk }, choice) => {
      const room = oneOf(model.rooms, choice.room);
      const from = maxDate(addDays(model.today, -choice.back), "2026-01-01");
      const days = { serviceFrom: from, serviceTo: addDays(from, choice.days), dueOn: addDays(from, choice.dueIn) };
      const [id, payer] = [newId(), model.ownerOn(room, from)];
      const item = choice.forOthers ? model.items.forOthers : model.items.oneOff;
      const spaces = room.things.filter(({ object }) => object !== null);
      const space = choice.of === "SPACE" && spaces.length > 0 ? oneOf(spaces, choice.space) : null;
      const object = choice.of === "VEHICLE" ? model.vehicle : (space?.object ?? null);
      const body = {
        id,
        roomId: room.id,
        objectId: object,
        feeItemId: item,
        amountFen: choice.fen,
        ...days,
        remark: "更换门禁",
        ...(choice.says && { beforeStartReason: "业主装修期间申请" }),
      };
      const isEarly = space
        ? periodOf(from) < periodOf(space.from)
        : object === null && isBeforeStart(model, room, from);
      const reasons = [...model.closedOn(model.today), ...(isEarly && !choice.says ? ["BEFORE_CHARGE_START"] : [])];
      if (!agreed(await clerk.post(`${at}/charges`, body), reasons)) return;
      const span = { from, to: days.serviceTo, due: days.dueOn, period: periodOf(from), booked: model.month };
      model.add({ id, source: "MANUAL", room, object, payer, item, amount: BigInt(choice.fen), ...span });
    },
  },
);

/** Takes back what is open of a charge (红冲). */
export const reverseCharge = step("reverseCharge", drawn, {
  can: ({ charges }) => charges.length > 0,
  does: async (model, { at, reviewer }, which) => {
    const charge = oneOf(model.charges, which);
    const standing = openOf(charge) === 0n ? ["CHARGE_NOT_OPEN"] : onDebit(charge);
    const reasons = [...model.closedOn(model.today), ...standing];
    if (agreed(await reviewer.post(`${at}/charges/${charge.id}/reverse`, { reason: "录入有误" }), reasons))
      model.reverse(charge);
  },
});

/** Books what accrued on overdue charges of a room until today. */
export const freeze = step("freeze", drawn, {
  can: (model) => model.open((one) => bearsLateFee(model, one)).length > 0,
  does: async (model, { at, clerk }, which) => {
    const charge = oneOf(
      model.open((one) => bearsLateFee(model, one)),
      which,
    );
    const charges = model.open(
      ({ room, payer, principal }) => room === charge.room && payer === charge.payer && !principal,
    );
    const reply = await clerk.post(`${at}/late-fees/freeze`, { chargeIds: charges.map(({ id }) => id) });
    if (!agreed(reply, [...model.closedOn(model.today), ...charges.flatMap(onDebit)])) return;
    const booked = sumOf([...model.freeze(charges, model.today).values()].map(({ amount }) => amount));
    if (BigInt(reply.body.totalFen) !== booked)
      throw new Error(`${reply.body.totalFen} of late fees booked, the model says ${booked}`);
  },
});

export const onDebit = ({ batch }: ChargeOf) => (batch ? ["CHARGE_ON_DEBIT"] : []);

/** A waiver of parts of what one payer owes, asked for (减免). */
export const askWaiver = step(
  "askWaiver",
  fc.record({ which: drawn, count: fc.integer({ min: 1, max: 3 }), percent: share }),
  {
    can: (model) => model.open().length > 0,
    does: async (model, { at, clerk }, { which, count, percent }) => {
      const { payer } = oneOf(model.open(), which);
      const lines = model
        .open((one) => one.payer === payer)
        .slice(0, count)
        .map((charge) => ({ charge, fen: partOf(openOf(charge), percent) }));
      const waits = (charge: ChargeOf) =>
        sumOf(
          model.waivers
            .filter(({ status }) => status === "PENDING")
            .flatMap((one) => one.lines.filter((line) => line.charge === charge).map(({ fen }) => fen)),
        );
      const tooMuch = lines.some(({ charge, fen }) => fen + waits(charge) > openOf(charge));
      const id = newId();
      const reply = await clerk.post(`${at}/waivers`, {
        id,
        reasonCode: "SERVICE",
        reason: "电梯停运",
        lines: lines.map(({ charge, fen }) => ({ chargeId: charge.id, amountFen: Number(fen) })),
      });
      if (agreed(reply, [...lines.flatMap(({ charge }) => onDebit(charge)), ...(tooMuch ? ["WAIVER_TOO_LARGE"] : [])]))
        model.waivers.push({ id, approvalId: reply.body.approvalId, status: "PENDING", lines });
    },
  },
);

/** A waiver is approved, or turned down, by somebody else. */
export const decideWaiver = step(
  "decideWaiver",
  fc.record({ which: drawn, approves: fc.integer({ min: 0, max: 3 }).map(Boolean) }),
  {
    can: ({ waivers }) => waivers.some(({ status }) => status === "PENDING"),
    does: async (model, { at, reviewer }, { which, approves }) => {
      const waiver = oneOf(
        model.waivers.filter(({ status }) => status === "PENDING"),
        which,
      );
      const { approvalId, lines } = waiver;
      if (!approves) {
        await ok(reviewer.post(`${at}/approvals/${approvalId}/reject`, { reason: "理由不足" }));
        waiver.status = "OVER";
        return;
      }
      const tooMuch = lines.some(({ charge, fen }) => fen > openOf(charge)) ? ["WAIVER_TOO_LARGE"] : [];
      const reasons = [...lines.flatMap(({ charge }) => onDebit(charge)), ...tooMuch, ...model.closedOn(model.today)];
      if (!agreed(await reviewer.post(`${at}/approvals/${approvalId}/approve`, {}), reasons)) return;
      waiver.status = "APPROVED";
      for (const { charge, fen } of lines)
        charge.entries.push({ kind: "WAIVER", fen: -fen, on: model.today, period: model.month });
    },
  },
);

/** A waiver is taken back: the charges are owed again. */
export const reverseWaiver = step("reverseWaiver", drawn, {
  can: ({ waivers }) => waivers.some(({ status }) => status === "APPROVED"),
  does: async (model, { at, reviewer }, which) => {
    const waiver = oneOf(
      model.waivers.filter(({ status }) => status === "APPROVED"),
      which,
    );
    const reasons = [...waiver.lines.flatMap(({ charge }) => onDebit(charge)), ...model.closedOn(model.today)];
    if (!agreed(await reviewer.post(`${at}/waivers/${waiver.id}/reverse`, { reason: "资料不实" }), reasons)) return;
    waiver.status = "OVER";
    for (const { charge, fen } of waiver.lines)
      charge.entries.push({ kind: "WAIVER", fen, on: model.today, period: model.month });
  },
});
