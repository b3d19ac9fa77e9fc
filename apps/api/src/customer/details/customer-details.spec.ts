import { creditCodeCheckDigit } from "@linli/contracts";
import { startTestApp } from "../../../test/test-app.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { aCustomer, anIdNumber, savedCustomer, savedOwner } from "../customer.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

const project = await savedProject(app);
const base = `/projects/${project.id}`;
const clerk = await app.as(["customer:read", "customer:write"], project.id);
const manager = await app.as(["customer:read", "customer:key-data", "customer:unmask"], project.id);

const at = (id: string, rest: string) => `${base}/customers/${id}/${rest}`;
const detailsOf = async (id: string) => (await clerk.get(at(id, "details"))).body;
const columnsOf = async (id: string) =>
  (await app.db.query("SELECT mobile, home_phone, other_phones FROM customer WHERE id = $1", [id]))[0];
const lastEvent = async (id: string) =>
  (await app.db.query("SELECT * FROM audit_log WHERE entity_id = $1 ORDER BY id DESC LIMIT 1", [id]))[0];

describe("key data", () => {
  const keyData = (overrides: object = {}) => ({
    name: "张伟",
    idType: "ID_CARD",
    reason: "更名，已核对户口簿",
    ...overrides,
  });

  test("change with a reason; the history keeps both sides masked", async () => {
    const [before, after] = [anIdNumber("1980-01-01"), anIdNumber("1990-02-03")];
    const customer = await savedCustomer(app, project.id, { idNumber: before, mobile: "13711112222" });
    const body = keyData({
      name: "张伟明",
      idNumber: after,
      mainPhone: "１３７ ３３３３ ４４４４",
      phoneCheck: "CALL",
    });
    const reply = await manager.put(at(customer.id, "key-data"), body);
    expect(reply).toMatchObject({
      status: 200,
      body: { name: "张伟明", birthday: "1990-02-03", mobileMasked: "137****4444" },
    });
    const event = await lastEvent(customer.id);
    expect(event).toMatchObject({
      action: "customer.key-data",
      before: { name: "张伟", mobile: "137****2222" },
      after: { name: "张伟明", mobile: "137****4444", verifiedHow: "CALL" },
    });
    expect(event.summary).toContain("更名，已核对户口簿");
    for (const number of [before, after, "13711112222", "13733334444"])
      expect(JSON.stringify(event)).not.toContain(number);
    expect((await detailsOf(customer.id)).phones).toMatchObject([
      { isMain: true, verifiedHow: "CALL", verifiedOn: "2026-03-10", verifiedByName: expect.any(String) },
    ]);
    const found = await clerk.post(`${base}/customers/matches`, { idNumber: after });
    expect(found.body.items).toMatchObject([{ id: customer.id }]);
  });

  test.each<[string, object, string]>([
    ["no reason", { reason: "" }, "reason"],
    ["a wrong check digit", { idNumber: "440304198001010020" }, "idNumber"],
    ["a telephone nobody made sure of", { mainPhone: "13755556666" }, "phoneCheck"],
    ["a telephone that is none", { mainPhone: "1375555", phoneCheck: "CALL" }, "mainPhone"],
    ["an over-long name", { name: "长".repeat(61) }, "name"],
    ["emoji", { name: "张😀" }, "name"],
  ])("are refused with %s", async (_what, overrides, field) => {
    const customer = await savedCustomer(app, project.id, { mobile: "13711112222" });
    const { status, body } = await manager.put(at(customer.id, "key-data"), keyData(overrides));
    expect(status).toBe(400);
    expect(Object.keys(body.fields)).toEqual([field]);
  });

  test("need the right", async () => {
    const customer = await savedCustomer(app, project.id);
    expect((await clerk.put(at(customer.id, "key-data"), keyData())).status).toBe(403);
  });

  test("a document of another customer is refused with his name, also when two take it at once", async () => {
    const idNumber = anIdNumber();
    const [one, other] = [await savedCustomer(app, project.id), await savedCustomer(app, project.id)];
    const replies = await Promise.all(
      [one, other].map(({ id }) => manager.put(at(id, "key-data"), keyData({ idNumber }))),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)!.body).toMatchObject({
      code: "CUSTOMER_EXISTS",
      details: { customerId: expect.any(String) },
    });
  });

  test("a customer of another project does not exist here", async () => {
    const foreign = await savedCustomer(app, (await savedProject(app)).id);
    expect((await manager.put(at(foreign.id, "key-data"), keyData())).status).toBe(404);
    expect((await clerk.get(at(foreign.id, "details"))).status).toBe(404);
  });
});

