import type { OffsetSchemeDto } from "@linli/contracts";
import { randomUUID } from "node:crypto";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedRoom } from "../../property/property.factories.js";
import { DailyWork } from "../../jobs/daily-work.js";
import { savedBinding, savedCharge, savedFeeItem, savedRate, published } from "../billing.factories.js";
import { aDesk, aReceipt, type Desk } from "../receipts.factories.js";

const app = await startTestApp();
app.clock.set("2026-03-10");
afterAll(() => app.close());

const scheme = (overrides: Partial<OffsetSchemeDto> = {}): OffsetSchemeDto => ({
  enabled: true,
  onPublish: false,
  daily: false,
  onlyListed: false,
  feeItemIds: [],
  order: "PERIOD_FIRST",
  shortage: "PARTIAL",
  ...overrides,
});

/** A desk whose project offsets prepayments, and who may run that. */
async function offsetting(overrides: Partial<OffsetSchemeDto> = {}) {
  const desk = await aDesk(app);
  const finance = await app.as(["billing:read", "billing:offset", "property:read", "billing:reverse"], desk.projectId);
  const settings = await app.as(["billing:read", "project:settings"], desk.projectId);
  expect((await settings.put(`${desk.url}/offset-scheme`, scheme(overrides))).status).toBe(200);
  return { ...desk, finance, settings };
}
type Offsetting = Awaited<ReturnType<typeof offsetting>>;

/** Money paid ahead at the desk, general or for one item. */
async function prepaid({ cashier, url, owner, room }: Desk, amountFen: number, feeItemId?: string, roomId = room.id) {
  const reply = await cashier.post(
    `${url}/receipts`,
    aReceipt(owner.id, [], { prepayment: { roomId, feeItemId, amountFen } }),
  );
  expect(reply.status).toBe(201);
  return reply.body;
}

const preview = async ({ finance, url }: Offsetting, scope = {}) =>
  (await finance.post(`${url}/offsets/preview`, scope)).body;

/** Confirms a preview and lets the job work. Answers the run. */
async function confirmed(desk: Offsetting, fingerprint: string, id: string = randomUUID()) {
  const started = await desk.finance.post(`${desk.url}/offsets`, { id, fingerprint });
  expect(started).toMatchObject({ status: 202, body: { id, trigger: "MANUAL" } });
  await app.drainJobs();
  return (await desk.finance.get(`${desk.url}/offsets/${id}`)).body;
}

const balances = async ({ finance, url, owner }: Offsetting) => {
  const { body } = await finance.get(`${url}/prepayments?customerId=${owner.id}`);
  return Object.fromEntries(
    body.items.map((one: { feeItemName: string | null; balanceFen: number }) => [
      one.feeItemName ?? "通用",
      one.balanceFen,
    ]),
  );
};
const openOf = async ({ finance, url }: Offsetting, id: string) =>
  (await finance.get(`${url}/charges/${id}`)).body.openFen;

test("preview tells who, what, in which order and why not; confirming posts one document per payer over his rooms", async () => {
  const deposit = await offsetting().then(async (desk) => ({
    desk,
    item: await savedFeeItem(app, desk.projectId, { kind: "DEPOSIT" }),
  }));
  const { desk } = deposit;
  const { feeItem, owner, room, projectId, charged } = desk;
  const water = await savedFeeItem(app, projectId, { name: "水费" });
  const second = await savedRoom(app, projectId);
  await prepaid(desk, 30_000);
  await prepaid(desk, 5_000, water.id);
  await prepaid(desk, 10_000, undefined, second.id);
  const [january, february] = [await charged(20_000, "2026-01"), await charged(20_000, "2026-02")];
  const wet = await charged(6_000, "2026-02", { feeItemId: water.id });
  const held = await charged(50_000, "2026-01", { feeItemId: deposit.item.id });
  const elsewhere = await savedCharge(app, second, { payerId: owner.id, feeItemId: feeItem.id, amountFen: 4_000 });

  const shown = await preview(desk);
  expect(shown).toMatchObject({
    payers: 1,
    rooms: 2,
    charges: 4,
    amountFen: 39_000,
    balanceFen: 45_000,
    truncated: false,
  });
  const here = shown.items.find(({ roomId }: { roomId: string }) => roomId === room.id);
  const told = here.lines.map((line: Record<string, unknown>) => [
    line.chargeId,
    line.fromItemFen,
    line.fromGeneralFen,
    line.reason,
  ]);
  expect(told).toEqual(
    expect.arrayContaining([
      [january.id, 0, 20_000, null],
      [held.id, 0, 0, "DEPOSIT"],
    ]),
  );
  expect(told).toHaveLength(4);
  expect(await openOf(desk, january.id)).toBe(20_000);

  const run = await confirmed(desk, shown.fingerprint);
  expect(run).toMatchObject({
    status: "DONE",
    receiptCount: 1,
    roomCount: 2,
    chargeCount: 4,
    amountFen: 39_000,
    bookedOn: "2026-03-10",
  });
  const { body: receipts } = await desk.finance.get(`${desk.url}/receipts?offsetRunId=${run.id}`);
  expect(receipts.items).toMatchObject([
    { amountFen: 39_000, payerId: owner.id, roomCodes: expect.arrayContaining([room.code, second.code]) },
  ]);
  expect(receipts.items[0].methods.every(({ method }: { method: string }) => method === "PREPAYMENT")).toBe(true);
  expect(await Promise.all([january, february, wet, held, elsewhere].map(({ id }) => openOf(desk, id)))).toEqual([
    0,
    expect.any(Number),
    expect.any(Number),
    50_000,
    0,
  ]);
  expect(await balances(desk)).toMatchObject({ 水费: 0 });
  await checkInvariants(app.db, projectId);

  const red = await desk.reviewer.post(`${desk.url}/receipts/${receipts.items[0].id}/reverse`, { reason: "冲抵有误" });
  expect(red).toMatchObject({ status: 201, body: { amountFen: -39_000, refundableFen: 0 } });
  expect(await openOf(desk, january.id)).toBe(20_000);
  expect((await preview(desk)).balanceFen).toBe(45_000);
  await checkInvariants(app.db, projectId);
});

