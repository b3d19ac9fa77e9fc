import { checkInvariants } from "../../../test/invariants.js";
import { somebodyWaits } from "../../../test/somebody-waits.js";
import { startTestApp, type TestClient } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { aDesk, aReceipt, aRefundApproved, aRefundPaid, type Desk } from "../receipts.factories.js";
import { aCount, aShift } from "./shifts.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

/** A desk with a manager who witnesses and sets the rules. */
async function aTill() {
  const desk = await aDesk(app);
  const manager = await app.as(["billing:read", "billing:shifts", "project:settings"], desk.projectId, "经理丁");
  const open = async (person: TestClient = desk.cashier, overrides = {}) => {
    const { status, body } = await person.post(`${desk.url}/shifts`, aShift(overrides));
    expect(status).toBe(201);
    return body as { id: string; shiftNo: string };
  };
  const close = (person: TestClient, id: string, countedFen: number, overrides = {}) =>
    person.post(`${desk.url}/shifts/${id}/close`, aCount(countedFen, overrides));
  return { ...desk, manager, open, close };
}

async function took(desk: Desk, amountFen: number, methods?: object[]) {
  const charge = await desk.charged(amountFen);
  const receipt = aReceipt(desk.owner.id, [charge], methods ? { methods: methods as never } : {});
  const reply = await desk.cashier.post(`${desk.url}/receipts`, receipt);
  expect(reply).toMatchObject({ status: 201 });
  return reply.body as { id: string; receiptNo: string; shiftId: string | null };
}

test("a shift's totals are its receipts by method and item, red receipts and refunds; the count ends it", async () => {
  const till = await aTill();
  const { id } = await till.open();
  await took(till, 10_000, [{ method: "CASH", tenderedFen: 20_000 }]);
  await took(till, 7_500, [
    { method: "WECHAT", tenderedFen: 5_000 },
    { method: "CASH", tenderedFen: 2_500 },
  ]);
  const wrong = await took(till, 3_000);
  const red = await till.reviewer.post(`${till.url}/receipts/${wrong.id}/reverse`, { reason: "收错房间" });
  expect(red.body.shiftId).toBe(id);
  expect((await aRefundPaid(app, till, red.body.id, 2_000)).body.status).toBe("PAID");

  const { body: open } = await till.cashier.get(`${till.url}/shifts/${id}`);
  expect(open).toMatchObject({ status: "OPEN", expectedFen: null, cashierName: "收费员甲" });
  expect(open.totals).toMatchObject({
    receipts: 3,
    reds: 1,
    refunds: 1,
    receivedFen: 20_500,
    reversedFen: -3_000,
    refundedFen: -2_000,
    cashInFen: 15_500,
    cashOutFen: -2_000,
    expectedFen: 63_500,
    firstReceiptNo: "SJ000001",
    lastReceiptNo: "SJ000004",
    methods: [
      { method: "CASH", receivedFen: 15_500, reversedFen: -3_000, voidedFen: 0, refundedFen: -2_000 },
      { method: "WECHAT", receivedFen: 5_000, reversedFen: 0, voidedFen: 0, refundedFen: 0 },
    ],
    items: [{ feeItemName: till.feeItem.name, receivedFen: 17_500, offsetFen: 0 }],
  });
  const notes = [
    { denomination: "10000", count: 6 },
    { denomination: "500", count: 7 },
  ];
  const closed = await till.close(till.cashier, id, 63_500, { notes });
  expect(closed).toMatchObject({
    status: 200,
    body: { status: "CLOSED", expectedFen: 63_500, differenceFen: 0, notes },
  });
  expect(closed.body.totals).toEqual(open.totals);
  await checkInvariants(app.db, till.projectId);
});

test("what is voided on the spot leaves the till at once", async () => {
  const till = await aTill();
  const { id } = await till.open();
  await took(till, 10_000);
  const wrong = await took(till, 3_000);
  const voided = await till.cashier.post(`${till.url}/receipts/${wrong.id}/void`, { reason: "重复收款" });
  expect(voided.body.shiftId).toBe(id);
  const { body } = await till.cashier.get(`${till.url}/shifts/${id}`);
  expect(body.totals).toMatchObject({ cashInFen: 13_000, cashOutFen: -3_000, expectedFen: 60_000 });
  expect((await till.close(till.cashier, id, 60_000)).body.status).toBe("CLOSED");
  await checkInvariants(app.db, till.projectId);
});

