import { startTestApp } from "../../test/test-app.js";
import { savedFeeItem } from "../billing/billing.factories.js";
import { newId } from "../common/ids.js";
import { savedProject, savedRoom } from "../property/property.factories.js";
import { aCustomer, savedCustomer, savedOwner, savedPayer, savedRelation } from "./customer.factories.js";
import { Customer } from "./customer.entity.js";

const app = await startTestApp();
afterAll(() => app.close());

const project = await savedProject(app);
const base = `/projects/${project.id}`;
const clerk = await app.as(["customer:read", "customer:write"], project.id);
const manager = await app.as(["customer:read", "customer:key-data"], project.id);

type Room = Awaited<ReturnType<typeof savedRoom>>;
type Person = Pick<Customer, "id">;
const aRoom = () => savedRoom(app, project.id);
const aPerson = (name?: string) => savedCustomer(app, project.id, name ? { name } : {});

const relate = (room: Room, customer: Person, more: object = {}) =>
  clerk.post(`${base}/rooms/${room.id}/relations`, {
    customerId: customer.id,
    role: "OWNER",
    startsOn: "2026-01-01",
    ...more,
  });
const pay = (room: Room, customer: Person, startsOn: string, more: object = {}) =>
  clerk.post(`${base}/rooms/${room.id}/payers`, { customerId: customer.id, startsOn, ...more });
const end = (relationId: string, endsOn: string, reason = "出售") =>
  clerk.post(`${base}/relations/${relationId}/end`, { endsOn, reason });
const payersOf = async (room: Room): Promise<[string, string, string | null][]> =>
  (await clerk.get(`${base}/rooms/${room.id}/relations`)).body.payers
    .map((payer: { customerName: string; startsOn: string; endsOn: string | null }) => [
      payer.customerName,
      payer.startsOn,
      payer.endsOn,
    ])
    .toReversed();

describe("a relation of a customer to a room", () => {
  test("is added and shown on both sides, with the telephone masked", async () => {
    const [room, owner] = [await aRoom(), await aPerson("陈静")];
    const { status, body } = await relate(room, owner, { share: "100", isPrimaryContact: true });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      relations: [
        {
          customerName: "陈静",
          role: "OWNER",
          share: "100",
          isPrimaryContact: true,
          mobileMasked: "139****0001",
          endsOn: null,
        },
      ],
      payers: [],
      payerMissing: false,
    });
    const detail = await clerk.get(`${base}/customers/${owner.id}`);
    expect(detail.body).toMatchObject({ roomCodes: [room.code], relations: [{ roomCode: room.code }] });
    const entities = await app.db.query(
      "SELECT entity FROM audit_log WHERE action = 'relation.add' AND entity_id = ANY($1) ORDER BY entity",
      [[room.id, owner.id]],
    );
    expect(entities).toEqual([{ entity: "customer" }, { entity: "room" }]);
  });

  test.each<[string, object, string]>([
    ["a last day before the first", { endsOn: "2025-12-31" }, "endsOn"],
    ["a day that does not exist", { startsOn: "2026-02-30" }, "startsOn"],
    ["a share of nothing", { share: "0" }, "share"],
    ["a negative share", { share: "-5" }, "share"],
    ["a role there is not", { role: "KING" }, "role"],
  ])("is refused with %s", async (_what, more, field) => {
    const { status, body } = await relate(await aRoom(), await aPerson(), more);
    expect({ status, fields: Object.keys(body.fields) }).toEqual({ status: 400, fields: [field] });
  });

  test("exists once at a time: the same role again is refused, another role or a later time is not", async () => {
    const [room, person] = [await aRoom(), await aPerson()];
    expect((await relate(room, person, { role: "TENANT", endsOn: "2026-06-30" })).status).toBe(201);
    expect((await relate(room, person, { role: "TENANT", startsOn: "2026-06-30" })).body.code).toBe(
      "RELATION_OVERLAPS",
    );
    expect((await relate(room, person, { role: "TENANT", startsOn: "2026-07-01" })).status).toBe(201);
    expect((await relate(room, person, { role: "USER" })).status).toBe(201);
  });

  test("rooms and customers of another project do not exist here", async () => {
    const elsewhere = await savedProject(app);
    const [room, person] = [await savedRoom(app, elsewhere.id), await savedCustomer(app, elsewhere.id)];
    expect((await relate(room, await aPerson())).body.detail).toBe("房间不存在");
    expect((await relate(await aRoom(), person)).body.detail).toBe("客户不存在");
    const relation = await savedRelation(app, room, { customerId: person.id });
    expect((await end(relation.id, "2026-03-01")).status).toBe(404);
    expect((await clerk.get(`${base}/rooms/${room.id}/relations`)).status).toBe(404);
  });

  test("has one first contact in a room: naming another takes it from the one before", async () => {
    const [room, one, other] = [await aRoom(), await aPerson("一"), await aPerson("二")];
    await relate(room, one, { isPrimaryContact: true });
    const { body } = await relate(room, other, { role: "TENANT", isPrimaryContact: true });
    const contacts = body.relations.filter((relation: { isPrimaryContact: boolean }) => relation.isPrimaryContact);
    expect(contacts).toMatchObject([{ customerName: "二" }]);
  });

  test("makes a family member's data complete or not as the role demands", async () => {
    const room = await aRoom();
    await savedOwner(app, room);
    const {
      registeredPlace: _p,
      emergencyName: _n,
      emergencyPhone: _e,
      ...few
    } = aCustomer(room, { role: "FAMILY", kinship: "SPOUSE" });
    const { body: spouse } = await clerk.post(`${base}/customers`, few);
    expect(spouse.incomplete).toEqual([]);
    await relate(await aRoom(), spouse);
    expect((await clerk.get(`${base}/customers/${spouse.id}`)).body.incomplete).toEqual([
      "户口所在地",
      "紧急联络人",
      "紧急联络人电话",
    ]);
  });
});

