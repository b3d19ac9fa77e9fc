import type { CreateRateDto } from "@linli/contracts";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedOwner } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { aRateOf, published, rehearsed, savedFeeItem } from "../billing.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

const RIGHTS = [
  "billing:read",
  "billing:rates",
  "billing:bind",
  "billing:run",
  "billing:publish",
  "project:settings",
  "property:read",
  "property:write",
] as const;

/** A project with one owned room of 50 m² and a fee item. */
async function aProject() {
  const { id } = await savedProject(app, { firstPeriod: "2026-01" });
  const client = await app.as([...RIGHTS], id);
  const room = await savedRoom(app, id, { code: "1-101", chargeArea: "50", buildingArea: "50", innerArea: null });
  await savedOwner(app, room);
  const item = await savedFeeItem(app, id);
  return { id, at: `/projects/${id}`, client, room, item };
}

type Place = Awaited<ReturnType<typeof aProject>>;

const aFormulaRate = (feeItemId: string, formula: string, version: Partial<CreateRateDto["version"]> = {}) =>
  aRateOf(feeItemId, { base: "FORMULA", formula, version: { unitPrice: "2.381", surcharge: "20", ...version } });

async function bound({ at, client, room, item }: Place, formula: string, extra: object = {}) {
  const rate = await client.post(`${at}/rates`, aFormulaRate(item.id, formula));
  expect([rate.status, rate.body.fields]).toEqual([201, undefined]);
  const binding = { rateId: rate.body.id, rooms: { roomIds: [room.id] }, startsOn: "2026-01-01", ...extra };
  const reply = await client.post(`${at}/bindings`, binding);
  expect([reply.status, reply.body.detail]).toEqual([201, undefined]);
  return rate.body.id as string;
}

async function chargesOf({ at, client }: Place) {
  return (await client.get(`${at}/charges?pageSize=10`)).body.items;
}

test("a rate by formula bills what it comes to, rounded once, and shows what was put in", async () => {
  const place = await aProject();
  const formula = "最大(收费面积, 60) × 单价 + 附加费";
  const rateId = await bound(place, formula);
  await published(app, place.client, place.id, { period: "2026-03" });
  const [charge] = await chargesOf(place);
  expect(charge).toMatchObject({ amountFen: 16_286 });
  const { explanation } = (await place.client.get(`${place.at}/charges/${charge.id}`)).body;
  expect(explanation).toEqual([
    "2026-03-01 至 2026-03-31 整月",
    `公式：${formula}`,
    "代入：收费面积 50 m²，单价 2.381 元，附加费 20 元",
    "公式结果 162.86 元",
  ]);
  // in use the formula stays
  const { body: rate } = await place.client.get(`${place.at}/rates/${rateId}`);
  const { active, name, ...terms } = rate;
  const changed = await place.client.put(`${place.at}/rates/${rateId}`, {
    ...aFormulaRate(place.item.id, "单价"),
    name,
    active,
    feeItemId: undefined,
    version: undefined,
  });
  expect(terms.formula).toBe(formula);
  expect(changed).toMatchObject({ status: 409, body: { code: "RATE_IN_USE" } });
  expect(changed.body.detail).toMatch(/请结束这个标准，另建新的标准再绑定/);
});

test("a third is exact until the line is rounded, a broken month by its days", async () => {
  const place = await aProject();
  await bound(place, "附加费 ÷ 3", { startsOn: "2026-03-12" });
  await published(app, place.client, place.id, { period: "2026-03" });
  // 20 ÷ 3 × 20/31 = 4.3010…
  expect(await chargesOf(place)).toMatchObject([{ amountFen: 430 }]);
});

test("a user-defined number of the room counts; the room without one is shown, and the field stays while it is named", async () => {
  const place = await aProject();
  const { at, client, room, id } = place;
  const definition = { owner: "ROOM", name: "阳台数", type: "NUMBER" };
  const { body: field } = await client.post(`${at}/attributes`, definition);
  const other = await savedRoom(app, id, { code: "1-102" });
  await savedOwner(app, other);
  await app.db.query("UPDATE room SET attributes = $3 WHERE project_id = $1 AND id = $2", [
    id,
    room.id,
    { [field.id]: ["3"] },
  ]);
  await bound(place, "阳台数 × 附加费", { rooms: { roomIds: [room.id, other.id] } });
  const run = await rehearsed(app, client, id, { period: "2026-03" });
  expect(run).toMatchObject({ amountFen: 6_000, lineCount: 1, differences: { NO_RATE: 1 } });

  const refusal = { status: 409, body: { code: "ATTRIBUTE_IN_USE" } };
  expect(await client.put(`${at}/attributes/${field.id}`, { name: "露台数", type: "NUMBER" })).toMatchObject(refusal);
  const off = await client.put(`${at}/attributes/${field.id}`, { name: "阳台数", type: "NUMBER", active: false });
  expect(off).toMatchObject(refusal);
  expect(off.body.detail).toMatch(/「阳台数」用在收费标准“.*”的公式里/);
  await app.db.query("UPDATE room SET attributes = '{}' WHERE project_id = $1", [id]);
  expect(await client.delete(`${at}/attributes/${field.id}`)).toMatchObject(refusal);
});

test("a formula that needs a quantity asks for it when it is bound", async () => {
  const place = await aProject();
  const rate = await place.client.post(`${place.at}/rates`, aFormulaRate(place.item.id, "数量 × 单价"));
  const binding = { rateId: rate.body.id, rooms: { roomIds: [place.room.id] }, startsOn: "2026-01-01" };
  expect((await place.client.post(`${place.at}/bindings`, binding)).body.fields).toHaveProperty("quantity");
  expect((await place.client.post(`${place.at}/bindings`, { ...binding, quantity: "2" })).status).toBe(201);
});

const shared = await aProject();

test.each([
  ["an unknown name", "高度 × 单价", /没有“高度”这个数据/],
  ["a possible division by zero", "单价 ÷ 数量", /除数可能为零/],
  ["the wrong unit", "收费面积 + 附加费", /不能相加减/],
  ["nothing", "", /请填写公式/],
  ["the fee item itself", `${shared.item.name} + 1`, /不能引用收费项目/],
])("a formula with %s is refused when it is kept", async (_what, formula, sentence) => {
  const { status, body } = await shared.client.post(`${shared.at}/rates`, aFormulaRate(shared.item.id, formula));
  expect(status).toBe(400);
  expect(body.fields.formula.join()).toMatch(sentence);
});

test("only rates by formula have one", async () => {
  const rate = { ...aFormulaRate(shared.item.id, "单价"), base: "AREA" };
  expect((await shared.client.post(`${shared.at}/rates`, rate)).body.fields).toHaveProperty("formula");
});

test("a formula being typed is checked with a real room", async () => {
  const url = `${shared.at}/formula-checks`;
  const good = await shared.client.post(url, { formula: "收费面积 × 单价", unitPrice: "2" });
  expect(good.body).toMatchObject({ problem: null, roomCode: "1-101" });
  expect(good.body.example.at(-1)).toBe("每月 100.00 元");
  expect((await shared.client.post(url, { formula: "收费面积 × " })).body.problem).toMatch(/写法有误/);
  const lacking = await shared.client.post(url, { formula: "套内面积 × 单价", unitPrice: "2" });
  expect(lacking.body.example.join()).toMatch(/没有公式里用到的面积/);
  expect((await shared.client.post(url, { formula: "单价", roomId: newId() })).status).toBe(404);
});
