import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { startTestApp } from "../../../../test/test-app.js";
import { DailyWork } from "../../../jobs/daily-work.js";
import { anOnlineDesk, KEY, startChannel } from "../online.factories.js";

const app = await startTestApp();
const channel = await startChannel(app);
const { simulator } = channel;
afterAll(async () => {
  await simulator.stop();
  await app.close();
});

/** Three orders of 2026-03-10: one booked, one whose notification was lost, one the channel's statement leaves out. */
async function aDayOf() {
  await channel.setClock("2026-03-10");
  const desk = await anOnlineDesk(app, channel);
  const orders = [];
  for (const [index, month] of ["2026-01", "2026-02", "2026-03"].entries())
    orders.push(await desk.ordered([await desk.charged(10_000 + index, month)]));
  const [booked, lost, left] = orders as [(typeof orders)[0], (typeof orders)[0], (typeof orders)[0]];
  for (const { tradeNo } of orders) await simulator.tell(`/orders/${tradeNo}/pay`, { notify: "never" });
  for (const { tradeNo } of [booked, left]) await simulator.tell(`/orders/${tradeNo}/notify`);
  const { transactionNo: hide } = await desk.order(left);
  const { merchantId } = desk.channel;
  const foreign = { kind: "PAYMENT", tradeNo: "SHOP-1", reference: "T-SHOP-1", amountFen: 88 };
  await simulator.tell("/statement", { hide, add: { merchantId, day: "2026-03-10", ...foreign } });
  await channel.setClock("2026-03-11");
  const statements = `${desk.url}/online-statements`;
  const fetched = (day = "2026-03-10") => desk.finance.post(statements, { channelId: desk.channel.id, day });
  return { ...desk, booked, lost, left, statements, fetched };
}

test("a day is compared line by line; asking books what was lost, a note settles the rest, and comparing again keeps it", async () => {
  const { booked, lost, left, statements, fetched, finance, order } = await aDayOf();
  const { status, body } = await fetched();
  expect(status).toBe(200);
  expect(body).toMatchObject({ paymentCount: 3, paymentFen: 20_089, differenceCount: 3, openCount: 3 });
  const of = (orderNo: string | null) =>
    body.differences.find((one: { orderNo: string | null }) => one.orderNo === orderNo);
  expect(of(booked.orderNo)).toBeUndefined();
  expect(of(lost.orderNo)).toMatchObject({ kind: "THEIRS_ONLY", oursFen: null, theirsFen: 10_001 });
  expect(of(left.orderNo)).toMatchObject({ kind: "OURS_ONLY", oursFen: 10_002, theirsFen: null });
  expect(of(null)).toMatchObject({ kind: "THEIRS_ONLY", reference: "T-SHOP-1", theirsFen: 88 });

  const at = `${statements}/${body.id}/differences`;
  const asked = await finance.post(`${at}/${of(lost.orderNo).id}/query`);
  expect(asked).toMatchObject({ status: 200, body: { openCount: 2, differenceCount: 3 } });
  expect((await order(lost)).status).toBe("PAID");
  expect((await finance.post(`${at}/${of(null).id}/query`)).body.code).toBe("ONLINE_DIFFERENCE_NO_ORDER");
  const note = { note: "同一商户号的便利店收款" };
  expect((await finance.post(`${at}/${of(null).id}/settle`, note)).body.openCount).toBe(1);
  expect((await finance.post(`${at}/${of(null).id}/settle`, note)).body.code).toBe("ONLINE_DIFFERENCE_SETTLED");
  expect((await fetched()).body).toMatchObject({ openCount: 1, differenceCount: 3 });
  expect((await finance.get(`${statements}?open=true`)).body.items).toMatchObject([
    { day: "2026-03-10", openCount: 1 },
  ]);
});

test("every morning yesterday is compared without anybody asking", async () => {
  const { finance, statements } = await aDayOf();
  await app.app.get(DailyWork).run();
  expect((await finance.get(statements)).body.items).toMatchObject([
    { day: "2026-03-10", differenceCount: 3, fetchedByName: "系统" },
  ]);
});

