import { idCardCheckDigit, type Permission } from "@linli/contracts";
import { startTestApp } from "../../test/test-app.js";
import { savedProject, savedRoom } from "../property/property.factories.js";
import { aCustomer, anIdNumber, savedCustomer, savedOwner } from "./customer.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

const project = await savedProject(app);
const base = `/projects/${project.id}`;
const clerk = await app.as(["customer:read", "customer:write", "property:read"], project.id);
const auditText = async () => JSON.stringify(await app.db.query("SELECT * FROM audit_log"));

describe("a new customer", () => {
  test("comes with what he is to a room, a number of the series, and everything masked", async () => {
    const room = await savedRoom(app, project.id);
    const idNumber = anIdNumber("1985-06-15");
    const { status, body } = await clerk.post(
      `${base}/customers`,
      aCustomer(room, { name: "王芳", idNumber, mobile: "13812345678", share: "50.5" }),
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: "王芳",
      number: expect.stringMatching(/^KH\d{6}$/),
      idNumberMasked: `440304********${idNumber.slice(-4)}`,
      mobileMasked: "138****5678",
      birthday: "1985-06-15",
      roomCodes: [room.code],
      incomplete: [],
      under14: false,
      openFen: 0,
      relations: [{ roomId: room.id, role: "OWNER", share: "50.5", startsOn: "2026-01-01", endsOn: null }],
    });
    expect(JSON.stringify(body)).not.toContain(idNumber);
    expect(JSON.stringify(body)).not.toContain("13812345678");
    const [row] = await app.db.query("SELECT id_number_cipher FROM customer WHERE id = $1", [body.id]);
    expect(row.id_number_cipher).not.toContain(idNumber);
  });

  test("needs a room first, of this project", async () => {
    const room = await savedRoom(app, project.id);
    const { roomId: _none, ...without } = aCustomer(room);
    expect((await clerk.post(`${base}/customers`, without)).body.fields.roomId).toBeDefined();
    const foreign = await savedRoom(app, (await savedProject(app)).id);
    expect(await clerk.post(`${base}/customers`, aCustomer(foreign))).toMatchObject({
      status: 404,
      body: { code: "NOT_FOUND", detail: "房间不存在" },
    });
  });

  test.each<[string, object, string, string]>([
    ["a wrong check digit", { idNumber: "440304198001010020" }, "idNumber", "校验位不对"],
    ["a placeholder instead of a number", { idNumber: "111111111111111111" }, "idNumber", "占位号码"],
    ["a birth date that does not exist", { idNumber: "440304198002300010" }, "idNumber", "1980-02-30 不存在"],
    ["a birthday that is not the card's", { birthday: "1999-01-01" }, "birthday", "不一致"],
    ["a day that does not exist", { startsOn: "2026-02-30" }, "startsOn", "不是有效的日期"],
    ["a name of emoji", { name: "😀" }, "name", "不能使用的字符"],
    ["an over-long name", { name: "长".repeat(61) }, "name", "不能超过 60 个字"],
    ["a mobile of ten digits", { mobile: "1381234567" }, "mobile", "11 位"],
    ["letters in a landline", { homePhone: "abc" }, "homePhone", "固定电话"],
    ["an emergency telephone that is none", { emergencyPhone: "26" }, "emergencyPhone", "电话应为"],
    ["one bad telephone among others", { otherPhones: ["13912345678", "x"] }, "otherPhones", "电话应为"],
    ["no telephone at all", { mobile: null, homePhone: null }, "mobile", "至少填一项"],
    ["no ID number", { idNumber: null }, "idNumber", "请填写证件号码"],
    ["no place of registration", { registeredPlace: "" }, "registeredPlace", "请填写户口所在地"],
    ["no emergency contact", { emergencyName: null }, "emergencyName", "请填写紧急联络人"],
    ["a person without sex", { sex: "NONE" }, "sex", "男或女"],
    ["a person with a company's code", { idType: "CREDIT_CODE" }, "idType", "只用于公司客户"],
    ["a company with an ID card", { kind: "COMPANY" }, "idType", "公司客户的证件"],
    ["a share of a tenant", { role: "TENANT", share: "10" }, "share", "只有业主"],
    ["a share beyond the whole", { share: "100.5" }, "share", "不能大于 100"],
    ["a family member without kinship", { role: "FAMILY" }, "kinship", "与业主关系"],
    ["an unknown field", { vip: true }, "vip", "不认识的字段"],
  ])("is refused with %s", async (_what, overrides, field, sentence) => {
    const room = await savedRoom(app, project.id);
    const { status, body } = await clerk.post(`${base}/customers`, aCustomer(room, overrides));
    expect({ status, code: body.code }).toEqual({ status: 400, code: "INVALID_INPUT" });
    expect(body.fields[field].join()).toContain(sentence);
  });

  test("full-width digits, blanks and dashes are stored half width", async () => {
    const room = await savedRoom(app, project.id);
    const idNumber = anIdNumber();
    const wide = idNumber.replaceAll(/\d/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0));
    const { status, body } = await clerk.post(
      `${base}/customers`,
      aCustomer(room, { idNumber: wide, mobile: "１３９ ８７６５ ４３２１" }),
    );
    expect(status).toBe(201);
    expect(body.mobileMasked).toBe("139****4321");
    const again = await clerk.post(`${base}/customers/matches`, { idNumber });
    expect(again.body.items).toMatchObject([{ id: body.id, by: "ID_NUMBER" }]);
  });

  test("who has the same document is not entered twice, not even by two people at once", async () => {
    const [one, other] = [await savedRoom(app, project.id), await savedRoom(app, project.id)];
    const idNumber = anIdNumber();
    const replies = await Promise.all(
      [one, other].map((room) => clerk.post(`${base}/customers`, aCustomer(room, { idNumber }))),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const [created, refused] = replies.toSorted((a, b) => a.status - b.status);
    expect(refused!.body).toMatchObject({ code: "CUSTOMER_EXISTS", details: { customerId: created!.body.id } });
    expect(refused!.body.detail).toContain(created!.body.number);
    expect(
      await app.db.query("SELECT 1 FROM room_relation WHERE room_id = ANY($1)", [[one.id, other.id]]),
    ).toHaveLength(1);
  });

  test("the same person may be a customer of two projects", async () => {
    const idNumber = anIdNumber();
    await savedCustomer(app, (await savedProject(app)).id, { idNumber });
    const reply = await clerk.post(`${base}/customers`, aCustomer(await savedRoom(app, project.id), { idNumber }));
    expect(reply.status).toBe(201);
  });

  test("a family member needs only what CUS-07 asks; under 14 is noted", async () => {
    const room = await savedRoom(app, project.id);
    const mother = await savedOwner(app, room);
    const {
      registeredPlace: _p,
      emergencyName: _n,
      emergencyPhone: _e,
      mobile: _m,
      ...few
    } = aCustomer(room, { role: "FAMILY", kinship: "CHILD" });
    const guardianConsent = { guardianId: mother.id, givenOn: "2026-03-01", way: "WRITTEN", agreed: true };
    const child = { ...few, idNumber: anIdNumber("2015-05-05"), guardianConsent };
    const { status, body } = await clerk.post(`${base}/customers`, child);
    expect(status).toBe(201);
    expect(body).toMatchObject({ incomplete: [], under14: true, relations: [{ role: "FAMILY", kinship: "CHILD" }] });
  });

  test("a company owner must have a payer named", async () => {
    const room = await savedRoom(app, project.id);
    const company = {
      kind: "COMPANY",
      sex: "NONE",
      idType: "CREDIT_CODE",
      idNumber: "91440300708461136T",
      name: "远望科技有限公司",
      contactName: "刘洋",
    };
    const refused = await clerk.post(`${base}/customers`, aCustomer(room, company));
    expect(refused).toMatchObject({ status: 400, body: { code: "PAYER_REQUIRED" } });
    const { status, body } = await clerk.post(`${base}/customers`, aCustomer(room, { ...company, asPayer: true }));
    expect(status).toBe(201);
    expect(body.payers).toMatchObject([{ roomId: room.id, feeItemId: null, startsOn: "2026-01-01", endsOn: null }]);
  });
});

