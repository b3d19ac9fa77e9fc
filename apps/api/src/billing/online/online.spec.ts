import type { OnlineOrderDetailDto } from "@linli/contracts";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp, type TestClient } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedCustomer } from "../../customer/customer.factories.js";
import { MinuteWork } from "../../jobs/minute-work.js";
import { savedProject } from "../../property/property.factories.js";
import { aDebitCommunity, exported, ok } from "../debit/debit.factories.js";
import { aReceipt } from "../receipts.factories.js";
import { aChannel, anOnlineDesk, type Answers, KEY, startChannel } from "./online.factories.js";

const app = await startTestApp();
const channel = await startChannel(app);
const { simulator } = channel;
afterAll(async () => {
  await simulator.stop();
  await app.close();
});
beforeEach(() => channel.setClock("2026-03-10"));

const anOnline = () => anOnlineDesk(app, channel);
type Online = Awaited<ReturnType<typeof anOnline>>;

/** The payer pays, and the channel says nothing of it yet. */
const paid = ({ tradeNo }: { tradeNo: string }, how: object = {}) =>
  simulator.tell(`/orders/${tradeNo}/pay`, { notify: "never", ...how });
/** The channel says so. */
const notified = ({ tradeNo }: { tradeNo: string }, fields: object = {}) =>
  simulator.tell<Answers>(`/orders/${tradeNo}/notify`, fields);
const minutely = () => app.app.get(MinuteWork).run();
const openFen = async (desk: Online, { id }: { id: string }) =>
  (await desk.cashier.get(`${desk.url}/charges/${id}`)).body.openFen;
const prepaid = async (desk: Online) =>
  (await desk.cashier.get(`${desk.url}/prepayments`)).body.items.map((one: { balanceFen: number }) => one.balanceFen);

test("a payer pays by link: the notification posts a receipt for the charges, and the order says so", async () => {
  const desk = await anOnline();
  const charges = [await desk.charged(10_000), await desk.charged(5_050, "2026-02")];
  const created = await desk.ordered(charges);
  expect(created).toMatchObject({ status: "CREATED", amountFen: 15_050, orderNo: "XS000001", receiptId: null });
  expect(created.payUrl).toContain(simulator.url);
  const page = await (await fetch(created.payUrl!)).text();
  expect(page).toContain("150.50");

  await paid(created);
  expect((await notified(created)).answers).toEqual([{ status: 200, answer: { code: "SUCCESS", message: "OK" } }]);
  const order = await desk.order(created);
  expect(order).toMatchObject({
    status: "PAID",
    receiptId: created.id,
    prepaidFen: 0,
    paidAfterClose: false,
    notices: [{ kind: "PAYMENT", result: "POSTED" }],
  });
  expect(order.charges.map(({ paidFen, openFen: open }) => [paidFen, open])).toEqual(
    expect.arrayContaining([
      [10_000, 0],
      [5_050, 0],
    ]),
  );
  const receipt = (await desk.cashier.get(`${desk.url}/receipts/${created.id}`)).body;
  expect(receipt).toMatchObject({ amountFen: 15_050, cashierName: "系统", bookedOn: "2026-03-10" });
  expect(receipt.methods).toMatchObject([{ method: "WECHAT", referenceNo: order.transactionNo }]);
  await checkInvariants(app.db, desk.projectId);
});

test("notified twice at once and later again, it posts once", async () => {
  const desk = await anOnline();
  const order = await desk.ordered([await desk.charged(10_000)]);
  await paid(order);
  const { answers } = await notified(order, { copies: 5 });
  expect(answers.map(({ answer }) => answer.code)).toEqual(Array(5).fill("SUCCESS"));
  await notified(order);
  const { notices } = await desk.order(order);
  expect(notices.map(({ result }) => result).sort()).toEqual(["POSTED", ...Array(5).fill("REPEATED")]);
  expect((await desk.cashier.get(`${desk.url}/receipts`)).body.items).toHaveLength(1);
  await checkInvariants(app.db, desk.projectId);
});

