import { startTestApp } from "../../test/test-app.js";
import { newId } from "../common/ids.js";
import { savedBuilding, savedProject } from "../property/property.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

const aSpace = (overrides: object = {}) => ({
  code: "B1-0108",
  name: "地下一层 108 号",
  type: "UNDERGROUND",
  place: "地下一层 A 区",
  ownership: "OWNER",
  ...overrides,
});

async function community() {
  const { id: projectId } = await savedProject(app);
  const garage = await savedBuilding(app, projectId, { kind: "GARAGE", name: "地下车库", sort: 1 });
  const tower = await savedBuilding(app, projectId, { name: "1栋", sort: 2 });
  const keeper = await app.as(["property:read", "property:write", "parking:read", "parking:write"], projectId);
  const url = `/projects/${projectId}`;
  return { projectId, garage, tower, keeper, url, spaces: `${url}/parking-spaces` };
}

test("a garage of the directory is seen in parking with its spaces (PRP-06, PRK-03)", async () => {
  const { garage, tower, keeper, url, spaces } = await community();
  expect((await keeper.get(`${url}/parking/garages`)).body).toEqual({
    items: [{ id: garage.id, code: garage.code, name: "地下车库", spaces: 0, ownerSpaces: 0, incompleteSpaces: 0 }],
    spacesWithoutPlace: 0,
  });
  const created = await keeper.post(spaces, aSpace({ buildingId: garage.id, area: "12.50" }));
  expect(created).toMatchObject({
    status: 201,
    body: { code: "B1-0108", buildingId: garage.id, buildingName: "地下车库", area: "12.5", incomplete: [] },
  });
  await keeper.post(spaces, aSpace({ code: "B1-0109", buildingId: garage.id, ownership: "DEVELOPER" }));
  await keeper.post(spaces, aSpace({ code: "D-1", buildingId: tower.id, type: "SURFACE" }));
  await keeper.post(spaces, aSpace({ code: "X-1" }));
  expect((await keeper.get(`${url}/parking/garages`)).body).toMatchObject({
    items: [{ spaces: 2, ownerSpaces: 1 }],
    spacesWithoutPlace: 1,
  });
  const codes = async (query: string) =>
    (await keeper.get(`${spaces}?${query}`)).body.items.map(({ code }: { code: string }) => code);
  expect(await codes(`buildingId=${garage.id}`)).toEqual(["B1-0108", "B1-0109"]);
  expect(await codes(`buildingId=${tower.id}`)).toEqual(["D-1"]);
  expect(await keeper.delete(`${url}/buildings/${garage.id}`)).toMatchObject({
    status: 409,
    body: { detail: "车库或楼栋不存在，或楼栋下还有车位" },
  });
});

test("a change completes what an import left out, and stands in the history", async () => {
  const { projectId, garage, keeper, spaces } = await community();
  const id = newId();
  await app.db.query(
    `INSERT INTO parking_space (project_id, id, created_at, code, name, type, place, incomplete)
     VALUES ($1, $2, now(), 'G7', 'G7', 'OTHER', '停车场 1', '{车位权属}')`,
    [projectId, id],
  );
  const changed = await keeper.put(`${spaces}/${id}`, aSpace({ code: "G7", buildingId: garage.id }));
  expect(changed).toMatchObject({ status: 200, body: { ownership: "OWNER", incomplete: [], buildingId: garage.id } });
  const [entry] = await app.db.query(
    "SELECT summary, before, after FROM audit_log WHERE project_id = $1 AND entity = 'space'",
    [projectId],
  );
  expect(entry).toMatchObject({
    summary: "修改车位 G7",
    before: { ownership: null, building: null },
    after: { ownership: "OWNER", building: "地下车库" },
  });
  expect((await keeper.put(`${spaces}/${id}`, aSpace({ code: "G8" }))).body.code).toBe("G8");
});

test("of two who register one number at once, one is told so (PRK-05)", async () => {
  const { keeper, spaces } = await community();
  const replies = await Promise.all([keeper.post(spaces, aSpace()), keeper.post(spaces, aSpace())]);
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(replies.find(({ status }) => status === 409)?.body).toMatchObject({
    code: "DUPLICATE",
    detail: "本管理区已有相同号码的车位",
  });
});

test.each([
  ["without a number", { code: "" }, "code", "请填写车位号"],
  [
    "with full-width digits",
    { code: "Ｂ１" },
    "code",
    "车位号只能用汉字、半角字母、数字和 - _ . # /（不能用全角字符或空格）",
  ],
  ["without a place", { place: undefined }, "place", "请填写车位位置"],
  ["without a name", { name: " " }, "name", "请填写车位名称"],
  ["of an unknown kind", { type: "ROOF" }, "type", "车位类型只能是：地上车位、地下车位、机械车位、其他"],
  ["that belongs to nobody", { ownership: null }, "ownership", "车位权属只能是：业主、全体业主、建设单位"],
  ["with an area of nothing", { area: "0" }, "area", "面积必须大于 0"],
  ["with an emoji", { name: "🚗" }, "name", "车位名称含有不能使用的字符（表情或控制字符）"],
  ["below a building that is none", { buildingId: newId() }, "buildingId", "车库或楼栋不存在"],
  ["with an unknown field", { rent: 1 }, "rent", "不认识的字段「rent」"],
])("refuses a space %s", async (_what, overrides, field, sentence) => {
  const { keeper, spaces } = await community();
  const reply = await keeper.post(spaces, aSpace(overrides));
  expect(reply.status).toBe(400);
  expect(reply.body.fields[field]).toContain(sentence);
  expect((await keeper.get(spaces)).body.total).toBe(0);
});

test("nobody reaches into another project, and nobody writes without the right", async () => {
  const [one, other] = [await community(), await community()];
  const foreign = (await other.keeper.post(other.spaces, aSpace())).body;
  expect((await one.keeper.put(`${one.spaces}/${foreign.id}`, aSpace())).status).toBe(404);
  expect((await one.keeper.put(`${other.spaces}/${foreign.id}`, aSpace())).status).toBe(403);
  expect((await one.keeper.post(one.spaces, aSpace({ buildingId: other.garage.id }))).status).toBe(400);
  const reader = await app.as(["property:read", "parking:read"], one.projectId);
  expect((await reader.post(one.spaces, aSpace())).status).toBe(403);
  expect((await reader.get(`${one.url}/parking/garages`)).status).toBe(200);
});