test("a void takes no more cash out of the till than is in it", async () => {
  const till = await aTill();
  await till.open(till.cashier, { floatFen: 0 });
  const wrong = await took(till, 10_000);
  const slip = {
    id: newId(),
    slipNo: "JS-1",
    depositedOn: "2026-03-10",
    takingsOn: "2026-03-10",
    account: "工行 1234",
  };
  const banked = await till.cashier.post(`${till.url}/bank-deposits`, { ...slip, amountFen: 4_000, fromShift: true });
  expect(banked.status).toBe(201);
  const refused = await till.cashier.post(`${till.url}/receipts/${wrong.id}/void`, { reason: "重复收款" });
  expect(refused).toMatchObject({ status: 409, body: { code: "TILL_SHORT" } });
  await checkInvariants(app.db, till.projectId);
});

test("a void that waited while its shift was counted is refused", async () => {
  const till = await aTill();
  const { id } = await till.open();
  const wrong = await took(till, 10_000);
  const counting = app.db.createQueryRunner();
  await counting.startTransaction();
  await counting.query(
    "UPDATE cashier_shift SET status = 'COUNTED', counted_fen = 60000, expected_fen = 60000 WHERE id = $1",
    [id],
  );
  const voiding = till.cashier.post(`${till.url}/receipts/${wrong.id}/void`, { reason: "重复收款" }).then((r) => r);
  await somebodyWaits(app);
  await counting.commitTransaction();
  await counting.release();
  const { status, body } = await voiding;
  expect([status, body.code]).toEqual([409, "VOID_NOT_ALLOWED"]);
  expect((await till.cashier.get(`${till.url}/receipts/${wrong.id}`)).body.status).toBe("VALID");
});

test("a difference needs a reason and a second person, who may send it back", async () => {
  const till = await aTill();
  const { id } = await till.open();
  await took(till, 10_000);
  const short = await till.close(till.cashier, id, 59_800);
  expect(short).toMatchObject({
    status: 400,
    body: { fields: { differenceReason: [expect.stringContaining("短款 2.00")] } },
  });
  const reason = { differenceReason: "找零多付" };
  expect((await till.close(till.cashier, id, 59_800, reason)).body).toMatchObject({
    status: "COUNTED",
    differenceFen: -200,
  });
  const witness = (person: TestClient, body: object) => person.post(`${till.url}/shifts/${id}/witness`, body);
  expect((await witness(till.cashier, { agreed: true })).status).toBe(403);
  expect((await witness(till.manager, { agreed: false })).body.fields.note).toEqual(["退回重新清点请写明意见"]);
  expect((await witness(till.manager, { agreed: false, note: "再点一遍" })).body).toMatchObject({
    status: "OPEN",
    countedFen: null,
    witnessNote: "再点一遍",
  });
  expect((await till.close(till.cashier, id, 59_900, reason)).body.status).toBe("COUNTED");
  const replies = await Promise.all([1, 2].map(() => witness(till.manager, { agreed: true, note: "属实" })));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const { body } = await till.manager.get(`${till.url}/shifts/${id}`);
  expect(body).toMatchObject({ status: "CLOSED", differenceFen: -100, witnessName: "经理丁", witnessNote: "属实" });
  await checkInvariants(app.db, till.projectId);
});

test("a person does not witness his own count, though he has the right", async () => {
  const till = await aTill();
  const { id } = await till.open();
  const counted = await till.manager.post(
    `${till.url}/shifts/${id}/close-for`,
    aCount(49_000, { differenceReason: "当班人离岗，代为清点" }),
  );
  expect(counted.body).toMatchObject({ status: "COUNTED", countedByName: "经理丁" });
  const own = await till.manager.post(`${till.url}/shifts/${id}/witness`, { agreed: true });
  expect(own).toMatchObject({ status: 409, body: { code: "SAME_PERSON" } });
});

test("one unfinished shift of a cashier at a time, also when two are opened at once", async () => {
  const till = await aTill();
  const replies = await Promise.all([1, 2, 3].map(() => till.cashier.post(`${till.url}/shifts`, aShift())));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  const again = await till.cashier.post(`${till.url}/shifts`, aShift());
  expect(again).toMatchObject({ status: 409, body: { code: "SHIFT_UNFINISHED" } });
  expect(again.body.detail).toContain("BC000001 还没有交班");
});

test("the same opening twice opens once; the id with another float is refused", async () => {
  const till = await aTill();
  const opening = aShift();
  expect((await till.cashier.post(`${till.url}/shifts`, opening)).body.shiftNo).toBe("BC000001");
  expect((await till.cashier.post(`${till.url}/shifts`, opening)).body.shiftNo).toBe("BC000001");
  const other = await till.cashier.post(`${till.url}/shifts`, { ...opening, floatFen: 1 });
  expect(other).toMatchObject({ status: 409, body: { code: "ID_REUSED" } });
});