test("a lost notification is found by asking: by hand, and every minute without anybody asking", async () => {
  const desk = await anOnline();
  const [first, second] = [
    await desk.ordered([await desk.charged(10_000)]),
    await desk.ordered([await desk.charged(20_000, "2026-02")]),
  ];
  expect((await desk.cashier.post(`${desk.orders}/${first.id}/query`)).body.status).toBe("CREATED");
  await Promise.all([paid(first), paid(second)]);
  const found = await desk.cashier.post(`${desk.orders}/${first.id}/query`);
  expect(found).toMatchObject({
    status: 200,
    body: { status: "PAID", notices: [{ kind: "QUERY", result: "POSTED" }] },
  });

  await minutely();
  expect((await desk.order(second)).status).toBe("CREATED");
  await channel.setClock("2026-03-10T10:02:00+08:00");
  await minutely();
  expect((await desk.order(second)).status).toBe("PAID");
  await checkInvariants(app.db, desk.projectId);
});

test("an order whose time is over is closed at the channel; what nobody could say in time is booked on the day it was paid", async () => {
  const desk = await anOnline();
  const [unpaid, paidInTime] = [
    await desk.ordered([await desk.charged(10_000)]),
    await desk.ordered([await desk.charged(20_000, "2026-02")]),
  ];
  await paid(paidInTime);
  await channel.setClock("2026-03-12");
  await minutely();
  expect(await desk.order(unpaid)).toMatchObject({ status: "CLOSED", closeReason: "超过有效时间没有支付" });
  expect(await desk.order(paidInTime)).toMatchObject({ status: "PAID", paidAfterClose: false });
  const receipt = await desk.cashier.get(`${desk.url}/receipts/${paidInTime.id}`);
  expect(receipt.body.bookedOn).toBe("2026-03-10");
  await expect(paid(unpaid)).rejects.toThrow("ORDER_CLOSED");
});

test("heard of days later, what was paid by cash and reversed in between is kept as prepayment: it was settled that day", async () => {
  const desk = await anOnline();
  const charge = await desk.charged(10_000);
  const order = await desk.ordered([charge]);
  await paid(order);
  const cash = await desk.cashier.post(
    `${desk.url}/receipts`,
    aReceipt(desk.owner.id, [{ ...charge, openFen: 4_000 }]),
  );
  await channel.setClock("2026-03-12");
  await desk.reviewer.post(`${desk.url}/receipts/${cash.body.id}/reverse`, { reason: "收错房间" });
  await notified(order);
  expect(await desk.order(order)).toMatchObject({ status: "PAID", prepaidFen: 4_000 });
  expect(await openFen(desk, charge)).toBe(4_000);
  await checkInvariants(app.db, desk.projectId);
});

test("money that comes after closing is real: booked where something is open, kept as prepayment otherwise, and flagged", async () => {
  const desk = await anOnline();
  const [open, settled] = [await desk.charged(10_000), await desk.charged(20_000, "2026-02")];
  const orders = [await desk.ordered([open]), await desk.ordered([settled])] as const;
  for (const { id } of orders)
    expect((await desk.cashier.post(`${desk.orders}/${id}/close`, { reason: "业主要付现金" })).body.status).toBe(
      "CLOSED",
    );
  await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [settled]));
  for (const order of orders) {
    await paid(order, { force: true });
    expect((await notified(order)).answers[0]!.answer.code).toBe("SUCCESS");
  }
  expect(await desk.order(orders[0])).toMatchObject({ status: "PAID", paidAfterClose: true, prepaidFen: 0 });
  expect(await desk.order(orders[1])).toMatchObject({ status: "PAID", paidAfterClose: true, prepaidFen: 20_000 });
  expect(await prepaid(desk)).toEqual([20_000]);
  const flagged = await desk.cashier.get(`${desk.orders}?attention=true`);
  expect(flagged.body.items).toHaveLength(2);
  await checkInvariants(app.db, desk.projectId);
});

