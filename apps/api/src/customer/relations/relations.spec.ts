import { startTestApp } from "../../../test/test-app.js";
import { savedCharge, savedFeeItem } from "../../billing/billing.factories.js";
import { PrepaymentAccount } from "../../billing/prepayments/prepayment-account.entity.js";
import { newId } from "../../common/ids.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { aCustomer, anIdNumber, savedCustomer, savedOwner, savedPayer, savedRelation } from "../customer.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

const project = await savedProject(app);
const base = `/projects/${project.id}`;
const clerk = await app.as(["customer:read", "customer:write"], project.id);
const manager = await app.as(["customer:read", "customer:write", "customer:key-data"], project.id);

type Room = Awaited<ReturnType<typeof savedRoom>>;
interface Shown {
  id: string;
  customerId: string;
  customerName: string;
  role: string;
  startsOn: string;
  endsOn: string | null;
}
const aRoom = (more: Parameters<typeof savedRoom>[2] = {}) => savedRoom(app, project.id, more);
const aPerson = (name?: string, more: object = {}) =>
  savedCustomer(app, project.id, { ...(name && { name }), ...more });
const relate = (room: Room, { id }: { id: string }, more: object = {}) =>
  clerk.post(`${base}/rooms/${room.id}/relations`, {
    customerId: id,
    role: "TENANT",
    startsOn: "2026-01-01",
    ...more,
  });
const change = ({ id }: { id: string }, from: string, more: object = {}) =>
  clerk.post(`${base}/relations/${id}/changes`, { from, reason: "变更", ...more });
const historyOf = (id: string) =>
  app.db.query<{ action: string; before: object; after: object }[]>(
    "SELECT action, before, after FROM audit_log WHERE entity = 'room' AND entity_id = $1 ORDER BY id",
    [id],
  );

describe("a change from a day on", () => {
  const aTenant = async (more: object = {}) => {
    const [room, person] = [await aRoom(), await aPerson("租户")];
    await savedOwner(app, room);
    return {
      room,
      person,
      relation: await savedRelation(app, room, { customerId: person.id, role: "TENANT", ...more }),
    };
  };

  test("ends what was on the day before and begins what is, linked and told in the history", async () => {
    const { room, person, relation } = await aTenant();
    const { status, body } = await change(relation, "2026-02-01", { role: "USER", isPrimaryContact: true });
    expect(status).toBe(200);
    const mine = body.relations.filter(({ customerId }: Shown) => customerId === person.id);
    expect(mine).toMatchObject([
      { role: "USER", startsOn: "2026-02-01", endsOn: null, previousId: relation.id, isPrimaryContact: true },
      { role: "TENANT", startsOn: "2020-01-01", endsOn: "2026-01-31", endReason: "变更", isPrimaryContact: false },
    ]);
    const [entry] = await historyOf(room.id);
    expect(entry).toMatchObject({ action: "relation.change", before: { role: "TENANT" }, after: { role: "USER" } });
  });

  test("of the first contact: who was it on an earlier day stays so", async () => {
    const room = await aRoom();
    const owner = await savedOwner(app, room, { name: "业主" }, { isPrimaryContact: true });
    const tenant = await aPerson("租户");
    await relate(room, tenant, { isPrimaryContact: true, startsOn: "2026-02-01", endsOn: "2026-06-30" });
    const contactOn = async (day: string) =>
      (await clerk.get(`${base}/rooms/${room.id}/as-of?on=${day}`)).body.relations
        .filter(({ isPrimaryContact }: { isPrimaryContact: boolean }) => isPrimaryContact)
        .map(({ customerName }: Shown) => customerName);
    expect(await contactOn("2026-01-31")).toEqual(["业主"]);
    expect(await contactOn("2026-02-01")).toEqual(["租户"]);
    expect(await contactOn("2026-06-30")).toEqual(["租户"]);
    expect(await contactOn("2026-07-01")).toEqual([owner.name]);
  });

  test("is refused on a day on which the relation does not hold, and leaves no room without owner", async () => {
    const { relation } = await aTenant({ endsOn: "2026-06-30" });
    expect((await change(relation, "2019-12-31")).body.fields.from[0]).toContain("2020-01-01");
    expect((await change(relation, "2026-07-01")).body.fields.from[0]).toContain("2026-06-30");
    expect((await change(relation, "2026-02-31")).body.fields.from).toBeDefined();
    expect((await change(relation, "2026-02-01", { share: "５０" })).body.fields.share).toBeDefined();
    expect((await change(relation, "2026-02-01", { role: "FAMILY" })).body.fields.kinship).toBeDefined();
    expect((await change({ id: newId() }, "2026-02-01")).status).toBe(404);
    const room = await aRoom();
    const sole = await savedRelation(app, room, { customerId: (await aPerson()).id });
    const refused = await change(sole, "2026-02-01", { role: "USER" });
    expect(refused.body).toMatchObject({ code: "LAST_OWNER", detail: expect.stringContaining("2026-02-01") });
  });

  test("two at once: the second finds the relation ended", async () => {
    const { relation } = await aTenant();
    const replies = await Promise.all(
      ["USER", "AGENT"].map((role) => change(relation, "2026-02-01", { role, authority: "收楼" })),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 400]);
  });
});

