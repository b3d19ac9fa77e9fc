import { startTestApp } from "../../test/test-app.js";
import { newId } from "../common/ids.js";
import { savedProject } from "../property/property.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

const project = await savedProject(app);
const at = `/projects/${project.id}/saved-filters`;
const [person, colleague, manager] = await Promise.all([
  app.as(["property:read"], project.id),
  app.as(["property:read"], project.id),
  app.as(["property:read", "project:settings"], project.id),
]);

const aFilter = (overrides: object = {}) => ({
  list: "rooms",
  name: `筛选${newId().slice(-8)}`,
  fields: [{ name: "state", values: ["VACANT"] }],
  ...overrides,
});
const namesOf = async (by: typeof person, list = "rooms") =>
  ((await by.get(`${at}?list=${list}`)).body.items as { name: string }[]).map(({ name }) => name);

test("one's own is kept, renamed and deleted, and nobody else sees it", async () => {
  const saved = await person.post(at, aFilter({ name: "空置房", list: "own-list" }));
  expect(saved).toMatchObject({ status: 201, body: { name: "空置房", shared: false, canChange: true } });
  expect(await namesOf(person, "own-list")).toEqual(["空置房"]);
  expect(await namesOf(colleague, "own-list")).toEqual([]);
  expect(await namesOf(manager, "own-list")).toEqual([]);
  const other = `${at}/${saved.body.id}`;
  for (const stranger of [colleague, manager]) {
    expect((await stranger.put(other, { name: "我的" })).status).toBe(404);
    expect((await stranger.delete(other)).status).toBe(404);
  }
  expect((await person.put(other, { name: "未入住" })).body.name).toBe("未入住");
  expect((await person.delete(other)).status).toBe(204);
  expect(await namesOf(person, "own-list")).toEqual([]);
});

test("sharing needs the right for settings; everybody uses what is shared, only the right changes it", async () => {
  expect(await person.post(at, aFilter({ shared: true }))).toMatchObject({
    status: 403,
    body: { detail: "共享筛选需要“管理区设置”权限" },
  });
  const { body: shared } = await manager.post(at, aFilter({ list: "shared-list", name: "公司户", shared: true }));
  const { body } = await person.get(`${at}?list=shared-list`);
  expect(body.items).toMatchObject([
    { name: "公司户", canChange: false, fields: [{ name: "state", values: ["VACANT"] }] },
  ]);
  expect((await person.delete(`${at}/${shared.id}`)).status).toBe(403);
  const { body: own } = await person.post(at, aFilter({ list: "shared-list", name: "自己的" }));
  expect((await person.put(`${at}/${own.id}`, { name: "自己的", shared: true })).status).toBe(403);
  expect((await manager.delete(`${at}/${shared.id}`)).status).toBe(204);
});

test("a name is used once per person and list, also for two at once", async () => {
  const body = aFilter();
  const replies = await Promise.all([person.post(at, body), person.post(at, body)]);
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(replies.find(({ status }) => status === 409)?.body.detail).toBe("已有同名的筛选");
  expect((await colleague.post(at, body)).status).toBe(201);
});

test("filters of another project are not there", async () => {
  const foreign = await savedProject(app);
  const its = await app.as(["property:read"], foreign.id);
  const { body } = await its.post(`/projects/${foreign.id}/saved-filters`, aFilter());
  expect((await person.delete(`${at}/${body.id}`)).status).toBe(404);
  expect((await person.get(`/projects/${foreign.id}/saved-filters?list=rooms`)).status).toBe(403);
});

test.each([
  ["no name", { name: " " }, "name"],
  ["a long name", { name: "一".repeat(31) }, "name"],
  ["an emoji", { name: "空😀" }, "name"],
  ["an empty filter", { fields: [] }, "fields"],
  ["a list that is none", { list: "../rooms" }, "list"],
  ["an unknown field", { colour: "red" }, "colour"],
])("refuses %s", async (_what, overrides, field) => {
  const reply = await person.post(at, aFilter(overrides));
  expect(reply.status).toBe(400);
  expect(Object.keys(reply.body.fields as object)).toEqual([field]);
});