test("a refund told of before its payment: the payment is asked for and booked first", async () => {
  const desk = await anOnline();
  const order = await desk.ordered([await desk.charged(10_000)]);
  const refundNo = newId().replaceAll("-", "");
  const notice = () => simulator.tell<Answers>(`/refunds/${desk.channel.merchantId}/${refundNo}/notify`);
  await paid(order);
  await simulator.tell(`/orders/${order.tradeNo}/refund`, { refundNo, amountFen: 4_000 });
  expect((await notice()).answers[0]!.answer.code).toBe("SUCCESS");
  expect((await notified(order)).answers[0]!.answer.code).toBe("SUCCESS");
  const { status, notices } = await desk.order(order);
  expect(status).toBe("PAID");
  expect(notices.map(({ kind, result }) => `${kind} ${result}`)).toEqual([
    "PAYMENT REPEATED",
    "REFUND NOTED",
    "QUERY POSTED",
  ]);
});

describe("what is refused changes nothing and is noted", () => {
  const refusals = async (desk: Online) =>
    app.db.query<{ result: string; order_id: string | null }[]>(
      "SELECT result, order_id FROM online_notification WHERE project_id = $1 ORDER BY id",
      [desk.projectId],
    );

  test("a forged signature, no signature, another body under the signature", async () => {
    const desk = await anOnline();
    const charge = await desk.charged(10_000);
    const order = await desk.ordered([charge]);
    const at = `${desk.url}/online-channels/${desk.channel.id}/notify`;
    const message = {
      kind: "PAYMENT",
      merchantId: desk.channel.merchantId,
      tradeNo: order.tradeNo,
      amountFen: 10_000,
      transactionNo: "T1",
      at: "2026-03-10T02:00:00Z",
    };
    const forged = await app.anonymous().send("POST", at, message, {
      "x-pay-timestamp": String(app.clock.now().getTime() / 1000),
      "x-pay-nonce": "1",
      "x-pay-signature": "0".repeat(64),
    });
    expect(forged).toMatchObject({ status: 401, body: { code: "FAIL", message: expect.stringContaining("签名") } });
    expect((await app.anonymous().post(at, message)).status).toBe(401);
    expect((await app.anonymous().post(at)).status).toBe(401);
    expect((await app.anonymous().post(`${desk.url}/online-channels/${newId()}/notify`, message)).status).toBe(404);
    expect(await openFen(desk, charge)).toBe(10_000);
    expect((await refusals(desk)).map(({ result }) => result)).toEqual(Array(3).fill("BAD_SIGNATURE"));
  });

  test("a signature of long ago", async () => {
    const desk = await anOnline();
    const order = await desk.ordered([await desk.charged(10_000)]);
    await paid(order);
    app.clock.set("2026-03-10T10:06:00+08:00");
    expect((await notified(order)).answers[0]).toMatchObject({ status: 401 });
    expect((await desk.order(order)).status).toBe("CREATED");
  });

  test.each([
    ["another merchant", { merchantId: "OTHER" }, 403, "WRONG_MERCHANT"],
    ["another sum", { amountFen: 9_999 }, 409, "AMOUNT_MISMATCH"],
    ["an order that is none of ours", { tradeNo: "0".repeat(32) }, 404, "UNKNOWN_ORDER"],
    ["a sum that is none", { amountFen: "10000" }, 400, "MALFORMED"],
    ["a day that is none", { at: "2026-02-31T99:00:00Z" }, 400, "MALFORMED"],
    ["another kind", { kind: "GIFT" }, 400, "MALFORMED"],
  ])("%s", async (_what, fields, status, result) => {
    const desk = await anOnline();
    const charge = await desk.charged(10_000);
    const order = await desk.ordered([charge]);
    await paid(order);
    expect((await notified(order, fields)).answers[0]).toMatchObject({ status, answer: { code: "FAIL" } });
    expect(await openFen(desk, charge)).toBe(10_000);
    expect((await desk.order(order)).status).toBe("CREATED");
    expect((await refusals(desk)).map((one) => one.result)).toEqual([result]);
  });

  test("an order of another project's channel", async () => {
    const [desk, other] = [await anOnline(), await anOnline()];
    const order = await desk.ordered([await desk.charged(10_000)]);
    await paid(order);
    const foreign = await other.ordered([await other.charged(10_000)]);
    expect((await notified(order, { tradeNo: foreign.tradeNo })).answers[0]).toMatchObject({ status: 404 });
    expect((await other.order(foreign)).status).toBe("CREATED");
  });

  test("a second transaction of the same order", async () => {
    const desk = await anOnline();
    const order = await desk.ordered([await desk.charged(10_000)]);
    await paid(order);
    await notified(order);
    const second = await notified(order, { transactionNo: "T-ANOTHER" });
    expect(second.answers[0]).toMatchObject({ status: 409 });
    expect(await desk.order(order)).toMatchObject({
      problem: "TRANSACTION_MISMATCH",
      notices: [{ result: "TRANSACTION_MISMATCH" }, { result: "POSTED" }],
    });
    // somebody has to pay it back: the order is among those to be looked at, also when it says another sum
    const flagged = await desk.cashier.get(`${desk.orders}?attention=true`);
    expect(flagged.body.items).toMatchObject([{ id: order.id, status: "PAID" }]);
    await notified(order, { transactionNo: "T-THIRD", amountFen: 1 });
    expect((await desk.order(order)).notices[0]).toMatchObject({ result: "TRANSACTION_MISMATCH" });
  });
});