describe("shares of ownership", () => {
  test("may not exceed the whole at any time", async () => {
    const [room, one, two, three] = [await aRoom(), await aPerson(), await aPerson(), await aPerson()];
    await relate(room, one, { share: "60", asPayer: true });
    const refused = await relate(room, two, { share: "40.01" });
    expect(refused).toMatchObject({ status: 409, body: { code: "SHARES_OVER_100" } });
    expect(refused.body.detail).toContain("100.01%");
    expect((await relate(room, two, { share: "40" })).status).toBe(201);
    expect((await relate(room, three, { share: "0.0001", startsOn: "2027-01-01" })).body.code).toBe("SHARES_OVER_100");
    expect((await relate(room, three, { share: "100", startsOn: "2025-01-01", endsOn: "2025-12-31" })).status).toBe(
      201,
    );
  });

  test("hold when two are entered at once", async () => {
    const [room, one, two] = [await aRoom(), await aPerson(), await aPerson()];
    await savedPayer(app, room, { customerId: one.id });
    const replies = await Promise.all([one, two].map((person) => relate(room, person, { share: "60" })));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  test("hold when one is corrected", async () => {
    const [room, one, two] = [await aRoom(), await aPerson(), await aPerson()];
    await relate(room, one, { share: "60", asPayer: true });
    const { body } = await relate(room, two, { share: "40" });
    const second = body.relations.find((relation: { customerId: string }) => relation.customerId === two.id);
    const url = `${base}/relations/${second.id}`;
    const correct = (share: string) => manager.put(url, { startsOn: "2026-01-01", share, reason: "录入有误" });
    expect((await correct("41")).body.code).toBe("SHARES_OVER_100");
    expect((await correct("39.5")).status).toBe(200);
  });
});

describe("the end of a relation", () => {
  const owned = async (more: object = {}) => {
    const [room, owner] = [await aRoom(), await aPerson("原业主")];
    const relation = await savedRelation(app, room, { customerId: owner.id, ...more });
    return { room, owner, relation };
  };

  test("is refused while nobody follows the last owner, and allowed when somebody owns the next day", async () => {
    const { room, relation } = await owned();
    expect((await end(relation.id, "2026-03-31")).body.code).toBe("LAST_OWNER");
    const next = await aPerson("新业主");
    expect((await relate(room, next, { startsOn: "2026-04-02", asPayer: true })).status).toBe(201);
    expect((await end(relation.id, "2026-03-31")).body.code).toBe("LAST_OWNER");
    const { status, body } = await end(relation.id, "2026-04-01", "买卖过户");
    expect(status).toBe(200);
    expect(body.relations.find(({ id }: { id: string }) => id === relation.id)).toMatchObject({
      endsOn: "2026-04-01",
      endReason: "买卖过户",
    });
  });

  test("leaves the room to the developer of the project, where there is one", async () => {
    const elsewhere = await savedProject(app);
    const developer = await savedCustomer(app, elsewhere.id, { name: "建设集团", kind: "COMPANY" });
    await app.db.query("UPDATE project SET developer_id = $1 WHERE id = $2", [developer.id, elsewhere.id]);
    const room = await savedRoom(app, elsewhere.id);
    const relation = await savedRelation(app, room, { customerId: (await savedCustomer(app, elsewhere.id)).id });
    const manager = await app.as(["customer:read", "customer:write"], elsewhere.id);
    const reply = await manager.post(`/projects/${elsewhere.id}/relations/${relation.id}/end`, {
      endsOn: "2026-03-31",
      reason: "退房",
    });
    expect(reply.status).toBe(200);
  });

  test("is refused while the person is still named as payer", async () => {
    const { room, owner, relation } = await owned();
    const next = await aPerson("新业主");
    await savedPayer(app, room, { customerId: owner.id });
    await relate(room, next, { startsOn: "2026-04-01" });
    expect((await end(relation.id, "2026-03-31")).body).toMatchObject({
      code: "PAYER_STILL_SET",
      detail: expect.stringContaining("原业主"),
    });
    expect((await pay(room, next, "2026-04-01")).status).toBe(201);
    expect((await end(relation.id, "2026-03-31")).status).toBe(200);
  });

  test("comes once, not before the beginning, and a planned one only sooner", async () => {
    const { relation } = await owned({ role: "TENANT", endsOn: "2026-12-31" });
    expect((await end(relation.id, "2019-12-31")).body.fields.endsOn).toBeDefined();
    expect((await end(relation.id, "2027-01-31")).body.fields.endsOn[0]).toContain("2026-12-31");
    expect((await end(relation.id, "2026-06-30", "退租")).status).toBe(200);
    expect((await end(relation.id, "2026-05-31")).body.code).toBe("RELATION_ENDED");
  });

  test("needs a reason", async () => {
    const { relation } = await owned({ role: "USER" });
    expect(
      (await clerk.post(`${base}/relations/${relation.id}/end`, { endsOn: "2026-03-01" })).body.fields.reason,
    ).toBeDefined();
  });
});

describe("who pays", () => {
  test("must be named when a second owner comes (CUS-09)", async () => {
    const [room, one, two] = [await aRoom(), await aPerson("甲"), await aPerson("乙")];
    expect((await relate(room, one)).status).toBe(201);
    const refused = await relate(room, two, { startsOn: "2026-02-01" });
    expect(refused).toMatchObject({ status: 400, body: { code: "PAYER_REQUIRED" } });
    expect(refused.body.detail).toContain("2026-02-01");
    const { status, body } = await relate(room, two, { startsOn: "2026-02-01", payerCustomerId: one.id });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      payerMissing: false,
      payers: [{ customerName: "甲", startsOn: "2026-02-01", endsOn: null }],
    });
  });

  test("is told to be missing where an import left it open", async () => {
    const room = await aRoom();
    await savedOwner(app, room);
    await savedOwner(app, room);
    expect((await clerk.get(`${base}/rooms/${room.id}/relations`)).body.payerMissing).toBe(true);
  });

  test("BC-22: the tenant pays for the term of his lease, then the owner again", async () => {
    const [room, a, b, tenant] = [await aRoom(), await aPerson("A"), await aPerson("B"), await aPerson("T")];
    await relate(room, a, { startsOn: "2025-01-01", asPayer: true });
    await relate(room, b, { startsOn: "2025-01-01" });
    expect(
      (await relate(room, tenant, { role: "TENANT", startsOn: "2025-05-01", endsOn: "2025-10-31", asPayer: true }))
        .status,
    ).toBe(201);
    expect(await payersOf(room)).toEqual([
      ["A", "2025-01-01", "2025-04-30"],
      ["T", "2025-05-01", "2025-10-31"],
      ["A", "2025-11-01", null],
    ]);
  });

  test("a new payer ends the one before; the same day corrects him; a later one is in the way", async () => {
    const [room, one, two, three] = [await aRoom(), await aPerson("甲"), await aPerson("乙"), await aPerson("丙")];
    for (const person of [one, two, three]) await savedRelation(app, room, { customerId: person.id, role: "USER" });
    await pay(room, one, "2026-01-01");
    await pay(room, two, "2026-04-01");
    expect(await payersOf(room)).toEqual([
      ["甲", "2026-01-01", "2026-03-31"],
      ["乙", "2026-04-01", null],
    ]);
    await pay(room, three, "2026-04-01");
    expect(await payersOf(room)).toEqual([
      ["甲", "2026-01-01", "2026-03-31"],
      ["丙", "2026-04-01", null],
    ]);
    expect((await pay(room, two, "2026-02-01")).body).toMatchObject({
      code: "PAYER_OVERLAPS",
      detail: expect.stringContaining("2026-04-01"),
    });
    expect((await pay(room, two, "2026-02-01", { endsOn: "2026-02-28" })).status).toBe(201);
    expect(await payersOf(room)).toEqual([
      ["甲", "2026-01-01", "2026-01-31"],
      ["乙", "2026-02-01", "2026-02-28"],
      ["甲", "2026-03-01", "2026-03-31"],
      ["丙", "2026-04-01", null],
    ]);
  });

  test("naming who pays already changes nothing", async () => {
    const [room, one] = [await aRoom(), await aPerson("甲")];
    await savedRelation(app, room, { customerId: one.id });
    await pay(room, one, "2026-01-01");
    expect((await pay(room, one, "2026-02-01")).status).toBe(201);
    expect(await payersOf(room)).toEqual([["甲", "2026-01-01", null]]);
  });

  test("is somebody of the room as long as he pays, or the developer", async () => {
    const [room, stranger, tenant] = [await aRoom(), await aPerson(), await aPerson()];
    await savedRelation(app, room, {
      customerId: tenant.id,
      role: "TENANT",
      startsOn: "2026-01-01",
      endsOn: "2026-12-31",
    });
    expect((await pay(room, stranger, "2026-01-01")).body.code).toBe("PAYER_NOT_RELATED");
    expect((await pay(room, tenant, "2025-12-31")).body.code).toBe("PAYER_NOT_RELATED");
    expect((await pay(room, tenant, "2026-01-01")).body.detail).toContain("2026-12-31");
    expect((await pay(room, tenant, "2026-01-01", { endsOn: "2026-12-31" })).status).toBe(201);
    await app.db.query("UPDATE project SET developer_id = $1 WHERE id = $2", [stranger.id, project.id]);
    expect((await pay(room, stranger, "2025-01-01", { endsOn: "2025-12-31" })).status).toBe(201);
    await app.db.query("UPDATE project SET developer_id = NULL WHERE id = $1", [project.id]);
  });

  test("for one fee item stands beside the one for all; an item of another project does not exist", async () => {
    const [room, owner, tenant] = [await aRoom(), await aPerson("业主"), await aPerson("租户")];
    for (const person of [owner, tenant]) await savedRelation(app, room, { customerId: person.id, role: "USER" });
    const water = await savedFeeItem(app, project.id, { name: "水费" });
    await pay(room, owner, "2026-01-01");
    const { body } = await pay(room, tenant, "2026-01-01", { feeItemId: water.id });
    expect(body.payers).toMatchObject([
      { customerName: "业主", feeItemName: null, endsOn: null },
      { customerName: "租户", feeItemName: "水费", endsOn: null },
    ]);
    const foreign = await savedFeeItem(app, (await savedProject(app)).id);
    for (const feeItemId of [newId(), foreign.id]) {
      expect((await pay(room, owner, "2026-02-01", { feeItemId })).body.detail).toBe("收费项目不存在");
    }
  });

  test("ends only when another follows, where the payer must be chosen", async () => {
    const room = await aRoom();
    const [one, two] = [await savedOwner(app, room, { name: "甲" }), await savedOwner(app, room, { name: "乙" })];
    const { body } = await pay(room, one, "2026-01-01");
    const url = `${base}/payers/${body.payers[0].id}/end`;
    expect((await clerk.post(url, { endsOn: "2026-06-30" })).body.code).toBe("PAYER_REQUIRED");
    expect((await clerk.post(url, { endsOn: "2025-06-30" })).body.fields.endsOn).toBeDefined();
    await pay(room, two, "2026-07-01");
    expect((await clerk.post(url, { endsOn: "2026-06-30" })).status).toBe(200);
    expect((await clerk.post(url, { endsOn: "2026-08-31" })).body.code).toBe("PAYER_ENDED");
  });

  test("last day before the first, and a day that does not exist, are refused", async () => {
    const [room, owner] = [await aRoom(), await aPerson()];
    await savedRelation(app, room, { customerId: owner.id });
    expect((await pay(room, owner, "2026-02-01", { endsOn: "2026-01-31" })).body.fields.endsOn).toBeDefined();
    expect((await pay(room, owner, "2026-02-30")).body.fields.startsOn).toBeDefined();
  });
});

test("who may only read changes nothing", async () => {
  const reader = await app.as(["customer:read"], project.id);
  const [room, person] = [await aRoom(), await aPerson()];
  const bodies = {
    relations: { customerId: person.id, role: "OWNER", startsOn: "2026-01-01" },
    payers: { customerId: person.id, startsOn: "2026-01-01" },
  };
  for (const [what, body] of Object.entries(bodies)) {
    expect((await reader.post(`${base}/rooms/${room.id}/${what}`, body)).status).toBe(403);
  }
});
