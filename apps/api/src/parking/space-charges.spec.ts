import { startTestApp } from "../../test/test-app.js";
import { checkInvariants } from "../../test/invariants.js";
import { published, rehearsed, savedFeeItem, savedRate } from "../billing/billing.factories.js";
import { aReceipt } from "../billing/receipts.factories.js";
import { newId } from "../common/ids.js";
import { savedOwner } from "../customer/customer.factories.js";
import { savedProject, savedRoom } from "../property/property.factories.js";
import { ParkingSpace } from "./parking-space.entity.js";
import { aSpace, aVehicle } from "./vehicles/vehicles.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

const { id: projectId } = await savedProject(app);
const item = await savedFeeItem(app, projectId, { name: "车位管理费" });
const rate = await savedRate(app, item, { base: "HOUSEHOLD" }, { unitPrice: "80" });
const url = `/projects/${projectId}/bindings`;
const clerk = await app.as(
  [
    "billing:read",
    "billing:bind",
    "billing:run",
    "billing:publish",
    "billing:collect",
    "billing:one-off",
    "parking:read",
    "parking:write",
  ],
  projectId,
);
const keeper = await app.as(["billing:read", "billing:bind", "billing:rates"], projectId);

let drawn = 0;
async function spaceOf(room?: { id: string }, more: object = {}) {
  drawn += 1;
  const space = { ...aSpace(projectId, `B1-${String(drawn).padStart(3, "0")}`), ...more };
  await app.db.manager.insert(ParkingSpace, space);
  if (!room) return space;
  const owner = await savedOwner(app, await savedRoom(app, projectId));
  const vehicle = aVehicle(owner, { roomId: room.id, spaceId: space.id, kind: "MONTHLY", rank: "SECOND" });
  const { status, body } = await clerk.post(`/projects/${projectId}/vehicles`, vehicle);
  expect([status, body.fields]).toEqual([201, undefined]);
  return space;
}

const bind = (spaces: { id: string }[], more: object = {}) => ({
  rateId: rate.id,
  objects: { kind: "SPACE", ids: spaces.map(({ id }) => id) },
  startsOn: "2026-03-01",
  ...more,
});
const bound = async (objectId: string) => (await clerk.get(`${url}?objectId=${objectId}`)).body.items;

test("a space and its vehicle are charged to the rooms they are registered for alone", async () => {
  const [room, other] = [await savedRoom(app, projectId), await savedRoom(app, projectId)];
  for (const one of [room, other]) await savedOwner(app, one);
  const space = await spaceOf(room);
  const [vehicle] = await app.db.query<{ id: string; plate: string }[]>(
    `SELECT v.id, v.plate FROM vehicle v JOIN vehicle_relation r ON r.vehicle_id = v.id WHERE r.space_id = $1`,
    [space.id],
  );
  const oneOff = await savedFeeItem(app, projectId, { kind: "ONE_OFF", name: "地锁维修费" });
  const line = { feeItemId: oneOff.id, amountFen: 1_000, remark: "维修" };
  const days = { serviceFrom: "2026-03-10", serviceTo: "2026-03-10", dueOn: "2026-03-20" };
  const charge = (roomId: string, objectId: string) =>
    clerk.post(`/projects/${projectId}/charges`, { id: newId(), roomId, objectId, ...line, ...days });
  for (const [id, label] of [
    [space.id, `车位 ${space.code}`],
    [vehicle!.id, `车辆 ${vehicle!.plate}`],
  ] as const) {
    const refused = await charge(other.id, id);
    expect(refused.body.fields).toEqual({ objectId: [`${label} 登记在 ${room.code}，不是这个房间的`] });
    expect((await charge(room.id, id)).status).toBe(201);
  }
});

