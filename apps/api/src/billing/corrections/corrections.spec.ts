import { randomUUID } from "node:crypto";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { published, rehearsed, savedFeeItem } from "../billing.factories.js";
import { aMeteredRoom, asked, installed } from "../meters/meters.factories.js";
import { aDesk, aReceipt, aRefundPaid, type Desk } from "../receipts.factories.js";

const app = await startTestApp();
app.clock.set("2026-03-25");
afterAll(() => app.close());

const open = async ({ cashier, url }: Desk, id: string) => (await cashier.get(`${url}/charges/${id}`)).body;
const correction = (amountFen: number, overrides = {}) => ({
  id: randomUUID(),
  amountFen,
  difference: "PREPAYMENT",
  reason: "抄错读数",
  ...overrides,
});

test("too much was paid: red whole, blue right, the difference is kept as a prepayment; other lines stay paid", async () => {
  const desk = await aDesk(app);
  const { url, cashier, reviewer, owner } = desk;
  const [wrong, other] = [await desk.charged(30_000), await desk.charged(12_000, "2026-02")];
  await cashier.post(`${url}/receipts`, aReceipt(owner.id, [wrong, other]));
  const at = `${url}/charges/${wrong.id}/correction`;
  const preview = await reviewer.post(`${at}/preview`, { amountFen: 25_000 });
  expect(preview).toMatchObject({
    status: 200,
    body: {
      oldAmountFen: 30_000,
      paidFen: 30_000,
      overpaidFen: 5_000,
      openFen: 0,
      receipts: [{ amountFen: 42_000, paidFen: 30_000 }],
    },
  });
  expect(await open(desk, wrong.id)).toMatchObject({ openFen: 0, status: "SETTLED" });

  const dto = correction(25_000);
  const made = await reviewer.post(at, dto);
  expect(made).toMatchObject({ status: 201, body: { newChargeId: dto.id, overpaidFen: 5_000 } });
  expect(made.body.redReceiptNos).toHaveLength(1);
  expect(await open(desk, wrong.id)).toMatchObject({ status: "REVERSED", openFen: 0 });
  expect(await open(desk, dto.id)).toMatchObject({ amountFen: 25_000, receivedFen: 25_000, openFen: 0 });
  expect(await open(desk, other.id)).toMatchObject({ receivedFen: 12_000, openFen: 0 });
  expect((await cashier.get(`${url}/prepayments`)).body.items).toMatchObject([{ balanceFen: 5_000 }]);
  const takings = (await cashier.get(`${url}/receipts/takings`)).body;
  expect(takings.moneyFen).toBe(42_000);
  await checkInvariants(app.db, desk.projectId);

  // a retry corrects once; the id for another amount is refused
  expect((await reviewer.post(at, dto)).body).toMatchObject({ newChargeId: dto.id });
  expect((await cashier.get(`${url}/receipts`)).body.items).toHaveLength(3);
  expect((await reviewer.post(at, { ...dto, amountFen: 1 })).body.code).toBe("ID_REUSED");
});

test("too little was paid: what is missing stays open on the new charge", async () => {
  const desk = await aDesk(app);
  const wrong = await desk.charged(10_000);
  await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [wrong]));
  const dto = correction(13_500);
  const made = await desk.reviewer.post(`${desk.url}/charges/${wrong.id}/correction`, dto);
  expect(made.body).toMatchObject({ overpaidFen: 0, openFen: 3_500 });
  expect(await open(desk, dto.id)).toMatchObject({ receivedFen: 10_000, openFen: 3_500, status: "PARTIAL" });
  await checkInvariants(app.db, desk.projectId);
});

