import { startTestApp, type TestClient } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { aCustomer, savedCustomer } from "../../customer/customer.factories.js";
import { savedProject, savedRoom, unique } from "../property.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

const project = await savedProject(app);
const at = `/projects/${project.id}`;
const manager = await app.as(
  ["project:settings", "property:read", "property:write", "customer:read", "customer:write"],
  project.id,
);

const anAttribute = (overrides: object = {}) => ({
  owner: "ROOM",
  name: unique("资料"),
  type: "TEXT",
  searchable: true,
  ...overrides,
});
async function define(overrides: object = {}, by: TestClient = manager) {
  const reply = await by.post(`${at}/attributes`, anAttribute(overrides));
  expect(reply.status).toBe(201);
  return reply.body as { id: string; name: string; type: string; choices: { id: string; name: string }[] };
}
const choices = (...names: string[]) => names.map((name) => ({ name }));
const setRoom = (roomId: string, ...values: [definitionId: string, ...values: string[]][]) =>
  manager.put(`${at}/rooms/${roomId}/attributes`, {
    values: values.map(([definitionId, ...given]) => ({ definitionId, values: given })),
  });
/** Deactivates everything, so that one test's mandatory attributes do not ask in the next. */
async function clear() {
  await app.db.query("UPDATE attribute_definition SET active = false WHERE project_id = $1", [project.id]);
}
afterEach(clear);

describe("a new room or customer", () => {
  const aRoom = (unitId: string, attributes?: object) => ({
    unitId,
    code: unique("N"),
    name: "新房",
    floor: 1,
    buildingArea: "90",
    chargeArea: "90",
    layout: "两室",
    orientation: "S",
    purpose: "RESIDENCE",
    state: "VACANT",
    attributes,
  });

  test("keeps its attributes, and is refused without a mandatory one", async () => {
    const { unitId } = await savedRoom(app, project.id);
    const { id, name } = await define({ type: "NUMBER", mandatory: true });
    const missing = await manager.post(`${at}/rooms`, aRoom(unitId));
    expect(missing).toMatchObject({ status: 400, body: { fields: { [`attributes.${id}`]: [`请填写「${name}」`] } } });
    const wrong = await manager.post(`${at}/rooms`, aRoom(unitId, [{ definitionId: newId(), values: ["1"] }]));
    expect(wrong.body.fields.attributes).toEqual(["有不存在或已停用的自定义资料，请刷新页面"]);
    const { status, body } = await manager.post(
      `${at}/rooms`,
      aRoom(unitId, [{ definitionId: id, values: ["１２.５０"] }]),
    );
    expect([status, body.attributes]).toEqual([201, [{ definitionId: id, values: ["12.5"] }]]);
  });

  test("is so for customers too", async () => {
    const room = await savedRoom(app, project.id);
    const { id, name } = await define({ owner: "CUSTOMER", type: "TEXT", mandatory: true });
    const missing = await manager.post(`${at}/customers`, aCustomer(room));
    expect(missing).toMatchObject({ status: 400, body: { fields: { [`attributes.${id}`]: [`请填写「${name}」`] } } });
    const attributes = [{ definitionId: id, values: ["合唱"] }];
    const made = await manager.post(`${at}/customers`, aCustomer(room, { attributes }));
    expect(made.status).toBe(201);
    expect((await manager.get(`${at}/customers/${made.body.id}`)).body.attributes).toEqual(attributes);
  });
});

