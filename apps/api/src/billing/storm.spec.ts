import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { checkInvariants } from "../../test/invariants.js";
import { type Reply, startTestApp } from "../../test/test-app.js";
import { savedCharge, savedFeeItem } from "./billing.factories.js";
import { aDebitCommunity, drafted, exported, ok, returned } from "./debit/debit.factories.js";
import { type AnsweredLine, frontEndReturn } from "./debit/debit-returns.factories.js";
import { aChannel, type Answers, KEY, startChannel } from "./online/online.factories.js";
import { aReceipt } from "./receipts.factories.js";

/** Everybody at once on the same bills (BIL-145): two desks, their retries, a debit run, the bank's return file of another, payers who paid by telephone, offsets, waivers, reversals. */
const seed = Number(process.env.STORM_SEED ?? Date.now() % 2_147_483_647);
const app = await startTestApp();
app.clock.set("2026-03-10");
const { simulator, notifyBaseUrl } = await startChannel(app);
afterAll(async () => {
  await simulator.stop();
  await app.close();
});

const HOUSEHOLDS = 8;

/**
 * Eight households, each with an open bill, half of it prepaid, an agreement to be debited, one bill paid before, and one
 * that is out with the bank; the bank collects all of these but the last. Every third has paid the open bill online, which
 * nobody knows yet.
 */
async function aBusyCommunity() {
  const amounts = Array.from({ length: HOUSEHOLDS }, (_, index) => 10_000 + index);
  const community = await aDebitCommunity(app, "BANK_FRONT_END", amounts);
  const { at, clerk, projectId, manager, finance, households, scheme, feeItem } = community;
  const [second, approver, director] = [
    await app.asRole("CASHIER", projectId),
    await app.asRole("PROJECT_MANAGER", projectId),
    await app.asRole("COMPANY_MANAGER", projectId),
  ];
  const parking = await savedFeeItem(app, projectId, { name: "车位管理费" });
  const offsetScheme = { enabled: true, onPublish: false, daily: false, onlyListed: false, feeItemIds: [] };
  const settings = await app.as(["billing:read", "project:settings"], projectId);
  await ok(settings.put(`${at}/offset-scheme`, { ...offsetScheme, order: "PERIOD_FIRST", shortage: "PARTIAL" }));
  const paidBefore: string[] = [];
  const approvals: string[] = [];
  const out: Awaited<ReturnType<typeof savedCharge>>[] = [];
  for (const [index, { room, customer, charge }] of households.entries()) {
    const owes = { payerId: customer.id, feeItemId: feeItem.id, amountFen: 4_000 + index };
    out.push(await savedCharge(app, room, { ...owes, period: "2026-02", dueOn: "2026-02-20" }));
    const prepayment = { roomId: room.id, feeItemId: undefined, amountFen: 5_000 };
    await ok(clerk.post(`${at}/receipts`, aReceipt(customer.id, [], { prepayment })));
    const other = await savedCharge(app, room, { payerId: customer.id, feeItemId: parking.id, amountFen: 3_000 });
    paidBefore.push((await ok(clerk.post(`${at}/receipts`, aReceipt(customer.id, [other])))).id);
    if (index % 2 === 1) continue;
    const waiver = { id: randomUUID(), reasonCode: "SERVICE", reason: "电梯停运三天" };
    const lines = [{ chargeId: charge.id, amountFen: 1_000 }];
    approvals.push((await ok(manager.post(`${at}/waivers`, { ...waiver, lines }))).approvalId);
  }
  const atBank = await exported(community, { dueUntil: "2026-02-28" });
  const merchant = aChannel({ baseUrl: simulator.url, notifyBaseUrl });
  await simulator.tell("/merchants", { merchantId: merchant.merchantId, key: KEY });
  const channel = await ok(finance.post(`${at}/online-channels`, merchant));
  const orders: { id: string; tradeNo: string }[] = [];
  for (const { customer, charge } of households.filter((_, index) => index % 3 === 0)) {
    const order = { id: randomUUID(), channelId: channel.id, payerId: customer.id, chargeIds: [charge.id] };
    orders.push(await ok(clerk.post(`${at}/online-orders`, order)));
    await simulator.tell(`/orders/${orders.at(-1)!.tradeNo}/pay`, { notify: "never" });
  }
  const batch = await drafted({ at, clerk, scheme });
  const answers = out.map(({ amountFen }, index): AnsweredLine => {
    const isPaid = index < HOUSEHOLDS - 1;
    const answer = { no: index + 1, account: `62220200000000000${index + 1}`, amountFen };
    return { ...answer, paidFen: isPaid ? amountFen : 0, result: isPaid ? ["F", ""] : ["E", "3008"] };
  });
  const answer = { batchId: atBank.id, file: frontEndReturn(atBank.batchNo, "2026-03-10", answers) };
  const { fingerprint } = await ok(finance.post(`${at}/offsets/preview`, {}));
  return {
    ...community,
    second,
    approver,
    director,
    paidBefore,
    approvals,
    out,
    answer,
    orders,
    batch,
    fingerprint: fingerprint as string,
  };
}

/** What may be said to who comes too late; each names the thing that is taken, decided or out. */
const REFUSALS = new Set([
  "AMOUNT_EXCEEDS_OPEN",
  "CHARGE_ON_DEBIT",
  "RECEIPT_REVERSED",
  "APPROVAL_DECIDED",
  "WAIVER_TOO_LARGE",
  "DEBIT_BATCH_OUTDATED",
  "OFFSET_UNDER_WAY",
]);

/**
 * Who settled a charge: receipts of the desk, debits that are out or came in, offsets, payments online. What is paid online
 * is real: it takes what is still open, beside an offset of the other half, and the rest is kept as prepayment.
 */
