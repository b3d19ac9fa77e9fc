import type { PrepaymentRefundDto } from "@linli/contracts";
import fc from "fast-check";
import { newId } from "../../src/common/ids.js";
import { ok } from "../../src/billing/debit/debit.factories.js";
import { onDebit } from "./billing-steps.js";
import { type AccountOf, type Books, type PromiseOf, type ReceiptOf, sumOf } from "./books.js";
import { drawn, oneOf, partOf, share, step } from "./step.js";
import { agreed, type Town } from "./town.js";

const standing = ({ receipts }: Books) =>
  receipts.filter(({ isReversed, lines, moves }) => !isReversed && lines.length + moves.length > 0);

/** A receipt is reversed by somebody else (红冲, BIL-80): the charges are open again, prepayments go back. */
export const reverseReceipt = step("reverseReceipt", drawn, {
  can: (model) => standing(model).length > 0,
  does: async (model, real, which) => {
    const receipt = oneOf(standing(model), which);
    const id = receipt.id ?? (await idOf(model, real, receipt));
    const taken = receipt.moves.filter(({ account, fen }) => fen > account.balance);
    const reasons = [
      ...(receipt.takenBy === "reviewer" ? ["SAME_PERSON"] : []),
      ...receipt.lines.flatMap(({ charge }) => onDebit(charge)),
      ...model.closedOn(model.today),
      ...(taken.length > 0 ? ["PREPAYMENT_USED"] : []),
    ];
    const reply = await real.reviewer.post(`${real.at}/receipts/${id}/reverse`, { reason: "收错房间" });
    if (!agreed(reply, reasons)) return;
    receipt.isReversed = true;
    receipt.red = { id: reply.body.id, refunded: 0n };
    const at = { on: model.today, period: model.month, receipt };
    for (const { charge, received, offset } of receipt.lines) {
      if (received > 0n) charge.entries.push({ kind: "RECEIPT", fen: received, ...at });
      if (offset > 0n) charge.entries.push({ kind: "OFFSET", fen: offset, ...at });
    }
    for (const { account, fen } of receipt.moves) account.balance -= fen;
  },
});

/** Receipts of runs and of the bank choose their ids: found by payer, day and the charges they settle. */
async function idOf(model: Books, { at, clerk }: Town, receipt: ReceiptOf): Promise<string> {
  const known = new Set(model.receipts.map(({ id }) => id));
  const charge = receipt.lines[0]!.charge;
  const { entries } = await ok(clerk.get(`${at}/charges/${charge.id}`));
  const fen = receipt.lines[0]!.received + receipt.lines[0]!.offset;
  const entry = (entries as { receiptId: string | null; amountFen: number; bookedOn: string }[]).find(
    ({ receiptId, amountFen, bookedOn }) =>
      receiptId && !known.has(receiptId) && bookedOn === receipt.on && BigInt(-amountFen) === fen,
  );
  receipt.id = entry?.receiptId ?? null;
  if (!receipt.id) throw new Error("the receipt is not found on its charge");
  return receipt.id;
}

/** What a red receipt gives back in money: what came by prepayment went back to it. */
const moneyOf = ({ lines, moves }: ReceiptOf) =>
  sumOf(lines.map(({ received }) => received)) + sumOf(moves.map(({ fen }) => fen).filter((fen) => fen > 0n));

/** Money is paid back against a red receipt (BIL-81), never more than came in. */
export const refund = step("refund", fc.record({ which: drawn, percent: share }), {
  can: ({ receipts }) => receipts.some(({ red }) => red !== null),
  does: async (model, { at, payer }, { which, percent }) => {
    const receipt = oneOf(
      model.receipts.filter(({ red }) => red !== null),
      which,
    );
    const left = moneyOf(receipt) - receipt.red!.refunded;
    const fen = partOf(left, percent);
    const body = {
      id: newId(),
      redReceiptId: receipt.red!.id,
      method: "WECHAT",
      amountFen: Number(fen),
      reason: "退回多收",
    };
    const reasons = [...model.closedOn(model.today), ...(fen > left ? ["REFUND_EXCEEDS"] : [])];
    if (agreed(await payer.post(`${at}/refunds`, body), reasons)) receipt.red!.refunded += fen;
  },
});

/** Part of a prepayment is asked back. */
export const askBack = step("askBack", fc.record({ which: drawn, percent: share }), {
  can: ({ accounts }) => accounts.some(({ balance }) => balance > 0n),
  does: async (model, { at, clerk }, { which, percent }) => {
    const account = oneOf(
      model.accounts.filter(({ balance }) => balance > 0n),
      which,
    );
    const left = account.balance - model.promised(account);
    const fen = partOf(left, percent);
    const body = {
      id: newId(),
      source: "PREPAYMENT",
      sourceId: await accountId(at, clerk, account),
      amountFen: Number(fen),
      method: "WECHAT",
      reason: "业主申请退还",
    };
    const reply = await clerk.post(`${at}/refund-requests`, body);
    if (agreed(reply, fen > left ? ["REFUND_EXCEEDS"] : []))
      model.promises.push({
        kind: "REQUEST",
        id: body.id,
        account,
        fen,
        status: "PENDING",
        approvalId: reply.body.approvalId,
      });
  },
});

async function accountId(at: string, clerk: Town["clerk"], account: AccountOf): Promise<string> {
  const { items } = await ok(
    clerk.get(`${at}/prepayments?pageSize=100&roomId=${account.room}&customerId=${account.customer}`),
  );
  return (items as { id: string; feeItemId: string | null }[]).find(({ feeItemId }) => feeItemId === account.item)!.id;
}

/** A request is approved, or an approved one is paid, or what a transfer promised. */
export const payBack = step("payBack", drawn, {
  can: ({ promises }) => promises.some(({ status }) => status !== "OVER"),
  does: async (model, real, which) => {
    const promise = oneOf(
      model.promises.filter(({ status }) => status !== "OVER"),
      which,
    );
    const { account, fen } = promise;
    if (promise.status === "PENDING") {
      await ok(real.reviewer.post(`${real.at}/approvals/${promise.approvalId}/approve`, {}));
      promise.status = "APPROVED";
      return;
    }
    const byTransfer = promise.kind === "TRANSFER";
    const left = byTransfer ? account.balance : account.balance - model.promised(account, promise);
    const short = byTransfer ? "PREPAYMENT_SHORT" : "REFUND_EXCEEDS";
    const url = byTransfer
      ? `prepayment-refunds/${await promiseId(model, real, promise)}/pay`
      : `refund-requests/${promise.id}/pay`;
    const reply = await real.payer.post(`${real.at}/${url}`, byTransfer ? { method: "WECHAT" } : {});
    if (!agreed(reply, [...model.closedOn(model.today), ...(fen > left ? [short] : [])])) return;
    promise.status = "OVER";
    account.balance -= fen;
  },
});

async function promiseId(model: Books, { at, payer }: Town, promise: PromiseOf): Promise<string> {
  const known = new Set(model.promises.map(({ id }) => id));
  const { items } = await ok(payer.get(`${at}/prepayment-refunds?pageSize=100`));
  const { account, fen } = promise;
  const row = (items as PrepaymentRefundDto[]).find(
    ({ id, roomId, customerId, feeItemId, amountFen, status }) =>
      !known.has(id) &&
      roomId === account.room &&
      customerId === account.customer &&
      feeItemId === account.item &&
      BigInt(amountFen) === fen &&
      status === "OPEN",
  );
  promise.id ??= row?.id ?? null;
  if (!promise.id) throw new Error("what the transfer promised back is not in the list");
  return promise.id;
}