describe("what was paid too much is to be paid back", () => {
  /** 40.00 of prepayment and 60.00 in cash paid 100.00; somebody who corrects may also pay and approve refunds. */
  async function aPaidDesk() {
    const desk = await aDesk(app);
    const { url, cashier, owner, room, projectId } = desk;
    const prepayment = { roomId: room.id, amountFen: 4_000 };
    await cashier.post(`${url}/receipts`, aReceipt(owner.id, [], { prepayment }));
    const wrong = await desk.charged(10_000);
    const methods = [
      { method: "CASH" as const, tenderedFen: 6_000 },
      { method: "PREPAYMENT" as const, tenderedFen: 4_000, roomId: room.id },
    ];
    await cashier.post(`${url}/receipts`, aReceipt(owner.id, [wrong], { methods }));
    const rights = ["property:read", "billing:read", "billing:approve-refund"] as const;
    const corrector = await app.as([...rights, "billing:reverse", "billing:refund"], projectId, "财务戊");
    const approver = await app.as([...rights], projectId, "经理己");
    const correct = (refund?: object) =>
      corrector.post(
        `${url}/charges/${wrong.id}/correction`,
        correction(3_000, { difference: "REFUND", ...(refund && { refund }) }),
      );
    const request = async () => (await cashier.get(`${url}/refund-requests`)).body.items[0];
    const balance = async () => (await cashier.get(`${url}/prepayments`)).body.items[0].balanceFen;
    return { ...desk, wrong, corrector, approver, correct, request, balance };
  }

  test("it is asked for, reviewed and paid by three people; what prepayments paid goes back to them", async () => {
    const desk = await aPaidDesk();
    const { url, corrector, approver, refunder } = desk;
    expect(await desk.correct({ method: "CASH" })).toMatchObject({
      status: 201,
      body: { overpaidFen: 7_000, refundRequestNos: ["TQ000001"] },
    });
    // 40.00 was never drawn, 30.00 of the cash is over; nothing is paid back before
    expect(await desk.balance()).toBe(7_000);
    const { id, approvalId, ...request } = await desk.request();
    expect(request).toMatchObject({ status: "PENDING", source: "PREPAYMENT", amountFen: 3_000, method: "CASH" });
    expect((await desk.cashier.get(`${url}/prepayment-refunds`)).body.items).toEqual([]);
    const pay = (by: typeof corrector) => by.post(`${url}/refund-requests/${id}/pay`, {});
    const approve = (by: typeof corrector) => by.post(`${url}/approvals/${approvalId}/approve`, {});
    expect((await pay(refunder)).body.code).toBe("REFUND_STATE");
    expect((await approve(corrector)).body.code).toBe("APPROVAL_OWN");
    expect((await approve(approver)).status).toBe(200);
    expect((await pay(corrector)).body.code).toBe("SAME_PERSON");
    expect((await pay(refunder)).body.status).toBe("PAID");
    expect(await desk.balance()).toBe(4_000);
    await checkInvariants(app.db, desk.projectId);
  });

  /** Asks the 40.00 back that stand as a prepayment; the receipt that put them there. */
  async function anAskedDesk() {
    const desk = await aDesk(app);
    const { url, cashier, owner, room, projectId } = desk;
    const topUp = aReceipt(owner.id, [], { prepayment: { roomId: room.id, amountFen: 4_000 } });
    await cashier.post(`${url}/receipts`, topUp);
    const [account] = (await cashier.get(`${url}/prepayments`)).body.items;
    const asker = await app.as(["property:read", "billing:read", "billing:request-refund"], projectId, "客服庚");
    const body = { id: randomUUID(), source: "PREPAYMENT", sourceId: account.id, amountFen: 4_000, method: "CASH" };
    const asked = await asker.post(`${url}/refund-requests`, { ...body, channelReason: "业主要求", reason: "退预收" });
    expect([asked.status, asked.body.fields]).toEqual([201, undefined]);
    const wrong = await desk.charged(10_000);
    const pay = (methods: object[]) => cashier.post(`${url}/receipts`, { ...aReceipt(owner.id, [wrong]), methods });
    const corrector = await app.as(["property:read", "billing:read", "billing:reverse", "billing:refund"], projectId);
    const correct = () =>
      corrector.post(
        `${url}/charges/${wrong.id}/correction`,
        correction(5_000, { difference: "REFUND", refund: { method: "CASH" } }),
      );
    return { ...desk, topUp, pay, correct };
  }

  test("what is asked back is not drawn at the desk, so that what is over can be asked back too", async () => {
    const { pay, correct, room, projectId } = await anAskedDesk();
    const drawn = { method: "PREPAYMENT", tenderedFen: 4_000, roomId: room.id };
    expect(await pay([{ method: "CASH", tenderedFen: 6_000 }, drawn])).toMatchObject({
      status: 409,
      body: {
        code: "PREPAYMENT_SHORT",
        detail: `${room.code} 的预收余额 40.00 元中有 40.00 元已申请退款，只能冲抵 0.00 元，不够冲抵 40.00 元；要用来冲抵的请先撤回或取消退款申请`,
      },
    });
    expect((await pay([{ method: "CASH", tenderedFen: 10_000 }])).status).toBe(201);
    expect(await correct()).toMatchObject({ status: 201, body: { refundRequestNos: ["TQ000002"] } });
    await checkInvariants(app.db, projectId);
  });

  test("an account of which more is asked back than it holds says so", async () => {
    const { pay, correct, reviewer, topUp, url } = await anAskedDesk();
    expect((await reviewer.post(`${url}/receipts/${topUp.id}/reverse`, { reason: "收错房间" })).status).toBe(201);
    expect((await pay([{ method: "CASH", tenderedFen: 10_000 }])).status).toBe(201);
    expect(await correct()).toMatchObject({
      status: 409,
      body: { code: "REFUND_EXCEEDS", detail: "这个预收账户已有退款申请占用余额；请先处理，或把多收的转为预收" },
    });
  });

  test("withdrawn or refused it stays a prepayment, to be used or asked back again", async () => {
    const desk = await aPaidDesk();
    await desk.correct({ method: "WECHAT", channelReason: "业主要求" });
    const { approvalId } = await desk.request();
    expect((await desk.corrector.post(`${desk.url}/approvals/${approvalId}/withdraw`, {})).status).toBe(200);
    expect(await desk.request()).toMatchObject({ status: "WITHDRAWN" });
    expect(await desk.balance()).toBe(7_000);
    const next = await desk.charged(7_000, "2026-03");
    const methods = [{ method: "PREPAYMENT" as const, tenderedFen: 7_000, roomId: desk.room.id }];
    const paid = await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [next], { methods }));
    expect(paid.status).toBe(201);
    await checkInvariants(app.db, desk.projectId);
  });

  test.each([
    ["no way", undefined, "refund"],
    ["another way without a reason", { method: "WECHAT" }, "refund.channelReason"],
    ["a transfer to nowhere", { method: "TRANSFER", channelReason: "业主要求" }, "refund.bankAccount"],
    ["an unknown way", { method: "BARTER" }, "refund.method"],
  ])("%s is refused, and nothing is corrected", async (_what, way, field) => {
    const desk = await aPaidDesk();
    const refused = await desk.correct(way);
    expect(refused.status).toBe(400);
    expect(refused.body.fields).toHaveProperty([field]);
    expect(await open(desk, desk.wrong.id)).toMatchObject({ status: "SETTLED" });
    expect(await desk.request()).toBeUndefined();
  });
});

