import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { aRestructuringCommunity } from "../../billing/restructures/restructures.factories.js";
import { savedCustomer, savedPayer, savedRelation } from "../../customer/customer.factories.js";
import { ParkingSpace } from "../parking-space.entity.js";
import { aSpace, aVehicle } from "../vehicles/vehicles.factories.js";

/** Vehicles of rooms that are split or merged, over HTTP. */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-20"));

async function community() {
  const one = await aRestructuringCommunity(app);
  const guard = await app.as(["parking:read", "parking:write", "customer:read", "property:read"], one.projectId);
  const car = async (customer: { id: string }, room: { id: string }, overrides: object = {}) => {
    const made = await guard.post(`${one.at}/vehicles`, aVehicle(customer, { roomId: room.id, ...overrides }));
    expect(made.status).toBe(201);
    return made.body as { id: string; plate: string; relations: { id: string }[] };
  };
  /** Plate, room, rank and days of every relation, the earliest first. */
  const relations = () =>
    app.db.query<{ plate: string; code: string; rank: string; from: string; to: string | null }[]>(
      `SELECT v.plate, r.code, x.rank, x.starts_on AS "from", x.ends_on AS "to" FROM vehicle_relation x
         JOIN vehicle v ON v.id = x.vehicle_id JOIN room r ON r.id = x.room_id
        WHERE x.project_id = $1 ORDER BY x.starts_on, r.code, v.plate`,
      [one.projectId],
    );
  return { ...one, guard, car, relations };
}

test("a vehicle goes with its space to the chosen part, and back with a restore, all in its history", async () => {
  const { projectId, at, guard, room, car, splitOf, carriedOut, restore, relations } = await community();
  const old = await room({ code: "1-106" });
  const space = aSpace(projectId, "B1-01");
  await app.db.manager.insert(ParkingSpace, space);
  const { id, plate, relations: made } = await car(old.owner, old, { spaceId: space.id });
  const plan = await splitOf(old.id, "2026-03-16");
  const done = await carriedOut({ ...plan, vehicles: [{ relationId: made[0]!.id, part: 1 }] });
  expect(await relations()).toEqual([
    { plate, code: "1-106", rank: "MAIN", from: "2026-01-01", to: "2026-03-15" },
    { plate, code: "1-106B", rank: "MAIN", from: "2026-03-16", to: null },
  ]);
  const { body: there } = await guard.get(`${at}/rooms/${done.newRooms[1].id}/vehicles`);
  expect(there.items).toMatchObject([{ plate, spaceCode: "B1-01" }]);
  await checkInvariants(app.db, projectId);

  expect((await restore(done)).status).toBe(200);
  expect(await relations()).toEqual([{ plate, code: "1-106", rank: "MAIN", from: "2026-01-01", to: null }]);
  const history = await app.db.query(
    "SELECT summary FROM audit_log WHERE project_id = $1 AND entity = 'vehicle' AND entity_id = $2 AND action = 'vehicle.move' ORDER BY id",
    [projectId, id],
  );
  expect(history).toEqual([
    { summary: `${plate} 自 2026-03-16 起由房间 1-106 转到 1-106B（CF000001）` },
    { summary: `${plate} 随拆分合并复原回到房间 1-106（CF000001）` },
  ]);
  await checkInvariants(app.db, projectId);
});

test("without a choice a vehicle follows its holder to his part, or to the first shared one", async () => {
  const { projectId, room, car, splitOf, preview, carriedOut, relations } = await community();
  const old = await room({ code: "1-107" });
  const other = await savedCustomer(app, projectId, { name: "李娜" });
  const tenant = await savedCustomer(app, projectId, { name: "王芳" });
  await savedPayer(app, old, { customerId: old.owner.id });
  await savedRelation(app, old, { customerId: other.id, share: "40" });
  const his = await car(other, old);
  const hers = await car(tenant, old, { rank: "SECOND" });
  const plan = await splitOf(old.id, "2026-03-16", 3);
  plan.parts[0]!.ownerId = old.owner.id;
  plan.parts[2]!.ownerId = other.id;
  const { body } = await preview(plan);
  const linesOf = (plate: string) => body.lines.find(({ label }: { label: string }) => label === plate);
  expect(linesOf(his.plate)).toMatchObject({
    topic: "VEHICLE",
    before: "李娜",
    after: "转到 1-107C，自 2026-03-16 起",
  });
  expect(linesOf(hers.plate)).toMatchObject({ before: "王芳", after: "转到 1-107B，自 2026-03-16 起" });
  await carriedOut(plan);
  const after = (await relations()).filter(({ to }) => to === null).map(({ plate, code }) => [plate, code]);
  expect(after).toEqual([
    [hers.plate, "1-107B"],
    [his.plate, "1-107C"],
  ]);
  await checkInvariants(app.db, projectId);
});

