import { startTestApp } from "../../../../test/test-app.js";
import { systemActor } from "../../../common/actor.js";
import { savedCustomer } from "../../../customer/customer.factories.js";
import { savedBuilding, savedProject, savedRoom, savedUnit } from "../../../property/property.factories.js";
import { savedBinding, savedCharge, savedFeeItem, savedRate } from "../../billing.factories.js";
import { BindRoomsService } from "./bind-rooms.service.js";

const app = await startTestApp();
const { id: projectId } = await savedProject(app);
const item = await savedFeeItem(app, projectId);
const rate = await savedRate(app, item);
const url = `/projects/${projectId}/bindings`;
const clerk = await app.as(["billing:read", "billing:bind"], projectId);
const keeper = await app.as(["billing:read", "billing:bind", "billing:rates"], projectId);
afterAll(() => app.close());

const bind = (roomIds: string[], overrides: object = {}) => ({
  rateId: rate.id,
  rooms: { roomIds },
  startsOn: "2026-01-01",
  ...overrides,
});
const bindingsOf = (roomId: string) =>
  app.db.query("SELECT starts_on, ends_on FROM rate_binding WHERE room_id = $1 ORDER BY starts_on", [roomId]);

test("the preview says room by room what binding would do, and changes nothing", async () => {
  const free = await savedRoom(app, projectId, { chargeArea: "89.47" });
  const bound = await savedRoom(app, projectId);
  const existing = await savedBinding(app, bound, rate);
  const { status, body } = await clerk.post(`${url}/preview`, bind([free.id, bound.id]));
  expect(status).toBe(200);
  expect(body).toMatchObject({ createCount: 1, conflictCount: 1, monthlyFen: 21_294, warnings: [] });
  const conflict = { bindingId: existing.id, rateName: rate.name, startsOn: "2020-01-01", endsOn: null };
  expect(body.rows).toMatchObject([
    { roomCode: bound.code, conflict },
    { roomCode: free.code, area: "89.47", conflict: null, monthlyFen: 21_294 },
  ]);
  expect(await bindingsOf(free.id)).toEqual([]);
});

test("the worked example: area × price + surcharge is 142.93 and 114.56 for 94.56 m²", async () => {
  const room = await savedRoom(app, projectId, { chargeArea: "94.56" });
  const previews = ["1.3", "1"].map(async (unitPrice) => {
    const one = await savedRate(app, await savedFeeItem(app, projectId), {}, { unitPrice, surcharge: "20" });
    return (await clerk.post(`${url}/preview`, bind([room.id], { rateId: one.id }))).body.monthlyFen;
  });
  expect(await Promise.all(previews)).toEqual([14_293, 11_456]);
});

test("rooms are chosen by building, unit and purpose", async () => {
  const building = await savedBuilding(app, projectId);
  const [first, second] = [
    await savedUnit(app, projectId, { buildingId: building.id }),
    await savedUnit(app, projectId, { buildingId: building.id }),
  ];
  await savedRoom(app, projectId, { unitId: first.id });
  await savedRoom(app, projectId, { unitId: second.id });
  await savedRoom(app, projectId, { unitId: second.id, purpose: "SHOP" });
  await savedRoom(app, projectId, { unitId: second.id, active: false });
  const count = async (rooms: object) =>
    (await clerk.post(`${url}/preview`, { rateId: rate.id, startsOn: "2026-01-01", rooms })).body.createCount;
  expect(await count({ buildingIds: [building.id] })).toBe(3);
  expect(await count({ unitIds: [second.id] })).toBe(2);
  expect(await count({ buildingIds: [building.id], purposes: ["SHOP"] })).toBe(1);
  const elsewhere = await savedRoom(app, projectId);
  expect(await count({ roomIds: [elsewhere.id], unitIds: [first.id] })).toBe(2);
});

