import { randomUUID } from "node:crypto";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { aReceipt } from "../receipts.factories.js";
import { aDepositDesk } from "./deposits.factories.js";

const app = await startTestApp();
app.clock.set("2026-03-10");
afterAll(() => app.close());

type DepositDesk = Awaited<ReturnType<typeof aDepositDesk>>;
const one = async ({ clerk, url }: DepositDesk, id: string) => (await clerk.get(`${url}/deposits/${id}`)).body;
const deduction = (desk: DepositDesk, amountFen: number, more = {}) => ({
  id: randomUUID(),
  amountFen,
  feeItemId: desk.damage.id,
  reason: "电梯轿厢划伤",
  ...more,
});
const allowed = (desk: DepositDesk, id: string) =>
  desk.clerk.post(`${desk.url}/deposits/${id}/refundable`, { refundable: true, reason: "装修验收合格" });

test("a deposit is paid at the desk on its charge, deducted with proof, paid back by two people, and its report ties out", async () => {
  const desk = await aDepositDesk(app);
  const { clerk, url, owner, projectId, asker, approver, refunder } = desk;
  const deposit = await desk.paid(200_000, { objectRef: "ZX-2026-008" });
  expect(deposit).toMatchObject({ depositNo: "YJ000001", state: "WAITING", payerId: owner.id, heldFen: 0 });
  expect(await one(desk, deposit.id)).toMatchObject({ state: "HELD", heldFen: 200_000, receivedOn: "2026-03-10" });

  // a deduction needs its proof
  const damage = deduction(desk, 50_000);
  const without = await clerk.post(`${url}/deposits/${deposit.id}/deductions`, damage);
  expect(without).toMatchObject({ status: 409, body: { code: "DEPOSIT_PROOF_MISSING" } });
  expect((await desk.proof(deposit.id)).status).toBe(201);
  const deducted = await clerk.post(`${url}/deposits/${deposit.id}/deductions`, damage);
  expect(deducted).toMatchObject({ status: 200, body: { heldFen: 150_000, state: "HELD" } });
  expect(deducted.body.movements).toMatchObject([
    { kind: "DEDUCT", amountFen: 50_000, documentNo: expect.stringMatching(/^SJ/) },
  ]);
  const income = await clerk.get(`${url}/charges?feeItemId=${desk.damage.id}`);
  expect(income.body.items).toMatchObject([{ amountFen: 50_000, openFen: 0, status: "SETTLED" }]);
  // a retry deducts once
  expect((await clerk.post(`${url}/deposits/${deposit.id}/deductions`, damage)).body.heldFen).toBe(150_000);
  await checkInvariants(app.db, projectId);

  const back = {
    id: randomUUID(),
    source: "DEPOSIT",
    sourceId: deposit.id,
    amountFen: 150_000,
    method: "CASH",
    originalReceipt: "RETURNED",
    reason: "装修完工",
  };
  const early = await asker.post(`${url}/refund-requests`, back);
  expect(early).toMatchObject({ status: 409, body: { code: "DEPOSIT_NOT_REFUNDABLE" } });
  expect((await allowed(desk, deposit.id)).body).toMatchObject({
    state: "REFUNDABLE",
    refundableReason: "装修验收合格",
  });
  const asked = await asker.post(`${url}/refund-requests`, back);
  expect(asked).toMatchObject({
    status: 201,
    body: { status: "PENDING", sourceNo: "YJ000001", payerName: owner.name },
  });
  expect((await approver.post(`${url}/approvals/${asked.body.approvalId}/approve`, {})).status).toBe(200);
  const paid = await refunder.post(`${url}/refund-requests/${back.id}/pay`, {});
  expect(paid).toMatchObject({
    status: 200,
    body: { status: "PAID", refundNo: expect.stringMatching(/^TK/), paidOn: "2026-03-10" },
  });
  expect(await one(desk, deposit.id)).toMatchObject({ state: "SETTLED", heldFen: 0 });
  await checkInvariants(app.db, projectId);

  const { body: report } = await clerk.get(`${url}/deposits/report?from=2026-03-01&to=2026-03-31`);
  expect(report.rows).toMatchObject([
    { openingFen: 0, inFen: 200_000, deductedFen: 50_000, movedFen: 0, refundedFen: 150_000, closingFen: 0 },
  ]);
  // what was paid back cannot be taken out of the receipt again
  const red = await desk.reviewer.post(`${url}/receipts/${deposit.receiptId}/reverse`, { reason: "开错" });
  expect(red).toMatchObject({ status: 409, body: { code: "DEPOSIT_USED" } });
});