test("a charge paid at the desk meanwhile: the money is kept as prepayment of the room", async () => {
  const desk = await anOnline();
  const [one, two] = [await desk.charged(10_000), await desk.charged(5_000, "2026-02")];
  const order = await desk.ordered([one, two]);
  await desk.cashier.post(
    `${desk.url}/receipts`,
    aReceipt(desk.owner.id, [], {
      lines: [{ chargeId: one.id, amountFen: 4_000 }],
      methods: [{ method: "CASH", tenderedFen: 4_000 }],
    }),
  );
  await paid(order);
  await notified(order);
  expect(await desk.order(order)).toMatchObject({ status: "PAID", prepaidFen: 4_000 });
  expect([await openFen(desk, one), await openFen(desk, two)]).toEqual([0, 0]);
  expect(await prepaid(desk)).toEqual([4_000]);
  await checkInvariants(app.db, desk.projectId);
});

test("a charge that went out with a bank meanwhile is left to the bank", async () => {
  const community = await aDebitCommunity(app, "PAYMENT_COMPANY", [10_000]);
  const { at, clerk, finance, households } = community;
  const { charge, customer } = households[0]!;
  const body = aChannel({ baseUrl: simulator.url, notifyBaseUrl: channel.notifyBaseUrl });
  await simulator.tell("/merchants", { merchantId: body.merchantId, key: KEY });
  const { id: channelId } = await ok(finance.post(`${at}/online-channels`, body));
  const asked = { id: newId(), channelId, payerId: customer.id, chargeIds: [charge.id] };
  const order = await ok(clerk.post(`${at}/online-orders`, asked));
  await exported(community);
  await paid(order);
  expect((await notified(order)).answers[0]!.answer.code).toBe("SUCCESS");
  expect(await ok(clerk.get(`${at}/online-orders/${order.id}`))).toMatchObject({ status: "PAID", prepaidFen: 10_000 });
  expect(await ok(clerk.get(`${at}/charges/${charge.id}`))).toMatchObject({ openFen: 10_000 });
  const again = await clerk.post(`${at}/online-orders`, { ...asked, id: newId() });
  expect(again.body.code).toBe("CHARGE_ON_DEBIT");
  await checkInvariants(app.db, community.projectId);
});

