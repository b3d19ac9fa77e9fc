import { startTestApp } from "../../test/test-app.js";
import { savedBinding, savedFeeItem, savedRate } from "../billing/billing.factories.js";
import { RateVersion } from "../billing/rates/rate-version.entity.js";
import { newId } from "../common/ids.js";
import { savedCustomer, savedOwner, savedPayer, savedRelation } from "../customer/customer.factories.js";
import { savedProject, savedRoom } from "../property/property.factories.js";
import { RoomAreaVersion } from "../property/room-area-version.entity.js";

const app = await startTestApp();
afterAll(() => app.close());

const project = await savedProject(app);
const base = `/projects/${project.id}`;
const reader = await app.as(["customer:read"], project.id);

type Room = Awaited<ReturnType<typeof savedRoom>>;
const aRoom = (more: Parameters<typeof savedRoom>[2] = {}) => savedRoom(app, project.id, more);
const roomOn = async ({ id }: { id: string }, on: string) =>
  (await reader.get(`${base}/rooms/${id}/as-of?on=${on}`)).body;
const customerOn = async ({ id }: { id: string }, on: string) =>
  (await reader.get(`${base}/customers/${id}/as-of?on=${on}`)).body;

const areas = (room: Room, startsOn: string, chargeArea: string) =>
  app.db.manager.insert(RoomAreaVersion, {
    projectId: project.id,
    id: newId(),
    roomId: room.id,
    startsOn,
    buildingArea: chargeArea,
    chargeArea,
    innerArea: null,
    usableArea: null,
    reason: null,
    createdBy: newId(),
    createdByName: "测试员",
    createdAt: app.clock.now(),
  });

const water = await savedFeeItem(app, project.id, { name: "水费" });

/** A owned until 2024-05-02, B after him; a tenant pays for the water from 2024-01-01 to 2024-12-31. */
async function aHistory() {
  const room = await aRoom();
  const a = await savedOwner(app, room, { name: "甲" }, { share: "100", endsOn: "2024-05-02" });
  const b = await savedOwner(app, room, { name: "乙" }, { share: "100", startsOn: "2024-05-03" });
  const tenant = await savedCustomer(app, project.id, { name: "租户" });
  const [startsOn, endsOn] = ["2024-01-01", "2024-12-31"];
  await savedRelation(app, room, { customerId: tenant.id, role: "TENANT", startsOn, endsOn, isPrimaryContact: true });
  await savedPayer(app, room, { customerId: tenant.id, feeItemId: water.id, startsOn, endsOn });
  return { room, a, b, tenant };
}