describe("values", () => {
  test.each([
    ["TEXT", " 南门朝阳 ", "南门朝阳"],
    ["NUMBER", "１２.５０", "12.5"],
    ["NUMBER", "-3", "-3"],
    ["NUMBER", "100", "100"],
    ["DATE", "２０２６-０２-２８", "2026-02-28"],
    ["FLAG", "true", "true"],
  ])("of type %s are kept in one form: %s", async (type, given, kept) => {
    const { id } = await define({ type });
    const room = await savedRoom(app, project.id);
    const reply = await setRoom(room.id, [id, given]);
    expect(reply).toMatchObject({ status: 200, body: { attributes: [{ definitionId: id, values: [kept] }] } });
  });

  test.each([
    ["TEXT", ["一".repeat(201)], /^值的每一项不能超过 200 个字$/],
    ["TEXT", ["笑😀"], /不能使用的字符/],
    ["TEXT", ["一", "二"], /只能有一个值/],
    ["NUMBER", ["十二"], /应为数字，最多 4 位小数/],
    ["NUMBER", ["1.23456"], /应为数字，最多 4 位小数/],
    ["DATE", ["2026-02-31"], /不是有效的日期/],
    ["FLAG", ["是"], /只能是“是”或“否”/],
    ["CHOICE", ["南"], /只能是：南、北/],
    ["CHOICES", [newId()], /只能是：南、北/],
  ])("of type %s that make no sense are refused: %j", async (type, given, sentence) => {
    const { id, name } = await define({ type, ...(type.startsWith("CHOICE") && { choices: choices("南", "北") }) });
    const room = await savedRoom(app, project.id);
    const reply = await setRoom(room.id, [id, ...given]);
    expect(reply).toMatchObject({ status: 400, body: { code: "INVALID_INPUT" } });
    const [[field, [said]]] = Object.entries(reply.body.fields as Record<string, string[]>) as [[string, [string]]];
    expect(said).toMatch(sentence);
    if (field !== "values.0.values") {
      expect(field).toBe(`values.${id}`);
      expect(said).toContain(`「${name}」`);
    }
    expect((await manager.get(`${at}/rooms/${room.id}`)).body.attributes).toEqual([]);
  });

  test("one or several choices are stored by their ids, and renamed without touching the values", async () => {
    const one = await define({ type: "CHOICE", choices: choices("南", "北") });
    const many = await define({ type: "CHOICES", choices: choices("空调", "地暖", "新风") });
    const room = await savedRoom(app, project.id);
    const [south, heating, air] = [one.choices[0]!.id, many.choices[1]!.id, many.choices[2]!.id];
    expect((await setRoom(room.id, [one.id, south], [many.id, heating, air])).status).toBe(200);
    const renamed = await manager.put(`${at}/attributes/${one.id}`, {
      ...anAttribute({ name: one.name, type: "CHOICE" }),
      owner: undefined,
      choices: [{ id: south, name: "朝南" }, ...choices("东")],
    });
    expect(renamed).toMatchObject({ status: 200, body: { choices: [{ id: south, name: "朝南" }, { name: "东" }] } });
    const { body } = await manager.get(`${at}/rooms/${room.id}`);
    expect(body.attributes).toEqual(
      expect.arrayContaining([
        { definitionId: one.id, values: [south] },
        { definitionId: many.id, values: [heating, air] },
      ]),
    );
    const twice = await setRoom(room.id, [many.id, heating, heating]);
    expect(twice.body.fields[`values.${many.id}`]).toEqual([`「${many.name}」有重复的选项`]);
  });

  test("mandatory ones are asked for; what is switched off keeps its value unasked", async () => {
    const off = await define({ name: "旧资料" });
    const room = await savedRoom(app, project.id);
    await setRoom(room.id, [off.id, "以前的"]);
    await manager.put(`${at}/attributes/${off.id}`, { name: "旧资料", type: "TEXT", active: false });
    const must = await define({ mandatory: true });
    const missing = await setRoom(room.id);
    expect(missing.body.fields).toEqual({ [`values.${must.id}`]: [`请填写「${must.name}」`] });
    expect((await setRoom(room.id, [must.id, "有"])).body.attributes).toEqual(
      expect.arrayContaining([
        { definitionId: off.id, values: ["以前的"] },
        { definitionId: must.id, values: ["有"] },
      ]),
    );
    const unasked = await setRoom(room.id, [off.id, "新的"], [must.id, "有"]);
    expect(unasked.body.fields.values).toEqual(["有不存在或已停用的自定义资料，请刷新页面"]);
  });

  test("a definition of another project, or of customers, is no attribute of a room", async () => {
    const other = await savedProject(app);
    const foreigner = await app.as(["project:settings"], other.id);
    const foreign = await foreigner.post(`/projects/${other.id}/attributes`, anAttribute());
    const ofCustomers = await define({ owner: "CUSTOMER" });
    const room = await savedRoom(app, project.id);
    for (const id of [foreign.body.id as string, ofCustomers.id, newId()])
      expect((await setRoom(room.id, [id, "一"])).status).toBe(400);
    expect((await manager.put(`${at}/attributes/${foreign.body.id}`, anAttribute({ owner: undefined }))).status).toBe(
      404,
    );
  });

  test("customers have theirs, and the history tells the change in words", async () => {
    const {
      id,
      name,
      choices: given,
    } = await define({
      owner: "CUSTOMER",
      type: "CHOICE",
      choices: choices("金卡", "银卡"),
    });
    const customer = await savedCustomer(app, project.id);
    const set = (value: string) =>
      manager.put(`${at}/customers/${customer.id}/attributes`, { values: [{ definitionId: id, values: [value] }] });
    await set(given[0]!.id);
    expect((await set(given[1]!.id)).body.attributes).toEqual([{ definitionId: id, values: [given[1]!.id] }]);
    const { body } = await manager.get(`${at}/timeline?entity=customer&entityId=${customer.id}`);
    expect(body.items[0]).toMatchObject({
      before: { [`自定义资料·${name}`]: "金卡" },
      after: { [`自定义资料·${name}`]: "银卡" },
    });
  });
});

