import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedCustomer } from "../../customer/customer.factories.js";
import { readPages, squeezed } from "../../prints/pdf-text.factories.js";
import { aReceipt } from "../receipts.factories.js";
import { aPlainDunning } from "./dunning.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

const aCall = (overrides: object = {}) => ({
  id: newId(),
  channel: "PHONE",
  onDay: "2026-03-09",
  text: "告知欠费，请尽快缴纳",
  how: "SPOKEN",
  recipient: "本人",
  ...overrides,
});

test("a call is recorded with what was owed on its day; a delivered letter starts limitation anew (LAW-13)", async () => {
  const one = await aPlainDunning(app);
  const charge = await one.charged(100_000, "2023-05", { dueOn: "2023-05-20" });
  await one.charged(50_000, "2026-03", { dueOn: "2026-03-09" });
  await one.cashier.post(`${one.url}/receipts`, aReceipt(one.owner.id, [{ id: charge.id, openFen: 30_000 }]));

  const call = aCall({ onDay: "2026-03-09" });
  expect((await one.clerk.post(`${one.at}/steps`, call)).status).toBe(204);
  expect((await one.clerk.post(`${one.at}/steps`, call)).status).toBe(204);
  const before = await one.one();
  // the receipt is of the 10th: on the 9th all of the old charge was owed, and the new one was not late
  expect(before.history).toMatchObject([
    { amountFen: 100_000, charges: 1, deliveries: [{ how: "SPOKEN", interrupts: false }] },
  ]);
  // the part payment of today counts, the call does not
  expect(before.items[0]).toMatchObject({
    limitationOn: "2029-03-10",
    acts: [{ kind: "PAYMENT", on: "2026-03-10", counts: true }],
  });
  expect(before).toMatchObject({ openFen: 120_000, steps: 1, lastChannel: "PHONE", limitationOn: "2029-03-09" });

  const stepId = before.history[0].id as string;
  app.clock.set("2026-03-12");
  const letter = { id: newId(), deliveredOn: "2026-03-12", how: "SIGNED", recipient: "王芳" };
  expect((await one.clerk.post(`${one.url}/dunning-steps/${stepId}/deliveries`, letter)).status).toBe(204);
  expect((await one.one()).items[0]).toMatchObject({ limitationOn: "2029-03-12" });
  const early = { ...letter, id: newId(), deliveredOn: "2026-03-08" };
  expect((await one.clerk.post(`${one.url}/dunning-steps/${stepId}/deliveries`, early)).body.fields).toHaveProperty(
    "deliveredOn",
  );

  const voided = await one.clerk.post(`${one.url}/dunning-deliveries/${letter.id}/void`, { reason: "登记到别户了" });
  expect(voided.status).toBe(204);
  expect((await one.one()).items[0]).toMatchObject({ limitationOn: "2029-03-10" });
  expect((await one.clerk.post(`${one.url}/dunning-steps/${stepId}/void`, { reason: "重复登记" })).status).toBe(204);
  expect((await one.clerk.post(`${one.url}/dunning-steps/${stepId}/void`, { reason: "重复登记" })).body.code).toBe(
    "ALREADY_VOIDED",
  );
  expect(await one.one()).toMatchObject({ steps: 0, history: [{ voidReason: "重复登记" }] });
});