test("a retry offsets once, the same id for something else is refused", async () => {
  const desk = await offsetting();
  await prepaid(desk, 5_000);
  await desk.charged(8_000);
  const { fingerprint } = await preview(desk);
  const id = randomUUID();
  const replies = await Promise.all([1, 2, 3].map(() => desk.finance.post(`${desk.url}/offsets`, { id, fingerprint })));
  expect(replies.map(({ status }) => status)).toEqual([202, 202, 202]);
  await app.drainJobs();
  expect((await desk.finance.post(`${desk.url}/offsets`, { id, fingerprint })).body).toMatchObject({
    status: "DONE",
    amountFen: 5_000,
  });
  const other = await desk.finance.post(`${desk.url}/offsets`, { id, fingerprint: "anders" });
  expect(other).toMatchObject({ status: 409, body: { code: "ID_REUSED" } });
  await checkInvariants(app.db, desk.projectId);
});

test("of two confirmations at once one wins, the other is told so", async () => {
  const desk = await offsetting();
  await prepaid(desk, 5_000);
  await desk.charged(8_000);
  const { fingerprint } = await preview(desk);
  const start = () => desk.finance.post(`${desk.url}/offsets`, { id: randomUUID(), fingerprint });
  const replies = await Promise.all([start(), start()]);
  expect(replies.map(({ status, body }) => body.code ?? status).toSorted()).toEqual([202, "OFFSET_UNDER_WAY"]);
  await app.drainJobs();
  expect(await balances(desk)).toEqual({ 通用: 0 });
  // what was previewed is done: whoever confirms it again finds the books changed
  const run = await confirmed(desk, fingerprint);
  expect(run).toMatchObject({ status: "FAILED", failure: expect.stringContaining("重新预览"), amountFen: 0 });
});

test("desk and offset on the same charges at once: the books stay in order, and nothing is paid twice", async () => {
  const desk = await offsetting();
  await prepaid(desk, 20_000);
  const charges = [];
  for (const month of ["2026-01", "2026-02"]) charges.push(await desk.charged(10_000, month));
  const { fingerprint } = await preview(desk);
  const run = { id: randomUUID(), fingerprint };
  expect((await desk.finance.post(`${desk.url}/offsets`, run)).status).toBe(202);
  const [, ...paid] = await Promise.all([
    app.drainJobs(),
    ...charges.map((charge) => desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [charge]))),
    desk.cashier.post(
      `${desk.url}/receipts`,
      aReceipt(desk.owner.id, charges.slice(1), {
        methods: [{ method: "PREPAYMENT", tenderedFen: 10_000, roomId: desk.room.id }],
      }),
    ),
  ]);
  const { status } = (await desk.finance.get(`${desk.url}/offsets/${run.id}`)).body;
  // either the run came first and the desk was refused, or the desk did and the run found the books changed
  if (status === "DONE") expect(paid.map((reply) => reply.status)).toEqual([409, 409, 409]);
  else expect(paid.some((reply) => reply.status === 201)).toBe(true);
  await checkInvariants(app.db, desk.projectId);
});