describe("changing a customer", () => {
  const saved = async () => {
    const room = await savedRoom(app, project.id);
    const idNumber = anIdNumber();
    const { body } = await clerk.post(`${base}/customers`, aCustomer(room, { idNumber, mobile: "13700001111" }));
    return { room, idNumber, customer: body };
  };
  /** The form of an update: numbers left out. */
  const aChange = (overrides: object = {}) => ({
    name: "张伟",
    kind: "PERSON",
    sex: "MALE",
    idType: "ID_CARD",
    registeredPlace: "广东省深圳市",
    emergencyName: "李娜",
    ...overrides,
  });

  test("numbers that are left out stay; others change, and the log keeps both sides masked", async () => {
    const { customer, idNumber } = await saved();
    const { status, body } = await clerk.put(
      `${base}/customers/${customer.id}`,
      aChange({ address: "翠湖路 2 号", homePhone: "0755-26001234", confirmed: true }),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      address: "翠湖路 2 号",
      mobileMasked: "137****1111",
      homePhoneMasked: "*********1234",
      idNumberMasked: customer.idNumberMasked,
      confirmedOn: "2026-03-10",
    });
    const [row] = await app.db.query(
      "SELECT before, after FROM audit_log WHERE entity_id = $1 AND action = 'customer.update'",
      [customer.id],
    );
    expect(row.before).toEqual({ address: null, homePhone: null, confirmedOn: null });
    expect(row.after).toEqual({ address: "翠湖路 2 号", homePhone: "*********1234", confirmedOn: "2026-03-10" });
    expect(JSON.stringify(body)).not.toContain(idNumber);
  });

  test("a change the mask hides is still told", async () => {
    const { customer } = await saved();
    await clerk.put(`${base}/customers/${customer.id}`, aChange({ emergencyPhone: "13988880002" }));
    const [row] = await app.db.query(
      "SELECT after FROM audit_log WHERE entity_id = $1 AND action = 'customer.update'",
      [customer.id],
    );
    expect(row.after).toEqual({ emergencyPhone: "139****0002（已变更）" });
  });

  test.each<[string, object, string]>([
    ["the name", { name: "张伟伟" }, "name"],
    ["the kind of document", { idType: "PASSPORT" }, "idType"],
    ["the main telephone", { mobile: "13700002222" }, "mobile"],
    ["the main telephone by taking it away", { mobile: null, homePhone: "0755-26001234" }, "mobile"],
  ])("%s is key data and not changed here", async (_what, overrides, field) => {
    const { customer } = await saved();
    const { status, body } = await clerk.put(`${base}/customers/${customer.id}`, aChange(overrides));
    expect(status).toBe(400);
    expect(body.fields[field][0]).toContain("属于关键信息");
    expect((await clerk.get(`${base}/customers/${customer.id}`)).body).toMatchObject({
      name: "张伟",
      idType: "ID_CARD",
      mobileMasked: "137****1111",
    });
  });

  test("what an import left empty is completed, and then no longer listed", async () => {
    const customer = await savedCustomer(app, project.id, {
      registeredPlace: null,
      emergencyPhone: null,
      incomplete: ["户口所在地"],
      idNumber: anIdNumber(),
    });
    const listed = async () => (await clerk.get(`${base}/customers?incomplete=true&q=${customer.number}`)).body.items;
    expect(await listed()).toMatchObject([{ id: customer.id, incomplete: ["户口所在地"] }]);
    const refused = await clerk.put(`${base}/customers/${customer.id}`, aChange());
    expect(Object.keys(refused.body.fields)).toEqual(["emergencyPhone"]);
    await clerk.put(`${base}/customers/${customer.id}`, aChange({ emergencyPhone: "13900000003" }));
    expect(await listed()).toEqual([]);
  });

  test("a customer of another project does not exist here", async () => {
    const foreign = await savedCustomer(app, (await savedProject(app)).id);
    expect((await clerk.put(`${base}/customers/${foreign.id}`, aChange())).status).toBe(404);
    expect((await clerk.get(`${base}/customers/${foreign.id}`)).status).toBe(404);
    expect((await clerk.delete(`${base}/customers/${foreign.id}`)).status).toBe(404);
  });
});

