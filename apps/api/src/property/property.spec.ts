import { addMonths, periodOf } from "../common/calendar.js";
import { newId } from "../common/ids.js";
import { startTestApp } from "../../test/test-app.js";
import { savedBuilding, savedProject, savedRoom, savedUnit, unique } from "./property.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

const aProject = (overrides = {}) => ({ name: `星河湾物业服务中心${newId()}`, shortName: "星河湾", ...overrides });
const aBuilding = (overrides = {}) => ({ code: unique("D"), name: "1栋", kind: "RESIDENTIAL", ...overrides });
const aRoom = (unitId: string, overrides = {}) => ({
  unitId,
  code: unique("Z"),
  name: "101室",
  floor: 1,
  buildingArea: "94.56",
  chargeArea: "94.56",
  layout: "三室两厅",
  orientation: "S",
  purpose: "RESIDENCE",
  state: "OCCUPIED",
  ...overrides,
});

describe("management areas", () => {
  test("a new one starts in the current month with four levels and all modules (PRP-01, PRP-03)", async () => {
    const founder = await app.as(["project:create", "project:settings", "property:read"]);
    const created = await founder.post("/projects", aProject());
    expect(created).toMatchObject({
      status: 201,
      body: { levelNames: ["管理区", "楼栋", "单元", "房间"], timeZone: "Asia/Shanghai", active: true },
    });
    expect(created.body.firstPeriod).toBe(periodOf(app.clock.today()));
    expect(created.body.modules).toEqual(["property", "customer", "billing", "parking"]);
    const list = await founder.get("/projects?pageSize=200");
    expect(list.body.items).toContainEqual(expect.objectContaining({ id: created.body.id, rooms: 0, buildings: 0 }));
  });

  test("full names are unique in the company, also when two create at once", async () => {
    const founder = await app.as(["project:create"]);
    const body = aProject();
    const replies = await Promise.all([founder.post("/projects", body), founder.post("/projects", body)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(replies.find(({ status }) => status === 409)?.body).toMatchObject({
      code: "DUPLICATE",
      detail: "已有同名的管理区",
    });
  });

  test("only the right for the whole company creates one", async () => {
    const project = await savedProject(app);
    const local = await app.as(["project:create"], project.id);
    expect((await local.post("/projects", aProject())).status).toBe(403);
  });

  test.each([
    ["an unknown field", { colour: "red" }, "colour", "不认识的字段「colour」"],
    ["three levels", { levelNames: ["管理区", "楼栋", "房间"] }, "levelNames", "层级名称必须正好四级"],
    ["five levels", { levelNames: ["区", "期", "栋", "单元", "房"] }, "levelNames", "层级名称最多 4 项"],
    [
      "an empty level name",
      { levelNames: ["管理区", "", "单元", "房间"] },
      "levelNames",
      "层级名称每级须是 1 至 8 个汉字、字母或数字",
    ],
    ["a time zone that is none", { timeZone: "Mars/Olympus" }, "timeZone", "时区不是有效的时区名（如 Asia/Shanghai）"],
    ["a month long ago", { firstPeriod: "1926-01" }, "firstPeriod", "首个账期须在 2016-03 至 2028-03 之间"],
    ["a month far ahead", { firstPeriod: "2199-12" }, "firstPeriod", "首个账期须在 2016-03 至 2028-03 之间"],
    ["a month that is none", { firstPeriod: "2026-13" }, "firstPeriod", "首个账期不是有效的月份（如 2026-01）"],
    ["30 February", { moveInOn: "2026-02-30" }, "moveInOn", "集中入伙日期不是有效的日期（如 2026-01-31）"],
    ["an unknown module", { modules: ["property", "rockets"] }, "modules", "模块只能是：房产、客户、收费、车位"],
    ["a compulsory module left off", { modules: ["property"] }, "modules", "客户、收费、车位是必备模块，不能关闭"],
    ["an emoji", { shortName: "星河🌊" }, "shortName", "简称含有不能使用的字符（表情或控制字符）"],
    ["a control character", { shortName: "星\u0007河" }, "shortName", "简称含有不能使用的字符（表情或控制字符）"],
    ["an over-long name", { name: "长".repeat(101) }, "name", "管理区名称不能超过 100 个字"],
  ])("refuses %s", async (_what, overrides, field, sentence) => {
    const founder = await app.as(["project:create"]);
    const reply = await founder.post("/projects", aProject(overrides));
    expect(reply).toMatchObject({ status: 400, body: { code: "INVALID_INPUT", fields: { [field]: [sentence] } } });
  });

  test("everyone sees the projects he has a right in, and no others", async () => {
    const [mine, other] = [await savedProject(app), await savedProject(app)];
    const worker = await app.as(["property:read"], mine.id);
    const { body } = await worker.get("/projects");
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([mine.id]);
    expect((await worker.get(`/projects/${other.id}`)).status).toBe(403);
    const administrator = await app.as(["system:users"]);
    expect((await administrator.get("/projects")).body.items).toEqual([]);
  });

  test("settings are changed as a whole and audited field by field", async () => {
    const project = await savedProject(app);
    const manager = await app.as(["project:settings", "property:read", "audit:read"], project.id);
    const settings = {
      name: project.name,
      shortName: "新名",
      differencePercent: 30,
      active: true,
      moveInOn: "2026-05-31",
      levelNames: ["小区", "栋", "层", "室"],
    };
    const reply = await manager.put(`/projects/${project.id}`, settings);
    expect(reply).toMatchObject({
      status: 200,
      body: {
        shortName: "新名",
        differencePercent: 30,
        dataDueOn: "2026-04-30",
        firstPeriod: "2026-01",
        address: null,
      },
    });
    const [row] = await app.db.query(
      "SELECT summary, before, after FROM audit_log WHERE project_id = $1 ORDER BY id DESC LIMIT 1",
      [project.id],
    );
    expect(row).toMatchObject({
      before: { shortName: "翠湖花园" },
      after: { shortName: "新名", levelNames: ["小区", "栋", "层", "室"] },
    });
  });

  test("the name stays free for the project itself and is given back when it changes", async () => {
    const project = await savedProject(app);
    const boss = await app.as(["project:settings", "project:create"]);
    const settings = { name: `${project.name}新`, shortName: "甲", differencePercent: 20, active: false };
    expect((await boss.put(`/projects/${project.id}`, settings)).body).toMatchObject({
      name: `${project.name}新`,
      active: false,
    });
    expect((await boss.post("/projects", aProject({ name: `${project.name}新` }))).status).toBe(409);
    expect((await boss.post("/projects", aProject({ name: project.name }))).status).toBe(201);
  });

  test("the first month stands once the books are open; a developer must be a customer here", async () => {
    const project = await savedProject(app);
    const manager = await app.as(["project:settings"], project.id);
    const settings = { name: project.name, shortName: "甲", differencePercent: 20, active: true };
    const moved = { ...settings, firstPeriod: addMonths(project.firstPeriod, 1) };
    expect((await manager.put(`/projects/${project.id}`, moved)).body.firstPeriod).toBe("2026-02");
    await app.db.query(
      "INSERT INTO billing_period (project_id, id, created_at, period, status) VALUES ($1, $2, now(), '2026-02', 'OPEN')",
      [project.id, newId()],
    );
    expect(await manager.put(`/projects/${project.id}`, { ...settings, firstPeriod: "2026-03" })).toMatchObject({
      status: 409,
      body: { code: "FIRST_PERIOD_IN_USE" },
    });
    expect(await manager.put(`/projects/${project.id}`, { ...settings, developerId: newId() })).toMatchObject({
      status: 400,
      body: { fields: { developerId: ["开发商不是本管理区的客户"] } },
    });
  });
});

describe("the directory", () => {
  test("has four levels and sorts codes as people read them (GAP-02)", async () => {
    const project = await savedProject(app);
    for (const code of ["10", "2", "1"]) {
      const building = await savedBuilding(app, project.id, { code });
      for (const unit of ["10", "9"]) await savedUnit(app, project.id, { buildingId: building.id, code: unit });
    }
    const reader = await app.as(["property:read"], project.id);
    const { body } = await reader.get(`/projects/${project.id}/directory`);
    expect(body.levelNames).toHaveLength(4);
    expect(body.buildings.map(({ code }: { code: string }) => code)).toEqual(["1", "2", "10"]);
    expect(body.buildings[0].units.map(({ code }: { code: string }) => code)).toEqual(["9", "10"]);
  });

  test("counts rooms below and lists them by unit, up the stairs", async () => {
    const project = await savedProject(app);
    const unit = await savedUnit(app, project.id);
    for (const [code, floor] of [
      ["10-1", 10],
      ["2-2", 2],
      ["2-10", 2],
    ] as const)
      await savedRoom(app, project.id, { unitId: unit.id, code, floor });
    const reader = await app.as(["property:read"], project.id);
    const { body } = await reader.get(`/projects/${project.id}/directory`);
    expect(body.buildings[0]).toMatchObject({ rooms: 3, units: [{ id: unit.id, rooms: 3 }] });
    const rooms = await reader.get(`/projects/${project.id}/units/${unit.id}/rooms`);
    expect(rooms.body.items.map(({ code }: { code: string }) => code)).toEqual(["2-2", "2-10", "10-1"]);
  });

  test("buildings and units are renamed with a trace, and deleted only when empty", async () => {
    const project = await savedProject(app);
    const keeper = await app.as(["property:read", "property:write"], project.id);
    const at = `/projects/${project.id}`;
    const building = (await keeper.post(`${at}/buildings`, aBuilding({ floors: 18, hasLift: true }))).body;
    const unit = (await keeper.post(`${at}/units`, { buildingId: building.id, code: "1", name: "1单元" })).body;
    const room = (await keeper.post(`${at}/rooms`, aRoom(unit.id))).body;

    expect(await keeper.delete(`${at}/buildings/${building.id}`)).toMatchObject({
      status: 409,
      body: { code: "REFERENCE", detail: "1栋下还有 1 个单元，不能删除" },
    });
    expect(await keeper.delete(`${at}/units/${unit.id}`)).toMatchObject({
      status: 409,
      body: { detail: "1单元下还有 1 个房间，不能删除" },
    });
    expect((await keeper.delete(`${at}/rooms/${room.id}`)).status).toBe(204);
    expect((await keeper.put(`${at}/units/${unit.id}`, { code: "1", name: "东单元" })).body.name).toBe("东单元");
    expect((await keeper.delete(`${at}/units/${unit.id}`)).status).toBe(204);
    expect((await keeper.delete(`${at}/buildings/${building.id}`)).status).toBe(204);
    expect((await keeper.get(`${at}/buildings/${building.id}`)).status).toBe(404);
    const trace = await app.db.query(
      "SELECT summary FROM audit_log WHERE project_id = $1 AND entity_id = $2 ORDER BY id",
      [project.id, unit.id],
    );
    expect(trace.map(({ summary }: { summary: string }) => summary)).toEqual([
      "新增单元 1栋 1单元",
      "单元 1单元 改名为 东单元",
      "删除单元 东单元",
    ]);
  });

  test("a unit cannot be put below a building of another project", async () => {
    const [project, other] = [await savedProject(app), await savedProject(app)];
    const foreign = await savedBuilding(app, other.id);
    const keeper = await app.as(["property:write", "property:read"], project.id);
    const reply = await keeper.post(`/projects/${project.id}/units`, {
      buildingId: foreign.id,
      code: "1",
      name: "1单元",
    });
    expect(reply).toMatchObject({ status: 400, body: { fields: { buildingId: ["所属楼栋不存在"] } } });
    expect((await keeper.get(`/projects/${project.id}/buildings/${foreign.id}`)).status).toBe(404);
    expect((await keeper.get(`/projects/${other.id}/buildings/${foreign.id}`)).status).toBe(403);
  });

  test("the picture of a building has its rooms by floor, arrears only for those who may see charges", async () => {
    const project = await savedProject(app);
    const unit = await savedUnit(app, project.id);
    await savedRoom(app, project.id, { unitId: unit.id, floor: 2, chargeArea: "94.5600" });
    await savedRoom(app, project.id, { unitId: unit.id, floor: 10 });
    const url = `/projects/${project.id}/buildings/${unit.buildingId}/grid`;
    const worker = await app.as(["property:read"], project.id);
    const { body } = await worker.get(url);
    expect(body.floors).toEqual([10, 2]);
    expect(body.rooms[1]).toMatchObject({ unitId: unit.id, chargeArea: "94.56", openFen: null });
    const cashier = await app.as(["property:read", "billing:read"], project.id);
    expect((await cashier.get(url)).body.rooms[0].openFen).toBe(0);
  });

  test("stays quick with 10,000 rooms", async () => {
    const project = await savedProject(app);
    await app.db.query(
      `INSERT INTO building (project_id, id, created_at, code, name, kind, sort)
       SELECT $1, gen_random_uuid(), now(), n::text, n || '栋', 'RESIDENTIAL', 0 FROM generate_series(1, 50) n`,
      [project.id],
    );
    await app.db.query(
      `INSERT INTO unit (project_id, id, created_at, building_id, code, name, sort)
       SELECT $1, gen_random_uuid(), now(), b.id, n::text, n || '单元', 0 FROM building b, generate_series(1, 4) n WHERE b.project_id = $1`,
      [project.id],
    );
    await app.db.query(
      `INSERT INTO room (project_id, id, created_at, unit_id, code, name, floor, building_area, charge_area, purpose, state, incomplete, active)
       SELECT $1, gen_random_uuid(), now(), u.id, b.code || '-' || u.code || '-' || n, n::text, n, 90, 90, 'RESIDENCE', 'SOLD', '{}', true
         FROM unit u JOIN building b ON b.project_id = u.project_id AND b.id = u.building_id, generate_series(1, 50) n WHERE u.project_id = $1`,
      [project.id],
    );
    const reader = await app.as(["property:read"], project.id);
    const tree = await reader.get(`/projects/${project.id}/directory`);
    const list = await reader.get(`/projects/${project.id}/rooms?page=400&pageSize=25`);
    expect(tree.body.buildings).toHaveLength(50);
    expect(list.body.total).toBe(10_000);
    expect(list.body.items[24].code).toBe("50-4-50");
  });
});

describe("rooms", () => {
  async function keeperOfUnit() {
    const project = await savedProject(app);
    const unit = await savedUnit(app, project.id);
    const keeper = await app.as(
      ["property:read", "property:write", "property:identity", "property:state", "billing:read"],
      project.id,
    );
    return { project, unit, keeper, url: `/projects/${project.id}/rooms` };
  }

  test("are saved with all that is known of them and read with their place", async () => {
    const { unit, keeper, url } = await keeperOfUnit();
    const created = await keeper.post(url, aRoom(unit.id, { innerArea: "80", floor: -1, remark: "第一行\n第二行" }));
    expect(created).toMatchObject({
      status: 201,
      body: {
        unitId: unit.id,
        unitName: unit.name,
        buildingId: unit.buildingId,
        innerArea: "80.00",
        usableArea: null,
        floor: -1,
        incomplete: [],
        active: true,
      },
    });
    expect((await keeper.get(`${url}/${created.body.id}`)).body).toEqual(created.body);
  });

  test.each([
    ["without a code", { code: " " }, "code", "请填写房间代码"],
    ["without a layout", { layout: "" }, "layout", "请填写户型"],
    [
      "without an orientation",
      { orientation: undefined },
      "orientation",
      "朝向只能是：南、北、东、西、南北、东西、东南、西南、东北、西北",
    ],
    [
      "with full-width digits in the code",
      { code: "１０１" },
      "code",
      "房间代码只能用汉字、半角字母、数字和 - _ . # /（不能用全角字符或空格）",
    ],
    ["with an emoji in the name", { name: "101室🏠" }, "name", "房间名称含有不能使用的字符（表情或控制字符）"],
    ["with a control character", { name: "101\u0000室" }, "name", "房间名称含有不能使用的字符（表情或控制字符）"],
    ["with an over-long code", { code: "1".repeat(33) }, "code", "房间代码不能超过 32 个字"],
    ["with a negative area", { chargeArea: "-1" }, "chargeArea", "收费面积必须是不小于 0、最多 4 位小数的数字"],
    ["with an area of nothing", { buildingArea: "0" }, "buildingArea", "建筑面积必须大于 0"],
    ["with an area that is huge", { chargeArea: "99999999999" }, "chargeArea", "收费面积不能大于 1000000"],
    ["with an area as a number", { chargeArea: 94.56 }, "chargeArea", "收费面积必须是不小于 0、最多 4 位小数的数字"],
    ["with an area too exact", { chargeArea: "94.56789" }, "chargeArea", "收费面积必须是不小于 0、最多 4 位小数的数字"],
    ["on a floor that is none", { floor: 2.5 }, "floor", "楼层必须是整数"],
    ["on a floor beyond the sky", { floor: 1e12 }, "floor", "楼层不能大于 200"],
    [
      "handed over on 30 February",
      { handedOverOn: "2026-02-30" },
      "handedOverOn",
      "交房日期不是有效的日期（如 2026-01-31）",
    ],
    ["with an unknown field", { owner: "张三" }, "owner", "不认识的字段「owner」"],
    ["with an id of its own choice", { projectId: newId() }, "projectId", "不认识的字段「projectId」"],
  ])("are refused %s", async (_what, overrides, field, sentence) => {
    const { unit, keeper, url } = await keeperOfUnit();
    const reply = await keeper.post(url, aRoom(unit.id, overrides));
    expect(reply.status).toBe(400);
    expect(reply.body.fields[field]).toContain(sentence);
  });

  test("of another project's unit are refused, and unseen from here", async () => {
    const { keeper, url } = await keeperOfUnit();
    const other = await savedProject(app);
    const foreign = await savedRoom(app, other.id);
    expect(await keeper.post(url, aRoom(foreign.unitId))).toMatchObject({
      status: 400,
      body: { fields: { unitId: ["所属单元不存在"] } },
    });
    expect((await keeper.get(`${url}/${foreign.id}`)).status).toBe(404);
    expect((await keeper.put(`${url}/${foreign.id}/type`, { layout: "三室", orientation: "S" })).status).toBe(404);
    expect((await keeper.delete(`${url}/${foreign.id}`)).status).toBe(404);
  });

  test("have codes of their own; of two who take one at once, one is told so", async () => {
    const { unit, keeper, url } = await keeperOfUnit();
    const room = aRoom(unit.id);
    const replies = await Promise.all([keeper.post(url, room), keeper.post(url, room)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(replies.find(({ status }) => status === 409)?.body).toMatchObject({
      code: "DUPLICATE",
      detail: "本管理区已有相同代码的房间",
    });
  });

  test("begin with letters the company issued, when it issued any (PRP-04)", async () => {
    const { project, unit, keeper, url } = await keeperOfUnit();
    const old = (await keeper.post(url, aRoom(unit.id, { code: "XX1" }))).body;
    const manager = await app.as(["project:settings", "property:read"], project.id);
    const prefixes = `/projects/${project.id}/room-prefixes`;
    const issued = await manager.post(prefixes, { prefix: "CH", remark: "翠湖" });
    expect(issued).toMatchObject({ status: 201, body: { prefix: "CH", rooms: 0 } });
    expect(await manager.post(prefixes, { prefix: "CH" })).toMatchObject({
      status: 409,
      body: { detail: "已有相同的房号前缀" },
    });
    expect(await manager.post(prefixes, { prefix: "ch" })).toMatchObject({
      status: 400,
      body: { fields: { prefix: ["房号前缀只能是半角大写字母"] } },
    });

    const refused = await keeper.post(url, aRoom(unit.id, { code: "AB101" }));
    expect(refused).toMatchObject({
      status: 400,
      body: { fields: { code: ["房间代码的前缀 AB 不是公司给定的前缀（CH）"] } },
    });
    expect((await keeper.post(url, aRoom(unit.id, { code: "101" }))).body.fields.code).toEqual([
      "房间代码必须以公司给定的前缀开头：CH",
    ]);
    expect((await keeper.post(url, aRoom(unit.id, { code: "CH101" }))).status).toBe(201);
    const named = { unitId: unit.id, code: "XX1", name: "旧房", floor: 1 };
    expect((await keeper.put(`${url}/${old.id}/identity`, named)).status).toBe(200);
    expect((await keeper.put(`${url}/${old.id}/identity`, { ...named, code: "XX2" })).body.fields.code).toEqual([
      "房间代码的前缀 XX 不是公司给定的前缀（CH）",
    ]);

    expect(await manager.delete(`${prefixes}/${issued.body.id}`)).toMatchObject({
      status: 409,
      body: { code: "REFERENCE" },
    });
    expect((await manager.put(`${prefixes}/${issued.body.id}`, { prefix: "CH", remark: null })).body).toMatchObject({
      remark: null,
      rooms: 1,
    });
  });

  test("lose their gaps when a form completes them (PRP-07)", async () => {
    const { project, unit, keeper, url } = await keeperOfUnit();
    const room = await savedRoom(app, project.id, {
      unitId: unit.id,
      orientation: null,
      layout: null,
      incomplete: ["layout", "orientation"],
    });
    await savedRoom(app, project.id, { unitId: unit.id });
    const before = await keeper.get(`/projects/${project.id}/completeness`);
    expect(before.body).toMatchObject({
      rooms: 2,
      completeRooms: 1,
      missing: [
        { field: "layout", rooms: 1 },
        { field: "orientation", rooms: 1 },
      ],
      dueOn: null,
      overdue: false,
    });
    expect((await keeper.get(`${url}?incomplete=true`)).body.items.map(({ id }: { id: string }) => id)).toEqual([
      room.id,
    ]);
    expect((await keeper.get(`${url}?missing=layout`)).body.total).toBe(1);
    expect((await keeper.get(`${url}?missing=name`)).body.total).toBe(0);
    const completed = await keeper.put(`${url}/${room.id}/type`, { layout: "三室两厅", orientation: "S" });
    expect(completed.body.incomplete).toEqual([]);
    expect((await keeper.get(`/projects/${project.id}/completeness`)).body).toMatchObject({
      completeRooms: 2,
      missing: [],
    });
  });

  test("and branches that end above the fourth level are named, garages apart (PRP-03)", async () => {
    const { project, unit, keeper } = await keeperOfUnit();
    const bare = await savedBuilding(app, project.id, { name: "空楼" });
    await savedBuilding(app, project.id, { name: "地下车库", kind: "GARAGE" });
    await savedRoom(app, project.id);
    const { body } = await keeper.get(`/projects/${project.id}/completeness`);
    expect(body.directoryGaps).toEqual(
      expect.arrayContaining([
        { id: bare.id, buildingId: bare.id, level: "building", name: "空楼" },
        { id: unit.id, buildingId: unit.buildingId, level: "unit", name: expect.stringContaining(unit.name) },
      ]),
    );
    expect(body.directoryGaps).toHaveLength(2);
  });

  test("must be complete one month before the move-in", async () => {
    const project = await savedProject(app, { moveInOn: "2026-03-31" });
    await savedRoom(app, project.id, { layout: null, incomplete: ["layout"] });
    const reader = await app.as(["property:read"], project.id);
    const { body } = await reader.get(`/projects/${project.id}/completeness`);
    expect(body).toMatchObject({ dueOn: "2026-02-28", overdue: true });
  });

  test("are found by filters, in the order asked for, page by page", async () => {
    const { project, unit, keeper, url } = await keeperOfUnit();
    for (const [code, area, state] of [
      ["1-2", "80", "LET"],
      ["1-10", "70", "SOLD"],
      ["1-1", "90", "SOLD"],
    ] as const) {
      await savedRoom(app, project.id, { unitId: unit.id, code, chargeArea: area, state });
    }
    const codes = async (query: string) =>
      (await keeper.get(`${url}?${query}`)).body.items.map(({ code }: { code: string }) => code);
    expect(await codes("")).toEqual(["1-1", "1-2", "1-10"]);
    expect(await codes("sort=-code")).toEqual(["1-10", "1-2", "1-1"]);
    expect(await codes("sort=chargeArea")).toEqual(["1-10", "1-2", "1-1"]);
    expect(await codes("state=SOLD&pageSize=1&page=2")).toEqual(["1-10"]);
    expect(await codes(`q=1-1&unitId=${unit.id}`)).toEqual(["1-1", "1-10"]);
    expect(await codes("q=%25")).toEqual([]);
    expect(await codes(`buildingId=${newId()}`)).toEqual([]);
    expect((await keeper.get(`${url}?sort=password`)).status).toBe(400);
    expect((await keeper.get(`${url}?pageSize=100000`)).status).toBe(400);
  });

  test("are picked by code: the exact one first, those out of use not at all", async () => {
    const { project, unit, keeper } = await keeperOfUnit();
    await savedRoom(app, project.id, { unitId: unit.id, code: "A101" });
    await savedRoom(app, project.id, { unitId: unit.id, code: "101" });
    await savedRoom(app, project.id, { unitId: unit.id, code: "1012" });
    const closed = await savedRoom(app, project.id, { unitId: unit.id, code: "101-9", active: false });
    const options = async (query: string) =>
      (await keeper.get(`/projects/${project.id}/room-options?${query}`)).body.items.map(
        ({ code }: { code: string }) => code,
      );
    expect(await options("q=101")).toEqual(["101", "1012", "A101"]);
    expect(await options(`q=zzz&id=${closed.id}`)).toEqual(["101-9"]);
    expect(await options("limit=1")).toHaveLength(1);
  });

  test("with business on them are not deleted; the answer says what hangs on them", async () => {
    const { project, unit, keeper, url } = await keeperOfUnit();
    const room = await savedRoom(app, project.id, { unitId: unit.id, code: "808" });
    await app.db.query(
      `INSERT INTO customer (project_id, id, created_at, number, name, kind, other_phones, incomplete) VALUES ($1, $2, now(), 'K1', '王芳', 'PERSON', '{}', '{}')`,
      [project.id, room.id],
    );
    await app.db.query(
      `INSERT INTO room_relation (project_id, id, created_at, room_id, customer_id, role, is_primary_contact, starts_on) VALUES ($1, $2, now(), $3, $3, 'OWNER', true, '2026-01-01')`,
      [project.id, newId(), room.id],
    );
    const refused = await keeper.delete(`${url}/${room.id}`);
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: "REFERENCE",
        detail: "房间 808 还有 1 条客户关系，不能删除；不再使用时请停用",
        details: { room_relation: 1 },
      },
    });
    const switchedOff = await keeper.put(`${url}/${room.id}/state`, {
      state: "IDLE",
      purpose: "RESIDENCE",
      active: false,
    });
    expect(switchedOff.body.active).toBe(false);
  });

  /** A charge of the room; what the customer of the room's id owes. */
  async function owe(projectId: string, roomId: string, fen: number, dueOn: string) {
    const [itemId, customerId] = [newId(), newId()];
    await app.db.query(
      `INSERT INTO customer (project_id, id, created_at, number, name, kind, other_phones, incomplete)
       VALUES ($1, $2, now(), $3, '王芳', 'PERSON', '{}', '{}')`,
      [projectId, customerId, unique("K")],
    );
    await app.db.query(
      `INSERT INTO fee_item (project_id, id, created_at, code, name, kind, income_class, collected_for_others, sort, active)
       VALUES ($1, $2, now(), $3, $3, 'AREA', 'SERVICE', false, 0, true)`,
      [projectId, itemId, unique("F")],
    );
    await app.db.query(
      `INSERT INTO charge (project_id, id, created_at, room_id, payer_id, fee_item_id, source, period, booked_period, service_from,
         service_to, quantity, amount_fen, reduced_fen, received_fen, offset_fen, reversed_fen, open_fen, due_on)
       VALUES ($1, $2, now(), $3, $4, $5, 'MANUAL', '2026-01', '2026-01', '2026-01-01', '2026-01-31', 100, $6, 0, 0, 0, 0, $6, $7)`,
      [projectId, newId(), roomId, customerId, itemId, fen, dueOn],
    );
  }

  test("with charges are not deleted, and show what is owed", async () => {
    const { project, unit, keeper, url } = await keeperOfUnit();
    const room = await savedRoom(app, project.id, { unitId: unit.id, code: "909" });
    await owe(project.id, room.id, 14_293, "2026-01-31");
    await owe(project.id, room.id, 5_000, "2026-12-31");
    const refused = await keeper.delete(`${url}/${room.id}`);
    expect(refused.body).toMatchObject({
      code: "REFERENCE",
      detail: "房间 909 还有 2 笔应收，不能删除；不再使用时请停用",
    });
    const figures = await keeper.get(`${url}/${room.id}/figures`);
    expect(figures.body).toMatchObject({ openFen: 19_293, overdueFen: 14_293 });
    const grid = await keeper.get(`/projects/${project.id}/buildings/${unit.buildingId}/grid`);
    expect(grid.body.rooms).toMatchObject([{ code: "909", openFen: 19_293 }]);
  });

  test("show what is owed and prepaid to those who may see charges", async () => {
    const { project, keeper, url } = await keeperOfUnit();
    const room = await savedRoom(app, project.id);
    expect((await keeper.get(`${url}/${room.id}/figures`)).body).toEqual({
      openFen: 0,
      predecessorOpenFen: 0,
      overdueFen: 0,
      prepaidFen: 0,
      lastReceivedOn: null,
    });
    const worker = await app.as(["property:read"], project.id);
    expect((await worker.get(`${url}/${room.id}/figures`)).status).toBe(403);
  });

  test("are changed only with the right to", async () => {
    const { project, unit, url } = await keeperOfUnit();
    const reader = await app.as(["property:read"], project.id);
    expect((await reader.post(url, aRoom(unit.id))).status).toBe(403);
    expect((await app.anonymous().get(url)).status).toBe(401);
  });
});