test("only bills within the charge start and end, only listed items, whole bills only: each is a setting", async () => {
  const desk = await offsetting({ chargeFrom: "2026-02-01", chargeTo: "2026-02-28", shortage: "WHOLE_ONLY" });
  await prepaid(desk, 10_000);
  await desk.charged(3_000, "2026-01");
  const february = await desk.charged(7_000, "2026-02");
  const bigger = await desk.charged(4_000, "2026-02", { feeItemId: (await savedFeeItem(app, desk.projectId)).id });
  const { items, amountFen } = await preview(desk);
  expect(amountFen).toBe(7_000);
  const reasons = items[0].lines.map(({ chargeId, reason }: { chargeId: string; reason: string }) => [
    chargeId,
    reason,
  ]);
  expect(reasons).toEqual(
    expect.arrayContaining([
      [february.id, null],
      [bigger.id, "SHORT"],
      [expect.any(String), "OUTSIDE"],
    ]),
  );
  const only = scheme({ onlyListed: true, feeItemIds: [bigger.feeItemId] });
  expect((await desk.settings.put(`${desk.url}/offset-scheme`, only)).status).toBe(200);
  expect((await preview(desk)).amountFen).toBe(4_000);
});

test("at generation: a published month is offset at once, in documents of the publisher", async () => {
  const desk = await offsetting({ onPublish: true });
  const rate = await savedRate(app, desk.feeItem);
  await savedBinding(app, desk.room, rate);
  await prepaid(desk, 5_000);
  const publisher = await app.as(["billing:read", "billing:run", "billing:publish", "property:read"], desk.projectId);
  await published(app, publisher, desk.projectId, { period: "2026-03" });
  expect((await desk.finance.get(`${desk.url}/offsets`)).body.items).toMatchObject([
    { trigger: "PUBLISH", status: "DONE", amountFen: 5_000 },
  ]);
  expect(await balances(desk)).toEqual({ 通用: 0 });
  await checkInvariants(app.db, desk.projectId);
});

test("daily: the morning's work offsets where the scheme says so, and nowhere else", async () => {
  const [every, never] = [await offsetting({ daily: true }), await offsetting()];
  for (const desk of [every, never]) {
    await prepaid(desk, 5_000);
    await desk.charged(8_000);
  }
  await app.app.get(DailyWork).run();
  await app.drainJobs();
  expect((await every.finance.get(`${every.url}/offsets`)).body.items).toMatchObject([
    { trigger: "DAILY", amountFen: 5_000, createdByName: "系统" },
  ]);
  expect((await never.finance.get(`${never.url}/offsets`)).body.items).toEqual([]);
  await checkInvariants(app.db, every.projectId);
});

test("what accrued on an overdue bill stays owed after a run has paid it", async () => {
  const desk = await offsetting();
  const manager = await app.as(["billing:read", "billing:rates"], desk.projectId);
  const lateItem = await savedFeeItem(app, desk.projectId, { name: "违约金", kind: "ONE_OFF" });
  const made = await manager.post(`${desk.url}/late-fee-schemes`, {
    name: "物业费违约金",
    feeItemId: lateItem.id,
    chargedItemIds: [desk.feeItem.id],
    graceDays: 0,
    gracePolicy: "FREE",
    startsOn: "2026-01-01",
    dailyRate: "0.0005",
  });
  expect(made.status).toBe(201);
  await prepaid(desk, 150_000);
  await desk.charged(100_000, "2026-02", { dueOn: "2026-02-28" });
  const { fingerprint } = await preview(desk);
  expect(await confirmed(desk, fingerprint)).toMatchObject({ status: "DONE", amountFen: 100_000, chargeCount: 1 });
  const { items } = (await desk.finance.get(`${desk.url}/charges?feeItemId=${lateItem.id}`)).body;
  expect(items).toMatchObject([{ source: "LATE_FEE", amountFen: 500, openFen: 500 }]);

  await desk.settings.put(`${desk.url}/offset-scheme`, scheme({ lateFees: false }));
  const without = await preview(desk);
  expect(without).toMatchObject({ amountFen: 0, items: [{ lines: [{ reason: "LATE_FEE" }] }] });
  await desk.settings.put(`${desk.url}/offset-scheme`, scheme({ lateFees: true }));
  expect(await confirmed(desk, (await preview(desk)).fingerprint)).toMatchObject({ status: "DONE", amountFen: 500 });
  await checkInvariants(app.db, desk.projectId);
});