const TAKEN = `
  SELECT c.open_fen AS open,
         (c.amount_fen + coalesce((SELECT sum(e.amount_fen) FROM charge_entry e WHERE e.project_id = $1 AND e.charge_id = c.id), 0))::bigint AS entries,
         (SELECT count(DISTINCT e.receipt_id)::int FROM charge_entry e WHERE e.project_id = $1 AND e.charge_id = c.id
             AND e.kind IN ('RECEIPT', 'OFFSET')) + (c.debit_batch_id IS NOT NULL)::int AS takers,
         (SELECT count(DISTINCT e.kind)::int FROM charge_entry e LEFT JOIN online_order o ON o.project_id = e.project_id AND o.id = e.receipt_id
           WHERE e.project_id = $1 AND e.charge_id = c.id AND (e.kind = 'OFFSET' OR o.id IS NOT NULL)) AS shared
    FROM charge c WHERE c.project_id = $1 AND c.id = $2`;

test(`fifty at once: every bill is settled by one of them, every refusal says why, the books are in order (STORM_SEED=${seed})`, async () => {
  const town = await aBusyCommunity();
  const { at, clerk, second, finance, approver, director, households, projectId, out, answer, orders } = town;
  const requests: (() => Promise<Reply>)[] = [
    ...households.flatMap(({ customer, charge }) => {
      const [first, other] = [aReceipt(customer.id, [charge]), aReceipt(customer.id, [charge])];
      // the first payment is sent again, its answer having been lost
      return [first, first]
        .map((body) => () => clerk.post(`${at}/receipts`, body))
        .concat(() => second.post(`${at}/receipts`, other));
    }),
    ...out.map(
      (charge, index) => () => second.post(`${at}/receipts`, aReceipt(households[index]!.customer.id, [charge])),
    ),
    ...[clerk, second].map((person) => () => returned(person, at, answer.batchId, answer.file)),
    ...town.paidBefore.flatMap((id) =>
      [finance, approver].map((person) => () => person.post(`${at}/receipts/${id}/reverse`, { reason: "收错房间" })),
    ),
    ...town.approvals.flatMap((id) =>
      [approver, director].map((person) => () => person.post(`${at}/approvals/${id}/approve`, {})),
    ),
    // the channel tells of each payment twice
    ...orders.map(({ tradeNo }) => async () => {
      const { answers } = await simulator.tell<Answers>(`/orders/${tradeNo}/notify`, { copies: 2 });
      expect(answers.map(({ answer: { code } }) => code)).toEqual(["SUCCESS", "SUCCESS"]);
      return clerk.get(`${at}/online-orders`);
    }),
    ...[1, 2].map(() => () => clerk.post(`${at}/debit-batches/${town.batch.id}/export`)),
    ...[1, 2].map(() => () => finance.post(`${at}/offsets`, { id: randomUUID(), fingerprint: town.fingerprint })),
  ];
  expect(requests.length).toBeGreaterThanOrEqual(50);
  const replies = await Promise.all(shuffled(requests).map((send) => send()));
  await app.drainJobs();

  for (const { status, body } of replies.filter(({ status: code }) => code >= 300)) {
    expect([status, REFUSALS.has(body.code) ? "named" : body]).toEqual([409, "named"]);
    expect(body.detail).toMatch(/[\u4e00-\u9fa5]{4}/);
  }
  // Without a waiver, somebody asks for just what is open; what is paid online is posted in any case. The bank pays all but one.
  const bills = [
    ...households.map(({ charge }, index) => ({ charge, isTaken: index % 2 === 1 || index % 3 === 0, isPaid: false })),
    ...out.map((charge, index) => ({ charge, isTaken: index < HOUSEHOLDS - 1, isPaid: index < HOUSEHOLDS - 1 })),
  ];
  for (const { charge, isTaken, isPaid } of bills) {
    const [taken] = await app.db.query<{ open: number; entries: number; takers: number; shared: number }[]>(TAKEN, [
      projectId,
      charge.id,
    ]);
    expect(taken!.takers).toBeLessThanOrEqual(Math.max(1, taken!.shared));
    if (isTaken) expect(taken!.takers).toBeGreaterThanOrEqual(1);
    if (isPaid) expect(taken!.open).toBe(0);
    expect(taken!.open).toBe(taken!.entries);
    expect(taken!.open).toBeGreaterThanOrEqual(0);
  }
  const collected = await app.db.query(
    "SELECT count(*)::int AS receipts FROM receipt r JOIN receipt_method m ON m.project_id = r.project_id AND m.receipt_id = r.id WHERE r.project_id = $1 AND m.method = 'BANK_DEBIT'",
    [projectId],
  );
  expect(collected).toEqual([{ receipts: HOUSEHOLDS - 1 }]);
  const online = await app.db.query(
    `SELECT count(r.id)::int AS receipts, count(*) FILTER (WHERE o.status = 'PAID')::int AS paid
       FROM online_order o LEFT JOIN receipt r ON r.project_id = o.project_id AND r.id = o.id AND r.amount_fen = o.amount_fen WHERE o.project_id = $1`,
    [projectId],
  );
  expect(online).toEqual([{ receipts: orders.length, paid: orders.length }]);
  const reversed = await app.db.query(
    `SELECT count(*)::int AS reds, count(DISTINCT reversal_of)::int AS originals FROM receipt WHERE project_id = $1 AND reversal_of IS NOT NULL`,
    [projectId],
  );
  expect(reversed).toEqual([{ reds: HOUSEHOLDS, originals: HOUSEHOLDS }]);
  await checkInvariants(app.db, projectId);
});

/** In the order that the seed gives. */
const shuffled = <T>(list: T[]): T[] =>
  fc.sample(fc.shuffledSubarray(list, { minLength: list.length }), { seed, numRuns: 1 })[0]!;
