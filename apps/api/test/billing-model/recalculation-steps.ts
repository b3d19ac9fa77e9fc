import fc from "fast-check";
import { addDays, addMonths, maxDate, minDate, monthsOf } from "../../src/common/calendar.js";
import { ok } from "../../src/billing/debit/debit.factories.js";
import { billed, dueOf } from "./billing-steps.js";
import type { Books } from "./books.js";
import { type ChargeOf, type DifferenceOf, reversedOf, sumOf, waivedOf } from "./kept.js";
import { differences, isSameAs, isThere, obstacleOf, overlap, standingWaivers } from "./differences.js";
import { drawn, oneOf, step } from "./step.js";
import { agreed, scaled } from "./town.js";

const choices = fc.record({
  rate: drawn,
  price: fc.constantFrom("2.38", "2.8", "1.9575", "61.55"),
  /** The bill whose days it lies in, so many days after their first. */
  within: drawn,
  from: fc.integer({ min: -4, max: 34 }),
  inBilledTime: fc.integer({ min: 0, max: 3 }).map(Boolean),
  lateFee: fc.constantFrom(null, null, "ITEM" as const, "SCHEME" as const, "NONE" as const),
});

/** A standard costs something else from a day on, of a month that is billed already too; what was billed stays (BIL-13). */
export const changePrice = step("changePrice", choices, {
  does: async (model, { at, clerk, chosenId }, choice) => {
    const rate = oneOf(
      [...new Set(model.rooms.flatMap(({ things }) => things.map(({ rate: one }) => one)))],
      choice.rate,
    );
    const last = rate.prices.at(-1)!;
    const bill = oneOf(
      model.charges.filter(({ source, from }) => source === "RUN" && from > last.from),
      choice.within,
    ) as ChargeOf | undefined;
    const [startsOn, unitPrice] = [addDays(bill?.from ?? model.today, choice.from), choice.price];
    const isBilled = model.charges.some(
      (one) =>
        one.version === last.from &&
        one.to >= startsOn &&
        reversedOf(one) < one.amount &&
        one.room.things.some((thing) => thing.object === one.object && thing.rate === rate),
    );
    const reasons = [
      ...(startsOn <= last.from ? ["VERSION_TOO_EARLY"] : []),
      ...(isBilled && !choice.inBilledTime ? ["VERSION_BILLED"] : []),
    ];
    const { inBilledTime, lateFee } = choice;
    const body = {
      startsOn,
      unitPrice,
      inBilledTime,
      lateFee,
      lateFeeSchemeId: lateFee === "SCHEME" ? chosenId : null,
    };
    if (!agreed(await clerk.post(`${at}/rates/${rate.id}/versions`, body), reasons)) return;
    rate.prices.push({ from: startsOn, price: scaled(unitPrice, 4), lateFee: lateFee ?? last.lateFee });
  },
});

const known = ({ month }: Books) => monthsOf("2026-01", addMonths(month, 1));
/** The months in which anything comes to something else today. */
const differing = (model: Books) =>
  known(model).filter((month) => model.rooms.some((room) => differences(model, room, month).length > 0));

/** What was billed of some months is compared with what it comes to today, and handed in for a second person (BIL-13). */
export const askRecalculation = step(
  "askRecalculation",
  fc.record({ which: drawn, months: fc.nat({ max: 3 }), room: fc.option(drawn) }),
  {
    // now and then although nothing differs
    can: (model, { which }) => model.charges.length > 0 && (which % 12 === 0 || differing(model).length > 0),
    does: async (model, { at, app, projectId, clerk }, choice) => {
      const found = differing(model);
      const fromPeriod = oneOf(found.length > 0 ? found : known(model), choice.which);
      const months = monthsOf(fromPeriod, addMonths(fromPeriod, choice.months));
      const rooms = choice.room === null ? model.rooms : [oneOf(model.rooms, choice.room)];
      const body = {
        feeItemIds: [model.items.regular],
        fromPeriod,
        toPeriod: months.at(-1),
        rooms: choice.room === null ? {} : { roomIds: rooms.map(({ id }) => id) },
        reason: "调价通知晚到",
      };
      const { recalculationId: id } = await ok(clerk.post(`${at}/recalculations`, body));
      await app.drainJobs(projectId);
      const url = `${at}/recalculations/${id}`;
      const all = months.flatMap((month) => rooms.flatMap((room) => differences(model, room, month)));
      const lines = all.filter(({ obstacle }) => obstacle === null);
      const obstacles = all.flatMap(({ obstacle }) => obstacle ?? []);
      expectSame(await ok(clerk.get(url)), {
        status: "COMPUTED",
        lineCount: lines.length,
        oldFen: Number(sumOf(lines.map(({ oldFen }) => oldFen))),
        newFen: Number(sumOf(lines.map(({ newFen }) => newFen))),
        obstacles: Object.fromEntries(
          [...new Set(obstacles)].map((one) => [one, obstacles.filter((x) => x === one).length]),
        ),
      });
      if (!agreed(await clerk.post(`${url}/submit`, {}), lines.length === 0 ? ["RECALCULATION_EMPTY"] : [])) {
        await ok(clerk.delete(url));
        return;
      }
      const { approvalId } = await ok(clerk.get(url));
      model.recalculations.push({ id, approvalId, lines });
    },
  },
);

