import fc from "fast-check";
import { addDays, addMonths, lastDay, minDate } from "../../src/common/calendar.js";
import { ok } from "../../src/billing/debit/debit.factories.js";
import { bearsLateFee } from "./books.js";
import { nothing, step } from "./step.js";
import { agreed } from "./town.js";

/** The last day of the story: late fees and months do not grow without end. */
const END = "2026-07-31";

export const passDays = step("passDays", fc.integer({ min: 1, max: 24 }), {
  can: ({ today }, days) => addDays(today, days) <= END,
  does: async (model, { app }, days) => {
    model.today = addDays(model.today, days);
    app.clock.set(model.today);
  },
});

/**
 * The earliest open month is closed: late fees until its end are booked in it (BIL-52), nothing more after that. Now and
 * then before it is over: whatever is done today is refused from then on.
 */
export const close = step("close", fc.integer({ min: 0, max: 5 }), {
  can: ({ closed, month }, early) => addMonths(closed.at(-1) ?? "2025-12", early === 0 ? 1 : 2) <= month,
  does: async (model, { at, reviewer }) => {
    const month = addMonths(model.closed.at(-1) ?? "2025-12", 1);
    const isOut = model.batches.some(({ status, exportedOn }) => status !== "OVER" && exportedOn <= lastDay(month));
    const reply = await reviewer.post(`${at}/periods/${month}/close`, { confirm: true });
    if (!agreed(reply, isOut ? ["CLOSE_BLOCKED"] : [])) return;
    model.freeze(
      model.open((one) => bearsLateFee(model, one)),
      minDate(lastDay(month), model.today),
    );
    model.closed.push(month);
  },
});

/** The last closed month is opened again by two people (反结账). */
export const reopen = step("reopen", nothing, {
  can: ({ closed }) => closed.length > 0,
  does: async (model, { at, clerk, reviewer }) => {
    const month = model.closed.at(-1)!;
    const { approvalId } = await ok(clerk.post(`${at}/periods/${month}/reopen`, { reason: "漏记收款" }));
    await ok(reviewer.post(`${at}/approvals/${approvalId}/approve`, {}));
    model.closed.pop();
  },
});
