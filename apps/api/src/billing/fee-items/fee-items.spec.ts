import { startTestApp } from "../../../test/test-app.js";
import { savedRoom, savedProject } from "../../property/property.factories.js";
import { savedCustomer } from "../../customer/customer.factories.js";
import { aFeeItem, aRateOf, savedCharge, savedFeeItem, savedRate } from "../billing.factories.js";
import { aMeter } from "../meters/meters.factories.js";

const app = await startTestApp();
const { id: projectId } = await savedProject(app);
const url = `/projects/${projectId}/fee-items`;
const keeper = await app.as(["billing:read", "billing:rates"], projectId);
afterAll(() => app.close());

test("a fee item is created, found by its code, changed and removed", async () => {
  const item = aFeeItem({ taxRate: "6.00", taxCode: "3040801010000000000", remark: "按面积" });
  const { status, body } = await keeper.post(url, item);
  expect(status).toBe(201);
  const { body: found } = await keeper.get(`${url}?q=${item.code}`);
  expect(found).toMatchObject({ total: 1, items: [{ ...item, inUse: false, rateCount: 0 }] });

  expect((await keeper.put(`${url}/${body.id}`, { ...item, name: "公共能耗费" })).status).toBe(204);
  expect((await keeper.get(`${url}/${body.id}`)).body.name).toBe("公共能耗费");
  expect((await keeper.delete(`${url}/${body.id}`)).status).toBe(204);
  expect((await keeper.get(`${url}/${body.id}`)).status).toBe(404);
});

test.each([
  ["code", "已有相同代码的收费项目"],
  ["name", "已有同名的收费项目"],
])("the same %s is not used twice in a project, but in another one", async (field, sentence) => {
  const item = aFeeItem();
  await keeper.post(url, item);
  const second = await keeper.post(url, { ...aFeeItem(), [field]: item[field as "code" | "name"] });
  expect(second).toMatchObject({ status: 409, body: { code: "DUPLICATE", detail: sentence } });

  const { id: other } = await savedProject(app);
  const neighbour = await app.as(["billing:rates"], other);
  expect((await neighbour.post(`/projects/${other}/fee-items`, item)).status).toBe(201);
});

test.each([
  ["an emoji in the name", { name: "物业费😀" }, "name"],
  ["full-width digits in the code", { code: "Ｆ１" }, "code"],
  ["an unknown kind", { kind: "GIFT" }, "kind"],
  ["a tax rate of 100", { taxRate: "100" }, "taxRate"],
  ["a negative order", { sort: -1 }, "sort"],
  ["an unknown field", { colour: "red" }, "colour"],
  ["a name that is too long", { name: "费".repeat(51) }, "name"],
])("%s is refused", async (_what, overrides, field) => {
  const { status, body } = await keeper.post(url, { ...aFeeItem(), ...overrides });
  expect(status).toBe(400);
  expect(Object.keys(body.fields)).toEqual([field]);
});

test("what is in use cannot be deleted, only deactivated", async () => {
  const item = await savedFeeItem(app, projectId);
  await savedRate(app, item);
  expect(await keeper.delete(`${url}/${item.id}`)).toMatchObject({ status: 409, body: { code: "FEE_ITEM_IN_USE" } });
  const { code, name } = item;
  expect((await keeper.put(`${url}/${item.id}`, aFeeItem({ code, name, active: false }))).status).toBe(204);
  expect((await keeper.get(`${url}/${item.id}`)).body).toMatchObject({ active: false, inUse: true });
});

test("what was billed keeps its class of income", async () => {
  const item = await savedFeeItem(app, projectId);
  const room = await savedRoom(app, projectId);
  const { id: payerId } = await savedCustomer(app, projectId);
  await savedCharge(app, room, { payerId, feeItemId: item.id });
  const { code, name } = item;
  const changed = await keeper.put(`${url}/${item.id}`, aFeeItem({ code, name, incomeClass: "PUBLIC" }));
  expect(changed).toMatchObject({ status: 409, body: { code: "FEE_ITEM_IN_USE" } });
});

test("a source of public income with entries keeps its class, and stays", async () => {
  const item = await savedFeeItem(app, projectId, { incomeClass: "PUBLIC" });
  await app.db.query(
    `INSERT INTO public_income_entry (project_id, id, created_at, kind, fee_item_id, booked_on, period, amount_fen, party, purpose, recorded_by,
                                      recorded_by_name, request_hash)
     VALUES ($1, gen_random_uuid(), now(), 'OPENING', $2, '2026-01-01', '2026-01', 100, '上年', '结余', gen_random_uuid(), '财务', 'x')`,
    [projectId, item.id],
  );
  const { code, name } = item;
  const changed = await keeper.put(`${url}/${item.id}`, aFeeItem({ code, name, incomeClass: "PROPERTY" }));
  expect(changed).toMatchObject({ status: 409, body: { code: "FEE_ITEM_IN_USE" } });
  expect(await keeper.delete(`${url}/${item.id}`)).toMatchObject({ status: 409, body: { code: "FEE_ITEM_IN_USE" } });
});

