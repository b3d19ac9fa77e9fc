import fc from "fast-check";
import { newId } from "../../src/common/ids.js";
import { addDays } from "../../src/common/calendar.js";
import { ok, returned } from "../../src/billing/debit/debit.factories.js";
import { frontEndReturn } from "../../src/billing/debit/debit-returns.factories.js";
import type { Books } from "./books.js";
import { type BatchOf, type ChargeOf, openOf, type RoomOf, sumOf } from "./kept.js";
import { drawn, oneOf, step } from "./step.js";
import { agreed } from "./town.js";

/** What an agreement of a room pays for: what its customer owes of its item, and the late fees of that. */
const isCovered = ({ items }: Books, { agreement }: RoomOf, charge: ChargeOf) =>
  charge.payer === agreement?.customer && (charge.principal ?? charge).item === items.regular;

/**
 * What is due and signed for goes to the bank (报盘), with the late fees that accrued until then: nobody else may touch it
 * until the bank has answered.
 */
export const debit = step("debit", fc.record({ dueIn: fc.integer({ min: -10, max: 30 }) }), {
  does: async (model, { at, clerk, schemeId }, { dueIn }) => {
    const dueUntil = addDays(model.today, dueIn);
    const lines = model.rooms.flatMap((room) => {
      const charges = model.open(
        (one) => one.room === room && isCovered(model, room, one) && one.due <= dueUntil && !one.batch,
      );
      return charges.length === 0 ? [] : [{ account: room.agreement!.account, charges }];
    });
    const id = newId();
    const draft = await ok(clerk.post(`${at}/debit-batches`, { id, schemeId, dueUntil }));
    const amount = sumOf(lines.flatMap(({ charges }) => charges.map(openOf)));
    if (BigInt(draft.amountFen) !== amount)
      throw new Error(`${draft.amountFen} would be debited, the model says ${amount}`);
    const reasons = lines.length === 0 ? ["DEBIT_BATCH_EMPTY"] : model.closedOn(model.today);
    if (!agreed(await clerk.post(`${at}/debit-batches/${id}/export`), reasons)) return;
    const principals = lines.flatMap(({ charges }) => charges).toSorted((a, b) => a.place - b.place);
    const frozen = model.freeze(principals, model.today);
    const batch: BatchOf = { id, batchNo: draft.batchNo, exportedOn: model.today, status: "EXPORTED", lines: [] };
    batch.lines = lines.map(({ account, charges }, index) => {
      const all = [...charges, ...charges.flatMap((charge) => frozen.get(charge) ?? [])];
      const asked = all.map((charge) => ({ charge, fen: openOf(charge) }));
      return { no: index + 1, account, charges: asked, amount: sumOf(asked.map(({ fen }) => fen)), isOut: true };
    });
    for (const { charge } of batch.lines.flatMap(({ charges }) => charges)) charge.batch = batch;
    model.batches.push(batch);
  },
});

type Line = BatchOf["lines"][number];
/** What the bank says of a line: all, a part, nothing, or not a word. */
const results = fc.array(fc.constantFrom("PAID", "PAID", "PART", "FAILED", "MISSING"), { minLength: 2, maxLength: 2 });
const ANSWERS = { PAID: ["F", ""], PART: ["P", ""], FAILED: ["E", "3008"] } as const;

/** The bank's return file is imported (回盘), twice: the second time changes nothing. */
export const debitReturn = step("debitReturn", fc.record({ which: drawn, results }), {
  can: ({ batches }) => batches.some(({ status }) => status === "EXPORTED"),
  does: async (model, { at, clerk }, choice) => {
    const batch = oneOf(
      model.batches.filter(({ status }) => status === "EXPORTED"),
      choice.which,
    );
    const answered = batch.lines.flatMap((line, index) => {
      const result = choice.results[index]!;
      if (result === "MISSING") return [];
      const part = result === "PART" && line.amount > 1n;
      const paid = result === "FAILED" ? 0n : part ? (line.amount + 1n) / 3n || 1n : line.amount;
      return [{ line, paid, result: ANSWERS[result === "PART" && !part ? "PAID" : (result as keyof typeof ANSWERS)] }];
    });
    const file = frontEndReturn(
      batch.batchNo,
      model.today,
      answered.map(({ line: { no, account, amount }, paid, result }) => ({
        no,
        account,
        amountFen: Number(amount),
        paidFen: Number(paid),
        result,
      })),
    );
    const isEmpty = answered.length === 0 ? ["DEBIT_RETURN_REFUSED"] : [];
    const reasons = [...isEmpty, ...(answered.some(({ paid }) => paid > 0n) ? model.closedOn(model.today) : [])];
    if (!agreed(await returned(clerk, at, batch.id, file, "return", model.today), reasons)) return;
    await ok(returned(clerk, at, batch.id, file, "return", model.today));
    settle(model, answered);
    batch.status = batch.lines.some(({ isOut }) => isOut) ? "RETURNED" : "OVER";
  },
});