test("two spaces of a room are bound, billed, paid and named apart", async () => {
  const room = await savedRoom(app, projectId);
  const owner = await savedOwner(app, room);
  const [a, b, free] = [await spaceOf(room), await spaceOf(room), await spaceOf()];

  const { body: preview } = await clerk.post(`${url}/objects/preview`, bind([a, b, free]));
  expect(preview).toMatchObject({ createCount: 2, blockedCount: 1, monthlyFen: 16_000 });
  expect(preview.rows).toMatchObject([
    { objectLabel: `车位 ${free.code}`, roomId: null, monthlyFen: null, problem: expect.stringContaining("房间") },
    { objectLabel: `车位 ${a.code}`, roomCode: room.code, monthlyFen: 8_000, problem: null, conflict: null },
    { objectLabel: `车位 ${b.code}` },
  ]);
  expect(await clerk.post(`${url}/objects`, bind([a, b, free]))).toMatchObject({
    status: 409,
    body: { code: "OBJECT_NOT_BINDABLE", detail: expect.stringContaining(`车位 ${free.code}`) },
  });
  expect(await bound(a.id)).toEqual([]);
  expect(await clerk.post(`${url}/objects`, bind([a, b, free], { skipConflicts: true }))).toMatchObject({
    status: 201,
    body: { createdCount: 2, skippedCount: 1 },
  });
  expect(await bound(a.id)).toMatchObject([{ roomCode: room.code, objectLabel: `车位 ${a.code}` }]);

  const scope = { period: "2026-03", roomIds: [room.id] };
  const run = await published(app, clerk, projectId, scope);
  expect(run).toMatchObject({ status: "PUBLISHED", lineCount: 2, amountFen: 16_000 });
  expect(await rehearsed(app, clerk, projectId, scope)).toMatchObject({ lineCount: 0, skippedCount: 2 });

  const { body: charges } = await clerk.get(`/projects/${projectId}/charges?roomId=${room.id}`);
  expect(new Set(charges.items.map((one: { feeItemName: string }) => one.feeItemName))).toEqual(
    new Set([`车位管理费（车位 ${a.code}）`, `车位管理费（车位 ${b.code}）`]),
  );
  const charge = charges.items.find((one: { objectId: string }) => one.objectId === a.id);
  const { body: why } = await clerk.get(`/projects/${projectId}/charges/${charge.id}`);
  expect(why.explanation[0]).toContain(`车位 ${a.code}`);

  const { body: desk } = await clerk.get(`/projects/${projectId}/desk?roomId=${room.id}`);
  expect(JSON.stringify(desk)).toContain(`车位管理费（车位 ${b.code}）`);
  const receipt = aReceipt(owner.id, [charge]);
  expect((await clerk.post(`/projects/${projectId}/receipts`, receipt)).status).toBe(201);
  const { body: paid } = await clerk.get(`/projects/${projectId}/receipts/${receipt.id}`);
  expect(paid.lines).toMatchObject([{ feeItemName: `车位管理费（车位 ${a.code}）`, amountFen: 8_000 }]);

  const renamed = { code: `${a.code}-X`, name: "改号", type: "UNDERGROUND", place: "地下车库", ownership: "OWNER" };
  expect((await clerk.put(`/projects/${projectId}/parking-spaces/${a.id}`, renamed)).status).toBe(200);
  expect((await clerk.get(`/projects/${projectId}/charges/${charge.id}`)).body.feeItemName).toBe(
    `车位管理费（车位 ${a.code}-X）`,
  );
  await checkInvariants(app.db, projectId);
});