describe("a room as of a day", () => {
  test("has the people of that day, without saying when they will end", async () => {
    const { room, a } = await aHistory();
    const before = await roomOn(room, "2024-05-02");
    expect(
      before.relations.map(({ customerName, role, share }: Record<string, string>) => [customerName, role, share]),
    ).toEqual([
      ["甲", "OWNER", "100"],
      ["租户", "TENANT", null],
    ]);
    expect(before.relations[0]).toMatchObject({ customerNumber: a.number, startsOn: "2020-01-01" });
    expect(before.relations[0]).not.toHaveProperty("endsOn");
    expect((await roomOn(room, "2024-05-03")).relations[0].customerName).toBe("乙");
    expect((await roomOn(room, "2025-01-01")).relations).toHaveLength(1);
    expect((await roomOn(room, "2099-12-31")).relations[0].customerName).toBe("乙");
  });

  test("has who pays per item, why, and which owners are liable beside him (LAW-03)", async () => {
    const { room } = await aHistory();
    const { payers } = await roomOn(room, "2024-05-03");
    expect(payers).toMatchObject([
      { feeItemName: null, payer: { customerName: "乙" }, basis: "OWNER", jointly: [] },
      { feeItemName: "水费", payer: { customerName: "租户" }, basis: "ITEM", jointly: [{ customerName: "乙" }] },
    ]);
    const later = await roomOn(room, "2025-01-01");
    expect(later.payers).toMatchObject([{ feeItemName: null, payer: { customerName: "乙" } }]);
  });

  test("says that nobody pays when several owners named nobody, and that the developer pays a room without owner", async () => {
    const elsewhere = await savedProject(app);
    const developer = await savedCustomer(app, elsewhere.id, { name: "建设集团", kind: "COMPANY" });
    await app.db.query("UPDATE project SET developer_id = $1 WHERE id = $2", [developer.id, elsewhere.id]);
    const [empty, shared] = [await savedRoom(app, elsewhere.id), await aRoom()];
    await savedOwner(app, shared);
    await savedOwner(app, shared);
    expect((await roomOn(shared, "2024-05-03")).payers).toMatchObject([{ feeItemId: null, payer: null, basis: null }]);
    const guest = await app.as(["customer:read"], elsewhere.id);
    const { body } = await guest.get(`/projects/${elsewhere.id}/rooms/${empty.id}/as-of?on=2024-05-03`);
    expect(body.payers).toMatchObject([{ payer: { customerName: "建设集团" }, basis: "DEVELOPER" }]);
    const company = await guest.get(`/projects/${elsewhere.id}/customers/${developer.id}/as-of?on=2024-05-03`);
    expect(company.body).toMatchObject({ isDeveloper: true, rooms: [], duties: [] });
  });

  test("has the areas of that day: the latest begun, and among equals the one written last", async () => {
    const [room, plain] = [await aRoom({ chargeArea: "90.00" }), await aRoom({ chargeArea: "80.00" })];
    await areas(room, "1900-01-01", "88");
    await areas(room, "2024-05-03", "89");
    await areas(room, "2024-05-03", "90");
    expect((await roomOn(room, "2024-05-02")).areas.chargeArea).toBe("88.0000");
    expect((await roomOn(room, "2024-05-03")).areas.chargeArea).toBe("90.0000");
    expect(Number((await roomOn(plain, "1950-01-01")).areas.chargeArea)).toBe(80);
  });

  test("has the rates bound that day with the price of that day, and what was agreed for the room", async () => {
    const room = await aRoom();
    const item = await savedFeeItem(app, project.id, { name: "物业费" });
    const rate = await savedRate(app, item, {}, { endsOn: "2024-05-02", unitPrice: "2.10" });
    await app.db.manager.insert(RateVersion, {
      projectId: project.id,
      id: newId(),
      rateId: rate.id,
      startsOn: "2024-05-03",
      endsOn: null,
      unitPrice: "2.38",
      surcharge: "20",
      createdAt: app.clock.now(),
    });
    await savedBinding(app, room, rate, { startsOn: "2021-01-01", endsOn: "2024-12-31" });
    await savedBinding(app, room, rate, { startsOn: "2025-01-01", unitPrice: "1.5", quantity: "3" });
    expect((await roomOn(room, "2020-12-31")).rates).toEqual([]);
    expect((await roomOn(room, "2024-05-02")).rates).toMatchObject([
      { unitPrice: "2.1", surcharge: "0", agreed: false },
    ]);
    expect((await roomOn(room, "2024-05-03")).rates).toMatchObject([{ unitPrice: "2.38", surcharge: "20" }]);
    expect((await roomOn(room, "2025-01-01")).rates).toMatchObject([{ unitPrice: "1.5", quantity: "3", agreed: true }]);
  });

  test("does not exist before its first and after its last day", async () => {
    const room = await aRoom({ startsOn: "2024-05-03", endedOn: "2024-12-31" });
    await savedOwner(app, room, {}, { startsOn: "2024-05-03", endsOn: "2024-12-31" });
    expect(await roomOn(room, "2024-05-02")).toMatchObject({ exists: false, startsOn: "2024-05-03", areas: null });
    expect(await roomOn(room, "2024-05-03")).toMatchObject({ exists: true, endedOn: null });
    expect(await roomOn(room, "2024-12-31")).toMatchObject({ exists: true, endedOn: null });
    expect(await roomOn(room, "2025-01-01")).toMatchObject({ exists: false, endedOn: "2024-12-31", relations: [] });
  });

  test.each([
    "",
    "?on=2024-02-31",
    "?on=2024-5-3",
    "?on=２０２４-05-03",
    "?on=2024-05-03&on=2024-05-04",
    "?on=2024-05-03&x=1",
  ])("is refused for %s", async (query) => {
    const room = await aRoom();
    expect((await reader.get(`${base}/rooms/${room.id}/as-of${encodeURI(query)}`)).status).toBe(400);
  });

  test("of another project does not exist, nor without the right", async () => {
    const foreign = await savedRoom(app, (await savedProject(app)).id);
    for (const path of ["as-of", "relation-graph"]) {
      expect((await reader.get(`${base}/rooms/${foreign.id}/${path}?on=2024-05-03`)).body.detail).toBe("房间不存在");
      expect((await reader.get(`${base}/customers/${newId()}/${path}?on=2024-05-03`)).body.detail).toBe("客户不存在");
      const nobody = await app.as(["property:read"], project.id);
      expect((await nobody.get(`${base}/rooms/${foreign.id}/${path}?on=2024-05-03`)).status).toBe(403);
    }
  });
});

