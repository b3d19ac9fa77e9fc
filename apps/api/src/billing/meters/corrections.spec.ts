import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { published, savedFeeItem } from "../billing.factories.js";
import { aPlan } from "../payment-plans/payment-plans.factories.js";
import { aMeter, aMeteredRoom, asked, chargesOf, installed } from "./meters.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2025-12-10"));

test("what was taken back before is not given back as if it had been paid", async () => {
  const home = await aMeteredRoom(app);
  const { at, manager, project, owner, room } = home;
  const url = `${at}/meters/${await installed(home)}/readings`;
  const { id } = await asked(manager, url, { readOn: "2025-01-31", value: "20" });
  await published(app, manager, project.id, { period: "2025-01" });
  const [charge] = await chargesOf(home);
  const cashier = await app.asRole("CASHIER", project.id);
  const lines = [{ chargeId: charge!.id, amountFen: 4000 }];
  const methods = [{ method: "CASH", tenderedFen: 4000 }];
  await asked(cashier, `${at}/receipts`, { id: newId(), payerId: owner.id, lines, methods });
  await asked(manager, `${at}/charges/${charge!.id}/reverse`, { reason: "多收了" });
  const correction = { readOn: "2025-01-31", value: "0", reason: "空置", correction: "抄错房间" };
  await asked(manager, `${url}/${id}/correct`, correction);
  const { body } = await cashier.get(`${at}/prepayments?roomId=${room.id}`);
  expect(body.items).toMatchObject([{ balanceFen: 4000 }]);
  expect(await chargesOf(home)).toMatchObject([{ reversedFen: 10_000, offsetFen: -4000, openFen: 0 }]);
  await checkInvariants(app.db, project.id);
});

test("what is billed anew goes on in the payment plan of the wrong charge", async () => {
  const home = await aMeteredRoom(app);
  const { at, manager, project } = home;
  const url = `${at}/meters/${await installed(home)}/readings`;
  const { id } = await asked(manager, url, { readOn: "2025-01-31", value: "20" });
  await published(app, manager, project.id, { period: "2025-01" });
  const [wrong] = await chargesOf(home);
  const wanted = aPlan([wrong!], [["2026-01-20", 10_000]]);
  const { approvalId } = await asked<{ approvalId: string }>(manager, `${at}/payment-plans`, wanted);
  await asked(await app.asRole("PROJECT_MANAGER", project.id), `${at}/approvals/${approvalId}/approve`, {});
  await asked(manager, `${url}/${id}/correct`, { readOn: "2025-01-31", value: "18", correction: "抄错一位" });
  const { body } = await manager.get(`${at}/payment-plans/${wanted.id}`);
  expect(body).toMatchObject({ state: "KEPT", paidFen: 1_000, nextFen: 9_000 });
  expect(body.charges).toHaveLength(2);
  await checkInvariants(app.db, project.id);
});