test("a link somebody may still pay stands in the way of a transfer", async () => {
  const desk = await anOnline();
  const order = await desk.ordered([await desk.charged(10_000)]);
  const manager = await app.asRole("PROJECT_MANAGER", desk.projectId);
  const transfer = await ok(manager.post(`${desk.url}/transfers`, { roomId: desk.room.id }));
  expect(transfer.blocks).toMatchObject([{ label: "线上订单 XS000001 等待支付", amountFen: 10_000 }]);
  await desk.cashier.post(`${desk.orders}/${order.id}/close`, { reason: "要过户" });
  expect((await ok(manager.get(`${desk.url}/transfers/${transfer.id}`))).blocks).toEqual([]);
});

test("the desk, the notification and the query at once: every fen is booked once, nothing is paid twice", async () => {
  const desk = await anOnline();
  const charges = await Promise.all(["2026-01", "2026-02", "2026-03"].map((period) => desk.charged(10_000, period)));
  const order = await desk.ordered(charges);
  await paid(order);
  const [cash] = await Promise.all([
    desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, charges)),
    notified(order, { copies: 3 }),
    desk.cashier.post(`${desk.orders}/${order.id}/query`),
  ]);
  const { prepaidFen, status } = await desk.order(order);
  expect(status).toBe("PAID");
  expect(prepaidFen).toBe(cash.status === 201 ? 30_000 : 0);
  expect(await Promise.all(charges.map((charge) => openFen(desk, charge)))).toEqual([0, 0, 0]);
  await checkInvariants(app.db, desk.projectId);
});

test("a payer who was merged meanwhile: the receipt is the survivor's", async () => {
  const desk = await anOnline();
  const order = await desk.ordered([await desk.charged(10_000)]);
  const survivor = await savedCustomer(app, desk.projectId, { name: "王芳" });
  await app.db.query("UPDATE customer SET merged_into_id = $3 WHERE project_id = $1 AND id = $2", [
    desk.projectId,
    desk.owner.id,
    survivor.id,
  ]);
  await paid(order);
  expect((await notified(order)).answers[0]!.answer.code).toBe("SUCCESS");
  expect(await desk.order(order)).toMatchObject({ status: "PAID", payerName: "王芳", prepaidFen: 0 });
  const receipt = await desk.cashier.get(`${desk.url}/receipts/${order.id}`);
  expect(receipt.body.payerId).toBe(survivor.id);
});

test("paid in a month that is closed by now: booked today", async () => {
  const desk = await anOnline();
  await channel.setClock("2026-02-27");
  const order = await desk.ordered([await desk.charged(10_000, "2026-02")]);
  await paid(order);
  await channel.setClock("2026-03-10");
  await app.db.query(
    `INSERT INTO billing_period (project_id, id, period, status, created_at) VALUES ($1, $2, '2026-02', 'CLOSED', now())
     ON CONFLICT (project_id, period) DO UPDATE SET status = 'CLOSED'`,
    [desk.projectId, newId()],
  );
  await notified(order);
  expect((await desk.cashier.get(`${desk.url}/receipts/${order.id}`)).body.bookedOn).toBe("2026-03-10");
});