test("money that is asked back is left alone: only the rest of the balance is offset", async () => {
  const desk = await offsetting();
  const asker = await app.as(["property:read", "billing:read", "billing:request-refund"], desk.projectId);
  await prepaid(desk, 10_000);
  const bill = await desk.charged(8_000);
  const [account] = (await asker.get(`${desk.url}/prepayments`)).body.items;
  const refund = { source: "PREPAYMENT", sourceId: account.id, amountFen: 7_000, method: "CASH", reason: "搬离小区" };
  expect((await asker.post(`${desk.url}/refund-requests`, { ...refund, id: randomUUID() })).status).toBe(201);
  const shown = await preview(desk);
  expect(shown).toMatchObject({ amountFen: 3_000, balanceFen: 3_000 });
  expect(await confirmed(desk, shown.fingerprint)).toMatchObject({ status: "DONE", amountFen: 3_000 });
  expect(await openOf(desk, bill.id)).toBe(5_000);
  expect(await balances(desk)).toEqual({ 通用: 7_000 });
  expect((await preview(desk)).amountFen).toBe(0);
});

test("item money at the desk pays for its item only; a deposit is never paid from prepayments, nor prepaid", async () => {
  const desk = await offsetting();
  const water = await savedFeeItem(app, desk.projectId);
  const deposit = await savedFeeItem(app, desk.projectId, { kind: "DEPOSIT" });
  await prepaid(desk, 5_000, water.id);
  await prepaid(desk, 5_000);
  const [property, held] = [await desk.charged(5_000), await desk.charged(5_000, "2026-02", { feeItemId: deposit.id })];
  const from = (charge: { id: string; openFen: number }, feeItemId?: string) =>
    desk.cashier.post(
      `${desk.url}/receipts`,
      aReceipt(desk.owner.id, [charge], {
        methods: [{ method: "PREPAYMENT", tenderedFen: 5_000, roomId: desk.room.id, feeItemId }],
      }),
    );
  expect(await from(property, water.id)).toMatchObject({ status: 409, body: { code: "PREPAYMENT_WRONG_ITEM" } });
  expect(await from(held)).toMatchObject({ status: 409, body: { code: "PREPAYMENT_WRONG_ITEM" } });
  const ahead = aReceipt(desk.owner.id, [], {
    prepayment: { roomId: desk.room.id, feeItemId: deposit.id, amountFen: 100 },
  });
  expect(await desk.cashier.post(`${desk.url}/receipts`, ahead)).toMatchObject({
    status: 409,
    body: { code: "FEE_ITEM_KIND" },
  });
  const wet = await desk.charged(5_000, "2026-02", { feeItemId: water.id });
  expect((await from(wet, water.id)).status).toBe(201);
  expect((await from(property)).status).toBe(201);
  await checkInvariants(app.db, desk.projectId);
});

test("bad input is refused with a sentence and changes nothing", async () => {
  const desk = await offsetting();
  const other = await aDesk(app);
  const { settings, url } = desk;
  const put = (body: object) => settings.put(`${url}/offset-scheme`, body);
  expect((await put(scheme({ feeItemIds: [other.feeItem.id] }))).body.fields).toHaveProperty("feeItemIds");
  expect((await put(scheme({ onlyListed: true }))).status).toBe(400);
  expect((await put(scheme({ chargeFrom: "2026-02-31" }))).status).toBe(400);
  expect((await put(scheme({ chargeFrom: "2026-03-01", chargeTo: "2026-02-28" }))).body.fields).toHaveProperty(
    "chargeTo",
  );
  expect((await put({ ...scheme(), unknown: 1 })).status).toBe(400);
  const deposit = await savedFeeItem(app, desk.projectId, { kind: "DEPOSIT" });
  expect((await put(scheme({ feeItemIds: [deposit.id] }))).body.fields.feeItemIds[0]).toContain("押金");
  expect((await settings.get(`${url}/offset-scheme`)).body).toMatchObject(scheme());

  const { fingerprint } = await preview(desk);
  const empty = await confirmed(desk, fingerprint);
  expect(empty).toMatchObject({ status: "FAILED", failure: "没有可以冲抵的应收" });
  expect((await put(scheme({ enabled: false }))).status).toBe(200);
  const off = await desk.finance.post(`${url}/offsets`, { id: randomUUID(), fingerprint });
  expect(off).toMatchObject({ status: 409, body: { code: "OFFSET_OFF" } });
  expect((await desk.cashier.post(`${url}/offsets`, { id: randomUUID(), fingerprint })).status).toBe(403);
  expect((await other.cashier.get(`${url}/offset-scheme`)).status).toBe(403);
});
