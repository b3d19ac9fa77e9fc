import { checkInvariants } from "../../../../test/invariants.js";
import { startTestApp } from "../../../../test/test-app.js";
import { newId } from "../../../common/ids.js";
import { MinuteWork } from "../../../jobs/minute-work.js";
import { aReceipt } from "../../receipts.factories.js";
import { anOnlineDesk, type Answers, startChannel } from "../online.factories.js";

const app = await startTestApp();
const channel = await startChannel(app);
const { simulator } = channel;
afterAll(async () => {
  await simulator.stop();
  await app.close();
});
beforeEach(async () => {
  await channel.setClock("2026-03-10");
  await simulator.tell("/hold-refunds", { hold: false });
});

const READ = ["property:read", "billing:read"] as const;

/** An order of 100.00 that was paid and reversed; `approved` asks for a refund of it and has it approved. */
async function aReversed() {
  const desk = await anOnlineDesk(app, channel);
  const asker = await app.as([...READ, "billing:request-refund"], desk.projectId, "客服丁");
  const approver = await app.as([...READ, "billing:approve-refund"], desk.projectId, "经理戊");
  const order = await desk.ordered([await desk.charged(10_000)]);
  await simulator.tell(`/orders/${order.tradeNo}/pay`, { notify: "never" });
  await simulator.tell(`/orders/${order.tradeNo}/notify`);
  const { body: red } = await desk.reviewer.post(`${desk.url}/receipts/${order.id}/reverse`, { reason: "收错房间" });
  const requests = `${desk.url}/refund-requests`;
  const approved = async (amountFen: number) => {
    const dto = {
      id: newId(),
      source: "RED_RECEIPT",
      sourceId: red.id,
      amountFen,
      method: "WECHAT",
      reason: "收错房间",
    };
    const { body } = await asker.post(requests, dto);
    await approver.post(`${desk.url}/approvals/${body.approvalId}/approve`, {});
    return { id: dto.id, refundNo: dto.id.replaceAll("-", "") };
  };
  const online = (id: string) => desk.refunder.post(`${requests}/${id}/online`);
  const request = async (id: string) => (await asker.get(`${requests}/${id}`)).body;
  const notified = (refundNo: string, fields = {}) =>
    simulator.tell<Answers>(`/refunds/${desk.channel.merchantId}/${refundNo}/notify`, fields);
  return {
    ...desk,
    asker,
    approver,
    order: order,
    red,
    requests,
    approved,
    online,
    request,
    notified,
    reload: () => desk.order(order),
  };
}

test("an approved refund goes back the way it came: once, with the channel's number, and the order says so", async () => {
  const { approved, online, request, reload, projectId, cashier, url } = await aReversed();
  const [part, rest] = [await approved(4_000), await approved(6_000)];
  expect(await request(part.id)).toMatchObject({
    status: "APPROVED",
    onlineOrderNo: "XS000001",
    onlineRefundStatus: null,
  });
  const replies = await Promise.all([online(part.id), online(part.id)]);
  expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  expect(replies.some(({ body }) => body.status === "SUCCEEDED")).toBe(true);
  expect((await online(part.id)).body).toMatchObject({
    status: "SUCCEEDED",
    channelRefundNo: expect.stringMatching(/^R/),
  });
  expect(await request(part.id)).toMatchObject({
    status: "PAID",
    onlineRefundStatus: "SUCCEEDED",
    paidByName: "财务丙",
  });
  expect(await reload()).toMatchObject({ status: "PAID", refundedFen: 4_000 });
  await online(rest.id);
  expect(await reload()).toMatchObject({ status: "REFUNDED", refundedFen: 10_000, refunds: [{}, {}] });
  const refunds = (await cashier.get(`${url}/refunds`)).body.items as { amountFen: number; method: string }[];
  expect(refunds.map(({ amountFen, method }) => [amountFen, method])).toEqual([
    [6_000, "WECHAT"],
    [4_000, "WECHAT"],
  ]);
  await checkInvariants(app.db, projectId);
});

test("while the channel works on it nobody settles it otherwise; its notification ends it, and comes twice in vain", async () => {
  const { approved, online, request, asker, refunder, requests, notified, channel: own, projectId } = await aReversed();
  await simulator.tell("/hold-refunds", { hold: true });
  const { id, refundNo } = await approved(10_000);
  expect((await online(id)).body.status).toBe("PROCESSING");
  expect((await refunder.post(`${requests}/${id}/pay`, { referenceNo: "1" })).body.code).toBe("REFUND_AT_CHANNEL");
  expect((await asker.post(`${requests}/${id}/cancel`, { reason: "不退了" })).body.code).toBe("REFUND_AT_CHANNEL");
  expect((await online(id)).body.status).toBe("PROCESSING");

  await simulator.tell(`/refunds/${own.merchantId}/${refundNo}/finish`);
  expect((await notified(refundNo, { amountFen: 9_999 })).answers[0]!.status).toBe(409);
  expect((await notified(refundNo)).answers[0]!.answer.code).toBe("SUCCESS");
  expect((await notified(refundNo)).answers[0]!.answer.code).toBe("SUCCESS");
  expect((await request(id)).status).toBe("PAID");
  await checkInvariants(app.db, projectId);
});

