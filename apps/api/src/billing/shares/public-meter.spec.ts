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
  expect(await losses("2026-03")).toMatchObject([{ no: "Z2", masterUse: "130", subUse: "100", missingCount: 0 }]);
  expect(await losses("2026-04")).toMatchObject([
    { no: "Z2", masterUse: "50", subUse: "35", subCount: 1, missingCount: 0 },
  ]);
});