test("over two receipts, each is issued anew", async () => {
  const desk = await aDesk(app);
  const wrong = await desk.charged(10_000);
  for (const amountFen of [6_000, 4_000])
    await desk.cashier.post(
      `${desk.url}/receipts`,
      aReceipt(desk.owner.id, [], { lines: [{ chargeId: wrong.id, amountFen }] }),
    );
  const dto = correction(7_000);
  const made = await desk.reviewer.post(`${desk.url}/charges/${wrong.id}/correction`, dto);
  expect(made.body).toMatchObject({ overpaidFen: 3_000, redReceiptNos: [expect.any(String), expect.any(String)] });
  expect(await open(desk, dto.id)).toMatchObject({ receivedFen: 7_000, openFen: 0 });
  expect((await desk.cashier.get(`${desk.url}/prepayments`)).body.items).toMatchObject([{ balanceFen: 3_000 }]);
  await checkInvariants(app.db, desk.projectId);
});

test("over two receipts, the second paid by what the first kept: all is asked back at once", async () => {
  const desk = await aDesk(app);
  const { url, cashier, owner, room } = desk;
  const wrong = await desk.charged(10_000);
  const part = (amountFen: number) => ({ lines: [{ chargeId: wrong.id, amountFen }] });
  const kept = { prepayment: { roomId: room.id, amountFen: 1_000 } };
  await cashier.post(`${url}/receipts`, aReceipt(owner.id, [], { ...part(6_000), ...kept }));
  const methods = [
    { method: "CASH" as const, tenderedFen: 3_000 },
    { method: "PREPAYMENT" as const, tenderedFen: 1_000, roomId: room.id },
  ];
  await cashier.post(`${url}/receipts`, aReceipt(owner.id, [], { ...part(4_000), methods }));
  const dto = correction(5_000, { difference: "REFUND", refund: { method: "CASH" } });
  const made = await desk.reviewer.post(`${url}/charges/${wrong.id}/correction`, dto);
  expect(made).toMatchObject({ status: 201, body: { overpaidFen: 5_000 } });
  expect((await cashier.get(`${url}/prepayments`)).body.items).toMatchObject([{ balanceFen: 5_000 }]);
  // of the 50.00 over, 10.00 was never drawn
  expect((await cashier.get(`${url}/refund-requests`)).body.items).toMatchObject([
    { status: "PENDING", amountFen: 4_000 },
  ]);
  await checkInvariants(app.db, desk.projectId);
});

