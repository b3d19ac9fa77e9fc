import type { SaveInspectionDto } from "@linli/contracts";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedRoom } from "../property.factories.js";
import { aDefect, aHead, aRecord, aTemplate, engineer } from "./inspections.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

const reading = (text: unknown, meterNo = "W1") =>
  ({ readings: [{ kind: "WATER", meterNo, reading: text }] }) as Partial<SaveInspectionDto>;
const READING = "读数必须是不小于 0、最多 3 位小数的数字";

test.each<[string, object, Record<string, string[]>]>([
  ["a reading that is no number", reading("abc"), { "readings.0.reading": [READING] }],
  ["a negative reading", reading("-1"), { "readings.0.reading": [READING] }],
  ["full-width digits", reading("１２"), { "readings.0.reading": [READING] }],
  ["a number instead of text", reading(12), { "readings.0.reading": [READING] }],
  ["too many places", reading("1.2345"), { "readings.0.reading": [READING] }],
  [
    "a meter number with an emoji",
    reading("1", "表🏠"),
    {
      "readings.0.meterNo": ["表号含有不能使用的字符（表情或控制字符）"],
    },
  ],
  [
    "the same meter twice",
    { readings: [1, 2].map(() => ({ kind: "WATER", meterNo: "W1", reading: "1" })) },
    {
      "readings.1.meterNo": ["表号 W1 填了两次"],
    },
  ],
  [
    "31 February",
    { defects: [aDefect({ deadline: "2026-02-31" })] },
    {
      "defects.0.deadline": ["整改期限不是有效的日期（如 2026-01-31）"],
    },
  ],
  [
    "a deadline before the inspection",
    { defects: [aDefect({ deadline: "2026-03-09" })] },
    {
      "defects.0.deadline": ["整改期限不能早于验收日期"],
    },
  ],
  [
    "a defect with an emoji",
    { defects: [aDefect({ description: "裂缝😀" })] },
    {
      "defects.0.description": ["缺陷描述含有不能使用的字符（表情或控制字符）"],
    },
  ],
  [
    "a defect without contractor",
    { defects: [{ ...aDefect(), contractor: "" }] },
    {
      "defects.0.contractor": ["请填写责任单位"],
    },
  ],
  ["an unknown item", { items: [{ no: 9, result: "PASS" }] }, { "items.0.no": ["验收单没有第 9 项"] }],
  [
    "a defect of an unknown item",
    { defects: [aDefect({ itemNo: 9 })] },
    {
      "defects.0.itemNo": ["验收单没有第 9 项"],
    },
  ],
  [
    "an unknown result",
    { items: [{ no: 1, result: "GOOD" }] },
    {
      "items.0.result": ["结果只能是：合格、不合格、不适用"],
    },
  ],
  [
    "an over-long remark",
    { items: [{ no: 1, remark: "长".repeat(201) }] },
    {
      "items.0.remark": ["说明不能超过 200 个字"],
    },
  ],
])("refuses %s and changes nothing", async (_what, overrides, fields) => {
  const { client, at, begin } = await engineer(app);
  const { id, version } = await begin();
  const reply = await client.put(`${at}/inspections/${id}`, { ...aRecord(version), ...overrides });
  expect(reply).toMatchObject({ status: 400, body: { code: "INVALID_INPUT", fields } });
  expect((await client.get(`${at}/inspections/${id}`)).body).toMatchObject({ version, readings: [] });
});