test("of two closings at once one wins; a receipt at the same time is in the totals or refused", async () => {
  const till = await aTill();
  await till.manager.put(`${till.url}/desk-settings`, { shiftRequired: true, banking: "OFF", allocation: "FREE" });
  const { id } = await till.open();
  const charge = await till.charged(1_000);
  const receipt = aReceipt(till.owner.id, [charge], { methods: [{ method: "WECHAT", tenderedFen: 1_000 }] });
  const [one, two, posted] = await Promise.all([
    till.close(till.cashier, id, 50_000),
    till.close(till.cashier, id, 50_000),
    till.cashier.post(`${till.url}/receipts`, receipt),
  ]);
  expect([one.status, two.status].toSorted()).toEqual([200, 409]);
  expect([one, two].find(({ status }) => status === 409)!.body.code).toBe("SHIFT_NOT_OPEN");
  const { body } = await till.cashier.get(`${till.url}/shifts/${id}`);
  expect(posted.status).toBe(body.totals.receipts === 1 ? 201 : 409);
  await checkInvariants(app.db, till.projectId);
});

test("where shifts are required nothing is taken without one; a closed one takes no more, its corrections go to the open one", async () => {
  const till = await aTill();
  expect((await took(till, 500)).shiftId).toBeNull();
  await till.manager.put(`${till.url}/desk-settings`, { shiftRequired: true, banking: "OFF", allocation: "FREE" });
  const charge = await till.charged(4_000);
  const refused = await till.cashier.post(`${till.url}/receipts`, aReceipt(till.owner.id, [charge]));
  expect(refused).toMatchObject({ status: 409, body: { code: "SHIFT_REQUIRED" } });

  const first = await till.open();
  const receipt = await took(till, 2_000);
  expect((await till.close(till.cashier, first.id, 52_000)).status).toBe(200);
  expect((await till.close(till.cashier, first.id, 52_000)).body.detail).toContain("已交班，不能再变更");
  const second = await till.open(till.cashier, { takenFromId: first.id });
  const red = await till.reviewer.post(`${till.url}/receipts/${receipt.id}/reverse`, { reason: "重复收款" });
  expect(red.body.shiftId).toBe(second.id);
  const { body } = await till.cashier.get(`${till.url}/shifts/${first.id}`);
  expect(body.totals).toMatchObject({ receipts: 1, reds: 0, receivedFen: 2_000 });
  expect(body.takenBy).toMatchObject({ id: second.id });
  await checkInvariants(app.db, till.projectId);
});

test("a till is taken over once, with what was left in it", async () => {
  const till = await aTill();
  const colleague = await app.as(["billing:read", "billing:collect"], till.projectId, "收费员乙");
  const { id } = await till.open();
  const early = await colleague.post(`${till.url}/shifts`, aShift({ takenFromId: id }));
  expect(early).toMatchObject({ status: 409, body: { code: "TILL_NOT_LEFT" } });
  await till.close(till.cashier, id, 50_000, { leftFen: 30_000 });
  expect((await colleague.get(`${till.url}/shifts/mine`)).body.tills).toMatchObject([{ shiftId: id, leftFen: 30_000 }]);
  const wrong = await colleague.post(`${till.url}/shifts`, aShift({ takenFromId: id, floatFen: 20_000 }));
  expect(wrong).toMatchObject({ status: 409, body: { code: "FLOAT_DIFFERS" } });
  const takeOver = (person: TestClient) =>
    person.post(`${till.url}/shifts`, aShift({ takenFromId: id, floatFen: 30_000 }));
  const replies = await Promise.all([takeOver(colleague), takeOver(till.cashier)]);
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409]);
});

test("cash is paid back only out of a till that holds it; another's till by name", async () => {
  const till = await aTill();
  const receipt = await took(till, 9_000);
  const { id } = await till.open(till.cashier, { floatFen: 5_000 });
  const red = await till.reviewer.post(`${till.url}/receipts/${receipt.id}/reverse`, { reason: "退费" });
  const ask = (amountFen: number) => aRefundApproved(app, till, red.body.id, amountFen);
  const [first, second, last] = [await ask(4_000), await ask(4_000), await ask(1_000)];
  const two = await Promise.all([first, second].map(({ pay }) => pay({ shiftId: id })));
  expect(two.map(({ body }) => body.code ?? body.status).toSorted()).toEqual(["PAID", "TILL_SHORT"]);
  expect(await last.pay({ shiftId: newId() })).toMatchObject({ status: 404 });
  await till.close(till.cashier, id, 1_000, { leftFen: 0 });
  expect((await last.pay({ shiftId: id })).body.code).toBe("SHIFT_NOT_OPEN");
  await checkInvariants(app.db, till.projectId);
});