/** What the bank later says of a line it had passed over. */
export const debitLine = step("debitLine", fc.record({ which: drawn, paid: fc.boolean() }), {
  can: ({ batches }) => batches.some(({ status }) => status === "RETURNED"),
  does: async (model, { at, clerk }, { which, paid }) => {
    const batch = oneOf(
      model.batches.filter(({ status }) => status === "RETURNED"),
      which,
    );
    const line = batch.lines.find(({ isOut }) => isOut)!;
    const { items } = await ok(clerk.get(`${at}/debit-batches/${batch.id}/lines?pageSize=10`));
    const { id } = (items as { id: string; lineNo: number }[]).find(({ lineNo }) => lineNo === line.no)!;
    const fen = paid ? line.amount : 0n;
    const body = {
      paidFen: Number(fen),
      valueDate: model.today,
      evidence: "银行电话答复",
      ...(!paid && { reason: "INSUFFICIENT_FUNDS" }),
    };
    if (
      !agreed(
        await clerk.post(`${at}/debit-batches/${batch.id}/lines/${id}/settle`, body),
        paid ? model.closedOn(model.today) : [],
      )
    )
      return;
    settle(model, [{ line, paid: fen }]);
    batch.status = batch.lines.some(({ isOut }) => isOut) ? "RETURNED" : "OVER";
  },
});

/** A batch is taken back before the bank has answered. */
export const voidBatch = step("voidBatch", drawn, {
  can: ({ batches }) => batches.some(({ status }) => status === "EXPORTED"),
  does: async (model, { at, clerk }, which) => {
    const batch = oneOf(
      model.batches.filter(({ status }) => status === "EXPORTED"),
      which,
    );
    await ok(clerk.post(`${at}/debit-batches/${batch.id}/void`, { reason: "银行系统停机" }));
    for (const { charge } of batch.lines.flatMap(({ charges }) => charges)) charge.batch = null;
    batch.status = "OVER";
  },
});

/**
 * Books what came: of each line the earliest due, charges of one due date pro rata (BIL-63). Days go on for what was paid in
 * part: their late fees are booked first.
 */
function settle(model: Books, answers: readonly { line: Line; paid: bigint }[]): void {
  const parts = answers.map(({ line, paid }) => ({ line, paid: spread(line, paid) }));
  const inPart = parts.flatMap(({ line, paid }) =>
    line.charges.flatMap(({ charge, fen }) => ((paid.get(charge) ?? fen) < fen ? [charge] : [])),
  );
  model.freeze(
    inPart.toSorted((a, b) => a.place - b.place),
    model.today,
  );
  for (const { line, paid } of parts) {
    const lines = [...paid].map(([charge, received]) => ({ charge, received, offset: 0n }));
    if (lines.length > 0)
      model.post({
        id: null,
        payer: lines[0]!.charge.payer,
        on: model.today,
        takenBy: "clerk",
        isOfDesk: false,
        lines,
        moves: [],
      });
    for (const { charge } of line.charges) charge.batch = null;
    line.isOut = false;
  }
}

function spread({ charges }: Line, fen: bigint): Map<ChargeOf, bigint> {
  const paid = new Map<ChargeOf, bigint>();
  let left = fen;
  for (const due of [...new Set(charges.map(({ charge }) => charge.due))].sort()) {
    const ofDay = charges.filter(({ charge }) => charge.due === due);
    const owed = sumOf(ofDay.map((one) => one.fen));
    const given = left < owed ? left : owed;
    const shares = ofDay.map((one) => ({ ...one, whole: (given * one.fen) / owed, rest: (given * one.fen) % owed }));
    let over = given - sumOf(shares.map(({ whole }) => whole));
    for (const one of shares.toSorted((a, b) => Number(b.rest - a.rest) || (a.charge.id! < b.charge.id! ? -1 : 1))) {
      const part = one.whole + (over > 0n ? 1n : 0n);
      if (over > 0n) over -= 1n;
      if (part > 0n) paid.set(one.charge, part);
    }
    left -= given;
  }
  return paid;
}