test("a demand after limitation does not help, a promise does; lists and the case tell the same", async () => {
  const one = await aPlainDunning(app);
  await one.charged(100_000, "2022-12", { dueOn: "2022-12-20" });
  await one.charged(80_000, "2023-07", { dueOn: "2023-07-20" });
  await one.clerk.post(`${one.at}/steps`, aCall({ channel: "NOTICE", how: "SIGNED" }));
  const list = async (query = "") => (await one.clerk.get(`${one.url}/dunning-cases${query}`)).body.items;
  const totals = async () => (await one.clerk.get(`${one.url}/dunning-cases/totals`)).body;
  expect(await one.one()).toMatchObject({
    limitationOn: "2025-12-20",
    limitationDaysLeft: -80,
    items: [
      { limitationOn: "2025-12-20", acts: [{ kind: "DEMAND", counts: false }] },
      { limitationOn: "2029-03-09", acts: [{ kind: "DEMAND", counts: true }] },
    ],
  });
  expect(await list("?limitationWithin=0")).toMatchObject([{ limitationOn: "2025-12-20" }]);
  expect(await totals()).toMatchObject({
    cases: 1,
    openFen: 180_000,
    limitationOver: 1,
    limitationOverFen: 100_000,
    limitationNear: 0,
  });

  const promise = {
    id: newId(),
    madeOn: "2026-03-10",
    payBy: "2026-04-10",
    amountFen: 50_000,
    form: "SPOKEN",
    promisedBy: "王芳",
  };
  await one.clerk.post(`${one.at}/promises`, promise);
  expect(await totals()).toMatchObject({ limitationOver: 1 });
  await one.clerk.post(`${one.at}/promises`, { ...promise, id: newId(), form: "WRITTEN" });
  expect(await totals()).toMatchObject({ limitationOver: 0 });
  expect(await list("?limitationWithin=1000")).toEqual([]);
  expect(await list()).toMatchObject([{ limitationOn: "2029-03-10", marks: ["PROMISED"] }]);
});

test("whether a promise was kept follows from the receipts, and from their reversal", async () => {
  const one = await aPlainDunning(app);
  const charge = await one.charged(100_000, "2026-01");
  const promise = {
    id: newId(),
    madeOn: "2026-03-10",
    payBy: "2026-03-20",
    amountFen: 60_000,
    form: "WRITTEN",
    promisedBy: "王芳",
  };
  expect((await one.clerk.post(`${one.at}/promises`, promise)).status).toBe(204);
  const state = async () => (await one.one()).promises[0];
  expect(await state()).toMatchObject({ state: "RUNNING", paidFen: 0 });
  expect((await one.preview()).body.skips).toMatchObject([{ skip: "PROMISED" }]);
  app.clock.set("2026-03-15");
  const receipt = aReceipt(one.owner.id, [{ id: charge.id, openFen: 60_000 }]);
  await one.cashier.post(`${one.url}/receipts`, receipt);
  expect(await state()).toMatchObject({ state: "KEPT", paidFen: 60_000 });
  const reversed = await one.reviewer.post(`${one.url}/receipts/${receipt.id}/reverse`, { reason: "收错了户" });
  expect(reversed.status).toBeLessThan(300);
  app.clock.set("2026-03-21");
  expect(await state()).toMatchObject({ state: "BROKEN", paidFen: 0 });
  expect((await one.clerk.get(`${one.url}/dunning-cases?mark=BROKEN`)).body.items).toHaveLength(1);
  expect((await one.clerk.post(`${one.url}/dunning-promises/${promise.id}/void`, { reason: "登记错误" })).status).toBe(
    204,
  );
  expect((await one.clerk.get(`${one.url}/dunning-cases?mark=BROKEN`)).body.items).toEqual([]);
});