test("of two main cars the merged room keeps one, the days before stay as they were", async () => {
  const { projectId, at, clerk, room, car, mergeOf, carriedOut, relations } = await community();
  const [one, other] = [await room({ code: "2-101" }), await room({ code: "2-102" })];
  const [first, second] = [await car(one.owner, one), await car(other.owner, other)];
  const plan = await mergeOf([one.id, other.id], "2026-03-16");
  const owners = [one, other].map(({ owner }) => ({ customerId: owner.id, share: "50" }));
  const done = await carriedOut({ ...plan, owners, payerId: one.owner.id });
  expect(await relations()).toEqual([
    { plate: first.plate, code: "2-101", rank: "MAIN", from: "2026-01-01", to: "2026-03-15" },
    { plate: second.plate, code: "2-102", rank: "MAIN", from: "2026-01-01", to: "2026-03-15" },
    { plate: first.plate, code: "2-101A", rank: "MAIN", from: "2026-03-16", to: null },
    { plate: second.plate, code: "2-101A", rank: "SECOND", from: "2026-03-16", to: null },
  ]);
  const platesOf = async (roomId: string) => {
    const { body } = await clerk.get(`${at}/rooms/${roomId}/summary`);
    return body.vehicles.map(({ plate }: { plate: string }) => plate);
  };
  expect(await platesOf(done.newRooms[0].id)).toEqual([first.plate, second.plate]);
  expect(await platesOf(one.id)).toEqual([]);
  await checkInvariants(app.db, projectId);
});

test("one car of two merged rooms goes on once, as main car, with its space and without an end", async () => {
  const { projectId, at, guard, room, car, mergeOf, carriedOut } = await community();
  const [one, other] = [await room({ code: "2-103" }), await room({ code: "2-104" })];
  const space = aSpace(projectId, "B1-02");
  await app.db.manager.insert(ParkingSpace, space);
  const { id, relations: made } = await car(one.owner, one, { rank: "SECOND", kind: "MONTHLY" });
  await app.db.query("UPDATE vehicle_relation SET ends_on = '2026-06-30' WHERE id = $1", [made[0]!.id]);
  const tie = { customerId: one.owner.id, role: "OWNER", startsOn: "2026-01-01", roomId: other.id };
  const more = { ...tie, rank: "MAIN", kind: "OWNED", spaceId: space.id };
  expect((await guard.post(`${at}/vehicles/${id}/relations`, more)).status).toBe(201);
  const owners = [one, other].map(({ owner }) => ({ customerId: owner.id, share: "50" }));
  const plan = await mergeOf([one.id, other.id], "2026-03-16");
  const done = await carriedOut({ ...plan, owners, payerId: one.owner.id });
  const { body } = await guard.get(`${at}/vehicles/${id}`);
  expect(body.relations.filter(({ roomId }: { roomId: string }) => roomId === done.newRooms[0].id)).toMatchObject([
    { rank: "MAIN", kind: "OWNED", spaceCode: "B1-02", startsOn: "2026-03-16", endsOn: null },
  ]);
  await checkInvariants(app.db, projectId);
});

test("two spaces of one car stay two", async () => {
  const { projectId, at, guard, room, car, mergeOf, carriedOut } = await community();
  const [one, other] = [await room({ code: "2-105" }), await room({ code: "2-106" })];
  const spaces = ["B1-03", "B1-04"].map((code) => aSpace(projectId, code));
  await app.db.manager.insert(ParkingSpace, spaces);
  const { id } = await car(one.owner, one, { spaceId: spaces[0]!.id });
  const tie = { customerId: one.owner.id, role: "OWNER", startsOn: "2026-01-01", roomId: other.id };
  const more = { ...tie, rank: "SECOND", kind: "OWNED", spaceId: spaces[1]!.id };
  expect((await guard.post(`${at}/vehicles/${id}/relations`, more)).status).toBe(201);
  const owners = [one, other].map(({ owner }) => ({ customerId: owner.id, share: "50" }));
  const plan = await mergeOf([one.id, other.id], "2026-03-16");
  const done = await carriedOut({ ...plan, owners, payerId: one.owner.id });
  const { body } = await guard.get(`${at}/rooms/${done.newRooms[0].id}/vehicles`);
  const seen = body.items.map((item: { spaceCode: string; rank: string }) => [item.spaceCode, item.rank]);
  expect(seen.toSorted()).toEqual([
    ["B1-03", "MAIN"],
    ["B1-04", "SECOND"],
  ]);
});

test("a vehicle that came to a new room stands in the way of a restore", async () => {
  const { room, car, splitOf, carriedOut, restore } = await community();
  const old = await room({ code: "1-108" });
  const done = await carriedOut(await splitOf(old.id, "2026-03-16"));
  await car(old.owner, done.newRooms[0], { startsOn: "2026-03-18" });
  const refused = await restore(done);
  expect(refused).toMatchObject({ status: 409 });
  expect(refused.body.detail).toContain("房间 1-108A 的车辆已有变动");
});
