import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedCustomer, savedOwner } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { ParkingSpace } from "../parking-space.entity.js";
import { aPlate, aSpace, aVehicle } from "./vehicles.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

const project = await savedProject(app);
const at = `/projects/${project.id}`;
const keeper = await app.as(["parking:read", "parking:write", "property:read", "customer:read"], project.id);

async function household(name = "张伟") {
  const room = await savedRoom(app, project.id);
  return { room, owner: await savedOwner(app, room, { name }) };
}
async function registered(customer: { id: string }, overrides: object = {}) {
  const reply = await keeper.post(`${at}/vehicles`, aVehicle(customer, overrides));
  expect(reply.status).toBe(201);
  return reply.body;
}
const lasting = (vehicle: { relations: { endsOn: string | null }[] }) =>
  vehicle.relations.filter(({ endsOn }) => endsOn === null);

describe("plates", () => {
  test.each([
    ["粤B12345", "粤B12345"],
    ["粤b·a1b23", "粤BA1B23"],
    ["粤 B-D12345".replace("B-D", "BD"), "粤BD12345"],
    ["粤B12345D", "粤B12345D"],
    ["粤BF1234５", "粤BF12345"],
    ["Ｗ京A12345".slice(1), "京A12345"],
    ["京Ａ１２３４警", "京A1234警"],
    ["粤B1234学", "粤B1234学"],
    ["粤Z1234港", "粤Z1234港"],
    ["粤Z1234澳", "粤Z1234澳"],
    ["鲁Q1234挂", "鲁Q1234挂"],
    ["沪A1234领", "沪A1234领"],
    ["使014578", "使014578"],
    ["224578使", "224578使"],
    ["WJ粤1234X", "WJ粤1234X"],
  ])("%s is kept as %s", async (given, kept) => {
    const other = await savedProject(app);
    const customer = await savedCustomer(app, other.id);
    const its = await app.as(["parking:read", "parking:write"], other.id);
    const reply = await its.post(`/projects/${other.id}/vehicles`, aVehicle(customer, { plate: given }));
    expect(reply).toMatchObject({ status: 201, body: { plate: kept } });
  });

  test.each([
    ["粤B1234", "格式不对"],
    ["粤B123456", "格式不对"],
    ["粤BO1234", "不能含字母 I 或 O"],
    ["粤BI1234", "不能含字母 I 或 O"],
    ["粤IA1234", "不能含字母 I 或 O"],
    ["B12345", "格式不对"],
    ["龙B12345", "格式不对"],
    ["粤BL12345", "格式不对"],
    ["粤BD1234A", "格式不对"],
    ["粤B1234军", "格式不对"],
    ["粤BABCDE", "格式不对"],
    ["12345使", "格式不对"],
    ["粤B12 34💥", "不能使用的字符"],
    ["粤".repeat(21), "不能超过 20 个字"],
    ["", "请填写车牌号码"],
  ])("%s is refused", async (plate, sentence) => {
    const { owner } = await household();
    const reply = await keeper.post(`${at}/vehicles`, aVehicle(owner, { plate }));
    expect(reply.status).toBe(400);
    expect(reply.body.fields.plate[0]).toContain(sentence);
  });

  test("one plate is registered once; of two at once one wins; out of use it may be registered anew", async () => {
    const { owner } = await household();
    const body = aVehicle(owner);
    const replies = await Promise.all([keeper.post(`${at}/vehicles`, body), keeper.post(`${at}/vehicles`, body)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.detail).toBe("这个车牌号码已经登记");
    const first = replies.find(({ status }) => status === 201)!.body;
    await keeper.post(`${at}/vehicles/${first.id}/retire`, { endsOn: "2026-03-09", reason: "已报废" });
    expect((await keeper.post(`${at}/vehicles`, { ...body, startsOn: "2026-03-10" })).status).toBe(201);
    expect((await keeper.post(`${at}/vehicles/${first.id}/restore`)).status).toBe(409);
  });
});

describe("relations", () => {
  test("a vehicle comes with its owner, room and space, and stands in their histories", async () => {
    const { room, owner } = await household();
    const space = aSpace(project.id, "C001");
    await app.db.manager.insert(ParkingSpace, space);
    const vehicle = await registered(owner, { roomId: room.id, spaceId: space.id, kind: "OWNED" });
    expect(vehicle).toMatchObject({
      ownerId: owner.id,
      ownerName: "张伟",
      roomCodes: [room.code],
      spaceCodes: ["C001"],
      rank: "MAIN",
      kind: "OWNED",
      relations: [{ role: "OWNER", startsOn: "2026-01-01", endsOn: null }],
    });
    for (const side of [`rooms/${room.id}`, `customers/${owner.id}`])
      expect((await keeper.get(`${at}/${side}/vehicles`)).body.items).toMatchObject([{ plate: vehicle.plate }]);
    for (const [entity, id] of [
      ["vehicle", vehicle.id],
      ["room", room.id],
      ["customer", owner.id],
    ]) {
      const { body } = await keeper.get(`${at}/timeline?entity=${entity}&entityId=${id}`);
      expect(body.items[0].summary).toBe(`张伟自 2026-01-01 起为车辆 ${vehicle.plate} 的车主`);
    }
  });

  test("a change from a day on leaves the days before alone", async () => {
    const { room, owner } = await household();
    const other = await savedRoom(app, project.id);
    const vehicle = await registered(owner, { roomId: room.id });
    const [relation] = vehicle.relations;
    const changed = await keeper.post(`${at}/vehicle-relations/${relation.id}/change`, {
      startsOn: "2026-03-01",
      roomId: other.id,
      rank: "SECOND",
      kind: "FREE",
    });
    expect(changed.status).toBe(200);
    expect(changed.body.relations).toMatchObject([
      { roomCode: other.code, rank: "SECOND", kind: "FREE", startsOn: "2026-03-01", endsOn: null },
      {
        id: relation.id,
        roomCode: room.code,
        rank: "MAIN",
        kind: "MONTHLY",
        startsOn: "2026-01-01",
        endsOn: "2026-02-28",
      },
    ]);
  });

  test.each([
    ["on the first day", { startsOn: "2026-01-01" }, 400],
    ["before it", { startsOn: "2025-12-31" }, 400],
    ["on a day that does not exist", { startsOn: "2026-02-31" }, 400],
    ["that changes nothing", {}, 409],
  ])("a change %s is refused", async (_what, overrides, status) => {
    const { owner } = await household();
    const { id, relations } = await registered(owner);
    const body = { startsOn: "2026-02-01", rank: "MAIN", kind: "MONTHLY", ...overrides };
    if (status === 400) Object.assign(body, { kind: "FREE" });
    expect((await keeper.post(`${at}/vehicle-relations/${relations[0].id}/change`, body)).status).toBe(status);
    expect((await keeper.get(`${at}/vehicles/${id}`)).body.relations).toHaveLength(1);
  });

  test("a vehicle has one owner on any day; its next one follows when the first has ended", async () => {
    const { owner } = await household();
    const next = await savedCustomer(app, project.id, { name: "李强" });
    const vehicle = await registered(owner);
    const body = { customerId: next.id, role: "OWNER", rank: "MAIN", kind: "MONTHLY", startsOn: "2026-03-01" };
    const refused = await keeper.post(`${at}/vehicles/${vehicle.id}/relations`, body);
    expect(refused).toMatchObject({ status: 409, body: { code: "OTHER_OWNER" } });
    expect(refused.body.detail).toContain("车主是张伟");
    const end = { endsOn: "2026-02-28", reason: "卖车" };
    const [relation] = vehicle.relations;
    expect((await keeper.post(`${at}/vehicle-relations/${relation.id}/end`, end)).status).toBe(200);
    expect((await keeper.post(`${at}/vehicle-relations/${relation.id}/end`, end)).body.code).toBe("RELATION_ENDED");
    const added = await keeper.post(`${at}/vehicles/${vehicle.id}/relations`, body);
    expect(added.body).toMatchObject({ ownerName: "李强" });
    expect(added.body.relations).toHaveLength(2);
  });

  test("users share a car; the same relation twice is refused", async () => {
    const { room, owner } = await household();
    const wife = await savedCustomer(app, project.id, { name: "王芳" });
    const { id } = await registered(owner, { roomId: room.id });
    const body = {
      customerId: wife.id,
      role: "USER",
      roomId: room.id,
      rank: "MAIN",
      kind: "MONTHLY",
      startsOn: "2026-01-01",
    };
    expect((await keeper.post(`${at}/vehicles/${id}/relations`, body)).status).toBe(201);
    expect(await keeper.post(`${at}/vehicles/${id}/relations`, { ...body, startsOn: "2026-02-01" })).toMatchObject({
      status: 409,
      body: { code: "RELATION_OVERLAPS" },
    });
  });

  test("a room has one main car; of two registered at once one is refused", async () => {
    const { room, owner } = await household();
    const replies = await Promise.all(
      [1, 2].map(() => keeper.post(`${at}/vehicles`, aVehicle(owner, { roomId: room.id }))),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    const [won, lost] = [replies.find((one) => one.status === 201)!, replies.find((one) => one.status === 409)!];
    expect(lost.body.detail).toBe(`房间 ${room.code} 在这段时间的主车是 ${won.body.plate}，请登记为副车`);
    expect((await registered(owner, { roomId: room.id, rank: "SECOND" })).rank).toBe("SECOND");
    const { body } = await keeper.get(`${at}/vehicles?q=${encodeURIComponent(lost.body.detail.slice(-7))}`);
    expect(body.total).toBe(0);
  });

  test("a relation lies within the life of its room", async () => {
    const room = await savedRoom(app, project.id, { startsOn: "2026-02-01", endedOn: "2026-06-30" });
    const owner = await savedCustomer(app, project.id);
    const reply = await keeper.post(`${at}/vehicles`, aVehicle(owner, { roomId: room.id }));
    expect(reply.body.fields.startsOn[0]).toContain(`房间 ${room.code} 存在于 2026-02-01 至 2026-06-30`);
  });

  test("sides of another project are refused", async () => {
    const foreign = await savedProject(app);
    const stranger = await savedCustomer(app, foreign.id);
    const { owner } = await household();
    const room = await savedRoom(app, foreign.id);
    for (const [body, field] of [
      [aVehicle(stranger), "customerId"],
      [aVehicle(owner, { roomId: room.id }), "roomId"],
      [aVehicle(owner, { spaceId: newId() }), "spaceId"],
    ] as const) {
      const reply = await keeper.post(`${at}/vehicles`, body);
      expect(Object.keys(reply.body.fields as object)).toEqual([field]);
    }
  });

  test("out of use every relation ends, and none can be added", async () => {
    const { room, owner } = await household();
    const vehicle = await registered(owner, { roomId: room.id });
    const retired = await keeper.post(`${at}/vehicles/${vehicle.id}/retire`, { endsOn: "2026-03-31", reason: "搬走" });
    expect(retired.body).toMatchObject({ active: false });
    expect(lasting(retired.body)).toEqual([]);
    const more = { customerId: owner.id, role: "USER", rank: "MAIN", kind: "FREE", startsOn: "2026-04-01" };
    expect((await keeper.post(`${at}/vehicles/${vehicle.id}/relations`, more)).body.code).toBe("VEHICLE_RETIRED");
  });

  test("a person with a vehicle, and a room with one, are not deleted", async () => {
    const customer = await savedCustomer(app, project.id);
    const room = await savedRoom(app, project.id);
    await registered(customer, { roomId: room.id });
    const writer = await app.as(["customer:write", "property:write"], project.id);
    expect((await writer.delete(`${at}/customers/${customer.id}`)).body.detail).toContain("车辆");
    expect((await writer.delete(`${at}/rooms/${room.id}`)).body.detail).toContain("1 条车辆关系");
  });
});

test("the list finds parts of plates, people, kinds and buildings", async () => {
  const other = await savedProject(app);
  const its = await app.as(["parking:read", "parking:write"], other.id);
  const room = await savedRoom(app, other.id);
  const owner = await savedOwner(app, room, { name: "欧阳娜娜" });
  const [first, second] = [aPlate(), aPlate()];
  await its.post(`/projects/${other.id}/vehicles`, aVehicle(owner, { plate: first, roomId: room.id }));
  await its.post(`/projects/${other.id}/vehicles`, aVehicle(owner, { plate: second, kind: "FREE", rank: "SECOND" }));
  const plates = async (query: string) =>
    ((await its.get(`/projects/${other.id}/vehicles?${query}`)).body.items as { plate: string }[]).map(
      ({ plate }) => plate,
    );
  const [building] = await app.db.query<{ id: string }[]>("SELECT building_id AS id FROM unit WHERE id = $1", [
    room.unitId,
  ]);
  for (const [query, found] of [
    ["", [first, second]],
    [`q=${encodeURIComponent(`${first.slice(1, 3)}·${first.slice(3)}`)}`, [first]],
    [`q=${encodeURIComponent("欧阳")}`, [first, second]],
    ["kind=FREE", [second]],
    ["rank=MAIN", [first]],
    [`buildingId=${building!.id}`, [first]],
    ["active=false", []],
    ["q=%25", []],
  ] as const)
    expect(await plates(query)).toEqual(found);
});

test("reading does not mean writing", async () => {
  const reader = await app.as(["parking:read"], project.id);
  const { owner } = await household();
  expect((await reader.post(`${at}/vehicles`, aVehicle(owner))).status).toBe(403);
  expect((await reader.get(`${at}/vehicles`)).status).toBe(200);
});