describe("telephones", () => {
  test("are rows of their own, and the columns searches read follow", async () => {
    const { id } = await savedCustomer(app, project.id, { mobile: "13811110001" });
    const { status, body } = await clerk.post(at(id, "phones"), {
      kind: "OFFICE",
      number: "０７５５－２６００１２３４",
      label: "工作日白天",
      verifiedHow: "CALL",
    });
    expect(status).toBe(201);
    expect(body.phones).toMatchObject([
      { kind: "MOBILE", numberMasked: "138****0001", isMain: true, verifiedHow: null },
      { kind: "OFFICE", numberMasked: "*********1234", isMain: false, verifiedHow: "CALL" },
    ]);
    await clerk.post(at(id, "phones"), { kind: "MOBILE", number: "13811110002" });
    await clerk.post(at(id, "phones"), { kind: "HOME", number: "0755-26005678" });
    expect(await columnsOf(id)).toEqual({
      mobile: "13811110001",
      home_phone: "0755-26005678",
      other_phones: ["0755-26001234", "13811110002"],
    });
    const found = await clerk.get(`${base}/customers?q=13811110002`);
    expect(found.body.items.map((one: { id: string }) => one.id)).toEqual([id]);
  });

  test("the main one is key data; another becomes it with right and reason", async () => {
    const { id } = await savedCustomer(app, project.id, { mobile: "13811110003" });
    const { body } = await clerk.post(at(id, "phones"), { kind: "MOBILE", number: "13811110004" });
    const [main, other] = body.phones;
    const locked = { status: 409, body: { code: "KEY_DATA" } };
    expect(await clerk.delete(at(id, `phones/${main.id}`))).toMatchObject({ ...locked, status: 409 });
    expect(await clerk.put(at(id, `phones/${main.id}`), { kind: "MOBILE", number: "13811110009" })).toMatchObject(
      locked,
    );
    const chosen = { verifiedHow: "IN_PERSON", reason: "原号码停用" };
    expect((await clerk.post(at(id, `phones/${other.id}/main`), chosen)).status).toBe(403);
    expect(
      (await manager.post(at(id, `phones/${other.id}/main`), { verifiedHow: "CALL" })).body.fields.reason,
    ).toBeDefined();
    expect((await manager.post(at(id, `phones/${other.id}/main`), chosen)).status).toBe(200);
    expect(await columnsOf(id)).toMatchObject({ mobile: "13811110004", other_phones: ["13811110003"] });
    expect((await clerk.delete(at(id, `phones/${main.id}`))).status).toBe(200);
    expect(await clerk.delete(at(id, `phones/${other.id}`))).toMatchObject({
      status: 409,
      body: { code: "LAST_PHONE" },
    });
  });

  test.each<[string, object, string]>([
    ["a mobile of ten digits", { kind: "MOBILE", number: "1381234567" }, "number"],
    ["the same number twice", { kind: "MOBILE", number: "138-1111-0005" }, "number"],
    ["no number", { kind: "MOBILE" }, "number"],
    ["a kind nobody knows", { kind: "FAX", number: "0755-26001234" }, "kind"],
    ["an over-long label", { kind: "MOBILE", number: "13811110006", label: "长".repeat(41) }, "label"],
  ])("are refused with %s", async (_what, body, field) => {
    const { id } = await savedCustomer(app, project.id, { mobile: "13811110005" });
    const reply = await clerk.post(at(id, "phones"), body);
    expect(reply.status).toBe(400);
    expect(reply.body.fields[field]).toBeDefined();
  });

  test("two people who choose different main ones at once leave one", async () => {
    const { id } = await savedCustomer(app, project.id, {
      mobile: "13811110007",
      otherPhones: ["13811110008", "13811110018"],
    });
    const { phones } = await detailsOf(id);
    const replies = await Promise.all(
      phones
        .slice(1)
        .map((phone: { id: string }) =>
          manager.post(at(id, `phones/${phone.id}/main`), { verifiedHow: "CALL", reason: "客户要求" }),
        ),
    );
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect((await detailsOf(id)).phones.filter((phone: { isMain: boolean }) => phone.isMain)).toHaveLength(1);
  });

  test("what a form writes into the columns becomes rows, and what is known of a number stays", async () => {
    const room = await savedRoom(app, project.id);
    const created = await clerk.post(
      `${base}/customers`,
      aCustomer(room, { mobile: "13811110010", otherPhones: ["13811110011"] }),
    );
    const { id } = created.body;
    const [main] = (await detailsOf(id)).phones;
    await clerk.put(at(id, `phones/${main.id}`), { kind: "MOBILE", label: "本人", verifiedHow: "CODE" });
    const { roomId: _r, role: _o, startsOn: _s, idNumber: _i, ...form } = aCustomer(room, { mobile: "13811110010" });
    expect(
      (await clerk.put(`${base}/customers/${id}`, { ...form, homePhone: "0755-26000001", otherPhones: [] })).status,
    ).toBe(200);
    expect((await detailsOf(id)).phones).toMatchObject([
      { numberMasked: "138****0010", label: "本人", verifiedHow: "CODE", isMain: true },
      { kind: "HOME", isMain: false },
    ]);
  });
});