test("a space holds one binding of an item at a time, whichever room pays", async () => {
  const [first, second] = [await savedRoom(app, projectId), await savedRoom(app, projectId)];
  const space = await spaceOf();
  expect((await clerk.post(`${url}/objects`, bind([space], { roomId: first.id, endsOn: "2026-03-31" }))).status).toBe(
    201,
  );
  expect(
    await clerk.post(`${url}/objects`, bind([space], { roomId: second.id, startsOn: "2026-03-31" })),
  ).toMatchObject({
    status: 409,
    body: { code: "BINDING_OVERLAP", detail: expect.stringContaining(`车位 ${space.code}`) },
  });
  expect(
    (await clerk.post(`${url}/objects`, bind([space], { roomId: second.id, startsOn: "2026-04-01" }))).status,
  ).toBe(201);
  // the room itself may hold the same item
  expect(
    (await clerk.post(url, { rateId: rate.id, rooms: { roomIds: [first.id] }, startsOn: "2026-03-01" })).status,
  ).toBe(201);
  // and the first binding is not prolonged into the second
  const [earlier] = await bound(space.id).then((all) =>
    all.filter((one: { roomId: string }) => one.roomId === first.id),
  );
  expect((await clerk.post(`${url}/${earlier.id}/end`, { endsOn: "2026-04-01" })).body.code).toBe("BINDING_OVERLAP");

  const raced = await spaceOf();
  const replies = await Promise.all(
    [first, second].map(({ id }) => clerk.post(`${url}/objects`, bind([raced], { roomId: id }))),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test("by area a space is charged for its own area", async () => {
  const room = await savedRoom(app, projectId, { chargeArea: "100" });
  const byArea = await savedRate(app, await savedFeeItem(app, projectId), {}, { unitPrice: "4" });
  const [wide, unknown] = [await spaceOf(room, { area: "12.5" }), await spaceOf(room)];
  const terms = { rateId: byArea.id };
  const { body } = await clerk.post(`${url}/objects/preview`, bind([wide, unknown], terms));
  expect(body.rows).toMatchObject([{ problem: expect.stringContaining("面积") }, { monthlyFen: 5_000 }]);
  expect((await clerk.post(`${url}/objects`, bind([wide], terms))).status).toBe(201);
  expect(await bound(wide.id)).toMatchObject([{ quantity: "12.5" }]);
});

test("what could never be billed is refused and changes nothing", async () => {
  const room = await savedRoom(app, projectId);
  const space = await spaceOf(room);
  const { id: otherProject } = await savedProject(app);
  const foreign = aSpace(otherProject, "X1");
  await app.db.manager.insert(ParkingSpace, foreign);
  const metered = await savedRate(app, await savedFeeItem(app, projectId), { base: "METERED" });
  const byFormula = { base: "FORMULA", formula: "最大(建筑面积, 60) × 单价" } as const;
  const formula = await savedRate(app, await savedFeeItem(app, projectId), byFormula);
  const tries: [object, number, object][] = [
    [bind([space, foreign]), 404, {}],
    [bind([space], { roomId: (await savedRoom(app, otherProject)).id }), 404, {}],
    [bind([space], { objects: { kind: "BOAT", ids: [space.id] } }), 400, { code: "INVALID_INPUT" }],
    [bind([]), 409, { code: "NO_OBJECTS" }],
    ...[{ ids: [newId()], buildingIds: null }, { ids: [newId()] }].map((named): [object, number, object] => [
      bind([], { objects: { kind: "SPACE", ...named } }),
      404,
      {},
    ]),
    [bind([], { objects: { kind: "SPACE", ids: null } }), 409, { code: "NO_OBJECTS" }],
    [bind([], { objects: { kind: "VEHICLE", ids: null, buildingIds: null } }), 409, { code: "NO_OBJECTS" }],
    [bind([], { objects: { kind: "CONTRACT", ids: null } }), 409, { code: "NO_OBJECTS" }],
    [bind([space], { rateId: formula.id }), 400, { fields: { rateId: [expect.stringContaining("房间面积")] } }],
    [bind([space], { rateId: metered.id }), 400, { fields: { rateId: [expect.stringContaining("表")] } }],
    [bind([space], { startsOn: "2026-02-30" }), 400, { code: "INVALID_INPUT" }],
    [bind([space], { endsOn: "2026-02-01" }), 400, { fields: { endsOn: [expect.any(String)] } }],
    [bind([space], { unitPrice: "60", overrideReason: "老业主" }), 403, { code: "OVERRIDE_FORBIDDEN" }],
  ];
  for (const [body, status, problem] of tries)
    expect(await clerk.post(`${url}/objects`, body)).toMatchObject({ status, body: problem });
  expect((await keeper.post(`${url}/objects`, bind([space], { unitPrice: "60" }))).body.fields).toHaveProperty(
    "overrideReason",
  );
  expect(await bound(space.id)).toEqual([]);
  expect(
    (await keeper.post(`${url}/objects`, bind([space], { unitPrice: "60", overrideReason: "老业主" }))).status,
  ).toBe(201);
});

test("a vehicle is bound for itself, one out of use is not", async () => {
  const room = await savedRoom(app, projectId);
  const owner = await savedOwner(app, room);
  const car = (await clerk.post(`/projects/${projectId}/vehicles`, aVehicle(owner, { roomId: room.id }))).body;
  const terms = { objects: { kind: "VEHICLE", ids: [car.id] } };
  expect((await clerk.post(`${url}/objects`, bind([], terms))).status).toBe(201);
  expect(await bound(car.id)).toMatchObject([{ roomCode: room.code, objectLabel: `车辆 ${car.plate}` }]);
  const run = await published(app, clerk, projectId, { period: "2026-03", roomIds: [room.id] });
  expect(run).toMatchObject({ lineCount: 1, amountFen: 8_000 });

  const data = { plate: "粤B99999", model: car.model, color: car.color };
  expect((await clerk.put(`/projects/${projectId}/vehicles/${car.id}`, data)).status).toBeLessThan(300);
  expect(await bound(car.id)).toMatchObject([{ objectLabel: "车辆 粤B99999" }]);
  await app.db.query("UPDATE vehicle SET active = false WHERE project_id = $1 AND id = $2", [projectId, car.id]);
  const { body } = await clerk.post(`${url}/objects/preview`, bind([], { ...terms, startsOn: "2027-01-01" }));
  expect(body.rows).toMatchObject([{ problem: "车辆已停用" }]);
});

test("a contract is bound within its days, for its room", async () => {
  const room = await savedRoom(app, projectId);
  const at = `/projects/${projectId}/charge-contracts`;
  const terms = {
    number: "ZL-2026-008",
    name: "底商 3 号铺位",
    roomId: room.id,
    startsOn: "2026-01-01",
    endsOn: "2026-12-31",
  };
  const { status, body: contract } = await clerk.post(at, terms);
  expect([status, contract.roomCode]).toEqual([201, room.code]);
  expect((await clerk.get(`${at}?q=008&on=2026-05-01`)).body).toMatchObject({ total: 1, items: [terms] });
  expect((await clerk.get(`${at}?q=008&on=2027-05-01`)).body.total).toBe(0);

  const objects = { kind: "CONTRACT", ids: [contract.id] };
  expect(await clerk.post(`${url}/objects`, bind([], { objects }))).toMatchObject({
    status: 409,
    body: { code: "OBJECT_NOT_BINDABLE", detail: expect.stringContaining("合同期 2026-01-01 至 2026-12-31") },
  });
  expect((await clerk.post(`${url}/objects`, bind([], { objects, endsOn: "2026-12-31" }))).status).toBe(201);
  const [binding] = await bound(contract.id);
  expect(binding).toMatchObject({ objectLabel: "合同 ZL-2026-008", roomCode: room.code });
  expect((await clerk.post(`${url}/${binding.id}/end`, { endsOn: "2027-01-31" })).body.fields).toHaveProperty("endsOn");

  expect((await clerk.put(`${at}/${contract.id}`, { ...terms, endsOn: "2026-06-30" })).body.code).toBe(
    "CONTRACT_BOUND",
  );
  expect((await clerk.put(`${at}/${contract.id}`, { ...terms, number: "ZL-2026-009" })).status).toBe(200);
  expect(await bound(contract.id)).toMatchObject([{ objectLabel: "合同 ZL-2026-009" }]);
  const { id: otherProject } = await savedProject(app);
  const tries: [object, number][] = [
    [{ ...terms, number: "ZL-2026-009" }, 409],
    [{ ...terms, number: "全角 ＡＢ" }, 400],
    [{ ...terms, endsOn: "2025-12-31" }, 400],
    [{ ...terms, roomId: (await savedRoom(app, otherProject)).id }, 404],
  ];
  for (const [dto, refused] of tries) expect((await clerk.post(at, dto)).status).toBe(refused);
  expect((await keeper.get(at)).body.total).toBe(1);
});