test("an item that meters are counted for is in use", async () => {
  const item = await savedFeeItem(app, projectId, { kind: "METERED" });
  const meters = await app.as(["billing:meters"], projectId);
  expect((await meters.post(`/projects/${projectId}/meters`, aMeter({ feeItemId: item.id }))).status).toBe(201);
  expect((await keeper.get(`${url}/${item.id}`)).body).toMatchObject({ inUse: true });
  expect(await keeper.delete(`${url}/${item.id}`)).toMatchObject({ status: 409, body: { code: "FEE_ITEM_IN_USE" } });
  const { code, name } = item;
  const changed = await keeper.put(`${url}/${item.id}`, aFeeItem({ code, name, kind: "REGULAR" }));
  expect(changed).toMatchObject({ status: 409, body: { code: "FEE_ITEM_IN_USE" } });
});

test("代收代付 adds no surcharge: neither on a new rate nor while a rate has one", async () => {
  const item = await savedFeeItem(app, projectId, { collectedForOthers: true });
  const rates = `/projects/${projectId}/rates`;
  const withSurcharge = aRateOf(item.id, { version: { surcharge: "0.5" } });
  expect(await keeper.post(rates, withSurcharge)).toMatchObject({ status: 409, body: { code: "SURCHARGE_FORBIDDEN" } });
  const { body: rate } = await keeper.post(rates, aRateOf(item.id));
  const dearer = { startsOn: "2026-06-01", unitPrice: "3", surcharge: "1" };
  expect((await keeper.post(`${rates}/${rate.id}/versions`, dearer)).body.code).toBe("SURCHARGE_FORBIDDEN");

  const own = await savedFeeItem(app, projectId);
  await savedRate(app, own, {}, { surcharge: "20" });
  const { code, name } = own;
  const turned = await keeper.put(`${url}/${own.id}`, aFeeItem({ code, name, collectedForOthers: true }));
  expect(turned).toMatchObject({ status: 409, body: { code: "SURCHARGE_FORBIDDEN" } });
});

test("items of another project do not exist here", async () => {
  const { id: other } = await savedProject(app);
  const foreign = await savedFeeItem(app, other);
  expect((await keeper.get(`${url}/${foreign.id}`)).status).toBe(404);
  expect((await keeper.put(`${url}/${foreign.id}`, aFeeItem())).status).toBe(404);
  expect((await keeper.delete(`${url}/${foreign.id}`)).status).toBe(404);
  expect((await keeper.post(`/projects/${projectId}/rates`, aRateOf(foreign.id))).status).toBe(404);
  expect((await keeper.get(`/projects/${other}/fee-items`)).status).toBe(403);
});

test("every change is in the audit log", async () => {
  const item = aFeeItem();
  const { body } = await keeper.post(url, item);
  await keeper.put(`${url}/${body.id}`, { ...item, remark: "新备注" });
  const rows = await app.db.query("SELECT action, after FROM audit_log WHERE entity_id = $1 ORDER BY id", [body.id]);
  expect(rows).toEqual([
    { action: "fee-item.create", after: expect.objectContaining({ code: item.code }) },
    { action: "fee-item.update", after: { remark: "新备注" } },
  ]);
});

test("an item has a mnemonic, a print form, a parent of one level, and tax rates by date", async () => {
  app.clock.set("2026-03-10");
  const parent = await keeper.post(url, aFeeItem());
  const taxChanges = [
    { startsOn: "2027-01-01", taxCode: null, taxRate: "9.00" },
    { startsOn: "2026-01-01", taxCode: "3040801", taxRate: "6.00" },
  ];
  const mnemonic = `m${Date.now()}`;
  const extra = { mnemonic, printForm: "AREA", parentId: parent.body.id, taxRate: "3.00", taxChanges } as const;
  const { body: child } = await keeper.post(url, aFeeItem(extra));
  const { body: found } = await keeper.get(`${url}?q=${mnemonic}`);
  expect(found.items).toMatchObject([
    { id: child.id, printForm: "AREA", currentTaxRate: "6.00", taxChanges: taxChanges.toReversed() },
  ]);
  expect(found.items[0].parentName).not.toBeNull();

  const grandchild = await keeper.post(url, aFeeItem({ parentId: child.id }));
  expect(grandchild.body.fields).toEqual({ parentId: [expect.stringMatching(/自己有上级项目/)] });
  const twice = await keeper.post(url, aFeeItem({ taxChanges: [taxChanges[0]!, taxChanges[0]!] }));
  expect(twice.body.fields).toEqual({ taxChanges: ["2027-01-01 有两个税率"] });
  expect(await keeper.delete(`${url}/${parent.body.id}`)).toMatchObject({ status: 409 });
  const self = await keeper.put(`${url}/${parent.body.id}`, aFeeItem({ parentId: parent.body.id }));
  expect(self.body.fields).toEqual({ parentId: ["上级项目不能是自己"] });
});