describe("addresses, preferences, confirmation", () => {
  test("an address comes, changes and goes; the history tells", async () => {
    const { id } = await savedCustomer(app, project.id);
    const { body } = await clerk.post(at(id, "addresses"), { kind: "COMPANY", text: "科技路 8 号" });
    const [address] = body.addresses;
    await clerk.put(at(id, `addresses/${address.id}`), { kind: "POSTAL", text: "科技路 9 号" });
    expect(await lastEvent(id)).toMatchObject({
      before: { kind: "COMPANY", text: "科技路 8 号" },
      after: { kind: "POSTAL" },
    });
    expect((await clerk.delete(at(id, `addresses/${address.id}`))).body.addresses).toEqual([]);
    expect((await clerk.delete(at(id, `addresses/${address.id}`))).status).toBe(404);
    expect((await clerk.post(at(id, "addresses"), { kind: "POSTAL", text: "长".repeat(201) })).status).toBe(400);
  });

  test("how he wants to be spoken to", async () => {
    const { id } = await savedCustomer(app, project.id);
    const wish = { contactWay: "WECHAT", contactHours: "18:00 以后", language: "CANTONESE", noMarketing: true };
    expect((await clerk.put(at(id, "preferences"), wish)).body.preferences).toEqual(wish);
    expect((await clerk.put(at(id, "preferences"), { ...wish, language: "KLINGON" })).status).toBe(400);
  });

  test("confirmed today, by whom", async () => {
    const { id } = await savedCustomer(app, project.id);
    const { body } = await clerk.post(at(id, "confirm"), {});
    expect(body).toMatchObject({ confirmedOn: "2026-03-10", confirmedByName: expect.any(String) });
  });
});

const taxNumber = (() => {
  const body = "91440300MA5EXAMPL".replaceAll(/[IOSVZ]/g, "A");
  return body + creditCodeCheckDigit(body);
})();

describe("invoice titles", () => {
  const aTitle = (overrides: object = {}) => ({
    kind: "COMPANY",
    title: "远望科技有限公司",
    taxNumber,
    bank: "工商银行",
    account: "6222020012345678",
    ...overrides,
  });

  test("the account is encrypted, masked everywhere, and shown whole with right and reason only", async () => {
    const { id } = await savedCustomer(app, project.id);
    const { status, body } = await clerk.post(at(id, "invoice-titles"), aTitle());
    expect(status).toBe(201);
    expect(body.invoiceTitles).toMatchObject([{ isDefault: true, taxNumber, accountMasked: "************5678" }]);
    expect(JSON.stringify(body)).not.toContain("6222020012345678");
    const [row] = await app.db.query("SELECT account_cipher FROM customer_invoice_title WHERE customer_id = $1", [id]);
    expect(row.account_cipher).not.toContain("6222020012345678");
    const url = at(id, `invoice-titles/${body.invoiceTitles[0].id}/unmask`);
    expect((await clerk.post(url, { reason: "核对开票资料" })).status).toBe(403);
    expect((await manager.post(url, {})).status).toBe(400);
    expect((await manager.post(url, { reason: "核对开票资料" })).body).toEqual({ account: "6222020012345678" });
    expect((await lastEvent(id)).summary).toContain("核对开票资料");
    expect(JSON.stringify(await app.db.query("SELECT * FROM audit_log WHERE entity_id = $1", [id]))).not.toContain(
      "6222020012345678",
    );
  });

  test("a left-out account stays; one of several is the default", async () => {
    const { id } = await savedCustomer(app, project.id);
    const first = (await clerk.post(at(id, "invoice-titles"), aTitle())).body.invoiceTitles[0];
    await clerk.post(at(id, "invoice-titles"), { kind: "PERSONAL", title: "张伟", isDefault: true });
    const { account: _left, ...rest } = aTitle({ title: "远望科技股份有限公司" });
    const { body } = await clerk.put(at(id, `invoice-titles/${first.id}`), rest);
    expect(body.invoiceTitles).toMatchObject([
      { title: "张伟", isDefault: true },
      { title: "远望科技股份有限公司", isDefault: false, accountMasked: "************5678" },
    ]);
    const after = await clerk.delete(at(id, `invoice-titles/${body.invoiceTitles[0].id}`));
    expect(after.body.invoiceTitles).toMatchObject([{ id: first.id, isDefault: true }]);
  });

  test.each<[string, object, string]>([
    [
      "a wrong check character",
      { taxNumber: `${taxNumber.slice(0, 17)}${taxNumber.endsWith("A") ? "B" : "A"}` },
      "taxNumber",
    ],
    ["a number of twelve", { taxNumber: "914403001234" }, "taxNumber"],
    ["a company without a tax number", { taxNumber: null }, "taxNumber"],
    ["letters in the account", { account: "62AB" }, "account"],
    ["a telephone that is none", { phone: "12" }, "phone"],
    ["an over-long title", { title: "长".repeat(101) }, "title"],
  ])("are refused with %s", async (_what, overrides, field) => {
    const { id } = await savedCustomer(app, project.id);
    const { status, body } = await clerk.post(at(id, "invoice-titles"), aTitle(overrides));
    expect(status).toBe(400);
    expect(Object.keys(body.fields)).toEqual([field]);
  });

  test("full-width characters are brought to half width", async () => {
    const { id } = await savedCustomer(app, project.id);
    const wide = taxNumber.replaceAll(/\d/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0));
    const { body } = await clerk.post(at(id, "invoice-titles"), aTitle({ taxNumber: wide }));
    expect(body.invoiceTitles[0].taxNumber).toBe(taxNumber);
  });
});