test("binding is all or nothing, unless conflicts may be skipped", async () => {
  const [free, bound] = [await savedRoom(app, projectId), await savedRoom(app, projectId)];
  await savedBinding(app, bound, rate, { endsOn: "2026-01-01" });
  const refused = await clerk.post(url, bind([free.id, bound.id]));
  expect(refused).toMatchObject({
    status: 409,
    body: { code: "BINDING_OVERLAP", detail: expect.stringContaining(bound.code) },
  });
  expect(await bindingsOf(free.id)).toEqual([]);

  const done = await clerk.post(url, bind([free.id, bound.id], { skipConflicts: true }));
  expect(done).toMatchObject({ status: 201, body: { createdCount: 1, skippedCount: 1 } });
  expect(await bindingsOf(free.id)).toEqual([{ starts_on: "2026-01-01", ends_on: null }]);
});

test("one binding may follow another on the next day, also of another rate of the item", async () => {
  const room = await savedRoom(app, projectId);
  const other = await savedRate(app, item);
  expect((await clerk.post(url, bind([room.id], { endsOn: "2026-03-15" }))).status).toBe(201);
  const overlapping = await clerk.post(url, bind([room.id], { rateId: other.id, startsOn: "2026-03-15" }));
  expect(overlapping.body.code).toBe("BINDING_OVERLAP");
  expect((await clerk.post(url, bind([room.id], { rateId: other.id, startsOn: "2026-03-16" }))).status).toBe(201);
  expect(await bindingsOf(room.id)).toHaveLength(2);
});