describe("late fees of what is billed anew (BIL-83)", () => {
  /** A bill of 100.00 due on 20 February, corrected to 90.00 on 10 December, at 0.05 % a day. */
  async function aLateBill(more: object = {}) {
    const home = await aMeteredRoom(app, { dueRule: "DAYS_AFTER_ISSUE", dueDays: 0 });
    const { at, manager, project, feeItemId, owner } = home;
    const lateItem = await savedFeeItem(app, project.id, { kind: "ONE_OFF" });
    const scheme = { name: "水费违约金", feeItemId: lateItem.id, chargedItemIds: [feeItemId], graceDays: 0 };
    const terms = { gracePolicy: "FREE", startsOn: "2025-01-01", dailyRate: "0.0005", ...more };
    await asked(manager, `${at}/late-fee-schemes`, { ...scheme, ...terms });
    const url = `${at}/meters/${await installed(home)}/readings`;
    const { id } = await asked(manager, url, { readOn: "2025-01-31", value: "20" });
    app.clock.set("2025-02-20");
    await published(app, manager, project.id, { period: "2025-01" });
    const [wrong] = await chargesOf(home);
    const correct = () =>
      asked(manager, `${url}/${id}/correct`, { readOn: "2025-01-31", value: "18", correction: "抄错" });
    const lateFees = async (asOf: string) =>
      (await manager.get(`${at}/late-fees?payerId=${owner.id}&asOf=${asOf}`)).body.totalFen as number;
    const right = async () => (await chargesOf(home)).find((one) => one.amountFen === 9_000)!;
    return { ...home, wrong: wrong!, correct, right, lateFees };
  }

  test("it was due as the wrong bill was; booked days are not counted again and count towards the cap", async () => {
    const { at, manager, project, wrong, correct, right, lateFees } = await aLateBill({ capShare: "0.02" });
    app.clock.set("2025-03-02");
    await asked(manager, `${at}/late-fees/freeze`, { chargeIds: [wrong.id] });
    await correct();
    const { id, dueOn } = await right();
    expect(dueOn).toBe("2025-02-20");
    expect(await lateFees("2025-03-02")).toBe(0);
    // ten more days of 90.00; the cap of 1.80 has 0.50 of the wrong one in it
    expect(await lateFees("2025-03-12")).toBe(45);
    expect(await lateFees("2025-12-31")).toBe(180 - 50);
    const origins = await app.db.query(
      "SELECT origin_id AS of FROM charge_origin WHERE project_id = $1 AND charge_id = $2",
      [project.id, id],
    );
    expect(origins).toEqual([{ of: wrong.id }]);
    await checkInvariants(app.db, project.id);
  });

  test("what was paid in time bears none; what was not goes on", async () => {
    const { at, project, owner, wrong, correct, right, lateFees } = await aLateBill();
    const cashier = await app.asRole("CASHIER", project.id);
    const paid = [{ chargeId: wrong.id, amountFen: 6_000 }];
    const methods = [{ method: "CASH", tenderedFen: 6_000 }];
    await asked(cashier, `${at}/receipts`, { id: newId(), payerId: owner.id, lines: paid, methods });
    app.clock.set("2025-03-12");
    await correct();
    expect(await right()).toMatchObject({ offsetFen: 6_000, openFen: 3_000 });
    // 20 days of 30.00
    expect(await lateFees("2025-03-12")).toBe(30);
    const booked = await app.db.query("SELECT 1 FROM charge WHERE project_id = $1 AND source = 'LATE_FEE'", [
      project.id,
    ]);
    expect(booked).toEqual([]);
    await checkInvariants(app.db, project.id);
  });
});

test("two meters of one charge are corrected at once: one after the other", async () => {
  const home = await aMeteredRoom(app);
  const { at, manager, project } = home;
  const urls = [];
  for (const value of ["20", "30"]) {
    const url = `${at}/meters/${await installed(home)}/readings`;
    const { id } = await asked(manager, url, { readOn: "2025-01-31", value });
    urls.push(`${url}/${id}/correct`);
  }
  await published(app, manager, project.id, { period: "2025-01" });
  const replies = await Promise.all(
    urls.map((url) => manager.post(url, { readOn: "2025-01-31", value: "10", correction: "抄错一位" })),
  );
  expect(replies.map(({ status }) => status)).toEqual([201, 201]);
  const standing = (await chargesOf(home)).filter(({ openFen }) => openFen > 0);
  expect(standing).toMatchObject([{ amountFen: 10_000, quantity: "20" }]);
  await checkInvariants(app.db, project.id);
});

test("a correction does not move a reading to another month", async () => {
  const home = await aMeteredRoom(app);
  const { at, manager } = home;
  const url = `${at}/meters/${await installed(home)}/readings`;
  const { id } = await asked(manager, url, { readOn: "2025-01-31", value: "20" });
  const correction = { readOn: "2025-02-01", value: "18", correction: "抄错一位" };
  const moved = await manager.post(`${url}/${id}/correct`, { ...correction, period: "2025-02" });
  expect(moved.body.fields).toEqual({ period: ["更正不能换费用月份；请删除后按正确的月份登记"] });
  expect(await asked(manager, `${url}/${id}/correct`, correction)).toMatchObject({ period: "2025-01", value: "18" });
});

test("the reading that a meter was taken out with is corrected, on its day, and not deleted", async () => {
  const home = await aMeteredRoom(app);
  const { at, manager, project } = home;
  const meter = await installed(home);
  const url = `${at}/meters/${meter}/readings`;
  await manager.post(`${at}/meters/${meter}/dismantle`, {
    removedOn: "2025-01-12",
    endReading: "74",
    reason: "到期轮换",
  });
  await published(app, manager, project.id, { period: "2025-01" });
  const { body } = await manager.get(url);
  const at74 = `${url}/${body.items[0].id}`;
  const deleted = await manager.post(`${at74}/delete`, { reason: "抄错了" });
  expect(deleted).toMatchObject({
    status: 409,
    body: { code: "READING_STATE", detail: expect.stringContaining("删除") },
  });
  const correction = { value: "47", correction: "看反了" };
  expect((await manager.post(`${at74}/correct`, { ...correction, readOn: "2025-01-13" })).status).toBe(400);
  const corrected = await asked(manager, `${at74}/correct`, { ...correction, readOn: "2025-01-12" });
  expect(corrected).toMatchObject({ kind: "REMOVAL", use: "47", serviceTo: "2025-01-12" });
  const standing = (await chargesOf(home)).filter(({ openFen }) => openFen > 0);
  expect(standing).toMatchObject([{ amountFen: 23_500 }]);
});