test("refuses unknown fields, foreign rooms, rooms that ended and persons without the right", async () => {
  const { project, room, client, at, begin } = await engineer(app);
  const other = await engineer(app);
  const create = (body: object) => client.post(`${at}/inspections`, { ...aHead, roomId: room.id, ...body });
  expect((await create({ roomId: other.room.id })).status).toBe(404);
  expect((await create({ roomId: newId() })).status).toBe(404);
  expect((await create({ roomId: "x" })).status).toBe(400);
  expect((await create({ price: 1 })).status).toBe(400);
  expect((await create({ inspectedOn: "2026-02-30" })).body.fields.inspectedOn).toBeDefined();
  const ended = await savedRoom(app, project.id, { startsOn: "2020-01-01", endedOn: "2026-01-01" });
  expect((await create({ roomId: ended.id })).body.detail).toBe(`房间 ${ended.code} 已拆分或合并，不能再验收`);

  const foreign = await other.begin();
  expect((await client.get(`${at}/inspections/${foreign.id}`)).status).toBe(404);
  expect((await client.put(`${at}/inspections/${foreign.id}`, aRecord(1))).status).toBe(404);
  expect((await client.get(`${other.at}/inspections/${foreign.id}`)).status).toBe(403);
  const reader = await app.as(["property:read"], project.id);
  const { id, version } = await begin();
  expect((await reader.get(`${at}/inspections/${id}`)).status).toBe(200);
  expect((await reader.put(`${at}/inspections/${id}`, aRecord(version))).status).toBe(403);
  expect((await create({ correctsId: foreign.id, correctionReason: "x" })).status).toBe(404);
});

test("is completed only with every result, a defect for each failed item, and not before its day", async () => {
  const { client, at, begin } = await engineer(app);
  const { id, version } = await begin();
  const path = `${at}/inspections/${id}`;
  const complete = (at: number) => client.post(`${path}/complete`, { version: at, unsignedReason: "不在场" });
  expect((await complete(version)).body).toMatchObject({
    code: "INSPECTION_INCOMPLETE",
    detail: "还有 3 项没有结果：厨房 墙面、厨房 水龙头、卫生间 地漏",
  });
  const failed = [
    { no: 1, result: "FAIL" as const },
    { no: 2, result: "PASS" as const },
    { no: 3, result: "NONE" as const },
  ];
  await client.put(path, aRecord(version, { items: failed }));
  expect((await complete(version + 1)).body.detail).toBe("不合格的项目没有登记缺陷：厨房 墙面");
  await client.put(
    path,
    aRecord(version + 1, { items: failed, defects: [aDefect({ deadline: "2026-04-01" })], inspectedOn: "2026-03-11" }),
  );
  expect((await complete(version + 2)).body.fields).toEqual({ inspectedOn: ["验收日期还没有到，不能完成验收"] });
  expect((await complete(version)).body.code).toBe("VERSION_CHANGED");
});

test("a defect's number belongs to one inspection; its photos follow it", async () => {
  const { project, client, at, begin } = await engineer(app);
  const other = await savedRoom(app, project.id);
  const defect = aDefect();
  const first = await begin();
  await client.put(`${at}/inspections/${first.id}`, aRecord(first.version, { defects: [defect] }));
  const second = await begin({ roomId: other.id });
  expect(
    await client.put(`${at}/inspections/${second.id}`, aRecord(second.version, { defects: [defect] })),
  ).toMatchObject({ status: 400, body: { fields: { defects: ["缺陷编号已用于别的验收单"] } } });
  const photos = `${at}/attachments?ownerType=inspection-defect&ownerId=${newId()}&kind=BEFORE`;
  expect((await client.upload(photos, { name: "x.png", content: Buffer.from("x") })).status).toBe(404);
});

test.each([
  ["no group", { groups: [] }, "groups"],
  ["a group without items", { groups: [{ name: "门", items: [] }] }, "groups.0.items"],
  ["a group twice", { groups: [1, 2].map(() => ({ name: "门", items: [{ name: "锁" }] })) }, "groups.1.name"],
  ["an item twice", { groups: [{ name: "门", items: [{ name: "锁" }, { name: "锁" }] }] }, "groups.0.items.1.name"],
  ["an emoji", { name: "模板😀" }, "name"],
])("refuses a template with %s", async (_what, overrides, field) => {
  const { client, at } = await engineer(app);
  const reply = await client.post(`${at}/inspection-templates`, aTemplate({ layout: "A", ...overrides }));
  expect(reply.status).toBe(400);
  expect(Object.keys(reply.body.fields)).toEqual([field]);
});