test("of two who bind the same rooms at once, one wins", async () => {
  const rooms = await Promise.all([1, 2, 3].map(() => savedRoom(app, projectId)));
  const other = await savedRate(app, item);
  const ids = rooms.map(({ id }) => id);
  const replies = await Promise.all([
    clerk.post(url, bind(ids)),
    keeper.post(url, bind(ids.toReversed(), { rateId: other.id })),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  for (const id of ids) expect(await bindingsOf(id)).toHaveLength(1);
});

test("an agreed price needs a reason and the right to keep rates", async () => {
  const { id } = await savedRoom(app, projectId);
  const agreed = { unitPrice: "2.00", overrideReason: "开发商承诺优惠" };
  expect(await clerk.post(url, bind([id], agreed))).toMatchObject({
    status: 403,
    body: { code: "OVERRIDE_FORBIDDEN" },
  });
  const without = await keeper.post(url, bind([id], { unitPrice: "2.00" }));
  expect(without).toMatchObject({ status: 400, body: { fields: { overrideReason: [expect.any(String)] } } });
  expect((await keeper.post(url, bind([id], agreed))).status).toBe(201);
  const { body } = await clerk.get(`${url}?roomId=${id}`);
  expect(body).toMatchObject({ total: 1, items: [{ unitPrice: "2", overrideReason: "开发商承诺优惠" }] });
});

test("a rate by count needs a count, which is no agreement", async () => {
  const { id } = await savedRoom(app, projectId);
  const counted = await savedRate(app, await savedFeeItem(app, projectId), { base: "COUNT" }, { unitPrice: "80" });
  expect((await clerk.post(url, bind([id], { rateId: counted.id }))).body.fields).toHaveProperty("quantity");
  expect((await clerk.post(url, bind([id], { rateId: counted.id, quantity: "2" }))).status).toBe(201);
});

test.each([
  ["before the first price", { startsOn: "2019-12-31" }, "startsOn"],
  ["on a day that does not exist", { startsOn: "2026-02-30" }, "startsOn"],
  ["to a day before its beginning", { endsOn: "2025-12-31" }, "endsOn"],
  ["with a negative count", { quantity: "-1" }, "quantity"],
])("binding %s is refused", async (_what, overrides, field) => {
  const { id } = await savedRoom(app, projectId);
  const { status, body } = await keeper.post(url, bind([id], overrides));
  expect(status).toBe(400);
  expect(Object.keys(body.fields)).toEqual([field]);
});

test("inactive rates and items are not bound", async () => {
  const { id } = await savedRoom(app, projectId);
  const inactive = await savedRate(app, item, { active: false });
  expect((await clerk.post(url, bind([id], { rateId: inactive.id }))).body.code).toBe("RATE_INACTIVE");
  const gone = await savedRate(app, await savedFeeItem(app, projectId, { active: false }));
  expect((await clerk.post(url, bind([id], { rateId: gone.id }))).body.code).toBe("FEE_ITEM_INACTIVE");
});

test("a binding ends on a day, but not in billed time", async () => {
  const room = await savedRoom(app, projectId);
  const { id: payerId } = await savedCustomer(app, projectId);
  const binding = await savedBinding(app, room, rate);
  await savedCharge(app, room, { payerId, feeItemId: item.id, bindingId: binding.id });
  const end = (endsOn: string) => clerk.post(`${url}/${binding.id}/end`, { endsOn });
  expect(await end("2026-01-15")).toMatchObject({
    status: 409,
    body: { code: "BINDING_BILLED", detail: expect.stringContaining("2026-01-31") },
  });
  expect((await end("2019-12-31")).status).toBe(400);
  expect((await end("2026-01-31")).status).toBe(204);
  expect((await clerk.delete(`${url}/${binding.id}`)).body.code).toBe("BINDING_BILLED");
});

test("an ended binding is prolonged only where nothing follows", async () => {
  const room = await savedRoom(app, projectId);
  const first = await savedBinding(app, room, rate, { endsOn: "2026-03-31" });
  await savedBinding(app, room, rate, { startsOn: "2026-06-01" });
  const end = (endsOn: string) => clerk.post(`${url}/${first.id}/end`, { endsOn });
  expect((await end("2026-05-31")).status).toBe(204);
  expect((await end("2026-06-01")).body.code).toBe("BINDING_OVERLAP");
});

test("a binding that nothing was billed through can be removed", async () => {
  const room = await savedRoom(app, projectId);
  const binding = await savedBinding(app, room, rate);
  expect((await clerk.delete(`${url}/${binding.id}`)).status).toBe(204);
  expect(await bindingsOf(room.id)).toEqual([]);
});

test("rooms and rates of another project do not exist here", async () => {
  const { id: other } = await savedProject(app);
  const foreignRoom = await savedRoom(app, other);
  const foreignRate = await savedRate(app, await savedFeeItem(app, other));
  const room = await savedRoom(app, projectId);
  expect((await clerk.post(url, bind([room.id, foreignRoom.id]))).status).toBe(404);
  expect((await clerk.post(url, bind([room.id], { rateId: foreignRate.id }))).status).toBe(404);
  const foreign = await savedBinding(app, foreignRoom, foreignRate);
  expect((await clerk.post(`${url}/${foreign.id}/end`, { endsOn: "2026-03-31" })).status).toBe(404);
  expect(await bindingsOf(room.id)).toEqual([]);
});

describe("for imports", () => {
  const bindRooms = (rows: Parameters<BindRoomsService["bindRooms"]>[3]) =>
    app.db.transaction((tx) => app.app.get(BindRoomsService).bindRooms(tx, systemActor, projectId, rows));

  test("bindings of several rates are made in one go", async () => {
    const other = await savedRate(app, await savedFeeItem(app, projectId));
    const [a, b] = [await savedRoom(app, projectId), await savedRoom(app, projectId)];
    await bindRooms([
      { roomId: a.id, rateId: rate.id, startsOn: "2026-01-01" },
      { roomId: a.id, rateId: other.id, startsOn: "2026-02-01", endsOn: "2026-12-31" },
      { roomId: b.id, rateId: rate.id, startsOn: "2026-01-01" },
    ]);
    expect(await bindingsOf(a.id)).toHaveLength(2);
    expect(await bindingsOf(b.id)).toHaveLength(1);
  });

  test("two rows of one list that overlap are refused", async () => {
    const { id: roomId, code } = await savedRoom(app, projectId);
    const rows = ["2026-01-01", "2026-05-01"].map((startsOn) => ({ roomId, rateId: rate.id, startsOn }));
    await expect(bindRooms(rows)).rejects.toMatchObject({
      code: "BINDING_OVERLAP",
      message: expect.stringContaining(code),
    });
    expect(await bindingsOf(roomId)).toEqual([]);
  });
});
