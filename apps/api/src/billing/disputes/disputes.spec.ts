import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { CutChargesService } from "../charges/cut-charges.service.js";
import { savedCustomer } from "../../customer/customer.factories.js";
import { aDebitCommunity, drafted } from "../debit/debit.factories.js";
import { aLateFeeDesk } from "../late-fees/late-fees.factories.js";
import { aReceipt } from "../receipts.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

/** A charge of 1000.00 that bears 0.50 a day since 1 March, and what may be done about it. */
async function aDisputable() {
  const desk = await aLateFeeDesk(app);
  const charge = await desk.charged(100_000, "2026-02", { dueOn: "2026-02-28" });
  const at = `${desk.url}/charges/${charge.id}/dispute`;
  return {
    ...desk,
    charge,
    open: (body: object = { reason: "电梯停运，不同意缴费" }) => desk.manager.post(at, body),
    settle: (outcome: string, body: object = {}) =>
      desk.manager.post(`${at}/settle`, { outcome, resolution: "双方核对完毕", ...body }),
    lateFee: async (asOf: string) =>
      (await desk.cashier.get(`${desk.url}/late-fees?payerId=${desk.owner.id}&asOf=${asOf}`)).body.totalFen as number,
    one: async () => (await desk.cashier.get(`${desk.url}/charges/${charge.id}`)).body,
  };
}

test("an open dispute stops the late fee; upheld, its days stay free; dismissed, they count after all (BIL-54)", async () => {
  for (const [outcome, expected] of [
    ["UPHELD", 450 + 250],
    ["DISMISSED", 1_550],
  ] as const) {
    app.clock.set("2026-03-10");
    const one = await aDisputable();
    expect((await one.open()).status).toBe(204);
    // 1 to 9 March
    expect(await one.lateFee("2026-03-20")).toBe(450);
    app.clock.set("2026-03-26");
    expect((await one.settle(outcome)).status).toBe(204);
    expect(await one.lateFee("2026-03-31")).toBe(expected);
    expect(await one.one()).toMatchObject({
      disputes: [{ reason: "电梯停运，不同意缴费", openedOn: "2026-03-10", outcome, settledOn: "2026-03-26" }],
    });
  }
});

