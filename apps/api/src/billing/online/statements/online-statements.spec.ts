import { startTestApp } from "../../../../test/test-app.js";
import { DailyWork } from "../../../jobs/daily-work.js";
import { anOnlineDesk, startChannel } from "../online.factories.js";

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
