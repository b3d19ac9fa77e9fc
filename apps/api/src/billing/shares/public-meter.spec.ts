import { startTestApp } from "../../../test/test-app.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { savedFeeItem } from "../billing.factories.js";
import { aMeter, asked } from "../meters/meters.factories.js";
import { aSharePool } from "./shares.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-04-10"));

const RIGHTS = ["billing:read", "billing:rates", "billing:run", "billing:publish"] as const;

/** A project with a room behind a public meter, and a pool that reads it. */
async function aPlace(source: "USE" | "LOSS" = "USE") {
  const { id } = await savedProject(app, { firstPeriod: "2026-01" });
  const [client, manager] = [await app.as([...RIGHTS], id), await app.asRole("PROJECT_MANAGER", id)];
  const room = await savedRoom(app, id, { code: "1-101", chargeArea: "100" });
  const at = `/projects/${id}`;
  const register = (overrides: object = {}) => asked(manager, `${at}/meters`, aMeter({ kind: "POWER", ...overrides }));
  const master = await register({ no: "Z1" });
  const aPool = async () => {
    const item = await savedFeeItem(app, id, { kind: "SHARED" });
    const terms = { source, unit: "kWh", meterId: master.id, legalBasis: "合同第九条" } as const;
    return `${at}/share-pools/${(await asked(client, `${at}/share-pools`, aSharePool(item.id, terms))).id}`;
  };
  const read = (meter: { id: string }, value: string, more: object = {}) =>
    asked(manager, `${at}/meters/${meter.id}/readings`, { readOn: "2026-03-31", value, reason: "首次抄表", ...more });
  return { id, at, client, manager, room, register, master, aPool, read };
}

type Place = Awaited<ReturnType<typeof aPlace>>;

const enter = ({ client }: Place, pool: string, period = "2026-03") =>
  client.put(`${pool}/months/${period}`, { unitPrice: "0.8" });

/** Enters and confirms March 2026. */
async function confirmed(place: Place, pool: string) {
  const { body } = await enter(place, pool);
  expect([body.code, body.problems]).toEqual([undefined, []]);
  return asked(place.client, `${pool}/months/2026-03/confirm`, { fingerprint: body.fingerprint });
}

const exchange = ({ at, manager, master }: Place, removedOn: string, period: string) =>
  asked(manager, `${at}/meters/${master.id}/replace`, {
    removedOn,
    period,
    endReading: "130",
    reason: "到期轮换",
    no: "Z2",
    digits: 5,
    multiplier: "1",
    startReading: "0",
  });

const correction = { readOn: "2026-03-31", value: "100", correction: "看错了", reason: "看错了" };

test.each(["USE", "LOSS"] as const)(
  "a reading that a confirmed month of %s came from stands until it is withdrawn",
  async (source) => {
    const place = await aPlace(source);
    const { at, client, manager, room, master } = place;
    const sub = await place.register({ roomId: room.id, parentId: master.id });
    const pool = await place.aPool();
    const [ofMaster, ofSub] = [await place.read(master, "120"), await place.read(sub, "90")];
    await confirmed(place, pool);

    const undo = (meter: { id: string }, reading: { id: string }) => `${at}/meters/${meter.id}/readings/${reading.id}`;
    const refused = { code: "READING_SHARED", detail: expect.stringContaining("请先撤销该月公摊的确认") };
    expect((await manager.post(`${undo(master, ofMaster)}/correct`, correction)).body).toMatchObject(refused);
    expect((await manager.post(`${undo(master, ofMaster)}/delete`, { reason: "读错了" })).body).toMatchObject(refused);
    // what stands behind the meter is part of a loss only
    const behind = await manager.post(`${undo(sub, ofSub)}/correct`, correction);
    expect(behind.body.code).toBe(source === "LOSS" ? "READING_SHARED" : undefined);

    await asked(client, `${pool}/months/2026-03/withdraw`, { reason: "读数有误" });
    await asked(manager, `${undo(master, ofMaster)}/correct`, { ...correction, value: "110" });
    expect((await enter(place, pool)).body).toMatchObject(source === "LOSS" ? { lossUse: "20" } : { use: "110" });
  },
);

test("a confirmed month says that its readings have moved, and a closed month keeps none from being put right", async () => {
  const place = await aPlace();
  const { at, client, manager, master } = place;
  const pool = await place.aPool();
  const reading = await place.read(master, "120", { estimated: true });
  await confirmed(place, pool);
  const month = async () => (await client.get(`${pool}/months/2026-03`)).body;
  expect(await month()).toMatchObject({ warnings: [] });
  await app.db.query("UPDATE billing_period SET status = 'CLOSED' WHERE project_id = $1 AND period <= '2026-03'", [
    place.id,
  ]);
  await asked(manager, `${at}/meters/${master.id}/readings/${reading.id}/correct`, correction);
  expect(await month()).toMatchObject({
    status: "CONFIRMED",
    use: "120",
    problems: [],
    warnings: ["公共表的读数在填写之后有变化，请重新填写本月（先撤销确认）"],
  });
});