test("a lawsuit lets limitation stand still until it ends", async () => {
  const one = await aPlainDunning(app);
  await one.charged(100_000, "2023-04", { dueOn: "2023-04-20" });
  const lawsuit = { id: newId(), filedOn: "2026-03-10", forum: "历下区人民法院", docketNo: "（2026）鲁0102民初123号" };
  expect((await one.clerk.post(`${one.at}/lawsuits`, lawsuit)).status).toBe(204);
  expect(await one.one()).toMatchObject({
    limitationOn: null,
    marks: ["NEVER", "LAWSUIT"],
    items: [{ limitationOn: null }],
  });
  app.clock.set("2026-09-01");
  const end = { endedOn: "2026-08-31", outcome: "判决支付物业费" };
  const both = await Promise.all(
    [1, 2].map(() => one.clerk.post(`${one.url}/dunning-lawsuits/${lawsuit.id}/end`, end)),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  expect(await one.one()).toMatchObject({ limitationOn: "2029-08-31" });
});

test("a lawsuit recorded by mistake is taken back: limitation runs as if it had never been, lists and evidence say so", async () => {
  const one = await aPlainDunning(app);
  await one.charged(100_000, "2023-04", { dueOn: "2023-04-20" });
  const lawsuit = { id: newId(), filedOn: "2026-03-10", forum: "历下区人民法院" };
  await one.clerk.post(`${one.at}/lawsuits`, lawsuit);
  const at = `${one.url}/dunning-lawsuits/${lawsuit.id}`;
  expect((await one.clerk.post(`${at}/void`, {})).body.fields).toHaveProperty("reason");
  expect((await one.cashier.post(`${at}/void`, { reason: "登记到别户了" })).status).toBe(403);
  const other = await aPlainDunning(app);
  const foreign = `${other.url}/dunning-lawsuits/${lawsuit.id}/void`;
  expect((await other.clerk.post(foreign, { reason: "登记到别户了" })).status).toBe(404);
  const both = await Promise.all([1, 2].map(() => one.clerk.post(`${at}/void`, { reason: "登记到别户了" })));
  expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  const end = await one.clerk.post(`${at}/end`, { endedOn: "2026-03-10", outcome: "撤诉" });
  expect(end.body.code).toBe("ALREADY_VOIDED");

  expect(await one.one()).toMatchObject({
    limitationOn: "2026-04-20",
    marks: ["NEVER"],
    items: [{ acts: [] }],
    lawsuits: [{ voidedOn: "2026-03-10", voidReason: "登记到别户了" }],
  });
  expect((await one.clerk.get(`${one.url}/dunning-cases?mark=LAWSUIT`)).body.items).toEqual([]);
  expect((await one.clerk.get(`${one.url}/dunning-cases`)).body.items).toMatchObject([{ limitationOn: "2026-04-20" }]);
  const pages = await readPages((await one.clerk.get(`${one.at}/evidence`)).raw);
  expect(pages.map(({ text }) => text).join("")).not.toContain(squeezed(lawsuit.forum));
});

test("a pause stops demands for its days, is ended, and no two overlap, also at once", async () => {
  const one = await aPlainDunning(app);
  await one.charged(100_000, "2026-01");
  const pause = (overrides: object = {}) =>
    one.clerk.post(`${one.at}/pauses`, {
      id: newId(),
      startsOn: "2026-03-10",
      endsOn: "2026-03-31",
      reason: "业主住院",
      ...overrides,
    });
  const both = await Promise.all([pause(), pause()]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  expect((await one.preview()).body.skips).toMatchObject([{ skip: "PAUSED" }]);
  const { pauses } = await one.one();
  expect((await one.clerk.post(`${one.url}/dunning-pauses/${pauses[0].id}/end`)).status).toBe(204);
  expect((await one.clerk.post(`${one.url}/dunning-pauses/${pauses[0].id}/end`)).body.code).toBe("PAUSE_OVER");
  expect((await one.preview()).body.cases).toBe(1);
  expect((await pause({ endsOn: "2026-03-09" })).body.fields).toHaveProperty("endsOn");
});

test("what is paid is no open case any more, but its history stays", async () => {
  const one = await aPlainDunning(app);
  const charge = await one.charged(100_000, "2026-01");
  const stranger = await one.household(70_000);
  await one.clerk.post(`${one.at}/steps`, aCall());
  const codes = async (query: string) =>
    (await one.clerk.get(`${one.url}/dunning-cases?sort=ROOM${query}`)).body.items.map(
      ({ roomId }: { roomId: string }) => roomId,
    );
  expect(await codes("&minFen=80000")).toEqual([one.room.id]);
  expect(await codes("&mark=NEVER")).toEqual([stranger.room.id]);
  await one.cashier.post(`${one.url}/receipts`, aReceipt(one.owner.id, [{ id: charge.id, openFen: 100_000 }]));
  expect(await codes("")).toEqual([stranger.room.id]);
  expect(await codes("&state=SETTLED")).toEqual([one.room.id]);
  expect(await one.one()).toMatchObject({ openFen: 0, oldestDueOn: null, history: [{ amountFen: 100_000 }] });
  const first = (await one.clerk.get(`${one.url}/dunning-cases?pageSize=1`)).body;
  expect(first).toMatchObject({ items: [{ roomId: stranger.room.id }], nextCursor: null });
});

test("the case of a customer who was merged away goes on under the survivor, its demands with it", async () => {
  const one = await aPlainDunning(app);
  await one.charged(100_000, "2026-01");
  const twin = await savedCustomer(app, one.projectId);
  await one.charged(50_000, "2026-02", { payerId: twin.id });
  await one.clerk.post(`${one.at}/steps`, aCall());
  const merger = await app.asRole("PROJECT_MANAGER", one.projectId);
  const pair = { survivorId: twin.id, mergedId: one.owner.id, reason: "同一人登记了两次" };
  expect((await merger.post(`${one.url}/customer-merges`, pair)).status).toBe(201);
  const { items } = (await one.clerk.get(`${one.url}/dunning-cases`)).body;
  expect(items).toMatchObject([{ payerId: twin.id, openFen: 150_000, steps: 1, lastChannel: "PHONE" }]);
  expect(await one.one()).toMatchObject({ payerId: twin.id, openFen: 150_000, history: [{ amountFen: 100_000 }] });
});

test.each([
  ["31 February", { onDay: "2026-02-31" }, 400],
  ["a day to come", { onDay: "2026-03-11" }, 400],
  ["a text too long", { text: "长".repeat(1001) }, 400],
  ["an emoji", { text: "请缴费😀" }, 400],
  ["full-width digits", { onDay: "２０２６-03-01" }, 400],
  ["an unknown way", { channel: "CUT_POWER" }, 400],
  ["a day on which nothing was owed", { onDay: "2026-01-20" }, 409],
])("a step refuses %s", async (_what, overrides, status) => {
  const one = await aPlainDunning(app);
  await one.charged(100_000, "2026-01");
  expect((await one.clerk.post(`${one.at}/steps`, aCall(overrides))).status).toBe(status);
  expect((await one.one()).history).toEqual([]);
});

test("rooms, payers and steps of other projects are not found; without the right nothing is recorded", async () => {
  const one = await aPlainDunning(app);
  const other = await aPlainDunning(app);
  await one.charged(100_000, "2026-01");
  await other.charged(100_000, "2026-01");
  const post = (path: string, body: object) => one.clerk.post(`${one.url}/${path}`, body);
  expect((await post(`dunning-cases/${other.room.id}/${other.owner.id}/steps`, aCall())).status).toBe(404);
  expect((await post(`dunning-cases/${one.room.id}/${other.owner.id}/steps`, aCall())).status).toBe(404);
  expect((await one.clerk.get(`${one.url}/dunning-cases/${one.room.id}/${other.owner.id}`)).status).toBe(404);
  expect((await post(`dunning-steps/${newId()}/void`, { reason: "登记错误" })).status).toBe(404);
  expect((await one.cashier.post(`${one.at}/steps`, aCall())).status).toBe(403);
  const promise = {
    id: newId(),
    madeOn: "2026-03-10",
    payBy: "2026-04-10",
    amountFen: 100_001,
    form: "WRITTEN",
    promisedBy: "王芳",
  };
  expect((await one.clerk.post(`${one.at}/promises`, promise)).body.fields).toHaveProperty("amountFen");
});