test("a discount that came with the receipt on another charge stays", async () => {
  const desk = await aDesk(app);
  const { url, cashier, owner, feeItem } = desk;
  const manager = await app.as(["billing:read", "billing:rates"], desk.projectId, "收费主管");
  const { body: scheme } = await manager.post(`${url}/discount-schemes`, {
    name: "月缴九折",
    feeItemIds: [feeItem.id],
    givenAt: "PAYMENT",
    benefit: "PERCENT",
    percent: "10",
    months: 1,
    startsOn: "2026-01-01",
    stackable: false,
    active: true,
  });
  const [wrong, other] = [await desk.charged(30_000), await desk.charged(10_000, "2026-02")];
  const discounts = [{ schemeId: scheme.id, chargeIds: [other.id], amountFen: 1_000 }];
  const paid = aReceipt(owner.id, [wrong, { ...other, openFen: 9_000 }], { discounts });
  expect((await cashier.post(`${url}/receipts`, paid)).status).toBe(201);
  const made = await desk.reviewer.post(`${url}/charges/${wrong.id}/correction`, correction(25_000));
  expect(made).toMatchObject({ status: 201, body: { overpaidFen: 5_000 } });
  expect(await open(desk, other.id)).toMatchObject({ receivedFen: 9_000, reducedFen: 1_000, openFen: 0 });
  // and goes with it: reversed, all is owed again
  const third = await app.as(["billing:read", "billing:reverse"], desk.projectId, "财务丁");
  const [anew] = (await third.get(`${url}/receipts?status=VALID`)).body.items;
  expect((await third.post(`${url}/receipts/${anew.id}/reverse`, { reason: "退票" })).status).toBe(201);
  expect(await open(desk, other.id)).toMatchObject({ receivedFen: 0, reducedFen: 0, openFen: 10_000 });
  await checkInvariants(app.db, desk.projectId);
});

test("the money moves to the receipt issued anew: none of the red one is paid back, cash is to be banked once", async () => {
  const desk = await aDesk(app);
  const { url, reviewer, owner } = desk;
  app.clock.set("2026-03-01");
  const manager = await app.as(["billing:read", "project:settings"], desk.projectId, "经理丁");
  await manager.put(`${url}/desk-settings`, { shiftRequired: false, banking: "WARN", allocation: "FREE" });
  const wrong = await desk.charged(10_000);
  const paid = aReceipt(owner.id, [wrong]);
  await desk.cashier.post(`${url}/receipts`, paid);
  app.clock.set("2026-03-05");
  const made = await reviewer.post(`${url}/charges/${wrong.id}/correction`, correction(13_500));
  expect(made.status).toBe(201);

  const original = (await desk.cashier.get(`${url}/receipts/${paid.id}`)).body;
  expect(original.status).toBe("REVERSED");
  const redReceiptId = original.reversedBy.id;
  expect((await desk.cashier.get(`${url}/receipts/${redReceiptId}`)).body.refundableFen).toBe(0);
  expect((await aRefundPaid(app, desk, redReceiptId, 10_000)).body.code).toBe("REFUND_EXCEEDS");
  const checks = (await reviewer.get(`${url}/periods/2026-03/checklist`)).body.items;
  expect(checks.find(({ key }: { key: string }) => key === "RED_NOT_REFUNDED")).toMatchObject({ severity: "OK" });

  app.clock.set("2026-03-06");
  expect((await desk.cashier.get(`${url}/shifts/mine`)).body.unbanked).toEqual([{ day: "2026-03-01", fen: 10_000 }]);
  app.clock.set("2026-03-25");
  await checkInvariants(app.db, desk.projectId);
});