test("a loss needs meters behind the master meter", async () => {
  const place = await aPlace("LOSS");
  await place.read(place.master, "120");
  expect((await enter(place, await place.aPool())).body).toMatchObject({
    code: "SHARE_METER_UNREAD",
    detail: "总表 Z1 下没有登记分表，不能算损耗",
  });
});

test("a month names the meter that it was read from, also after an exchange", async () => {
  const place = await aPlace();
  const pool = await place.aPool();
  await place.read(place.master, "120");
  await confirmed(place, pool);
  await exchange(place, "2026-04-02", "2026-04");
  const { items } = (await place.manager.get(`${place.at}/meters?q=Z2`)).body;
  const { feeItemId } = (await place.client.get(pool)).body;
  const terms = aSharePool(feeItemId, { source: "USE", unit: "kWh", meterId: items[0].id });
  expect((await place.client.put(pool, terms)).status).toBe(204);
  const named = async (period: string) => (await place.client.get(`${pool}/months/${period}`)).body.meterNo;
  expect([await named("2026-03"), await named("2026-04")]).toEqual(["Z1", "Z2"]);
  await asked(place.client, `${pool}/months/2026-03/withdraw`, { reason: "重填" });
  expect((await enter(place, pool)).body).toMatchObject({ meterNo: "Z1", use: "120" });
});

test("a meter taken out owes no reading after the month of its last one, and is one with its successor in the losses", async () => {
  const place = await aPlace("LOSS");
  const sub = await place.register({ roomId: place.room.id, parentId: place.master.id });
  await place.read(sub, "90");
  const gone = await place.register({ roomId: place.room.id, parentId: place.master.id });
  await asked(place.manager, `${place.at}/meters/${gone.id}/dismantle`, {
    removedOn: "2026-04-02",
    period: "2026-03",
    endReading: "10",
    reason: "拆除",
  });
  await exchange(place, "2026-04-02", "2026-03");
  const { items } = (await place.manager.get(`${place.at}/meters?q=Z2`)).body;
  await place.read(items[0], "50", { readOn: "2026-04-09" });
  await place.read(sub, "125", { readOn: "2026-04-09" });
  const pool = await place.aPool();
  expect((await enter(place, pool)).body).toMatchObject({ meterNo: "Z1", masterUse: "130", subUse: "100" });
  expect((await enter(place, pool, "2026-04")).body).toMatchObject({ meterNo: "Z2", masterUse: "50", subUse: "35" });

  const losses = async (period: string) =>
    (await place.manager.get(`${place.at}/meter-losses?period=${period}`)).body.items;
  expect(await losses("2026-03")).toMatchObject([{ no: "Z1", masterUse: "130", subUse: "100", missingCount: 0 }]);
  expect(await losses("2026-04")).toMatchObject([
    { no: "Z2", masterUse: "50", subUse: "35", subCount: 1, missingCount: 0 },
  ]);
});

test("the losses of a year are whole when the master meter was exchanged in it, each month under the meter that stood (BIL-25)", async () => {
  app.clock.set("2026-07-31");
  const place = await aPlace("LOSS");
  const { at, manager, master } = place;
  const sub = await place.register({ roomId: place.room.id, parentId: master.id });
  for (const [readOn, whole, behind] of [
    ["2026-04-30", "60", "50"],
    ["2026-05-31", "120", "105"],
  ] as const) {
    await place.read(master, whole, { readOn });
    await place.read(sub, behind, { readOn });
  }
  await exchange(place, "2026-06-10", "2026-06");
  await place.read((await manager.get(`${at}/meters?q=Z2`)).body.items[0], "40", { readOn: "2026-06-30" });
  await place.read(sub, "150", { readOn: "2026-06-30" });
  const { body } = await manager.get(`${at}/billing-reports/LOSSES?fromPeriod=2026-04&toPeriod=2026-07`);
  expect(body.items).toMatchObject([
    { period: "2026-04", no: "Z1", masterUse: "60", subUse: "50", loss: "10" },
    { period: "2026-05", no: "Z1", masterUse: "60", subUse: "55", loss: "5" },
    { period: "2026-06", no: "Z2", masterUse: "50", subUse: "45", loss: "5" },
    { period: "2026-07", no: "Z2", masterUse: null, missingCount: 1, loss: null },
  ]);
  expect(body.total).toBe(4);
  for (const { period, masterUse, loss } of body.items) {
    const page = (await manager.get(`${at}/meter-losses?period=${period}`)).body;
    expect(page).toMatchObject({ total: 1, items: [{ masterUse, loss }] });
  }
});
