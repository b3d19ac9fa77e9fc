import type { CollectedItemDto } from "@linli/contracts";
import fc from "fast-check";
import { newId } from "../../src/common/ids.js";
import { addDays, maxDate } from "../../src/common/calendar.js";
import { ok } from "../../src/billing/debit/debit.factories.js";
import type { Books } from "./books.js";
import { type Entry, sumOf } from "./kept.js";
import { drawn, oneOf, partOf, share, step } from "./step.js";
import { agreed, type Town } from "./town.js";

/** What came in for the item collected for others until the end of a day, and what was given back of it. */
function collected({ charges, items }: Books, asOf: string): { collectedFen: bigint; refundedFen: bigint } {
  const money = charges
    .filter(({ item }) => item === items.forOthers)
    .flatMap(({ entries }) => entries)
    .filter(({ kind, on }) => (kind === "RECEIPT" || kind === "OFFSET") && on <= asOf);
  return {
    collectedFen: -sumOf(money.filter((entry) => !isRefunded(entry)).map(({ fen }) => fen)),
    refundedFen: sumOf(money.filter(isRefunded).map(({ fen }) => fen)),
  };
}

/** Of a red receipt whose money was paid back, in part or whole. */
const isRefunded = ({ fen, receipt }: Entry) => fen > 0n && (receipt?.red?.refunded ?? 0n) > 0n;
const remitted = ({ remittances }: Books, asOf: string) =>
  sumOf(remittances.filter(({ on }) => on <= asOf).map(({ fen }) => fen));

/** What is to be handed over at the end of a day (BIL-07). */
function toRemit(model: Books, asOf: string): bigint {
  const { collectedFen, refundedFen } = collected(model, asOf);
  return collectedFen - refundedFen - remitted(model, asOf);
}

/** What was collected for others is handed over (代收代付解缴, BIL-07), now and then dated back: never more than there was and is. */
export const remit = step(
  "remit",
  fc.record({
    percent: share,
    back: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 20 }) }),
  }),
  {
    can: (model) => collected(model, model.today).collectedFen > 0n,
    does: async (model, real, { percent, back }) => {
      const on = maxDate(addDays(model.today, -back), "2026-01-01");
      const [then, now] = [toRemit(model, on), toRemit(model, model.today)];
      const fen = partOf(now, percent);
      const body = {
        id: newId(),
        feeItemId: model.items.forOthers,
        bookedOn: on,
        amountFen: Number(fen),
        method: "TRANSFER",
        slipNo: "YH-0088",
      };
      const reasons = [...model.closedOn(on), ...(fen > then || fen > now ? ["REMITTANCE_EXCEEDS"] : [])];
      const reply = await real.payer.post(`${real.at}/remittances`, body);
      if (agreed(reply, reasons)) model.remittances.push({ id: body.id, fen, on, isReversed: false });
      await remittancesAgree(model, real);
    },
  },
);

/** A remittance is taken back (红冲): the money is to be handed over again. */
export const reverseRemittance = step("reverseRemittance", drawn, {
  can: ({ remittances }) => remittances.length > 0,
  does: async (model, real, which) => {
    const remittance = oneOf(model.remittances, which);
    const id = newId();
    const reply = await real.payer.post(`${real.at}/remittances/${remittance.id}/reverse`, { id, reason: "登记有误" });
    const isRed = remittance.fen < 0n ? ["ENTRY_IS_RED"] : [];
    const reasons = [...model.closedOn(model.today), ...isRed, ...(remittance.isReversed ? ["ENTRY_REVERSED"] : [])];
    if (agreed(reply, reasons)) {
      remittance.isReversed = true;
      model.remittances.push({ id, fen: -remittance.fen, on: model.today, isReversed: false });
    }
    await remittancesAgree(model, real);
  },
});

/** What the API says of the item collected for others. @throws with both sides */
export async function remittancesAgree(model: Books, { at, clerk }: Pick<Town, "at" | "clerk">): Promise<void> {
  const { items } = await ok(clerk.get(`${at}/remittances/items`));
  const expected = {
    ...collected(model, model.today),
    remittedFen: remitted(model, model.today),
    toRemitFen: toRemit(model, model.today),
  };
  const words = (all: Record<keyof typeof expected, bigint | number>) =>
    `collected ${all.collectedFen}, refunded ${all.refundedFen}, remitted ${all.remittedFen}, to remit ${all.toRemitFen}`;
  const [real] = items as CollectedItemDto[];
  if (items.length !== 1 || words(real!) !== words(expected))
    throw new Error(`collected for others, model: ${words(expected)}\nreal: ${JSON.stringify(items)}`);
}