test("cash of yesterday must be banked before the next shift, where the project says so", async () => {
  const till = await aTill();
  await till.manager.put(`${till.url}/desk-settings`, { shiftRequired: true, banking: "REFUSE", allocation: "FREE" });
  const { id } = await till.open();
  await took(till, 80_000);
  const slip = (overrides = {}) => ({
    id: newId(),
    slipNo: "JS-0310-1",
    depositedOn: "2026-03-10",
    takingsOn: "2026-03-10",
    amountFen: 30_000,
    account: "工行基本户 1234",
    fromShift: true,
    ...overrides,
  });
  const record = (body: object) => till.cashier.post(`${till.url}/bank-deposits`, body);
  expect((await record(slip())).body).toMatchObject({ shiftNo: "BC000001", amountFen: 30_000 });
  expect(await record(slip({ fromShift: false }))).toMatchObject({ status: 409 });
  const closed = await till.close(till.cashier, id, 100_000);
  expect(closed.body.totals).toMatchObject({ bankedFen: -30_000, expectedFen: 100_000 });

  app.clock.set("2026-03-11");
  expect((await till.cashier.get(`${till.url}/shifts/mine`)).body).toMatchObject({
    banking: "REFUSE",
    unbanked: [{ day: "2026-03-10", fen: 50_000 }],
  });
  const refused = await till.cashier.post(`${till.url}/shifts`, aShift());
  expect(refused).toMatchObject({ status: 409, body: { code: "CASH_NOT_BANKED" } });
  const rest = slip({ slipNo: "JS-0311-1", depositedOn: "2026-03-11", amountFen: 50_000, fromShift: false });
  const both = await Promise.all([record(rest), record({ ...rest, id: newId(), slipNo: "JS-0311-2" })]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect((await till.cashier.post(`${till.url}/shifts`, aShift())).status).toBe(201);

  const { body: list } = await till.cashier.get(`${till.url}/bank-deposits`);
  const first = list.items.find(({ shiftNo }: { shiftNo: string | null }) => shiftNo === "BC000001");
  const cancel = await till.manager.post(`${till.url}/bank-deposits/${first.id}/cancel`, { reason: "记错" });
  expect(cancel).toMatchObject({ status: 409, body: { code: "SHIFT_NOT_OPEN" } });
  await checkInvariants(app.db, till.projectId);
});

test("a month is not closed over an unfinished shift", async () => {
  const till = await aTill();
  const { id, shiftNo } = await till.open();
  app.clock.set("2026-04-01");
  const month = `${till.url}/periods/2026-03`;
  const { body } = await till.reviewer.get(`${month}/checklist`);
  const check = body.items.find(({ key }: { key: string }) => key === "SHIFTS_OPEN");
  expect(check).toMatchObject({ severity: "BLOCK", count: 1, examples: [`${shiftNo} 收费员甲（当班）`] });
  await till.close(till.cashier, id, 50_000);
  const { body: after } = await till.reviewer.get(`${month}/checklist`);
  expect(after.items.find(({ key }: { key: string }) => key === "SHIFTS_OPEN").severity).toBe("OK");
});

test.each([
  ["notes that do not come to the cash", { notes: [{ denomination: "10000", count: 1 }] }, "notes"],
  ["more left than there is", { leftFen: 50_001 }, "leftFen"],
  ["a note that does not exist", { notes: [{ denomination: "20000", count: 1 }] }, "notes.0.denomination"],
  ["half a note", { notes: [{ denomination: "100", count: 0.5 }] }, "notes.0.count"],
  ["negative cash", { countedFen: -1 }, "countedFen"],
  ["an emoji as reason", { differenceReason: "少了😀" }, "differenceReason"],
  ["an unknown field", { expectedFen: 1 }, "expectedFen"],
])("refuses %s", async (_what, overrides, field) => {
  const till = await shared;
  const reply = await till.close(till.cashier, till.shiftId, 50_000, overrides);
  expect(reply.status).toBe(400);
  expect(reply.body.fields).toHaveProperty([field]);
});

test("another's shift is not closed without the right, nor one of another project", async () => {
  const till = await shared;
  const colleague = await app.as(["billing:read", "billing:collect"], till.projectId);
  const others = await till.close(colleague, till.shiftId, 50_000);
  expect(others).toMatchObject({ status: 403, body: { code: "SHIFT_OF_OTHER" } });
  const stranger = await aTill();
  expect((await stranger.close(stranger.cashier, till.shiftId, 50_000)).status).toBe(404);
  expect((await stranger.cashier.get(`${stranger.url}/shifts/${till.shiftId}`)).status).toBe(404);
});

const shared = aTill().then(async (till) => ({ ...till, shiftId: (await till.open()).id }));