describe("a correction of a wrong entry", () => {
  test("needs a right and a reason, marks the row, and keeps before and after", async () => {
    const room = await aRoom();
    const owner = await savedRelation(app, room, { customerId: (await aPerson()).id, share: "50" });
    const url = `${base}/relations/${owner.id}`;
    const body = { startsOn: "2021-01-01", share: "100", reason: "合同为全部产权" };
    expect((await clerk.put(url, body)).status).toBe(403);
    expect((await manager.put(url, { ...body, reason: undefined })).body.fields.reason).toBeDefined();
    const { status, body: shown } = await manager.put(url, body);
    expect(status).toBe(200);
    expect(shown.relations).toMatchObject([{ startsOn: "2021-01-01", share: "100", correctedAt: expect.any(String) }]);
    const [entry] = await historyOf(room.id);
    expect(entry).toMatchObject({
      action: "relation.correct",
      before: { startsOn: "2020-01-01", share: "50.0000" },
      after: { startsOn: "2021-01-01", share: "100" },
    });
  });
});

describe("a relation", () => {
  test("stays within the life of its room, and does not begin before the person was born", async () => {
    const room = await aRoom({ startsOn: "2026-01-01", endedOn: "2026-12-31" });
    const child = await aPerson("小明", { birthday: "2006-05-05" });
    expect((await relate(room, await aPerson(), { startsOn: "2025-12-31", endsOn: "2026-02-28" })).body).toMatchObject({
      code: "OUTSIDE_ROOM_LIFE",
      detail: expect.stringContaining("2026-12-31"),
    });
    expect((await relate(room, await aPerson())).body.code).toBe("OUTSIDE_ROOM_LIFE");
    expect((await relate(room, await aPerson(), { endsOn: "2026-12-31" })).status).toBe(201);
    const born = await relate(await aRoom(), child, { startsOn: "2006-05-04" });
    expect(born.body.fields.startsOn[0]).toContain("2006-05-05");
  });

  test("of an agent says what he may do, of a family member to whose household he belongs", async () => {
    const [room, elsewhere] = [await aRoom(), await aRoom()];
    const tenant = await savedOwner(app, room, { name: "租户" }, { role: "TENANT" });
    const stranger = await savedOwner(app, elsewhere);
    const agent = await relate(room, await aPerson(), { role: "AGENT" });
    expect(agent.body.fields.authority).toBeDefined();
    const allowed = await relate(room, await aPerson(), { role: "AGENT", authority: "代为收楼", endsOn: "2026-12-31" });
    expect(allowed.body.relations.find(({ role }: Shown) => role === "AGENT")).toMatchObject({
      authority: "代为收楼",
      endsOn: "2026-12-31",
    });
    const family = { role: "FAMILY", kinship: "SPOUSE" };
    expect((await relate(room, await aPerson(), { ...family, headId: stranger.id })).body.fields.headId).toBeDefined();
    const { body } = await relate(room, await aPerson(), { ...family, headId: tenant.id });
    expect(body.relations.find(({ role }: Shown) => role === "FAMILY")).toMatchObject({ headName: "租户" });
  });
});