test("a deposit that may go back becomes a prepayment; the report ages the rest", async () => {
  const desk = await aDepositDesk(app);
  app.clock.set("2026-03-02");
  const deposit = await desk.paid(100_000);
  app.clock.set("2026-03-10");
  const move = { id: randomUUID(), amountFen: 40_000, reason: "抵物业费" };
  const early = await desk.clerk.post(`${desk.url}/deposits/${deposit.id}/moves`, move);
  expect(early).toMatchObject({ status: 409, body: { code: "DEPOSIT_NOT_REFUNDABLE" } });
  await allowed(desk, deposit.id);
  const moved = await desk.clerk.post(`${desk.url}/deposits/${deposit.id}/moves`, move);
  expect(moved).toMatchObject({ status: 200, body: { heldFen: 60_000 } });
  const { body: accounts } = await desk.clerk.get(`${desk.url}/prepayments?customerId=${desk.owner.id}`);
  expect(accounts.items).toMatchObject([{ feeItemId: null, balanceFen: 40_000 }]);
  const report = async (to: string) =>
    (await desk.clerk.get(`${desk.url}/deposits/report?from=2026-03-05&to=${to}`)).body.rows[0];
  expect(await report("2027-03-02")).toMatchObject({
    openingFen: 100_000,
    movedFen: 40_000,
    closingFen: 60_000,
    upToOneYearFen: 0,
    upToTwoYearsFen: 60_000,
  });
  expect(await report("2027-03-01")).toMatchObject({ upToOneYearFen: 60_000 });
  await checkInvariants(app.db, desk.projectId);
});

test("deduction and refund at once take no more than is held", async () => {
  const desk = await aDepositDesk(app);
  const deposit = await desk.paid(100_000);
  await desk.proof(deposit.id);
  const at = `${desk.url}/deposits/${deposit.id}/deductions`;
  const replies = await Promise.all([60_000, 60_000, 60_000].map((fen) => desk.clerk.post(at, deduction(desk, fen))));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  expect(replies.find(({ status }) => status === 409)!.body).toMatchObject({ code: "DEPOSIT_SHORT" });
  expect(await one(desk, deposit.id)).toMatchObject({ heldFen: 40_000 });
  await checkInvariants(app.db, desk.projectId);
});

test("a deposit stays out of the hands of everything else", async () => {
  const desk = await aDepositDesk(app);
  const deposit = await desk.paid(10_000);
  const prepaid = aReceipt(desk.owner.id, [], { prepayment: { roomId: desk.room.id, amountFen: 50_000 } });
  expect((await desk.cashier.post(`${desk.url}/receipts`, prepaid)).status).toBe(201);
  const waiting = await desk.clerk.post(`${desk.url}/deposits`, {
    id: randomUUID(),
    roomId: desk.room.id,
    feeItemId: desk.depositItem.id,
    object: "PASS",
    amountFen: 20_000,
  });
  const offset = aReceipt(desk.owner.id, [{ id: waiting.body.chargeId, openFen: 20_000 }], {
    methods: [{ method: "PREPAYMENT", tenderedFen: 20_000, roomId: desk.room.id }],
  });
  expect((await desk.cashier.post(`${desk.url}/receipts`, offset)).body.code).toBe("PREPAYMENT_WRONG_ITEM");
  const held = await desk.clerk.get(`${desk.url}/deposits?state=HELD`);
  expect(held.body).toMatchObject({ heldFen: 10_000, items: [{ id: deposit.id }] });
});

test("bad input is refused with a sentence and changes nothing", async () => {
  const [desk, other] = [await aDepositDesk(app), await aDepositDesk(app)];
  const { clerk, url, room, depositItem } = desk;
  const dto = { id: randomUUID(), roomId: room.id, feeItemId: depositItem.id, object: "ROOM", amountFen: 100 };
  const post = (overrides: object) => clerk.post(`${url}/deposits`, { ...dto, id: randomUUID(), ...overrides });
  expect((await post({ feeItemId: desk.feeItem.id })).body.code).toBe("FEE_ITEM_KIND");
  expect((await post({ feeItemId: other.depositItem.id })).status).toBe(404);
  expect((await post({ roomId: other.room.id })).status).toBe(404);
  expect((await post({ payerId: other.owner.id })).status).toBe(404);
  expect((await post({ amountFen: 0 })).status).toBe(400);
  expect((await post({ amountFen: "100" })).status).toBe(400);
  expect((await post({ dueOn: "2026-02-30" })).status).toBe(400);
  expect((await post({ objectRef: "😀" })).status).toBe(400);
  expect((await post({ remark: "长".repeat(201) })).status).toBe(400);
  expect((await post({ extra: 1 })).status).toBe(400);
  expect((await clerk.post(`${url}/deposits`, dto)).status).toBe(201);
  const again = await clerk.post(`${url}/deposits`, { ...dto, amountFen: 200 });
  expect(again).toMatchObject({ status: 409, body: { code: "ID_REUSED" } });
  expect((await clerk.get(`${url}/deposits`)).body.items).toHaveLength(1);
  expect((await clerk.get(`${url}/deposits/report?from=2026-03-10&to=2026-03-01`)).status).toBe(400);
  expect(
    (await desk.cashier.post(`${url}/deposits/${dto.id}/refundable`, { refundable: true, reason: "可以" })).status,
  ).toBe(403);
});

test("whose deposit is held is not made nobody, and is told of it (LAW-38)", async () => {
  const desk = await aDepositDesk(app);
  await desk.paid(200_000);
  const officer = await app.as(["customer:read", "customer:privacy"], desk.projectId);
  const { body } = await officer.get(`${desk.url}/customers/${desk.owner.id}/deletion-holds`);
  expect(body.holds).toContain("还有押金 2000.00 元没有退还");
  const { raw } = await officer.post(`${desk.url}/customers/${desk.owner.id}/export`, { reason: "客户要求" });
  expect(JSON.parse(raw.toString())["押金"]).toMatchObject([
    { 押金单号: "YJ000001", 用途: "装修", "金额（分）": 200_000, "余额（分）": 200_000 },
  ]);
});