test("the receipt issued anew was not taken at the desk: whoever corrected does not void it", async () => {
  const desk = await aDesk(app);
  const both = await app.as(["billing:read", "billing:collect", "billing:reverse"], desk.projectId, "财务戊");
  const wrong = await desk.charged(10_000);
  await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [wrong]));
  expect((await both.post(`${desk.url}/charges/${wrong.id}/correction`, correction(9_000))).status).toBe(201);
  const { body } = await both.get(`${desk.url}/receipts?status=VALID`);
  expect(body.items).toHaveLength(1);
  const reply = await both.post(`${desk.url}/receipts/${body.items[0].id}/void`, { reason: "收错" });
  expect(reply.body).toMatchObject({ code: "VOID_NOT_ALLOWED", detail: expect.stringContaining("收银台") });
});

test("two corrections at once: one wins, the other is told that the charge is gone", async () => {
  const desk = await aDesk(app);
  const wrong = await desk.charged(10_000);
  await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [wrong]));
  const at = `${desk.url}/charges/${wrong.id}/correction`;
  const replies = await Promise.all([8_000, 9_000].map((fen) => desk.reviewer.post(at, correction(fen))));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  await checkInvariants(app.db, desk.projectId);
});

test("what cannot be corrected is refused with a sentence and changes nothing", async () => {
  const desk = await aDesk(app);
  const unpaid = await desk.charged(10_000);
  const post = (id: string, amountFen: number) =>
    desk.reviewer.post(`${desk.url}/charges/${id}/correction`, correction(amountFen));
  expect((await post(unpaid.id, 9_000)).body.code).toBe("CHARGE_NOT_PAID");
  await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [unpaid]));
  expect((await post(unpaid.id, 10_000)).body.code).toBe("AMOUNT_SAME");
  expect((await post(unpaid.id, 0)).status).toBe(400);
  expect((await post(randomUUID(), 100)).status).toBe(404);
  expect((await desk.cashier.post(`${desk.url}/charges/${unpaid.id}/correction`, correction(100))).status).toBe(403);
  const deposit = await savedFeeItem(app, desk.projectId, { kind: "DEPOSIT" });
  const held = await desk.charged(10_000, "2026-03", { feeItemId: deposit.id });
  await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [held]));
  expect((await post(held.id, 9_000)).body.code).toBe("FEE_ITEM_KIND");
  expect(await open(desk, unpaid.id)).toMatchObject({ status: "SETTLED" });
});

test("a corrected meter bill keeps its reading: no later run bills it again", async () => {
  const home = await aMeteredRoom(app);
  const { at, manager, owner, project } = home;
  const meter = await installed(home);
  await asked(manager, `${at}/meters/${meter}/readings`, { readOn: "2025-01-31", value: "8" });
  await published(app, manager, project.id, { period: "2025-01" });
  const [bill] = (await manager.get(`${at}/charges`)).body.items;
  const cashier = await app.as(["billing:read", "billing:collect"], project.id, "收费员甲");
  expect((await cashier.post(`${at}/receipts`, aReceipt(owner.id, [bill]))).status).toBe(201);
  const reviewer = await app.as(["billing:read", "billing:reverse"], project.id, "财务乙");
  const dto = correction(3_000);
  expect((await reviewer.post(`${at}/charges/${bill.id}/correction`, dto)).status).toBe(201);
  expect(await rehearsed(app, manager, project.id, { period: "2025-01" })).toMatchObject({ lineCount: 0 });
  await checkInvariants(app.db, project.id);
});