test("a meter whose readings were all deleted may be counted with something else", async () => {
  const home = await aMeteredRoom(app);
  const { at, manager, room, feeItemId } = home;
  const { installedOn: _day, startReading: _start, roomId: _room, ...fields } = aMeter({ roomId: room.id, feeItemId });
  const meter = await installed(home, { no: fields.no });
  const url = `${at}/meters/${meter}`;
  const { id } = await asked(manager, `${url}/readings`, { readOn: "2025-01-31", value: "20" });
  expect((await manager.put(url, { ...fields, multiplier: "10" })).status).toBe(409);
  await manager.post(`${url}/readings/${id}/delete`, { reason: "倍率登记错了" });
  expect((await manager.put(url, { ...fields, multiplier: "10" })).body).toMatchObject({ multiplier: "10" });
});

test("an estimate of a public meter is put right after its month was closed; nothing else there is", async () => {
  const home = await aMeteredRoom(app);
  const { at, manager, project } = home;
  const { id: meter } = await asked(manager, `${at}/meters`, aMeter());
  const [url, own] = [`${at}/meters/${meter}/readings`, `${at}/meters/${await installed(home)}/readings`];
  const estimate = { readOn: "2025-01-31", value: "20", estimated: true, reason: "表井积水" };
  const { id } = await asked(manager, url, estimate);
  const { id: billable } = await asked(manager, own, estimate);
  const finance = await app.asRole("FINANCE_REVIEWER", project.id);
  expect((await finance.post(`${at}/periods/2025-01/close`, { confirm: true })).status).toBe(200);
  expect((await manager.post(url, { readOn: "2025-02-28", value: "15" })).body.code).toBe("READING_LOWER");
  const correction = { ...estimate, value: "8", correction: "估高了" };
  expect((await manager.post(`${own}/${billable}/correct`, correction)).body.code).toBe("PERIOD_CLOSED");
  await asked(manager, `${url}/${id}/correct`, correction);
  expect(await asked(manager, url, { readOn: "2025-02-28", value: "15" })).toMatchObject({ use: "7" });
});

test("people are registered from today at the latest", async () => {
  const { at, manager, room } = await aMeteredRoom(app);
  const url = `${at}/rooms/${room.id}/headcounts`;
  const count = { startsOn: "2025-12-11", persons: 6, proof: "户口簿" };
  expect((await manager.post(url, count)).body.fields).toEqual({ startsOn: ["开始日期不能晚于今天"] });
  expect((await manager.post(url, { ...count, startsOn: "2025-12-10" })).status).toBe(201);
});

test("a meter that was taken out is no master of another, and stays one where it was", async () => {
  const home = await aMeteredRoom(app);
  const { at, manager } = home;
  const [master, other] = [
    await asked(manager, `${at}/meters`, aMeter()),
    await asked(manager, `${at}/meters`, aMeter()),
  ];
  const { installedOn: _day, startReading: _start, ...fields } = aMeter({ parentId: master.id });
  const sub = await asked(manager, `${at}/meters`, aMeter({ ...fields }));
  const removal = { removedOn: "2025-01-12", endReading: "9", reason: "到期轮换" };
  for (const { id } of [master, other]) await manager.post(`${at}/meters/${id}/dismantle`, removal);
  expect((await manager.put(`${at}/meters/${sub.id}`, { ...fields, position: "井内" })).status).toBe(200);
  const moved = await manager.put(`${at}/meters/${sub.id}`, { ...fields, parentId: other.id });
  expect(moved.body.fields).toEqual({ parentId: [expect.stringContaining("已于 2025-01-12 拆除")] });
  const fresh = await manager.post(`${at}/meters`, aMeter({ parentId: master.id }));
  expect(fresh.status).toBe(400);
});