describe("a customer as of a day", () => {
  test("has the rooms and roles of that day, and what he pays for, told the short way", async () => {
    const { room, a, b, tenant } = await aHistory();
    expect(await customerOn(a, "2024-05-02")).toMatchObject({
      rooms: [{ roomCode: room.code, role: "OWNER", share: "100" }],
      roomCount: 1,
      duties: [{ roomCode: room.code, isGeneral: true, feeItemNames: ["水费"], basis: "OWNER" }],
    });
    expect(await customerOn(a, "2024-05-03")).toMatchObject({ rooms: [], roomCount: 0, duties: [] });
    expect((await customerOn(b, "2025-01-01")).duties).toMatchObject([{ isGeneral: true, feeItemNames: [] }]);
    expect(await customerOn(tenant, "2024-06-01")).toMatchObject({
      rooms: [{ role: "TENANT", isPrimaryContact: true }],
      duties: [{ isGeneral: false, feeItemNames: ["水费"], basis: "ITEM" }],
    });
  });
});

describe("the picture of relations", () => {
  test("of a room: its people, and their other rooms; of that day", async () => {
    const { room, b, tenant } = await aHistory();
    const other = await aRoom();
    await savedRelation(app, other, { customerId: b.id, startsOn: "2024-01-01" });
    await savedOwner(app, other, { name: "丙" });
    const { body } = await reader.get(`${base}/rooms/${room.id}/relation-graph?on=2024-06-01`);
    const steps = Object.fromEntries(body.nodes.map(({ name, step }: { name: string; step: number }) => [name, step]));
    expect(steps).toEqual({ [room.code]: 0, 乙: 1, 租户: 1, [other.code]: 2 });
    expect(body.edges).toHaveLength(3);
    expect(body.isCut).toBe(false);
    const earlier = (await reader.get(`${base}/rooms/${room.id}/relation-graph?on=2024-05-02`)).body;
    expect(earlier.nodes.map(({ name }: { name: string }) => name)).toEqual([room.code, "甲", "租户"]);
    const mine = (await reader.get(`${base}/customers/${tenant.id}/relation-graph?on=2024-06-01`)).body;
    expect(mine.nodes.map(({ name, step }: { name: string; step: number }) => [name, step])).toEqual([
      ["租户", 0],
      [room.code, 1],
      ["乙", 2],
    ]);
  });

  test("of somebody with very many rooms is cut, and says so", async () => {
    const developer = await savedCustomer(app, project.id, { name: "建设集团", kind: "COMPANY" });
    const rooms = await Promise.all(Array.from({ length: 61 }, () => aRoom()));
    for (const room of rooms) await savedRelation(app, room, { customerId: developer.id, role: "DEVELOPER" });
    const { body } = await reader.get(`${base}/customers/${developer.id}/relation-graph?on=2024-06-01`);
    expect(body.isCut).toBe(true);
    expect(body.nodes).toHaveLength(61);
    expect((await customerOn(developer, "2024-06-01")).roomCount).toBe(61);
  });
});