/** A desk whose item bears 0.05 % a day, and 1000.00 due at the end of February. */
async function aLateDesk(terms: object = {}) {
  const desk = await aDesk(app, { firstPeriod: "2026-01" });
  const manager = await app.as(["billing:read", "billing:rates", "billing:waive"], desk.projectId, "收费主管");
  const lateItem = await savedFeeItem(app, desk.projectId, { name: "违约金", kind: "ONE_OFF" });
  const made = await manager.post(`${desk.url}/late-fee-schemes`, {
    name: "物业费违约金",
    feeItemId: lateItem.id,
    chargedItemIds: [desk.feeItem.id],
    graceDays: 0,
    gracePolicy: "FREE",
    startsOn: "2026-01-01",
    dailyRate: "0.0005",
    ...terms,
  });
  expect(made.status).toBe(201);
  return { ...desk, manager, wrong: await desk.charged(100_000, "2026-02", { dueOn: "2026-02-28" }) };
}

test("a late fee that was paid is corrected and stays with its principal", async () => {
  const desk = await aLateDesk();
  const { url, manager, wrong } = desk;
  const { body } = await manager.post(`${url}/late-fees/freeze`, { chargeIds: [wrong.id] });
  const [{ lateFeeChargeId, amountFen }] = body.items;
  await desk.cashier.post(`${url}/receipts`, aReceipt(desk.owner.id, [{ id: lateFeeChargeId, openFen: amountFen }]));
  const dto = correction(amountFen - 100);
  const made = await desk.reviewer.post(`${url}/charges/${lateFeeChargeId}/correction`, dto);
  expect(made).toMatchObject({ status: 201, body: { overpaidFen: 100 } });
  expect(await open(desk, dto.id)).toMatchObject({ source: "LATE_FEE", openFen: 0 });
  await checkInvariants(app.db, desk.projectId);
});

test("what was paid in time bears no late fee after a correction; what is still owed does, as if it had been right", async () => {
  const desk = await aLateDesk();
  const { url, owner, cashier, reviewer, wrong } = desk;
  app.clock.set("2026-02-25");
  await cashier.post(`${url}/receipts`, aReceipt(owner.id, [wrong]));
  app.clock.set("2026-03-25");
  const accrued = async () => (await cashier.get(`${url}/late-fees?payerId=${owner.id}`)).body.totalFen;
  const lateFees = () =>
    app.db.query("SELECT amount_fen FROM charge WHERE project_id = $1 AND source = 'LATE_FEE'", [desk.projectId]);
  const first = correction(90_000);
  expect((await reviewer.post(`${url}/charges/${wrong.id}/correction`, first)).status).toBe(201);
  expect(await lateFees()).toEqual([]);
  expect(await accrued()).toBe(0);

  // corrected once more by another person, the day of the first receipt still counts: 200.00 for 25 days
  const third = await app.as(["billing:read", "billing:reverse"], desk.projectId, "财务丁");
  expect((await third.post(`${url}/charges/${first.id}/correction`, correction(110_000))).status).toBe(201);
  expect(await lateFees()).toEqual([]);
  expect(await accrued()).toBe(250);
  await checkInvariants(app.db, desk.projectId);
});

test("the cap of a late fee goes on over a correction: what was booked on the wrong amount counts (BIL-51)", async () => {
  const desk = await aLateDesk({ capShare: "0.015" });
  const { url, owner, cashier, reviewer, manager, wrong } = desk;
  const frozen = await manager.post(`${url}/late-fees/freeze`, { chargeIds: [wrong.id] });
  expect(frozen.body.totalFen).toBe(25 * 50);
  const lines = [{ chargeId: wrong.id, amountFen: 40_000 }];
  expect((await cashier.post(`${url}/receipts`, aReceipt(owner.id, [], { lines }))).status).toBe(201);
  const dto = correction(120_000);
  expect((await reviewer.post(`${url}/charges/${wrong.id}/correction`, dto)).status).toBe(201);
  // 800.00 for 36 days come to 14.40, the cap of 18.00 leaves 5.50
  const { body } = await cashier.get(`${url}/late-fees?payerId=${owner.id}&asOf=2026-04-30`);
  expect(body).toMatchObject({ totalFen: 1_800 - 1_250, items: [{ chargeId: dto.id }] });
  await checkInvariants(app.db, desk.projectId);
});

