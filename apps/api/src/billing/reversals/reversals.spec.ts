import type { ReversalApproval } from "@linli/contracts";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp, type TestClient } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { aDesk, aReceipt, aRefundApproved, type Desk } from "../receipts.factories.js";
import { aCount, aShift } from "../shifts/shifts.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

/** A desk whose red receipts need a second person as set, with somebody who approves. */
async function office(reversalApproval: ReversalApproval = "OLDER") {
  app.clock.set("2026-03-10");
  const desk = await aDesk(app, { firstPeriod: "2026-03" });
  const setter = await app.as(["billing:control-settings", "billing:read"], desk.projectId);
  const set = (value: string) => setter.put(`${desk.url}/billing-settings/controls`, { reversalApproval: value });
  expect((await set(reversalApproval)).body).toMatchObject({ reversalApproval });
  const approver = await app.as(
    ["property:read", "billing:read", "billing:approve-reversal"],
    desk.projectId,
    "经理戊",
  );
  return { ...desk, set, approver };
}

const taken = async ({ cashier, url, owner }: Desk, charge: { id: string; openFen: number }, more = {}) => {
  const reply = await cashier.post(`${url}/receipts`, aReceipt(owner.id, [charge], more));
  expect(reply.status).toBe(201);
  return reply.body as { id: string; receiptNo: string };
};

const REASON = { reason: "收错房间" };
const reverse = (desk: Desk, id: string, by: TestClient = desk.reviewer) =>
  by.post(`${desk.url}/receipts/${id}/reverse`, REASON);
const ask = (desk: Desk, id: string, by: TestClient = desk.reviewer, body: object = REASON) =>
  by.post(`${desk.url}/receipts/${id}/reversal-requests`, body);
const receiptOf = async (desk: Desk, id: string) => (await desk.reviewer.get(`${desk.url}/receipts/${id}`)).body;
const openOf = async (desk: Desk, id: string) => (await desk.reviewer.get(`${desk.url}/charges/${id}`)).body.openFen;

test("one person reverses a receipt of today; that of an earlier day waits for somebody else, and until then nothing changes", async () => {
  const desk = await office();
  const [first, second] = [await desk.charged(10_000), await desk.charged(6_000)];
  const [today, older] = [await taken(desk, first), await taken(desk, second)];
  expect(await receiptOf(desk, today.id)).toMatchObject({ reversalNeedsApproval: false, reversalApprovalId: null });
  const { body: red } = await reverse(desk, today.id);
  expect(red.status).toBe("RED");

  app.clock.set("2026-03-11");
  expect(await reverse(desk, older.id)).toMatchObject({ status: 409, body: { code: "REVERSAL_NEEDS_APPROVAL" } });
  const both = await app.as(
    ["property:read", "billing:read", "billing:reverse", "billing:approve-reversal"],
    desk.projectId,
    "财务己",
  );
  const asked = await ask(desk, older.id, both);
  expect(asked).toMatchObject({ status: 201, body: { status: "VALID", reversalNeedsApproval: true } });
  const approval = `${desk.url}/approvals/${asked.body.reversalApprovalId}`;
  expect((await ask(desk, older.id)).body.code).toBe("APPROVAL_PENDING");
  expect((await both.post(`${approval}/approve`, {})).body.code).toBe("APPROVAL_OWN");
  expect((await desk.reviewer.post(`${approval}/approve`, {})).status).toBe(403);
  expect(await openOf(desk, second.id)).toBe(0);
  expect((await receiptOf(desk, older.id)).status).toBe("VALID");

  app.clock.set("2026-03-12");
  expect((await desk.approver.post(`${approval}/approve`, {})).status).toBe(200);
  const { reversedBy, status, reversalApprovalId } = await receiptOf(desk, older.id);
  expect({ reversedBy, status, reversalApprovalId }).toMatchObject({
    reversedBy: { bookedOn: "2026-03-12", reason: REASON.reason, byName: "财务己" },
    status: "REVERSED",
    reversalApprovalId: null,
  });
  expect(await openOf(desk, second.id)).toBe(6_000);
  const report = await desk.reviewer.get(`${desk.url}/billing-reports/REVERSALS?from=2026-03-12&to=2026-03-12`);
  expect(report.body.items).toMatchObject([
    { kind: "RED", originalId: older.id, requestedByName: "财务己", decidedByName: "经理戊" },
  ]);
  await checkInvariants(app.db, desk.projectId);
});

test("the receipt that a correction writes anew is none of today's", async () => {
  const desk = await office();
  const charge = await desk.charged(10_000);
  await taken(desk, charge);
  app.clock.set("2026-03-11");
  const right = { id: newId(), amountFen: 8_000, difference: "PREPAYMENT", reason: "抄错读数" };
  expect((await desk.reviewer.post(`${desk.url}/charges/${charge.id}/correction`, right)).status).toBe(201);
  const { items } = (await desk.reviewer.get(`${desk.url}/receipts`)).body;
  const anew = items.find(({ status }: { status: string }) => status === "VALID");
  expect(await receiptOf(desk, anew.id)).toMatchObject({ bookedOn: "2026-03-11", reversalNeedsApproval: true });
  expect((await reverse(desk, anew.id)).body.code).toBe("REVERSAL_NEEDS_APPROVAL");
});