describe("definitions", () => {
  test("names are unique per kind of thing, also for two at once", async () => {
    const body = anAttribute({ name: "产权证号" });
    const replies = await Promise.all([manager.post(`${at}/attributes`, body), manager.post(`${at}/attributes`, body)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.detail).toBe("已有同名的自定义资料");
    expect((await manager.post(`${at}/attributes`, { ...body, owner: "CUSTOMER" })).status).toBe(201);
  });

  test("the type changes while nothing is stored, and never after", async () => {
    const { id, name } = await define();
    const as = (type: string) => manager.put(`${at}/attributes/${id}`, { name, type });
    expect((await as("NUMBER")).body.type).toBe("NUMBER");
    const room = await savedRoom(app, project.id);
    expect((await setRoom(room.id, [id, "7"])).status).toBe(200);
    expect(await as("TEXT")).toMatchObject({
      status: 409,
      body: { code: "ATTRIBUTE_IN_USE", detail: `「${name}」已有 1 条数据，类型只能是数字` },
    });
  });

  test("a value and a change of type at once: one of them is refused", async () => {
    const { id, name } = await define();
    const room = await savedRoom(app, project.id);
    const [stored, changed] = await Promise.all([
      setRoom(room.id, [id, "南"]),
      manager.put(`${at}/attributes/${id}`, { name, type: "NUMBER" }),
    ]);
    expect([stored.status === 200, changed.status === 200].filter(Boolean)).toHaveLength(1);
  });

  test("choices that are used stay; those nobody chose may go", async () => {
    const { id, name, choices: given } = await define({ type: "CHOICES", choices: choices("甲", "乙", "丙") });
    const room = await savedRoom(app, project.id);
    await setRoom(room.id, [id, given[0]!.id]);
    const keep = (...indexes: number[]) =>
      manager.put(`${at}/attributes/${id}`, { name, type: "CHOICES", choices: indexes.map((index) => given[index]) });
    expect((await keep(0, 1)).status).toBe(200);
    expect(await keep(1)).toMatchObject({ status: 409, body: { detail: `「${name}」的选项 甲 已经使用，不能去掉` } });
  });

  test("one in use is switched off instead of deleted; the count says how many hold it", async () => {
    const { id, name } = await define();
    const room = await savedRoom(app, project.id);
    await setRoom(room.id, [id, "有"]);
    expect((await manager.get(`${at}/attributes/use`)).body.items).toContainEqual({ id, used: 1 });
    expect(await manager.delete(`${at}/attributes/${id}`)).toMatchObject({
      status: 409,
      body: { detail: `「${name}」已有 1 条数据，不能删除；不再使用时请停用` },
    });
    await setRoom(room.id, [id]);
    expect((await manager.delete(`${at}/attributes/${id}`)).status).toBe(204);
  });

  test.each([
    ["a choice without choices", { type: "CHOICE" }, "choices", "单选和多选至少要有一个选项"],
    ["the same choice twice", { type: "CHOICE", choices: choices("甲", "甲") }, "choices", "选项名称有重复"],
    [
      "an unknown choice",
      { type: "CHOICE", choices: [{ id: newId(), name: "甲" }] },
      "choices",
      "有不存在的选项，请刷新页面",
    ],
    ["an unknown type", { type: "MONEY" }, "type", "类型只能是：文字、数字、日期、单选、多选、是否"],
    ["a long name", { name: "一".repeat(21) }, "name", "名称不能超过 20 个字"],
    ["an unknown field", { colour: "red" }, "colour", "不认识的字段「colour」"],
  ])("refuses %s", async (_what, overrides, field, sentence) => {
    const reply = await manager.post(`${at}/attributes`, anAttribute(overrides));
    expect(reply).toMatchObject({ status: 400, body: { fields: { [field]: [sentence] } } });
  });

  test("defining needs the right for settings", async () => {
    const reader = await app.as(["property:read", "property:write"], project.id);
    expect((await reader.post(`${at}/attributes`, anAttribute())).status).toBe(403);
    expect((await reader.get(`${at}/attributes?owner=ROOM`)).status).toBe(200);
  });
});

describe("lists are filtered", () => {
  const ids = async (...filters: string[]) => {
    const query = filters.map((filter) => `attribute=${encodeURIComponent(filter)}`).join("&");
    const { body, status } = await manager.get(`${at}/rooms?${query}`);
    expect(status).toBe(200);
    return (body.items as { id: string }[]).map(({ id }) => id);
  };

  test("by text, range, day, choice and flag", async () => {
    const text = await define({ name: "证号" });
    const number = await define({ type: "NUMBER" });
    const date = await define({ type: "DATE" });
    const choice = await define({ type: "CHOICES", choices: choices("甲", "乙", "丙") });
    const flag = await define({ type: "FLAG" });
    const [first, second] = [await savedRoom(app, project.id), await savedRoom(app, project.id)];
    const [a, b, c] = choice.choices.map(({ id }) => id) as [string, string, string];
    await setRoom(
      first.id,
      [text.id, "粤(2020)第100%号"],
      [number.id, "9.5"],
      [date.id, "2025-12-31"],
      [choice.id, a, b],
      [flag.id, "true"],
    );
    await setRoom(
      second.id,
      [text.id, "粤(2021)第200号"],
      [number.id, "10"],
      [date.id, "2026-06-01"],
      [choice.id, b],
      [flag.id, "false"],
    );
    for (const [filter, found] of [
      [`${text.id}:粤(20`, [first.id, second.id]],
      [`${text.id}:100%`, [first.id]],
      [`${number.id}:10`, [second.id]],
      [`${number.id}:9..9.99`, [first.id]],
      [`${number.id}:10..`, [second.id]],
      [`${date.id}:..2025-12-31`, [first.id]],
      [`${choice.id}:${a},${c}`, [first.id]],
      [`${choice.id}:${b}`, [first.id, second.id]],
      [`${flag.id}:false`, [second.id]],
    ] as const)
      expect(await ids(filter)).toEqual(found);
    expect(await ids(`${choice.id}:${b}`, `${flag.id}:true`)).toEqual([first.id]);
    const wrong = await manager.get(`${at}/rooms?attribute=${number.id}:viele..`);
    expect(wrong.body.fields.attribute).toEqual([`「${(await nameOf(number.id))!}」应为数字，最多 4 位小数`]);
  });

  test("not by one that is not searchable", async () => {
    const { id } = await define({ searchable: false });
    const reply = await manager.get(`${at}/rooms?attribute=${id}:x`);
    expect(reply).toMatchObject({ status: 400 });
  });

  test("from the index, not row by row", async () => {
    const { id } = await define({ type: "FLAG" });
    const room = await savedRoom(app, project.id);
    await setRoom(room.id, [id, "true"]);
    const plan = await app.db.transaction(async (tx) => {
      // the few rooms of a test would be read faster one by one
      await tx.query("SET LOCAL enable_seqscan = off");
      return tx.query<Record<string, string>[]>(
        "EXPLAIN SELECT id FROM room WHERE attributes @> $1::jsonb AND attributes <> '{}'",
        [JSON.stringify({ [id]: ["true"] })],
      );
    });
    expect(JSON.stringify(plan)).toContain("ix_room_attributes");
  });

  const nameOf = async (id: string) =>
    ((await manager.get(`${at}/attributes`)).body.items as { id: string; name: string }[]).find((one) => one.id === id)
      ?.name;
});
