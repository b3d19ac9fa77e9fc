import type { PrepaymentRefundDto } from "@linli/contracts";
import fc from "fast-check";
import { newId } from "../../src/common/ids.js";
import { ok } from "../../src/billing/debit/debit.factories.js";
import { onDebit } from "./billing-steps.js";
import type { Books } from "./books.js";
import { type AccountOf, type PromiseOf, type ReceiptOf, sumOf } from "./kept.js";
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
    const reasons = [
      ...(receipt.takenBy === "reviewer" ? ["SAME_PERSON"] : []),
      ...(needsSecond(model, receipt) ? ["REVERSAL_NEEDS_APPROVAL"] : []),
      ...againstReversal(model, receipt),
    ];
    const reply = await real.reviewer.post(`${real.at}/receipts/${id}/reverse`, { reason: "收错房间" });
    if (agreed(reply, reasons)) turnRed(model, receipt, reply.body.id);
  },
});

/** Whether a red receipt is none that one person makes alone (BIL-80). */
const needsSecond = ({ terms, today }: Books, { isOfDesk, on }: ReceiptOf) =>
  isOfDesk && (terms.reversalApproval === "ALWAYS" || (terms.reversalApproval === "OLDER" && on < today));

/** What would refuse a red receipt, whoever makes it. */
const againstReversal = (model: Books, { lines, moves }: ReceiptOf) => [
  ...lines.flatMap(({ charge }) => onDebit(charge)),
  ...model.closedOn(model.today),
  ...(moves.some(({ account, fen }) => fen > account.balance) ? ["PREPAYMENT_USED"] : []),
];

function turnRed(model: Books, receipt: ReceiptOf, id: string): void {
  receipt.isReversed = true;
  receipt.red = { id, refunded: 0n };
  const at = { on: model.today, period: model.month, receipt };
  for (const { charge, received, offset } of receipt.lines) {
    if (received > 0n) charge.entries.push({ kind: "RECEIPT", fen: received, ...at });
    if (offset > 0n) charge.entries.push({ kind: "OFFSET", fen: offset, ...at });
  }
  for (const { account, fen } of receipt.moves) account.balance -= fen;
}

/** A red receipt is asked of a second person; until he decides nothing changes. */
export const askReversal = step("askReversal", drawn, {
  can: (model) => standing(model).length > 0,
  does: async (model, real, which) => {
    const receipt = oneOf(standing(model), which);
    const id = receipt.id ?? (await idOf(model, real, receipt));
    const reply = await real.reviewer.post(`${real.at}/receipts/${id}/reversal-requests`, { reason: "收错房间" });
    const reasons = [
      ...(receipt.takenBy === "reviewer" ? ["SAME_PERSON"] : []),
      ...(receipt.reversal ? ["APPROVAL_PENDING"] : []),
    ];
    if (agreed(reply, reasons)) receipt.reversal = { approvalId: reply.body.reversalApprovalId };
  },
});

/** It is approved, and made on that day, or turned down. */
export const decideReversal = step(
  "decideReversal",
  fc.record({ which: drawn, approves: fc.integer({ min: 0, max: 3 }).map(Boolean) }),
  {
    can: ({ receipts }) => receipts.some(({ reversal }) => reversal !== null),
    does: async (model, { at, chief, clerk }, { which, approves }) => {
      const receipt = oneOf(
        model.receipts.filter(({ reversal }) => reversal !== null),
        which,
      );
      const approval = `${at}/approvals/${receipt.reversal!.approvalId}`;
      if (!approves) await ok(chief.post(`${approval}/reject`, { reason: "收款无误" }));
      else {
        const reasons = [...(receipt.isReversed ? ["RECEIPT_REVERSED"] : []), ...againstReversal(model, receipt)];
        if (!agreed(await chief.post(`${approval}/approve`, {}), reasons)) return;
        const { reversedBy } = await ok(clerk.get(`${at}/receipts/${receipt.id}`));
        turnRed(model, receipt, reversedBy.id);
      }
      receipt.reversal = null;
    },
  },
);

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

/** Money is asked back against a red receipt, reviewed, and paid (BIL-81), never more than came in. */
export const refund = step("refund", fc.record({ which: drawn, percent: share }), {
  can: ({ receipts }) => receipts.some(({ red }) => red !== null),
  does: async (model, { at, clerk, reviewer, payer }, { which, percent }) => {
    const receipt = oneOf(
      model.receipts.filter(({ red }) => red !== null),
      which,
    );
    const left = moneyOf(receipt) - receipt.red!.refunded;
    const fen = partOf(left, percent);
    const body = {
      id: newId(),
      source: "RED_RECEIPT",
      sourceId: receipt.red!.id,
      method: "WECHAT",
      channelReason: "业主要求",
      amountFen: Number(fen),
      reason: "退回多收",
    };
    const asked = await clerk.post(`${at}/refund-requests`, body);
    if (!agreed(asked, fen > left ? ["REFUND_EXCEEDS"] : [])) return;
    await ok(reviewer.post(`${at}/approvals/${asked.body.approvalId}/approve`, {}));
    const paid = await payer.post(`${at}/refund-requests/${body.id}/pay`, {});
    if (agreed(paid, model.closedOn(model.today))) receipt.red!.refunded += fen;
    else await ok(clerk.post(`${at}/refund-requests/${body.id}/cancel`, { reason: "本月已结账" }));
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
