import { randomUUID } from "node:crypto";
import { startTestApp } from "../../test/test-app.js";
import { savedBinding, savedCharge, savedFeeItem, savedRate } from "../billing/billing.factories.js";
import { newId } from "../common/ids.js";
import { anIdNumber, savedCustomer, savedOwner, savedRelation } from "../customer/customer.factories.js";
import { ParkingSpace } from "../parking/parking-space.entity.js";
import { aSpace, aVehicle } from "../parking/vehicles/vehicles.factories.js";
import { actions, aDefect, aTemplate } from "../property/inspections/inspections.factories.js";
import { savedProject, savedRoom } from "../property/property.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

const project = await savedProject(app);
const at = `/projects/${project.id}`;
const all = ["property:read", "customer:read", "parking:read", "parking:write", "billing:read"] as const;
const reader = await app.as([...all], project.id);

/** A room with owner, tenant, car, price and arrears, and the owner before. */
async function aHousehold() {
  const room = await savedRoom(app, project.id);
  const former = await savedOwner(app, room, { name: "前业主" }, { endsOn: "2023-12-31", endReason: "买卖" });
  const owner = await savedOwner(app, room, { name: "现业主", mobile: "13912345678" }, { startsOn: "2024-01-01" });
  const tenant = await savedCustomer(app, project.id, { name: "租户" });
  await savedRelation(app, room, { customerId: tenant.id, role: "TENANT", startsOn: "2027-01-01" });
  const item = await savedFeeItem(app, project.id);
  const rate = await savedRate(app, item);
  await savedBinding(app, room, rate);
  for (const [period, dueOn] of [
    ["2026-02", "2026-02-20"],
    ["2026-03", "2026-03-20"],
  ])
    await savedCharge(app, room, {
      feeItemId: item.id,
      payerId: owner.id,
      period,
      amountFen: 10_000,
      dueOn,
      source: "MANUAL",
    });
  const vehicle = await reader.post(`${at}/vehicles`, aVehicle(owner, { roomId: room.id }));
  return { room, former, owner, item, plate: vehicle.body.plate as string, vehicleId: vehicle.body.id as string };
}

/** A merge, an inspection after one with defects, other areas, a waiver and a transfer, all begun and none ended. */
async function beginEverything(
  room: { id: string; projectId: string },
  other: { id: string },
  charged: { payerId: string; feeItemId: string },
) {
  const clerk = await app.as(
    [
      "property:read",
      "property:areas",
      "property:inspect",
      "property:restructure",
      "customer:read",
      "customer:transfer",
      "billing:read",
      "billing:waive",
    ],
    project.id,
  );
  const made = async (path: string, body: object) => {
    const reply = await clerk.post(`${at}${path}`, body);
    expect(reply).toMatchObject({ status: 201 });
    return reply.body;
  };
  const day = "2026-04-01";
  const proposal = await clerk.post(`${at}/restructures/proposal`, {
    kind: "MERGE",
    roomIds: [room.id, other.id],
    effectiveOn: day,
  });
  const merge = await made("/restructures", { ...proposal.body.plan, reason: "打通使用" });
  const { inspectWith, begin } = actions(clerk, at, room.id);
  await clerk.post(`${at}/inspection-templates`, aTemplate()); // refused when the project has one already
  await inspectWith(aDefect(), aDefect({ deadline: "2026-04-20" }));
  const areas = { startsOn: day, buildingArea: "90", chargeArea: "90", reason: "复测" };
  const charge = await savedCharge(app, room, { ...charged, period: "2026-01", amountFen: 900, source: "MANUAL" });
  return {
    merge,
    inspection: await begin(),
    areas: await made(`/rooms/${room.id}/area-changes`, areas),
    waiver: await made("/waivers", {
      id: randomUUID(),
      reasonCode: "SERVICE",
      reason: "电梯停运三天",
      lines: [{ chargeId: charge.id, amountFen: 500 }],
    }),
    transfer: await made("/transfers", { roomId: room.id }),
  };
}