test("while an invoice of the receipt stands nothing is corrected", async () => {
  const desk = await aDesk(app);
  const { url, cashier, reviewer, owner } = desk;
  const wrong = await desk.charged(10_000);
  const paid = aReceipt(owner.id, [wrong]);
  await cashier.post(`${url}/receipts`, paid);
  const at = `${url}/receipts/${paid.id}/invoices`;
  expect((await cashier.post(at, { invoiceNo: "26440000001" })).status).toBe(201);
  const correct = () => reviewer.post(`${url}/charges/${wrong.id}/correction`, correction(9_000));
  expect(await correct()).toMatchObject({ status: 409, body: { code: "INVOICE_STANDS" } });
  expect(await open(desk, wrong.id)).toMatchObject({ status: "SETTLED" });
  expect((await cashier.post(`${at}/reversal`, { redInvoiceNo: "26440000009" })).status).toBe(200);
  expect((await correct()).status).toBe(201);
});

describe("what is over goes back to the prepayment that paid", () => {
  /** 50.00 of water money and 80.00 of general money in a room, and a bill of each kind. */
  async function aMixedDesk() {
    const desk = await aDesk(app);
    const { url, cashier, owner, room, projectId } = desk;
    const water = await savedFeeItem(app, projectId, { name: "水费" });
    const keep = (amountFen: number, feeItemId?: string) =>
      cashier.post(
        `${url}/receipts`,
        aReceipt(owner.id, [], { prepayment: { roomId: room.id, feeItemId, amountFen } }),
      );
    await keep(5_000, water.id);
    await keep(8_000);
    const wet = await desk.charged(5_000, "2026-03", { feeItemId: water.id });
    const fee = await desk.charged(8_000);
    const pay = async (methods: object[]) => {
      const paid = await cashier.post(`${url}/receipts`, { ...aReceipt(owner.id, [wet, fee]), methods });
      expect(paid.status).toBe(201);
    };
    const balances = async () => {
      const { items } = (await cashier.get(`${url}/prepayments`)).body;
      const pairs = items.map((one: { feeItemName: string | null; balanceFen: number }) => [
        one.feeItemName ?? "通用",
        one.balanceFen,
      ]);
      return Object.fromEntries(pairs);
    };
    const correct = async (id: string, amountFen: number) => {
      const made = await desk.reviewer.post(`${url}/charges/${id}/correction`, correction(amountFen));
      expect(made.status).toBe(201);
      await checkInvariants(app.db, projectId);
    };
    const from = (tenderedFen: number, feeItemId?: string) => ({
      method: "PREPAYMENT",
      tenderedFen,
      roomId: room.id,
      feeItemId,
    });
    return { ...desk, water, wet, fee, pay, balances, correct, from };
  }

  test.each([
    ["the water bill: the water money", "wet", 3_000, { 水费: 2_000, 通用: 0 }],
    ["the fee: the general money", "fee", 3_000, { 水费: 0, 通用: 5_000 }],
  ] as const)("of %s", async (_what, which, amountFen, left) => {
    const desk = await aMixedDesk();
    await desk.pay([desk.from(5_000, desk.water.id), desk.from(8_000)]);
    await desk.correct(desk[which].id, amountFen);
    expect(await desk.balances()).toEqual(left);
  });

  test("of a bill that cash paid beside another item's money: the cash, kept as general money", async () => {
    const desk = await aMixedDesk();
    await desk.pay([{ method: "CASH", tenderedFen: 8_000 }, desk.from(5_000, desk.water.id)]);
    await desk.correct(desk.fee.id, 3_000);
    expect(await desk.balances()).toEqual({ 水费: 0, 通用: 13_000 });
  });
});