test("while a refund is on its way its channel is not moved elsewhere, where it would be paid back again", async () => {
  const { approved, online, finance, url, channel: own } = await aReversed();
  await simulator.tell("/hold-refunds", { hold: true });
  const { id, refundNo } = await approved(10_000);
  await online(id);
  const { id: channelId, notifyUrl: _url, ...dto } = own;
  const moved = () => finance.put(`${url}/online-channels/${channelId}`, { ...dto, baseUrl: `${simulator.url}/.` });
  expect(await moved()).toMatchObject({ status: 409, body: { detail: expect.stringContaining("1 笔办理中的退款") } });
  await simulator.tell(`/refunds/${own.merchantId}/${refundNo}/finish`);
  await online(id);
  expect((await moved()).status).toBe(200);
});

test("a lost notification is found by asking; what the channel could not pay back is told, and may be paid otherwise", async () => {
  const { approved, online, request, refunder, requests, channel: own, projectId, reload } = await aReversed();
  await simulator.tell("/hold-refunds", { hold: true });
  const [arrived, returned] = [await approved(3_000), await approved(7_000)];
  await Promise.all([online(arrived.id), online(returned.id)]);
  await simulator.tell(`/refunds/${own.merchantId}/${arrived.refundNo}/finish`);
  await simulator.tell(`/refunds/${own.merchantId}/${returned.refundNo}/finish`, { failure: "付款人账户已注销" });
  await channel.setClock("2026-03-10T10:03:00+08:00");
  await app.app.get(MinuteWork).run();
  expect((await request(arrived.id)).status).toBe("PAID");
  expect(await request(returned.id)).toMatchObject({
    status: "APPROVED",
    onlineRefundStatus: "FAILED",
    onlineRefundFailure: "付款人账户已注销",
  });
  expect((await reload()).refundedFen).toBe(3_000);
  expect((await refunder.post(`${requests}/${returned.id}/pay`, { referenceNo: "4200001" })).body.status).toBe("PAID");
  await checkInvariants(app.db, projectId);
});

/** A refund the channel first refuses, and then makes after all under the same number. */
async function aLateSuccess() {
  const desk = await aReversed();
  const { order, channel: own, notified } = desk;
  const other = { refundNo: newId().replaceAll("-", ""), amountFen: 500, hold: true };
  await simulator.tell(`/orders/${order.tradeNo}/refund`, other);
  const { id, refundNo } = await desk.approved(10_000);
  expect((await desk.online(id)).body.status).toBe("FAILED");
  const happens = async () => {
    await simulator.tell(`/refunds/${own.merchantId}/${other.refundNo}/finish`, { failure: "退回" });
    await simulator.tell(`/orders/${order.tradeNo}/refund`, { refundNo, amountFen: 10_000 });
    return (await notified(refundNo)).answers[0]!.answer;
  };
  return { ...desk, id, refundNo, happens };
}

test("made after all although the channel said that it failed: it is booked while the request waits", async () => {
  const { id, happens, request, reload, projectId } = await aLateSuccess();
  expect((await happens()).code).toBe("SUCCESS");
  expect(await request(id)).toMatchObject({
    status: "PAID",
    onlineRefundStatus: "SUCCEEDED",
    onlineRefundFailure: null,
  });
  expect(await reload()).toMatchObject({ status: "REFUNDED", refundedFen: 10_000, problem: null });
  await checkInvariants(app.db, projectId);
});

test("made after all when it was paid otherwise: it is told to whoever looks after orders, and not booked again", async () => {
  const { id, happens, refunder, requests, reload, orders, cashier, projectId } = await aLateSuccess();
  expect((await refunder.post(`${requests}/${id}/pay`, { referenceNo: "4200001" })).status).toBe(200);
  expect((await happens()).code).toBe("SUCCESS");
  const { refundedFen, notices } = await reload();
  expect(refundedFen).toBe(0);
  expect(notices[0]).toMatchObject({ result: "NOTED", message: expect.stringContaining("请向付款人追回") });
  expect((await cashier.get(`${orders}?attention=true`)).body.items).toHaveLength(1);
  await checkInvariants(app.db, projectId);
});

test("a refund that cannot be asked for leaves the others of the round alone", async () => {
  const [broken, good] = [await aReversed(), await aReversed()];
  await simulator.tell("/hold-refunds", { hold: true });
  const [stuck, arrived] = [await broken.approved(10_000), await good.approved(10_000)];
  await broken.online(stuck.id);
  await channel.setClock("2026-03-10T10:00:30+08:00");
  await good.online(arrived.id);
  await simulator.tell(`/refunds/${good.channel.merchantId}/${arrived.refundNo}/finish`);
  await app.db.query("UPDATE online_channel SET key_cipher = 'unreadable' WHERE id = $1", [broken.channel.id]);
  await channel.setClock("2026-03-10T10:03:00+08:00");
  await app.app.get(MinuteWork).run();
  expect((await good.request(arrived.id)).status).toBe("PAID");
});