describe("making orders", () => {
  test("twice with one id makes one; with another body, for a charge that waits already, or for nothing it is refused", async () => {
    const desk = await anOnline();
    const [charge, other] = [await desk.charged(10_000), await desk.charged(5_000, "2026-02")];
    const body = desk.anOrder([charge]);
    const replies = await Promise.all([1, 2].map(() => desk.cashier.post(desk.orders, body)));
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    expect((await desk.cashier.get(desk.orders)).body.items).toHaveLength(1);
    const refused = async (changed: object) => (await desk.cashier.post(desk.orders, changed)).body.code;
    expect(await refused({ ...body, chargeIds: [other.id] })).toBe("ID_REUSED");
    expect(await refused(desk.anOrder([charge, other]))).toBe("ONLINE_ORDER_WAITING");
    expect(await refused(desk.anOrder([]))).toBe("INVALID_INPUT");
    expect(await refused({ ...desk.anOrder([other]), amountFen: 1 })).toBe("INVALID_INPUT");
    expect(await refused(desk.anOrder([{ id: newId() }]))).toBe("NOT_FOUND");
    const stranger = await savedCustomer(app, desk.projectId);
    expect(await refused(desk.anOrder([other], { payerId: stranger.id }))).toBe("CHARGE_OTHER_PAYER");
    await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [other]));
    expect(await refused(desk.anOrder([other]))).toBe("AMOUNT_EXCEEDS_OPEN");
    const { id: foreign } = await savedProject(app);
    expect((await desk.cashier.post(`/projects/${foreign}/online-orders`, body)).status).toBe(403);
  });

  test("two links for one charge at once: one is made, the other names it", async () => {
    const desk = await anOnline();
    const charge = await desk.charged(10_000);
    const replies = await Promise.all([1, 2, 3].map(() => desk.cashier.post(desk.orders, desk.anOrder([charge]))));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const refused = replies.find(({ status }) => status === 409)!;
    const [{ id: orderId }] = (await desk.cashier.get(desk.orders)).body.items;
    const detail = expect.stringContaining("XS000001");
    expect(refused.body).toMatchObject({ code: "ONLINE_ORDER_WAITING", detail, details: { orderId } });
  });

  test("the project's order of payment is kept; the payer's own choice stays with the receipt", async () => {
    const desk = await anOnline();
    const manager = await app.asRole("PROJECT_MANAGER", desk.projectId);
    const settings = { shiftRequired: false, banking: "OFF", allocation: "OLDEST_FIRST" };
    expect((await manager.put(`${desk.url}/desk-settings`, settings)).status).toBe(200);
    const [january, february] = [await desk.charged(3_000, "2026-01"), await desk.charged(2_000, "2026-02")];
    const refused = await desk.cashier.post(desk.orders, desk.anOrder([february]));
    expect(refused).toMatchObject({ status: 409, body: { code: "ALLOCATION_ORDER" } });
    expect(refused.body.detail).toContain("2026-01 应先缴清");
    const body = desk.anOrder([february], { allocationReason: "业主指定先付二月" });
    expect((await desk.cashier.post(desk.orders, body)).status).toBe(201);
    const order = await desk.order(body);
    await paid(order);
    await notified(order);
    const receipt = await desk.cashier.get(`${desk.url}/receipts/${order.id}`);
    expect(receipt.body.allocationReason).toBe("业主指定先付二月");
    expect((await desk.cashier.post(desk.orders, desk.anOrder([january]))).status).toBe(201);
  });

  test("an order without a link is sent again by whoever may collect, and asked about by nobody who only reads", async () => {
    const desk = await anOnline();
    const { id, notifyUrl: _url, ...dto } = desk.channel;
    await desk.finance.put(`${desk.url}/online-channels/${id}`, { ...dto, baseUrl: "http://127.0.0.1:9" });
    const charges = [await desk.charged(10_000), await desk.charged(5_000, "2026-02")];
    const body = desk.anOrder(charges);
    expect((await desk.cashier.post(desk.orders, body)).status).toBe(503);
    await desk.finance.put(`${desk.url}/online-channels/${id}`, dto);
    const at = `${desk.orders}/${body.id}`;
    const reader = await app.as(["property:read", "billing:read"], desk.projectId);
    expect((await reader.post(`${at}/send`)).status).toBe(403);
    expect((await reader.post(`${at}/query`)).status).toBe(403);
    const sent = await desk.cashier.post(`${at}/send`);
    expect(sent).toMatchObject({ status: 200, body: { payUrl: expect.stringContaining(simulator.url) } });
    expect((await desk.cashier.post(`${at}/send`)).body.payUrl).toBe(sent.body.payUrl);
    expect((await desk.cashier.post(`${desk.orders}/${newId()}/send`)).status).toBe(404);
  });

  test("while the channel is away the order stands without a link; the same request asks again, nobody posts anything", async () => {
    const desk = await anOnline();
    const { merchantId } = desk.channel;
    const away = aChannel({ name: "停机的渠道", baseUrl: "http://127.0.0.1:9", merchantId });
    const { body: broken } = await desk.finance.post(`${desk.url}/online-channels`, away);
    const charge = await desk.charged(10_000);
    const body = desk.anOrder([charge], { channelId: broken.id });
    expect(await desk.cashier.post(desk.orders, body)).toMatchObject({
      status: 503,
      body: { code: "ONLINE_CHANNEL_UNAVAILABLE" },
    });
    expect(await desk.order(body)).toMatchObject({ status: "CREATED", payUrl: null });
    await channel.setClock("2026-03-10T11:00:00+08:00");
    await minutely();
    expect((await desk.order(body)).status).toBe("CREATED");
    // its address is put right: the channel never heard of the order, which nobody can pay any more
    const right = { ...away, baseUrl: `${simulator.url}/.`, key: null };
    expect((await desk.finance.put(`${desk.url}/online-channels/${broken.id}`, right)).status).toBe(200);
    await channel.setClock("2026-03-10T11:05:00+08:00");
    await minutely();
    expect(await desk.order(body)).toMatchObject({ status: "CLOSED" });
  });

  test("a key typed wrong is put right although an order waits, and the order can be closed", async () => {
    const desk = await anOnline();
    const at = `${desk.url}/online-channels/${desk.channel.id}`;
    const { id: _id, notifyUrl: _url, ...dto } = desk.channel;
    await desk.finance.put(at, { ...dto, key: "typed-wrong-typed-wrong" });
    const body = desk.anOrder([await desk.charged(10_000)]);
    const close = () => desk.cashier.post(`${desk.orders}/${body.id}/close`, { reason: "密钥填错了" });
    expect((await desk.cashier.post(desk.orders, body)).status).toBe(503);
    expect((await close()).status).toBe(503);
    expect((await desk.finance.put(at, { ...dto, key: KEY })).status).toBe(200);
    expect((await close()).body.status).toBe("CLOSED");
  });

  test("an order that was paid with another sum can be closed, and stays to be looked at", async () => {
    const desk = await anOnline();
    const charge = await desk.charged(10_000);
    const order = await desk.ordered([charge]);
    await paid(order, { amountFen: 9_000 });
    const closed = await desk.cashier.post(`${desk.orders}/${order.id}/close`, { reason: "金额不对，另行处理" });
    expect(closed.body).toMatchObject({ status: "CLOSED", problem: "AMOUNT_MISMATCH", receiptId: null });
    expect((await desk.cashier.get(`${desk.orders}?attention=true`)).body.items).toHaveLength(1);
    expect((await desk.cashier.post(desk.orders, desk.anOrder([charge]))).status).toBe(201);
  });

  test("an order of a channel that stays silent is given up a day after its time", async () => {
    const desk = await anOnline();
    const away = aChannel({ name: "停机的渠道", baseUrl: "http://127.0.0.1:9" });
    const { body: broken } = await desk.finance.post(`${desk.url}/online-channels`, away);
    const body = desk.anOrder([await desk.charged(10_000)], { channelId: broken.id });
    await desk.cashier.post(desk.orders, body);
    await channel.setClock("2026-03-11T10:00:00+08:00");
    await minutely();
    expect((await desk.order(body)).status).toBe("CREATED");
    await channel.setClock("2026-03-11T10:31:00+08:00");
    await minutely();
    expect((await desk.order(body)).status).toBe("CLOSED");
  });
});