describe("the room as the hub", () => {
  test("one answer holds people, cars, prices and arrears of today", async () => {
    const { room, owner, item, plate } = await aHousehold();
    const { body, status } = await reader.get(`${at}/rooms/${room.id}/summary`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      today: "2026-03-10",
      room: { id: room.id, code: room.code },
      people: [{ customerId: owner.id, customerName: "现业主", role: "OWNER", mobileMasked: "139****5678" }],
      formerResidents: 1,
      vehicles: [{ plate, customerName: "现业主" }],
      rates: [{ feeItemName: item.name }],
      arrears: [{ feeItemId: item.id, openFen: 20_000, overdueFen: 10_000, charges: 2, oldestPeriod: "2026-02" }],
      prepayments: [],
      underWay: [],
    });
    expect(JSON.stringify(body)).not.toContain("13912345678");
  });

  test("what has ended is not shown, though it lies in its history", async () => {
    const { room, vehicleId } = await aHousehold();
    const { body: vehicle } = await reader.get(`${at}/vehicles/${vehicleId}`);
    const end = { endsOn: "2026-03-09", reason: "卖车" };
    await reader.post(`${at}/vehicle-relations/${vehicle.relations[0].id}/end`, end);
    expect((await reader.get(`${at}/rooms/${room.id}/summary`)).body.vehicles).toEqual([]);
    expect((await reader.get(`${at}/rooms/${room.id}/vehicles`)).body.items).toHaveLength(1);
  });

  test("what a person may not see is left out", async () => {
    const { room } = await aHousehold();
    const worker = await app.as(["property:read"], project.id);
    expect((await worker.get(`${at}/rooms/${room.id}/summary`)).body).toMatchObject({
      people: null,
      payers: null,
      formerResidents: null,
      vehicles: null,
      rates: null,
      arrears: null,
      prepayments: null,
    });
  });

  test("a room of another project is not there", async () => {
    const foreign = await savedProject(app);
    const room = await savedRoom(app, foreign.id);
    expect((await reader.get(`${at}/rooms/${room.id}/summary`)).status).toBe(404);
  });

  test("lists what is under way, each to those who may see it", async () => {
    const { room, owner, item } = await aHousehold();
    const other = await savedRoom(app, project.id, { unitId: room.unitId });
    const begun = await beginEverything(room, other, { payerId: owner.id, feeItemId: item.id });
    const kindsOf = (body: { underWay: { kind: string }[] }) => body.underWay.map(({ kind }) => kind).toSorted();
    const { body } = await reader.get(`${at}/rooms/${room.id}/summary`);
    expect(kindsOf(body)).toEqual(["APPROVAL", "DEFECTS", "INSPECTION", "MERGE", "TRANSFER", "WAIVER"]);
    const one = (kind: string) => body.underWay.find((row: { kind: string }) => row.kind === kind);
    expect(one("TRANSFER")).toMatchObject({ id: begun.transfer.id, title: begun.transfer.number, state: "DRAFT" });
    expect(one("MERGE")).toMatchObject({ id: begun.merge.id, state: "DRAFT", day: "2026-04-01" });
    expect(one("APPROVAL")).toMatchObject({ id: begun.areas.approvalId, state: "PENDING" });
    expect(one("INSPECTION")).toMatchObject({ title: begun.inspection.number, state: "IN_PROGRESS" });
    expect(one("DEFECTS")).toMatchObject({ id: room.id, count: 2, day: "2026-03-20" });
    expect(one("WAIVER")).toMatchObject({ id: begun.waiver.id, amountFen: 500, state: "PENDING" });
    const worker = await app.as(["property:read"], project.id);
    expect(kindsOf((await worker.get(`${at}/rooms/${room.id}/summary`)).body)).toEqual([
      "APPROVAL",
      "DEFECTS",
      "INSPECTION",
      "MERGE",
    ]);
    expect(kindsOf((await reader.get(`${at}/rooms/${other.id}/summary`)).body)).toEqual(["MERGE"]);
  });

  test("takes as many statements with ten years of history as without", async () => {
    const plain = await aHousehold();
    const old = await aHousehold();
    for (let year = 2000; year < 2020; year += 1)
      await savedOwner(app, old.room, {}, { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` });
    for (let month = 0; month < 60; month += 1)
      await savedCharge(app, old.room, {
        feeItemId: old.item.id,
        payerId: old.owner.id,
        period: `${2018 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, "0")}`,
        amountFen: 100,
        receivedFen: 100,
        openFen: 0,
        source: "MANUAL",
      });
    const other = await savedRoom(app, project.id, { unitId: old.room.unitId });
    await beginEverything(old.room, other, { payerId: old.owner.id, feeItemId: old.item.id });
    const statements = async (roomId: string) => {
      let count = 0;
      const connect = app.db.createQueryRunner.bind(app.db);
      app.db.createQueryRunner = (...args) => {
        count += 1;
        return connect(...args);
      };
      await reader.get(`${at}/rooms/${roomId}/summary`);
      app.db.createQueryRunner = connect;
      return count;
    };
    await statements(plain.room.id); // who asks is looked up once and remembered
    expect(await statements(old.room.id)).toBe(await statements(plain.room.id));
  });
});

describe("one box", () => {
  const find = async (q: string, by = reader) => {
    const { body } = await by.get(`${at}/query?q=${encodeURIComponent(q)}`);
    return Object.fromEntries(
      (body.groups as { kind: string; items: { title: string }[] }[]).map(({ kind, items }) => [
        kind,
        items.map(({ title }) => title),
      ]),
    );
  };

  test("finds rooms, people, cars and spaces by what people say at the desk", async () => {
    const { room, plate } = await aHousehold();
    const idNumber = anIdNumber();
    const person = await savedCustomer(app, project.id, { name: "司徒雷登", mobile: "13777774321", idNumber });
    await app.db.manager.insert(ParkingSpace, aSpace(project.id, "B2-4321"));
    expect(await find(room.code)).toMatchObject({ ROOM: [room.code] });
    expect(await find("司徒")).toEqual({ CUSTOMER: ["司徒雷登"] });
    expect(await find("4321")).toEqual({ CUSTOMER: ["司徒雷登"], SPACE: ["B2-4321"] });
    expect(await find("１３７７７７７４３２１")).toEqual({ CUSTOMER: ["司徒雷登"] });
    expect(await find(idNumber)).toEqual({ CUSTOMER: ["司徒雷登"] });
    expect(await find(person.number)).toMatchObject({ CUSTOMER: ["司徒雷登"] });
    expect(await find(`${plate.slice(0, 2)}·${plate.slice(2)}`)).toEqual({ VEHICLE: [plate] });
    expect(await find("B2-4321")).toMatchObject({ SPACE: ["B2-4321"] });
    expect(await find("%")).toEqual({});
  });

  test("shows each kind to those who may see it, numbers masked", async () => {
    const { room, owner } = await aHousehold();
    const worker = await app.as(["property:read"], project.id);
    expect(await find("现业主", worker)).toEqual({});
    expect(await find(room.code, worker)).toEqual({ ROOM: [room.code] });
    const { body } = await reader.get(`${at}/query?q=${encodeURIComponent(owner.number)}`);
    expect(JSON.stringify(body)).toContain("139****5678");
    expect(JSON.stringify(body)).not.toContain("13912345678");
  });

  test("shows eight of a kind and says that there are more; nothing of other projects", async () => {
    const other = await savedProject(app);
    const its = await app.as([...all], other.id);
    for (let index = 0; index < 10; index += 1) await savedCustomer(app, other.id, { name: `欧阳${index}` });
    const { body } = await its.get(`/projects/${other.id}/query?q=${encodeURIComponent("欧阳")}`);
    expect(body.groups[0].items).toHaveLength(8);
    expect(body.groups[0].more).toBe(true);
    expect(await find("欧阳")).toEqual({});
  });

  test.each([
    ["nothing", "", "请填写查询内容"],
    ["too much", "一".repeat(61), "查询内容不能超过 60 个字"],
    ["an emoji", "张😀", "查询内容含有不能使用的字符（表情或控制字符）"],
  ])("refuses %s", async (_what, q, sentence) => {
    const reply = await reader.get(`${at}/query?q=${encodeURIComponent(q)}`);
    expect(reply).toMatchObject({ status: 400, body: { fields: { q: [sentence] } } });
  });
});

describe("former owners and tenants", () => {
  test("those who have left, the latest first, by building, room, role and period, page by page", async () => {
    const other = await savedProject(app);
    const its = await app.as(["customer:read"], other.id);
    const [first, second] = [await savedRoom(app, other.id), await savedRoom(app, other.id)];
    await savedOwner(app, first, { name: "甲" }, { endsOn: "2022-06-30", endReason: "买卖" });
    await savedOwner(app, first, { name: "乙" }, { startsOn: "2022-07-01", endsOn: "2025-01-31" });
    await savedOwner(app, first, { name: "丙" }, { startsOn: "2025-02-01" });
    await savedOwner(app, second, { name: "丁", mobile: "13900001111" }, { role: "TENANT", endsOn: "2024-03-31" });
    await savedOwner(app, second, { name: "戊" }, { role: "FAMILY", endsOn: "2024-03-31" });
    await savedOwner(app, second, { name: "己" }, { endsOn: "2026-12-31" });
    const names = async (query: string) => {
      const { body } = await its.get(`/projects/${other.id}/former-residents?${query}`);
      return (body.items as { customerName: string }[]).map(({ customerName }) => customerName);
    };
    const [unit] = await app.db.query<{ building: string }[]>(
      "SELECT building_id AS building FROM unit WHERE id = $1",
      [second.unitId],
    );
    for (const [query, found] of [
      ["", ["乙", "丁", "甲"]],
      ["role=TENANT", ["丁"]],
      [`roomId=${first.id}`, ["乙", "甲"]],
      [`buildingId=${unit!.building}`, ["丁"]],
      ["endedFrom=2022-06-30&endedTo=2024-12-31", ["丁", "甲"]],
      [`q=${encodeURIComponent("乙")}`, ["乙"]],
      [`q=${first.code}`, ["乙", "甲"]],
      [`roomId=${newId()}`, []],
    ] as const)
      expect(await names(query)).toEqual(found);
    const page = await its.get(`/projects/${other.id}/former-residents?pageSize=2`);
    expect(await names(`pageSize=2&cursor=${page.body.nextCursor}`)).toEqual(["甲"]);
    expect(page.body.items[1]).toMatchObject({ mobileMasked: "139****1111", endsOn: "2024-03-31" });
    const wrong = await its.get(`/projects/${other.id}/former-residents?endedFrom=2026-02-31`);
    expect(wrong.status).toBe(400);
  });
});