describe("a child under 14", () => {
  const { registeredPlace: _p, emergencyName: _n, emergencyPhone: _e, mobile: _m, ...few } = aCustomer({ id: "" });
  const aChild = (room: Room, more: object = {}) =>
    clerk.post(`${base}/customers`, {
      ...few,
      name: "小明",
      idNumber: anIdNumber("2016-05-05"),
      roomId: room.id,
      role: "FAMILY",
      kinship: "CHILD",
      ...more,
    });
  const consent = { givenOn: "2026-03-01", way: "WRITTEN", agreed: true };

  test("is entered with the consent of an adult of the room only", async () => {
    const room = await aRoom();
    const mother = await savedOwner(app, room, { name: "母亲", birthday: "1985-01-01" });
    expect((await aChild(room)).body).toMatchObject({
      code: "CONSENT_REQUIRED",
      detail: expect.stringContaining("小明"),
    });
    const stranger = await aPerson();
    const brother = await savedOwner(app, room, { birthday: "2010-01-01" }, { role: "USER" });
    for (const { id } of [stranger, brother]) {
      const { body } = await aChild(room, { guardianConsent: { ...consent, guardianId: id } });
      expect(body.fields["guardianConsent.guardianId"]).toBeDefined();
    }
    const faults: [object, string][] = [
      [{ agreed: false }, "guardianConsent.agreed"],
      [{ givenOn: "2026-03-11" }, "guardianConsent.givenOn"],
      [{ givenOn: "2016-05-04" }, "guardianConsent.givenOn"],
      [{ way: "SHOUTED" }, "guardianConsent.way"],
    ];
    for (const [fault, field] of faults) {
      const { body } = await aChild(room, { guardianConsent: { ...consent, guardianId: mother.id, ...fault } });
      expect(Object.keys(body.fields)).toEqual([field]);
    }
    const { status, body } = await aChild(room, { guardianConsent: { ...consent, guardianId: mother.id } });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      under14: true,
      incomplete: [],
      guardianConsents: [{ guardianName: "母亲", way: "WRITTEN", givenOn: "2026-03-01", recordedByName: "测试员" }],
    });
    expect((await relate(await aRoom(), body, { role: "USER" })).status).toBe(201);
  });

  test("who came by import lacks the consent until it is recorded", async () => {
    const room = await aRoom();
    const mother = await savedOwner(app, room);
    const child = await aPerson("小红", { birthday: "2016-05-05", incomplete: ["监护人同意"] });
    await savedRelation(app, room, { customerId: child.id, role: "FAMILY", kinship: "CHILD", startsOn: "2026-01-01" });
    const body = { ...consent, roomId: room.id, guardianId: mother.id };
    const { status, body: shown } = await clerk.post(`${base}/customers/${child.id}/guardian-consents`, body);
    expect(status).toBe(201);
    expect(shown.incomplete).not.toContain("监护人同意");
    expect(shown.guardianConsents).toHaveLength(1);
    await expect(app.db.query("UPDATE guardian_consent SET way = 'PHONE'")).rejects.toThrow("permission denied");
  });
});

describe("the removal of a family member (CRM-07)", () => {
  const aMember = async () => {
    const [room, person] = [await aRoom(), await aPerson("李老太")];
    await savedOwner(app, room);
    const relation = await savedRelation(app, room, { customerId: person.id, role: "FAMILY", kinship: "PARENT" });
    return { room, person, relation };
  };
  const remove = ({ id }: { id: string }, endsOn = "2026-03-10") =>
    clerk.post(`${base}/relations/${id}/remove`, { endsOn, reason: "搬走" });

  test("ends the relation with day and reason; nothing is erased", async () => {
    const { relation } = await aMember();
    const { status, body } = await remove(relation);
    expect(status).toBe(200);
    expect(body.relations.find(({ id }: Shown) => id === relation.id)).toMatchObject({
      endsOn: "2026-03-10",
      endReason: "搬走",
    });
    expect((await remove(relation)).body.code).toBe("RELATION_ENDED");
  });

  test("is refused while the person pays, has money ahead or owes, and says each with its amount", async () => {
    const { room, person, relation } = await aMember();
    const water = await savedFeeItem(app, project.id, { name: "水费" });
    await savedPayer(app, room, { customerId: person.id, feeItemId: water.id });
    for (const period of ["2026-01", "2026-02"]) {
      const service = { serviceFrom: `${period}-01`, serviceTo: `${period}-28` };
      await savedCharge(app, room, { payerId: person.id, feeItemId: water.id, period, ...service });
    }
    await app.db.manager.insert(PrepaymentAccount, {
      projectId: project.id,
      id: newId(),
      roomId: room.id,
      customerId: person.id,
      balanceFen: 12_345,
      createdAt: app.clock.now(),
    });
    const expected = [
      { kind: "PAYER", text: "自 2020-01-01 起是水费的收费对象", amountFen: null },
      { kind: "PREPAYMENT", text: expect.stringContaining("123.45 元"), amountFen: 12_345 },
      { kind: "OPEN_CHARGES", text: expect.stringMatching(/2 笔水费.*200\.00 元.*2026-01/), amountFen: 20_000 },
    ];
    expect((await clerk.get(`${base}/relations/${relation.id}/holds`)).body.holds).toEqual(expected);
    const { status, body } = await remove(relation);
    expect({ status, code: body.code }).toEqual({ status: 409, code: "MEMBER_HELD" });
    expect(body.detail).toContain("李老太");
    expect(body.details.holds).toEqual(expected);
  });

  test("is refused for an owner, who leaves by transfer", async () => {
    const room = await aRoom();
    const owner = await savedRelation(app, room, { customerId: (await aPerson()).id });
    expect((await remove(owner)).body.details.holds).toMatchObject([{ kind: "OWNER" }]);
  });
});