test("one at a time: of two at once one is registered, one settles; the list finds it while it is open", async () => {
  const one = await aDisputable();
  const opened = await Promise.all([one.open(), one.open()]);
  expect(opened.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  const found = async (disputed: boolean) =>
    (await one.cashier.get(`${one.url}/charges?disputed=${disputed}`)).body.items.length;
  expect([await found(true), await found(false)]).toEqual([1, 0]);
  const settled = await Promise.all([one.settle("UPHELD"), one.settle("DISMISSED")]);
  expect(settled.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  expect([await found(true), await found(false)]).toEqual([0, 1]);
  const log = await app.db.query(
    "SELECT action FROM audit_log WHERE project_id = $1 AND entity = 'charge' AND entity_id = $2 ORDER BY id",
    [one.projectId, one.charge.id],
  );
  expect(log).toEqual([{ action: "charge.dispute" }, { action: "charge.settle-dispute" }]);
});

test("it goes on with what stays of the debt when the charge is cut: shown, left alone and settled there", async () => {
  const one = await aDisputable();
  await one.open();
  const { id: buyerId } = await savedCustomer(app, one.projectId);
  const actor = { userId: newId(), name: "经办", ip: "127.0.0.1", requestId: "test" };
  const place = { projectId: one.projectId, roomId: one.room.id, day: "2026-02-15" };
  const payers = [{ customerId: buyerId, from: place.day, to: null }];
  const passed = { mode: "PASS_ON" as const, payers, goneIds: [] };
  await app.db.transaction((tx) =>
    app.app.get(CutChargesService).cut(tx, actor, place, passed, { source: "TRANSFER", reason: "过户" }),
  );
  const listed = async (disputed: boolean) =>
    (await one.cashier.get(`${one.url}/charges?disputed=${disputed}&status=OPEN`)).body.items;
  const [[kept, ...others], [bought]] = [await listed(true), await listed(false)];
  expect([kept.payerId, others, bought.payerId]).toEqual([one.owner.id, [], buyerId]);

  const shown = async (id: string) => (await one.cashier.get(`${one.url}/charges/${id}`)).body.disputes;
  expect(await shown(kept.id)).toMatchObject([{ chargeId: one.charge.id, settledOn: null }]);
  expect(await shown(bought.id)).toEqual([]);
  const desk = await one.cashier.get(`${one.url}/desk?customerId=${one.owner.id}`);
  expect(desk.body.accounts[0].rooms[0].months[0].charges).toMatchObject([{ id: kept.id, exclusion: "DISPUTED" }]);
  const at = `${one.url}/charges/${kept.id}/dispute`;
  expect(await one.manager.post(at, { reason: "再登记一次" })).toMatchObject({ body: { code: "ALREADY_DISPUTED" } });
  const settled = { outcome: "UPHELD", resolution: "双方核对完毕" };
  expect((await one.manager.post(`${at}/settle`, settled)).status).toBe(204);
  expect(await one.settle("UPHELD")).toMatchObject({ status: 409, body: { code: "NOT_DISPUTED" } });
  expect(await listed(true)).toEqual([]);
});

test("who wants to pay may; what is settled or paid is not disputed any more", async () => {
  const one = await aDisputable();
  await one.open();
  const paid = await one.cashier.post(
    `${one.url}/receipts`,
    aReceipt(one.owner.id, [{ id: one.charge.id, openFen: 100_000 }]),
  );
  expect(paid.status).toBe(201);
  await one.settle("UPHELD");
  expect(await one.open()).toMatchObject({ status: 409, body: { code: "CHARGE_NOT_OPEN" } });
  expect(await one.settle("UPHELD")).toMatchObject({ status: 409, body: { code: "NOT_DISPUTED" } });
});

test("a disputed charge is not debited, and the batch says so", async () => {
  const { at, clerk, manager, scheme, households } = await aDebitCommunity(app, "BANK_FRONT_END", [10_000, 20_000]);
  const early = await drafted({ at, clerk, scheme });
  await manager.post(`${at}/charges/${households[0]!.charge.id}/dispute`, { reason: "面积有误" });
  const stale = await clerk.post(`${at}/debit-batches/${early.id}/export`);
  expect(stale).toMatchObject({ status: 409, body: { code: "DEBIT_BATCH_OUTDATED" } });
  expect(await drafted({ at, clerk, scheme })).toMatchObject({
    lineCount: 1,
    exclusions: [{ reason: "DISPUTED", amountFen: 10_000 }],
  });
});

test("prepaid money is not offset against it", async () => {
  const one = await aDisputable();
  const money = { prepayment: { roomId: one.room.id, amountFen: 5_000 } };
  await one.cashier.post(`${one.url}/receipts`, aReceipt(one.owner.id, [], money));
  await one.open();
  const settings = await app.as(["billing:read", "project:settings"], one.projectId);
  const scheme = { enabled: true, onPublish: false, daily: false, onlyListed: false, feeItemIds: [] };
  await settings.put(`${one.url}/offset-scheme`, { ...scheme, order: "PERIOD_FIRST", shortage: "PARTIAL" });
  const finance = await app.as(["billing:read", "billing:offset", "property:read"], one.projectId);
  const preview = (await finance.post(`${one.url}/offsets/preview`, {})).body;
  expect(preview.amountFen).toBe(0);
  expect(preview.items[0].lines).toMatchObject([{ chargeId: one.charge.id, reason: "DISPUTED" }]);
});

test.each([
  ["no reason", { reason: "" }],
  ["a reason too long", { reason: "长".repeat(201) }],
  ["an emoji", { reason: "不同意😀" }],
  ["an unknown field", { reason: "不同意", until: "2026-04-01" }],
])("refuses %s", async (_what, body) => {
  const one = await aDisputable();
  expect(await one.open(body)).toMatchObject({ status: 400, body: { code: "INVALID_INPUT" } });
});

test("a charge that is not here, or without the right, is refused", async () => {
  const one = await aDisputable();
  const elsewhere = `${one.url}/charges/${newId()}/dispute`;
  expect((await one.manager.post(elsewhere, { reason: "不同意" })).status).toBe(404);
  expect((await one.cashier.post(`${one.url}/charges/${one.charge.id}/dispute`, { reason: "不同意" })).status).toBe(
    403,
  );
});