describe("contacts of a company", () => {
  const saved = () => savedCustomer(app, project.id, { kind: "COMPANY", name: "远望科技有限公司" });

  test("several people with dates, one of them the main one, telephones masked", async () => {
    const { id } = await saved();
    await clerk.post(at(id, "contacts"), {
      name: "刘洋",
      position: "行政经理",
      mobile: "13922223333",
      email: "liu@example.com",
    });
    const { body } = await clerk.post(at(id, "contacts"), { name: "陈静", isMain: true, startsOn: "2026-01-01" });
    expect(body.contacts).toMatchObject([
      { name: "陈静", isMain: true, startsOn: "2026-01-01" },
      { name: "刘洋", isMain: false, mobileMasked: "139****3333" },
    ]);
    const { body: changed } = await clerk.put(at(id, `contacts/${body.contacts[1].id}`), {
      name: "刘洋",
      endsOn: "2026-02-28",
    });
    expect(changed.contacts[1]).toMatchObject({ mobileMasked: "139****3333", endsOn: "2026-02-28" });
    expect((await clerk.delete(at(id, `contacts/${body.contacts[0].id}`))).body.contacts).toMatchObject([
      { name: "刘洋", isMain: true },
    ]);
  });

  test("the contact of a new company is its main one", async () => {
    const room = await savedRoom(app, project.id);
    await savedOwner(app, room);
    const company = {
      kind: "COMPANY",
      sex: "NONE",
      idType: "CREDIT_CODE",
      idNumber: taxNumber,
      name: "远望",
      contactName: "刘洋",
      role: "TENANT",
    };
    const { body } = await clerk.post(`${base}/customers`, aCustomer(room, company));
    expect((await detailsOf(body.id)).contacts).toMatchObject([{ name: "刘洋", isMain: true }]);
  });

  test.each<[string, object, string]>([
    ["a mobile that is none", { mobile: "12" }, "mobile"],
    ["an address that is no e-mail", { email: "liu" }, "email"],
    ["an end before the beginning", { startsOn: "2026-02-01", endsOn: "2026-01-01" }, "endsOn"],
    ["the 31st of February", { startsOn: "2026-02-31" }, "startsOn"],
  ])("are refused with %s", async (_what, overrides, field) => {
    const { id } = await saved();
    const { status, body } = await clerk.post(at(id, "contacts"), { name: "刘洋", ...overrides });
    expect(status).toBe(400);
    expect(Object.keys(body.fields)).toEqual([field]);
  });

  test("a person has none", async () => {
    const { id } = await savedCustomer(app, project.id);
    expect(await clerk.post(at(id, "contacts"), { name: "刘洋" })).toMatchObject({
      status: 409,
      body: { code: "CONTACTS_OF_PERSON" },
    });
  });
});