describe("channels", () => {
  test("the key is never shown and stays when it is left out; a check says whether the channel knows it", async () => {
    const desk = await anOnline();
    const at = `${desk.url}/online-channels`;
    const listed = (await desk.cashier.get(at)).body.items;
    expect(JSON.stringify(listed)).not.toContain(KEY);
    expect(listed).toMatchObject([{ notifyUrl: expect.stringMatching(/^http.*\/notify$/) }]);
    const [row] = await app.db.query<{ key_cipher: string }[]>("SELECT key_cipher FROM online_channel WHERE id = $1", [
      desk.channel.id,
    ]);
    expect(row!.key_cipher).not.toContain(KEY);
    const audited = await app.db.query<{ after: object }[]>("SELECT after FROM audit_log WHERE entity_id = $1", [
      desk.channel.id,
    ]);
    expect(JSON.stringify(audited)).not.toContain(KEY);

    const { id, notifyUrl: _url, ...dto } = desk.channel;
    expect((await desk.finance.post(`${at}/${id}/check`)).body.ok).toBe(true);
    expect((await desk.finance.put(`${at}/${id}`, { ...dto, validMinutes: 60 })).body.validMinutes).toBe(60);
    expect((await desk.finance.post(`${at}/${id}/check`)).body.ok).toBe(true);
    await desk.finance.put(`${at}/${id}`, { ...dto, key: "another-key-another-key" });
    const checked = (await desk.finance.post(`${at}/${id}/check`)).body;
    expect(checked).toMatchObject({ ok: false, message: expect.stringContaining("不可信") });
  });

  test("while orders wait, what they were asked for with stays", async () => {
    const desk = await anOnline();
    const order = await desk.ordered([await desk.charged(10_000)]);
    const at = `${desk.url}/online-channels/${desk.channel.id}`;
    const { id: _id, notifyUrl: _url, ...dto } = desk.channel;
    const code = async (changed: object) => (await desk.finance.put(at, { ...dto, ...changed })).body.code;
    expect(await code({ key: KEY })).toBeUndefined();
    expect(await code({ baseUrl: `${simulator.url}/.` })).toBe("ONLINE_CHANNEL_IN_USE");
    expect(await code({ merchantId: "M9" })).toBe("ONLINE_CHANNEL_IN_USE");
    await desk.cashier.post(`${desk.orders}/${order.id}/close`, { reason: "不用了" });
    // who had a link may pay late, and refunds go back by the merchant of the payment
    expect(await code({ merchantId: "M9" })).toBe("ONLINE_CHANNEL_IN_USE");
    expect(await code({ baseUrl: `${simulator.url}/.` })).toBeUndefined();
    expect(await code({ method: "ALIPAY" })).toBe("ONLINE_CHANNEL_IN_USE");
    expect((await desk.finance.put(at, { ...dto, active: false })).status).toBe(200);
    const refused = await desk.cashier.post(desk.orders, desk.anOrder([await desk.charged(1_000, "2026-02")]));
    expect(refused.body.code).toBe("ONLINE_CHANNEL_INACTIVE");
  });

  test.each([
    ["no key", { key: null }, "key"],
    ["a short key", { key: "short" }, "key"],
    ["full-width digits", { merchantId: "１２３" }, "merchantId"],
    ["no address", { baseUrl: "ftp://channel" }, "baseUrl"],
    ["an emoji", { name: "微信😀" }, "name"],
    ["a method that is none", { method: "CASH" }, "method"],
    ["a minute", { validMinutes: 1 }, "validMinutes"],
  ])("refuses %s", async (_what, overrides, field) => {
    const { id } = await savedProject(app);
    const finance: TestClient = await app.asRole("FINANCE_REVIEWER", id);
    const reply = await finance.post(`/projects/${id}/online-channels`, { ...aChannel(), ...overrides });
    expect(reply).toMatchObject({ status: 400, body: { code: "INVALID_INPUT" } });
    expect(Object.keys(reply.body.fields)).toContain(field);
  });
});

test("who only reads sees the orders and makes none; the cashier sets no channel up", async () => {
  const desk = await anOnline();
  const reader = await app.as(["billing:read"], desk.projectId);
  expect((await reader.get(desk.orders)).status).toBe(200);
  expect((await reader.post(desk.orders, desk.anOrder([await desk.charged(1_000)]))).status).toBe(403);
  expect((await desk.cashier.post(`${desk.url}/online-channels`, aChannel())).status).toBe(403);
  const found: OnlineOrderDetailDto[] = (await reader.get(`${desk.orders}?q=XS&status=PAID&from=2026-03-01`)).body
    .items;
  expect(found).toEqual([]);
});