test("a receipt issued anew by a correction goes back the way its money came", async () => {
  const desk = await anOnlineDesk(app, channel);
  const charge = await desk.charged(10_000);
  const order = await desk.ordered([charge]);
  await simulator.tell(`/orders/${order.tradeNo}/pay`, { notify: "never" });
  await simulator.tell(`/orders/${order.tradeNo}/notify`);
  const right = { id: newId(), amountFen: 8_000, difference: "PREPAYMENT", reason: "抄错读数" };
  const corrected = await desk.reviewer.post(`${desk.url}/charges/${charge.id}/correction`, right);
  const { items } = (await desk.cashier.get(`${desk.url}/receipts`)).body;
  const anew = items.find(({ receiptNo }: { receiptNo: string }) => receiptNo === corrected.body.receiptNos[0]);
  const other = await app.as(["billing:read", "billing:reverse"], desk.projectId, "财务庚");
  const { body: red } = await other.post(`${desk.url}/receipts/${anew.id}/reverse`, { reason: "收错房间" });
  const asker = await app.as([...READ, "billing:request-refund"], desk.projectId, "客服丁");
  const approver = await app.as([...READ, "billing:approve-refund"], desk.projectId, "经理戊");
  const at = `${desk.url}/refund-requests`;
  const dto = { source: "RED_RECEIPT", sourceId: red.id, amountFen: 10_000, method: "WECHAT", reason: "收错房间" };
  const { body } = await asker.post(at, { ...dto, id: newId() });
  await approver.post(`${desk.url}/approvals/${body.approvalId}/approve`, {});
  expect((await asker.get(`${at}/${body.id}`)).body.onlineOrderNo).toBe(order.orderNo);
  expect((await desk.refunder.post(`${at}/${body.id}/online`)).body.status).toBe("SUCCEEDED");
  expect(await desk.order(order)).toMatchObject({ status: "REFUNDED", refundedFen: 10_000 });
  await checkInvariants(app.db, desk.projectId);
});

test("not by who asked, not of money that came another way, not before it is approved", async () => {
  const desk = await aReversed();
  const both = await app.as([...READ, "billing:request-refund", "billing:refund"], desk.projectId, "财务己");
  const dto = { source: "RED_RECEIPT", sourceId: desk.red.id, amountFen: 1_000, method: "WECHAT", reason: "收错房间" };
  const { body: own } = await both.post(desk.requests, { ...dto, id: newId() });
  expect((await desk.online(own.id)).body.code).toBe("REFUND_STATE");
  await desk.approver.post(`${desk.url}/approvals/${own.approvalId}/approve`, {});
  expect((await both.post(`${desk.requests}/${own.id}/online`)).body.code).toBe("SAME_PERSON");

  const cash = aReceipt(desk.owner.id, [await desk.charged(2_000, "2026-02")]);
  await desk.cashier.post(`${desk.url}/receipts`, cash);
  const { body: red } = await desk.reviewer.post(`${desk.url}/receipts/${cash.id}/reverse`, { reason: "收错" });
  const { body: asked } = await desk.asker.post(desk.requests, {
    ...dto,
    id: newId(),
    sourceId: red.id,
    method: "CASH",
  });
  await desk.approver.post(`${desk.url}/approvals/${asked.approvalId}/approve`, {});
  expect((await desk.online(asked.id)).body.code).toBe("NOT_PAID_ONLINE");
});

test("a refund somebody made at the channel itself is noted once and books nothing", async () => {
  const desk = await anOnlineDesk(app, channel);
  const order = await desk.ordered([await desk.charged(10_000)]);
  await simulator.tell(`/orders/${order.tradeNo}/pay`, { notify: "never" });
  await simulator.tell(`/orders/${order.tradeNo}/notify`);
  await simulator.tell(`/orders/${order.tradeNo}/refund`, { refundNo: "BY-HAND-1", amountFen: 500 });
  const notice = () => simulator.tell<Answers>(`/refunds/${desk.channel.merchantId}/BY-HAND-1/notify`);
  expect((await notice()).answers[0]!.answer.code).toBe("SUCCESS");
  expect((await notice()).answers[0]!.answer.code).toBe("SUCCESS");
  const { refunds, refundedFen, notices } = await desk.order(order);
  expect(refunds).toMatchObject([{ requestId: null, refundNo: "BY-HAND-1", amountFen: 500 }]);
  expect(refundedFen).toBe(0);
  expect(notices.map(({ result }) => result)).toEqual(["REPEATED", "NOTED", "POSTED"]);
});
