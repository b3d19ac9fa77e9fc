import { startTestApp } from "../../../test/test-app.js";
import { savedOwner } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { published, savedFeeItem } from "../billing.factories.js";
import { aMeter, asked } from "../meters/meters.factories.js";
import { aSharePool } from "./shares.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-04-10"));

const RIGHTS = ["billing:read", "billing:rates", "billing:run", "billing:publish", "billing:reverse-run"] as const;

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

const STANDS = "请先撤销该月公摊的确认";
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
    const refused = { code: "READING_SHARED", detail: expect.stringContaining(STANDS) };
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

const closed = ({ id }: Place) =>
  app.db.query("UPDATE billing_period SET status = 'CLOSED' WHERE project_id = $1 AND period <= '2026-03'", [id]);

/** March shared by use of the public meter and confirmed; `reading` is what it came from. */
async function aSharedMonth(more: object = {}) {
  const place = await aPlace();
  await savedOwner(app, place.room);
  const pool = await place.aPool();
  const { id } = await place.read(place.master, "120", more);
  await confirmed(place, pool);
  const reading = `${place.at}/meters/${place.master.id}/readings/${id}`;
  const month = async () => (await place.client.get(`${pool}/months/2026-03`)).body;
  return { ...place, pool, reading, month };
}

test.each([
  ["an open month", false, "红冲批次后重新填写、确认和出账；已有收款的，差额在应收详情里用“更正金额”更正"],
  ["a closed month", true, "差额逐笔更正，已收款的在应收详情里用“更正金额”，未收款的红冲后登记正确的金额，都记在今天"],
] as const)(
  "a reading that shares of %s were billed by is put right, not deleted, and the month says how to settle it (BIL-83)",
  async (_of, isClosed, way) => {
    const place = await aSharedMonth();
    const { at, client, manager, reading, month } = place;
    await published(app, client, place.id, { period: "2026-03" });
    if (isClosed) await closed(place);
    expect(await month()).toMatchObject({ billedCount: 1, warnings: [] });
    const deleted = (await manager.post(`${reading}/delete`, { reason: "读错了" })).body;
    expect(deleted).toMatchObject({ code: "READING_SHARED", detail: expect.stringContaining("读错了请用“更正”") });

    await asked(manager, `${reading}/correct`, correction);
    const { status, use, amountFen, warnings } = await month();
    expect({ status, use, amountFen }).toEqual({ status: "CONFIRMED", use: "120", amountFen: 9_600 });
    expect(warnings).toEqual([
      `公共表 Z1 的读数在确认之后有变化，本月仍按确认时的用量分摊。${isClosed ? "本月已出账并月结：" : "本月已经出账：批次没有收款的，"}${way}。`,
    ]);
    const charges = (await client.get(`${at}/charges?pageSize=10`)).body.items;
    expect(charges).toMatchObject([{ amountFen: 9_600, openFen: 9_600 }]);
    const { steps } = (await client.get(`${at}/periods/2026-03`)).body;
    expect(steps).toContainEqual(
      expect.objectContaining({
        key: "SHARES",
        state: "DONE",
        detail: expect.stringMatching(/“公共电费.*”的读数在确认之后有变化，已出账的差额请更正应收$/),
      }),
    );
  },
);

test("a reading stands again once its shares are no longer billed", async () => {
  const place = await aSharedMonth();
  const { at, client, manager, pool, reading } = place;
  const run = await published(app, client, place.id, { period: "2026-03" });
  await asked(client, `${at}/runs/${run.id}/reverse`, { reason: "读数有误" });
  await app.drainJobs();
  expect((await manager.post(`${reading}/correct`, correction)).body.detail).toContain(STANDS);
  await asked(client, `${pool}/months/2026-03/withdraw`, { reason: "读数有误" });
  await asked(manager, `${reading}/correct`, correction);
  expect((await enter(place, pool)).body).toMatchObject({ use: "100", amountFen: 8_000 });
});

test("a closed month that billed nothing keeps no estimate from being put right, and says that its readings have moved", async () => {
  const place = await aSharedMonth({ estimated: true });
  expect(await place.month()).toMatchObject({ warnings: [] });
  await closed(place);
  await asked(place.manager, `${place.reading}/correct`, correction);
  expect(await place.month()).toMatchObject({
    status: "CONFIRMED",
    use: "120",
    problems: [],
    warnings: ["公共表 Z1 的读数在确认之后有变化，本月仍按确认时的用量分摊。本月已月结且没有出账，不再更改。"],
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