describe("finding customers", () => {
  test.each(["赵一鸣", "一鸣", "13655557777", "7777", "KH"])("by %s", async (q) => {
    const alone = await savedProject(app);
    const reader = await app.as(["customer:read"], alone.id);
    const found = await savedOwner(app, await savedRoom(app, alone.id), { name: "赵一鸣", mobile: "13655557777" });
    const reply = await reader.get(`/projects/${alone.id}/customers?q=${encodeURIComponent(q)}`);
    expect(reply.body.items.map(({ id }: { id: string }) => id)).toEqual([found.id]);
    expect(JSON.stringify(reply.body)).not.toContain("13655557777");
  });

  test("by whole ID number, and never by a part of it", async () => {
    const idNumber = anIdNumber();
    const customer = await savedCustomer(app, project.id, { idNumber });
    const find = async (q: string) =>
      (await clerk.get(`${base}/customers?q=${q}`)).body.items.map(({ id }: { id: string }) => id);
    expect(await find(idNumber)).toEqual([customer.id]);
    expect(await find(idNumber.slice(0, 12))).toEqual([]);
  });

  test("by role and building, today's relations only; wildcards are plain text", async () => {
    const alone = await savedProject(app);
    const reader = await app.as(["customer:read", "property:read"], alone.id);
    const [room, elsewhere] = [await savedRoom(app, alone.id), await savedRoom(app, alone.id)];
    const owner = await savedOwner(app, room, { name: "孙丽" });
    await savedOwner(app, room, { name: "吴刚" }, { endsOn: "2026-03-09" });
    await savedOwner(app, elsewhere, { name: "郑爽" });
    const [{ building_id }] = await app.db.query("SELECT building_id FROM unit WHERE id = $1", [room.unitId]);
    const names = async (query: string) =>
      (await reader.get(`/projects/${alone.id}/customers?${query}`)).body.items.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names(`role=OWNER&buildingId=${building_id}`)).toEqual([owner.name]);
    expect(await names("role=TENANT")).toEqual([]);
    expect(await names(`q=${encodeURIComponent("%")}`)).toEqual([]);
    expect(await names("kind=COMPANY")).toEqual([]);
  });

  test("in stretches, each customer once, the newest first", async () => {
    const alone = await savedProject(app);
    const reader = await app.as(["customer:read"], alone.id);
    for (const name of ["甲", "乙", "丙", "丁", "戊"]) await savedCustomer(app, alone.id, { name });
    const seen: string[] = [];
    let cursor = "";
    do {
      const { body } = await reader.get(`/projects/${alone.id}/customers?pageSize=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map(({ name }: { name: string }) => name));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual(["戊", "丁", "丙", "乙", "甲"]);
  });

  test("the same document before the same mobile", async () => {
    const idNumber = anIdNumber();
    const byMobile = await savedCustomer(app, project.id, { mobile: "13512340001" });
    const byId = await savedCustomer(app, project.id, { idNumber });
    const { status, body } = await clerk.post(`${base}/customers/matches`, {
      idType: "ID_CARD",
      idNumber,
      mobile: "135-1234-0001",
    });
    expect(status).toBe(200);
    expect(body.items.map(({ id, by }: { id: string; by: string }) => [id, by])).toEqual([
      [byId.id, "ID_NUMBER"],
      [byMobile.id, "MOBILE"],
    ]);
    expect((await clerk.post(`${base}/customers/matches`, {})).body.items).toEqual([]);
  });
});

describe("whole numbers", () => {
  test("are shown to those who may, with a reason, and each look is logged", async () => {
    const idNumber = anIdNumber();
    const customer = await savedCustomer(app, project.id, { idNumber, mobile: "13612341234" });
    const manager = await app.as(["customer:unmask"], project.id);
    const url = `${base}/customers/${customer.id}/unmask`;
    expect((await manager.post(url, { reason: "" })).body.fields.reason).toBeDefined();
    const { status, body } = await manager.post(url, { reason: "核对过户材料" });
    expect(status).toBe(200);
    expect(body).toEqual({
      idNumber,
      mobile: "13612341234",
      homePhone: null,
      otherPhones: [],
      emergencyPhone: "13900000002",
    });
    const [row] = await app.db.query(
      "SELECT user_id, summary FROM audit_log WHERE entity_id = $1 AND action = 'customer.unmask'",
      [customer.id],
    );
    expect(row).toMatchObject({ user_id: manager.userId, summary: expect.stringContaining("核对过户材料") });
  });

  test.each<[string, Permission[]]>([
    ["reading", ["customer:read"]],
    ["writing", ["customer:read", "customer:write"]],
  ])("stay hidden from who only has the right of %s", async (_what, permissions) => {
    const customer = await savedCustomer(app, project.id, { idNumber: anIdNumber() });
    const person = await app.as(permissions, project.id);
    expect((await person.post(`${base}/customers/${customer.id}/unmask`, { reason: "想看看" })).status).toBe(403);
  });
});

describe("a customer is removed", () => {
  test("only when nothing ever happened to him", async () => {
    const unused = await savedCustomer(app, project.id);
    const owner = await savedOwner(app, await savedRoom(app, project.id), {}, { endsOn: "2020-12-31" });
    expect((await clerk.delete(`${base}/customers/${unused.id}`)).status).toBe(204);
    expect((await clerk.get(`${base}/customers/${unused.id}`)).status).toBe(404);
    expect(await clerk.delete(`${base}/customers/${owner.id}`)).toMatchObject({
      status: 409,
      body: { code: "CUSTOMER_IN_USE", detail: "该客户已有客房关系，不能删除" },
    });
  });
});

test("no ID number and no telephone ever reaches the audit log", async () => {
  const idNumber = `44030419770707991`;
  const whole = idNumber + idCardCheckDigit(idNumber);
  const room = await savedRoom(app, project.id);
  const numbers = {
    idNumber: whole,
    mobile: "13411119999",
    homePhone: "0755-26009876",
    otherPhones: ["13422228888"],
    emergencyPhone: "13433337777",
  };
  const { body } = await clerk.post(`${base}/customers`, aCustomer(room, numbers));
  const { roomId: _r, role: _o, startsOn: _s, ...form } = aCustomer(room, { ...numbers, homePhone: "0755-26008888" });
  expect((await clerk.put(`${base}/customers/${body.id}`, form)).status).toBe(200);
  const log = await auditText();
  expect(log).toContain(body.id);
  for (const number of [whole, "13411119999", "26008888", "26009876", "13422228888", "13433337777"])
    expect(log).not.toContain(number);
});