test("the money of a red receipt goes back by a request that is reviewed, not by who asked for the red receipt", async () => {
  const desk = await office();
  const { id } = await taken(desk, await desk.charged(6_000));
  app.clock.set("2026-03-11");
  const asker = await app.as(["property:read", "billing:read", "billing:refund", "billing:reverse"], desk.projectId);
  const { reversalApprovalId } = (await ask(desk, id, asker)).body;
  await desk.approver.post(`${desk.url}/approvals/${reversalApprovalId}/approve`, {});
  const refund = await aRefundApproved(app, desk, (await receiptOf(desk, id)).reversedBy.id, 6_000);
  expect((await refund.pay({}, asker)).body.code).toBe("SAME_PERSON");
  expect((await refund.pay()).body.status).toBe("PAID");
  await checkInvariants(app.db, desk.projectId);
});

test("who took the money neither asks nor approves", async () => {
  const desk = await office();
  const cashier = await app.as(
    ["property:read", "billing:read", "billing:collect", "billing:reverse", "billing:approve-reversal"],
    desk.projectId,
  );
  const charge = await desk.charged(10_000);
  const { id } = await taken({ ...desk, cashier }, charge);
  app.clock.set("2026-03-11");
  expect((await ask(desk, id, cashier)).body.code).toBe("SAME_PERSON");
  const { reversalApprovalId } = (await ask(desk, id)).body;
  const approval = `${desk.url}/approvals/${reversalApprovalId}`;
  expect(await cashier.post(`${approval}/approve`, {})).toMatchObject({ status: 409, body: { code: "SAME_PERSON" } });
  expect((await desk.approver.post(`${approval}/reject`, { reason: "收据无误" })).status).toBe(200);
  expect(await openOf(desk, charge.id)).toBe(0);
});

test("the receipt is looked at again when the request is approved", async () => {
  const desk = await office();
  const charge = await desk.charged(5_000);
  const prepaid = await taken(desk, charge, { prepayment: { roomId: desk.room.id, amountFen: 3_000 } });
  app.clock.set("2026-03-11");
  const { reversalApprovalId } = (await ask(desk, prepaid.id)).body;
  const approve = () => desk.approver.post(`${desk.url}/approvals/${reversalApprovalId}/approve`, {});
  // Meanwhile the prepayment pays for something else.
  const next = await desk.charged(2_000);
  const spent = await taken(desk, next, {
    methods: [{ method: "PREPAYMENT", tenderedFen: 2_000, roomId: desk.room.id }],
  });
  expect(await approve()).toMatchObject({ status: 409, body: { code: "PREPAYMENT_USED" } });
  expect((await receiptOf(desk, prepaid.id)).reversalApprovalId).toBe(reversalApprovalId);

  // An offset from prepayments moves no money: one person takes it back, on a later day too.
  app.clock.set("2026-03-12");
  expect((await reverse(desk, spent.id)).status).toBe(201);
  await desk.set("NEVER");
  expect((await reverse(desk, prepaid.id)).status).toBe(201);
  expect(await approve()).toMatchObject({ status: 409, body: { code: "RECEIPT_REVERSED" } });
  expect((await ask(desk, prepaid.id)).body.code).toBe("RECEIPT_REVERSED");
  await checkInvariants(app.db, desk.projectId);
});

test("a shift that was handed over, or a project that wants it always, needs a second person on the same day", async () => {
  const desk = await office();
  const shift = await desk.cashier.post(`${desk.url}/shifts`, aShift());
  expect(shift.status).toBe(201);
  const { id } = await taken(desk, await desk.charged(10_000));
  expect(await receiptOf(desk, id)).toMatchObject({ reversalNeedsApproval: false });
  await desk.cashier.post(`${desk.url}/shifts/${shift.body.id}/close`, aCount(60_000));
  expect(await receiptOf(desk, id)).toMatchObject({ reversalNeedsApproval: true });
  expect((await reverse(desk, id)).body.code).toBe("REVERSAL_NEEDS_APPROVAL");

  const strict = await office("ALWAYS");
  const fresh = await taken(strict, await strict.charged(10_000));
  expect((await reverse(strict, fresh.id)).body.code).toBe("REVERSAL_NEEDS_APPROVAL");
});

test.each([
  ["no reason", {}, 400],
  ["a reason of one character", { reason: "错" }, 400],
  ["an unknown field", { ...REASON, amountFen: 1 }, 400],
  ["another day", { ...REASON, bookedOn: "2026-03-09" }, 409],
  ["31 February", { ...REASON, bookedOn: "2026-02-31" }, 400],
])("a request with %s is refused", async (_what, body, status) => {
  const desk = await office("ALWAYS");
  const { id } = await taken(desk, await desk.charged(10_000));
  expect((await ask(desk, id, desk.reviewer, body)).status).toBe(status);
  const other = await office("ALWAYS");
  expect((await ask(other, id)).status).toBe(404);
  expect((await ask(desk, id, desk.cashier)).status).toBe(403);
  expect((await desk.set("SOMETIMES")).status).toBe(400);
});
