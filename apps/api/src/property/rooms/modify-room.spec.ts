import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedProject, savedRoom, savedUnit, unique } from "../property.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

async function aRoom(overrides: Parameters<typeof savedRoom>[2] = {}) {
  const project = await savedProject(app);
  const room = await savedRoom(app, project.id, overrides);
  return { project, room, url: `/projects/${project.id}/rooms/${room.id}` };
}

const identity = (unitId: string, overrides: object = {}) => ({
  unitId,
  code: unique("N"),
  name: "新名",
  floor: 2,
  ...overrides,
});
const type = (overrides: object = {}) => ({ layout: "两室一厅", orientation: "SN", ...overrides });
const state = (overrides: object = {}) => ({ state: "LET", purpose: "SHOP", ...overrides });

const historyOf = (projectId: string, roomId: string) =>
  app.db.query<{ summary: string; before: object; after: object }[]>(
    "SELECT summary, before, after FROM audit_log WHERE project_id = $1 AND entity = 'room' AND entity_id = $2 ORDER BY id",
    [projectId, roomId],
  );

test("each group of fields has a right of its own (SCN-04)", async () => {
  const { project, room, url } = await aRoom();
  const bodies = { identity: identity(room.unitId), type: type(), state: state() };
  const rights = { identity: "property:identity", type: "property:write", state: "property:state" } as const;
  for (const own of ["identity", "type", "state"] as const) {
    const client = await app.as(["property:read", rights[own]], project.id);
    for (const group of ["identity", "type", "state"] as const) {
      const { status } = await client.put(`${url}/${group}`, bodies[group]);
      expect([own, group, status]).toEqual([own, group, own === group ? 200 : 403]);
    }
  }
});

test("a group changes its own fields and leaves the others", async () => {
  const { project, room, url } = await aRoom({ remark: "旧备注", handedOverOn: "2025-01-01" });
  const client = await app.as(["property:read", "property:write", "property:state"], project.id);
  expect((await client.put(`${url}/type`, type())).body).toMatchObject({
    code: room.code,
    layout: "两室一厅",
    orientation: "SN",
    remark: null,
    handedOverOn: "2025-01-01",
    state: "OCCUPIED",
    chargeArea: "100.00",
  });
  const changed = await client.put(`${url}/state`, state({ movedInOn: "2025-02-01", active: false }));
  expect(changed.body).toMatchObject({
    state: "LET",
    purpose: "SHOP",
    handedOverOn: null,
    movedInOn: "2025-02-01",
    active: false,
    layout: "两室一厅",
  });
  expect((await client.put(`${url}/state`, state())).body.active).toBe(false);
});

test("moving and renaming stand in the history with the reason and the units by name", async () => {
  const { project, room, url } = await aRoom();
  const other = await savedUnit(app, project.id);
  const client = await app.as(["property:read", "property:identity", "property:state"], project.id);
  const code = unique("M");
  const moved = await client.put(`${url}/identity`, identity(other.id, { code, reason: "门牌统一改号" }));
  expect(moved.body).toMatchObject({ code, unitId: other.id, buildingId: other.buildingId, floor: 2 });
  await client.put(`${url}/state`, state({ active: false, reason: "拆除" }));
  expect(await historyOf(project.id, room.id)).toEqual([
    {
      summary: `房间 ${room.code} 改为 ${code}（门牌统一改号）`,
      before: expect.objectContaining({ code: room.code, unit: expect.any(String) }),
      after: expect.objectContaining({ code, name: "新名", unit: expect.stringContaining(other.name) }),
    },
    expect.objectContaining({ summary: `停用房间 ${code}（拆除）`, after: expect.objectContaining({ state: "LET" }) }),
  ]);
});

test("of two who take one code at once, one is told so", async () => {
  const { project, room } = await aRoom();
  const second = await savedRoom(app, project.id, { unitId: room.unitId });
  const client = await app.as(["property:read", "property:identity"], project.id);
  const body = identity(room.unitId);
  const replies = await Promise.all(
    [room, second].map(({ id }) => client.put(`/projects/${project.id}/rooms/${id}/identity`, body)),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(replies.find(({ status }) => status === 409)?.body.code).toBe("DUPLICATE");
});

test.each([
  ["identity", { code: "１０１" }, "code", "房间代码只能用汉字、半角字母、数字和 - _ . # /（不能用全角字符或空格）"],
  ["identity", { name: "101室🏠" }, "name", "房间名称含有不能使用的字符（表情或控制字符）"],
  ["identity", { floor: "2" }, "floor", "楼层必须是整数"],
  ["identity", { unitId: newId() }, "unitId", "所属单元不存在"],
  ["identity", { chargeArea: "5" }, "chargeArea", "不认识的字段「chargeArea」"],
  ["identity", { reason: "长".repeat(201) }, "reason", "修改原因不能超过 200 个字"],
  ["type", { layout: " " }, "layout", "请填写户型"],
  ["type", { state: "LET" }, "state", "不认识的字段「state」"],
  ["state", { handedOverOn: "2026-02-31" }, "handedOverOn", "交房日期不是有效的日期（如 2026-01-31）"],
  ["state", { active: "yes" }, "active", "启用只能是“是”或“否”"],
] as const)("%s refuses %j and changes nothing", async (group, overrides, field, sentence) => {
  const { project, room, url } = await aRoom();
  const client = await app.as(["property:read", "property:write", "property:identity", "property:state"], project.id);
  const before = (await client.get(url)).body;
  const bodies = { identity: identity(room.unitId), type: type(), state: state() };
  const reply = await client.put(`${url}/${group}`, { ...bodies[group], ...overrides });
  expect(reply.status).toBe(400);
  expect(reply.body.fields[field]).toContain(sentence);
  expect((await client.get(url)).body).toEqual(before);
});

test("areas are changed by date only: the room as a whole cannot be overwritten", async () => {
  const { project, url } = await aRoom();
  const client = await app.as(["property:read", "property:write", "property:areas"], project.id);
  expect((await client.put(url, { chargeArea: "1" })).status).toBe(404);
});