test("a day that could not be had is fetched the next morning, also of a channel that is out of use by now", async () => {
  const { finance, statements, channel: own, url } = await aDayOf();
  const days = async () =>
    (await finance.get(`${statements}?from=2026-03-01`)).body.items.map(({ day }: { day: string }) => day);
  const { id, notifyUrl: _url, ...dto } = own;
  await finance.put(`${url}/online-channels/${id}`, { ...dto, key: "typed-wrong-typed-wrong", active: false });
  await app.app.get(DailyWork).run();
  expect(await days()).toEqual([]);
  await finance.put(`${url}/online-channels/${id}`, { ...dto, key: KEY, active: false });
  await channel.setClock("2026-03-13");
  await app.app.get(DailyWork).run();
  expect(await days()).toEqual(["2026-03-12", "2026-03-11", "2026-03-10"]);
});

test("one merchant for two projects: each has its own lines, and the other's are no differences", async () => {
  const { channel: own, fetched } = await aDayOf();
  await channel.setClock("2026-03-10");
  const { merchantId } = own;
  const other = await anOnlineDesk(app, channel, { merchantId });
  const order = await other.ordered([await other.charged(7_000)]);
  await simulator.tell(`/orders/${order.tradeNo}/pay`, { notify: "never" });
  await channel.setClock("2026-03-11");
  expect((await fetched()).body).toMatchObject({ paymentCount: 3, paymentFen: 20_089, differenceCount: 3 });
  const asked = { channelId: other.channel.id, day: "2026-03-10" };
  const { body } = await other.finance.post(`${other.url}/online-statements`, asked);
  const sums = body.differences.map(({ theirsFen }: { theirsFen: number }) => theirsFen);
  expect(sums.toSorted((a: number, b: number) => a - b)).toEqual([88, 7_000]);
});

test("a payment is booked while its day is compared: neither waits for the other in a circle", async () => {
  const { lost, fetched, projectId, channel: own } = await aDayOf();
  const settling = app.db.createQueryRunner();
  await settling.startTransaction();
  await settling.query("SELECT 1 FROM online_order WHERE project_id = $1 AND id = $2 FOR UPDATE", [projectId, lost.id]);
  const comparing = fetched().then((reply) => reply);
  // the application's role does not see what others wait for
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  const waiting = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
  while ((await owner.query(waiting)).rows.length === 0) await setTimeout(20);
  await owner.end();
  // what was heard is noted under the channel
  await settling.query("SELECT 1 FROM online_channel WHERE project_id = $1 AND id = $2 FOR KEY SHARE NOWAIT", [
    projectId,
    own.id,
  ]);
  await settling.commitTransaction();
  await settling.release();
  expect((await comparing).body).toMatchObject({ differenceCount: 3 });
});

test("a long statement is written in slices", async () => {
  const { channel: own, fetched } = await aDayOf();
  const add = { merchantId: own.merchantId, day: "2026-03-10", kind: "PAYMENT", tradeNo: "SHOP-2", amountFen: 1 };
  await simulator.tell("/statement", { add: { ...add, reference: "T-MANY-" }, times: 7_000 });
  expect(await fetched()).toMatchObject({ status: 200, body: { paymentCount: 7_003, openCount: 7_003 } });
});

test.each([
  ["today", "2026-03-11", 400],
  ["31 February", "2026-02-31", 400],
])("refuses %s", async (_what, day, status) => {
  const { fetched } = await aDayOf();
  expect((await fetched(day)).status).toBe(status);
});

test("who only reads does not compare, nor another project's channel", async () => {
  const desk = await aDayOf();
  const body = { channelId: desk.channel.id, day: "2026-03-10" };
  expect((await desk.cashier.post(desk.statements, body)).status).toBe(403);
  const other = await anOnlineDesk(app, channel);
  expect((await other.finance.post(`${other.url}/online-statements`, body)).status).toBe(404);
});
