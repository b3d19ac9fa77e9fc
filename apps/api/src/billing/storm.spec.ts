import { randomUUID } from "node:crypto";
import { checkInvariants } from "../../test/invariants.js";
import { type Reply, startTestApp } from "../../test/test-app.js";
import { savedCharge, savedFeeItem } from "./billing.factories.js";
import { aDebitCommunity, drafted, ok } from "./debit/debit.factories.js";
import { aReceipt } from "./receipts.factories.js";

/** Everybody at once on the same bills (BIL-145): two desks, their retries, a debit run, offsets, waivers, reversals. */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

const HOUSEHOLDS = 8;

/** Eight households, each with an open bill, half of it prepaid, an agreement to be debited, and one bill paid before. */
async function aBusyCommunity() {
  const amounts = Array.from({ length: HOUSEHOLDS }, (_, index) => 10_000 + index);
  const community = await aDebitCommunity(app, "BANK_FRONT_END", amounts);
  const { at, clerk, projectId, manager, finance, households, scheme } = community;
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
  for (const [index, { room, customer, charge }] of households.entries()) {
    const prepayment = { roomId: room.id, feeItemId: undefined, amountFen: 5_000 };
    await ok(clerk.post(`${at}/receipts`, aReceipt(customer.id, [], { prepayment })));
    const other = await savedCharge(app, room, { payerId: customer.id, feeItemId: parking.id, amountFen: 3_000 });
    paidBefore.push((await ok(clerk.post(`${at}/receipts`, aReceipt(customer.id, [other])))).id);
    if (index % 2 === 1) continue;
    const waiver = { id: randomUUID(), reasonCode: "SERVICE", reason: "电梯停运三天" };
    const lines = [{ chargeId: charge.id, amountFen: 1_000 }];
    approvals.push((await ok(manager.post(`${at}/waivers`, { ...waiver, lines }))).approvalId);
  }
  const batch = await drafted({ at, clerk, scheme });
  const { fingerprint } = await ok(finance.post(`${at}/offsets/preview`, {}));
  return { ...community, second, approver, director, paidBefore, approvals, batch, fingerprint: fingerprint as string };
}

test("fifty at once: every bill is settled by one of them, every refusal says why, the books are in order", async () => {
  const town = await aBusyCommunity();
  const { at, clerk, second, finance, approver, director, households, projectId } = town;
  const desk = households.map(({ customer, charge }) => [
    aReceipt(customer.id, [charge]),
    aReceipt(customer.id, [charge]),
  ]);
  const requests: (() => Promise<Reply>)[] = [
    ...desk.flatMap(([first, other]) => [
      () => clerk.post(`${at}/receipts`, first!),
      () => second.post(`${at}/receipts`, other!),
      // the same payment sent again, its answer having been lost
      () => clerk.post(`${at}/receipts`, first!),
    ]),
    ...town.paidBefore.flatMap((id) =>
      [finance, approver].map((person) => () => person.post(`${at}/receipts/${id}/reverse`, { reason: "收错房间" })),
    ),
    ...town.approvals.flatMap((id) =>
      [approver, director].map((person) => () => person.post(`${at}/approvals/${id}/approve`, {})),
    ),
    ...[1, 2].map(() => () => clerk.post(`${at}/debit-batches/${town.batch.id}/export`)),
    ...[1, 2].map(() => () => finance.post(`${at}/offsets`, { id: randomUUID(), fingerprint: town.fingerprint })),
  ];
  expect(requests.length).toBeGreaterThanOrEqual(50);
  const replies = await Promise.all(shuffled(requests).map((send) => send()));
  await app.drainJobs();

  for (const { status, body } of replies.filter(({ status: code }) => code >= 300)) {
    expect([404, 409]).toContain(status);
    expect(body.detail).toMatch(/[\u4e00-\u9fa5]{4}/);
  }
  for (const [index, { charge }] of households.entries()) {
    const ids = desk[index]!.map(({ id }) => id);
    const [taken] = await app.db.query<{ receipts: number; debits: number; open: number; entries: number }[]>(
      `SELECT (SELECT count(*)::int FROM receipt WHERE project_id = $1 AND id = ANY ($3)) AS receipts,
              (SELECT count(*)::int FROM charge WHERE project_id = $1 AND id = $2 AND debit_batch_id IS NOT NULL) AS debits,
              c.open_fen AS open, (c.amount_fen + coalesce((SELECT sum(e.amount_fen) FROM charge_entry e
                WHERE e.project_id = $1 AND e.charge_id = c.id), 0))::bigint AS entries
         FROM charge c WHERE c.project_id = $1 AND c.id = $2`,
      [projectId, charge.id, ids],
    );
    expect(taken!.receipts + taken!.debits).toBeLessThanOrEqual(1);
    expect(taken!.open).toBe(taken!.entries);
    expect(taken!.open).toBeGreaterThanOrEqual(0);
  }
  const reversed = await app.db.query(
    `SELECT count(*)::int AS reds, count(DISTINCT reversal_of)::int AS originals FROM receipt WHERE project_id = $1 AND reversal_of IS NOT NULL`,
    [projectId],
  );
  expect(reversed).toEqual([{ reds: HOUSEHOLDS, originals: HOUSEHOLDS }]);
  await checkInvariants(app.db, projectId);
});

/** In an order of its own each time. */
function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((one) => ({ one, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
