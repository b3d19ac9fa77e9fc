import { newId } from "../../src/common/ids.js";
import { ok } from "../../src/billing/debit/debit.factories.js";
import type { Books } from "./books.js";
import { type AccountOf, type ChargeOf, openOf, sumOf } from "./kept.js";
import { idOf } from "./money-steps.js";
import { nothing, step } from "./step.js";

/** What was paid ahead is offset (冲抵): the oldest month first, item money before general money (BIL-61, BIL-62). */
export const offset = step("offset", nothing, {
  can: ({ accounts }) => accounts.some(({ balance }) => balance > 0n),
  does: async (model, { at, app, projectId, clerk }) => {
    const preview = await ok(clerk.post(`${at}/offsets/preview`, {}));
    const planned = plan(model);
    const totalFen = sumOf([...planned.values()].flatMap((parts) => parts.map(({ fen }) => fen)));
    if (BigInt(preview.amountFen) !== totalFen)
      throw new Error(`${preview.amountFen} would be offset, the model says ${totalFen}`);
    const id = newId();
    await ok(clerk.post(`${at}/offsets`, { id, fingerprint: preview.fingerprint }));
    await app.drainJobs(projectId);
    const isDone = (await ok(clerk.get(`${at}/offsets/${id}`))).status === "DONE";
    const refused = totalFen === 0n || model.closedOn(model.today).length > 0;
    if (isDone === refused) throw new Error(`the offset run is ${isDone ? "done" : "not done"}`);
    if (refused) return;
    model.freeze(
      [...planned.keys()].toSorted((a, b) => a.place - b.place),
      model.today,
    );
    for (const payer of new Set([...planned.keys()].map((charge) => charge.payer))) {
      const own = [...planned].filter(([charge]) => charge.payer === payer);
      const lines = own.map(([charge, parts]) => ({
        charge,
        received: 0n,
        offset: sumOf(parts.map(({ fen }) => fen)),
      }));
      const moves = model.accounts.flatMap((account) => {
        const fen = sumOf(
          own.flatMap(([, parts]) => parts.filter((part) => part.account === account).map((part) => part.fen)),
        );
        return fen > 0n ? [{ account, fen: -fen }] : [];
      });
      model.post({ id: null, payer, on: model.today, takenBy: "clerk", isOfDesk: false, lines, moves });
    }
  },
});

function plan(model: Books): Map<ChargeOf, { account: AccountOf; fen: bigint }[]> {
  const free = (account: AccountOf) =>
    account.balance - model.promised(account) - (model.terms.reviewedOnly ? model.unreviewed(account) : 0n);
  const left = new Map(model.accounts.map((account) => [account, free(account)]));
  const planned = new Map<ChargeOf, { account: AccountOf; fen: bigint }[]>();
  const inOrder = model
    .open(({ batch }) => !batch)
    .sort((a, b) => a.period.localeCompare(b.period) || a.from.localeCompare(b.from) || idOf(a).localeCompare(idOf(b)));
  for (const charge of inOrder) {
    const mine = model.accounts.filter(({ room, customer }) => room === charge.room.id && customer === charge.payer);
    let owed = openOf(charge);
    const parts = [];
    for (const account of [
      ...mine.filter(({ item }) => item === charge.item),
      ...mine.filter(({ item }) => item === null),
    ]) {
      const has = left.get(account)!;
      const fen = has < owed ? has : owed;
      if (fen > 0n) parts.push({ account, fen });
      owed -= fen > 0n ? fen : 0n;
    }
    if (parts.length === 0 || (owed > 0n && model.terms.wholeBillsOnly)) continue;
    for (const { account, fen } of parts) left.set(account, left.get(account)! - fen);
    planned.set(charge, parts);
  }
  return planned;
}