/** The list is approved, or turned down: what nothing happened to since is issued anew, all of it or nothing. */
export const decideRecalculation = step(
  "decideRecalculation",
  fc.record({ which: drawn, approves: fc.integer({ min: 0, max: 4 }).map(Boolean) }),
  {
    can: ({ recalculations }) => recalculations.length > 0,
    does: async (model, { at, app, projectId, clerk, reviewer }, { which, approves }) => {
      const asked = oneOf(model.recalculations, which);
      const approval = `${at}/approvals/${asked.approvalId}`;
      const over = () => model.recalculations.splice(model.recalculations.indexOf(asked), 1);
      if (!approves) {
        await ok(reviewer.post(`${approval}/reject`, { reason: "依据不足" }));
        over();
        return;
      }
      if (!agreed(await reviewer.post(`${approval}/approve`, {}), model.closedOn(model.today))) return;
      over();
      await app.drainJobs(projectId);
      const still = asked.lines.filter(({ olds, waived }) =>
        olds.every((old, at) => isThere(old) && obstacleOf(model, old) === null && waivedOf(old) === waived[at]),
      );
      const now = still.map((line) =>
        differences(model, line.room, line.month).find((one) => isSameAs(one, line) && one.obstacle === null),
      );
      const found = await ok(clerk.get(`${at}/recalculations/${asked.id}`));
      if (now.includes(undefined)) {
        expectSame(found, { status: "FAILED", appliedCount: null });
        return;
      }
      expectSame(found, {
        status: "APPLIED",
        appliedCount: still.length,
        appliedFen: Number(sumOf(still.map(({ oldFen, newFen }) => newFen - oldFen))),
        leftOutCount: asked.lines.length - still.length,
      });
      for (const line of now) issueAnew(model, line!);
    },
  },
);

function expectSame(found: Record<string, unknown>, wanted: Record<string, unknown>): void {
  const is = Object.fromEntries(Object.keys(wanted).map((key) => [key, found[key]]));
  const [a, b] = [is, wanted].map((one) => JSON.stringify(one, (_key, value: unknown) => sorted(value)));
  if (a !== b) throw new Error(`the recalculation is ${a}, the model says ${b}`);
}

const sorted = (value: unknown) =>
  value !== null && typeof value === "object" ? Object.fromEntries(Object.entries(value).toSorted()) : value;

/** Reverses the bills and issues them as they come out today; who stays keeps due date and late fees counted. */
function issueAnew(model: Books, { room, thing, month, olds, news }: DifferenceOf): void {
  const heirsOf = (old: ChargeOf) => news.filter((line) => line.payer === old.payer && overlap(line, old));
  const issued = news.map((line) => {
    const same = olds.filter((old) => heirsOf(old).includes(line));
    const dues = same.map(({ due }) => due);
    const counted = same.flatMap((old) => model.countedTo(old) ?? []);
    return {
      waivers: line.waivers,
      ...billed(line),
      source: "RUN" as const,
      room,
      object: thing.object,
      item: model.items.regular,
      period: month,
      booked: olds.map(({ booked }) => booked).reduce((a, b) => maxDate(a, b), model.month),
      due: dues.length > 0 ? dues.reduce((a, b) => minDate(a, b)) : maxDate(dueOf(month, line.from), model.today),
      countedTo: counted.toSorted().at(-1) ?? null,
      carried: sumOf(
        same.map((old) => model.carriedBy(old, line.amount, sumOf(heirsOf(old).map(({ amount }) => amount)))),
      ),
      origins: same.flatMap((old) => [old, ...old.origins]),
    };
  });
  const at = { kind: "WAIVER" as const, on: model.today, period: model.month };
  for (const old of olds) {
    for (const { waiver, fen } of standingWaivers(model, old)) {
      old.entries.push({ ...at, fen });
      waiver.lines = waiver.lines.filter(({ charge }) => charge !== old);
    }
    model.reverse(old);
  }
  for (const { waivers, ...bill } of issued) {
    const charge = model.add(bill);
    for (const { waiver, fen } of waivers) {
      charge.entries.push({ ...at, fen: -fen });
      waiver.lines.push({ charge, fen });
    }
  }
}
