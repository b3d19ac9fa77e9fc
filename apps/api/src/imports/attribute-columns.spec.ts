import ExcelJS from "exceljs";
import { startTestApp } from "../../test/test-app.js";
import { downloaded, edited, exported, savedCommunity, sheetOf } from "../exports/exports.factories.js";
import { checkedImport, committed, counted } from "./imports.factories.js";

/** User-defined attributes are columns of the workbooks of rooms and customers, in and out (QRY-04, CUS-02). */
const app = await startTestApp();
afterAll(() => app.close());

/** A community with an attribute of each type for its rooms and two for its customers, some with values. */
async function community() {
  const { projectId, rooms, people } = await savedCommunity(app);
  const manager = await app.asRole("PROJECT_MANAGER", projectId);
  const at = `/projects/${projectId}`;
  const define = async (owner: string, name: string, type: string, names: string[] = []) => {
    const choices = names.map((choice) => ({ name: choice }));
    const reply = await manager.post(`${at}/attributes`, { owner, name, type, choices, searchable: true });
    expect(reply.status).toBe(201);
    return reply.body as { id: string; choices: { id: string }[] };
  };
  const text = await define("ROOM", "备注", "TEXT");
  const number = await define("ROOM", "学位数", "NUMBER");
  const day = await define("ROOM", "装修验收日", "DATE");
  const choice = await define("ROOM", "学区", "CHOICE", ["第一小学", "第二小学"]);
  const several = await define("ROOM", "设施", "CHOICES", ["地暖、新风", "地暖", "中央空调"]);
  const flag = await define("ROOM", "是否出租", "FLAG");
  const job = await define("CUSTOMER", "职业", "TEXT");
  const level = await define("CUSTOMER", "会员等级", "CHOICE", ["普通", "金卡"]);
  const set = async (path: string, values: Record<string, string[]>) => {
    const body = { values: Object.entries(values).map(([definitionId, given]) => ({ definitionId, values: given })) };
    expect((await manager.put(`${at}/${path}/attributes`, body)).status).toBe(200);
  };
  const ids = several.choices.map(({ id }) => id);
  await set(`rooms/${rooms.first.id}`, {
    [text.id]: ["全角Ａ１，“引号”"],
    [number.id]: ["123456789012.0001"],
    [day.id]: ["2021-02-28"],
    [choice.id]: [choice.choices[1]!.id],
    [several.id]: [ids[2]!, ids[0]!],
    [flag.id]: ["false"],
  });
  await set(`customers/${people.li.id}`, { [job.id]: ["教师"], [level.id]: [level.choices[1]!.id] });
  const fileOf = async (kind: "ROOMS" | "CUSTOMERS") =>
    downloaded(manager, projectId, (await exported(app, manager, projectId, { kind })).id);
  const checked = (file: Buffer, name = "导入.xlsx") => checkedImport(app, manager, `${at}/imports`, name, file);
  const rowsOf = async (id: string, outcome: string) =>
    (await manager.get(`${at}/imports/${id}/rows?outcome=${outcome}`)).body.items;
  const commit = (id: string, decisions: string[] = []) => committed(app, manager, `${at}/imports`, id, decisions);
  const valuesOf = (table: "room" | "customer", id: string): Promise<{ attributes: object }[]> =>
    app.db.query(`SELECT attributes FROM ${table} WHERE project_id = $1 AND id = $2`, [projectId, id]);
  const definitions = { text, number, day, choice, several, flag, job, level };
  return { projectId, at, manager, rooms, people, fileOf, checked, rowsOf, commit, valuesOf, definitions };
}

test("an export has a column per attribute, and imported unchanged it changes nothing", async () => {
  const { projectId, fileOf, checked, commit } = await community();
  const rooms = await fileOf("ROOMS");
  const { rows, headers } = await sheetOf(rooms);
  expect(headers.slice(headers.indexOf("备注（自定义资料）"))).toEqual([
    "备注（自定义资料）",
    "学位数",
    "装修验收日",
    "学区",
    "设施",
    "是否出租",
    "资料缺项",
    "导出水印",
  ]);
  expect(rows[0]).toMatchObject({
    "备注（自定义资料）": "全角Ａ１，“引号”",
    学位数: "123456789012.0001",
    装修验收日: "2021-02-28",
    学区: "第二小学",
    设施: "中央空调、地暖、新风",
    是否出租: "否",
  });
  const state = () =>
    app.db.query(
      `SELECT id, attributes FROM room WHERE project_id = $1 UNION ALL
       SELECT id, attributes FROM customer WHERE project_id = $1 ORDER BY id`,
      [projectId],
    );
  const before = await state();
  for (const [file, counts] of [
    [rooms, { "building SAME": 1, "unit SAME": 1, "room SAME": 2 }],
    [await fileOf("CUSTOMERS"), { "customer SAME": 5, "relation SAME": 6 }],
  ] as const) {
    const one = await checked(file);
    expect(counted(one.summary.counts)).toEqual(counts);
    await commit(one.id);
  }
  expect(await state()).toEqual(before);
});

test("what differs is shown before it is written, and stands in the history; an empty cell changes nothing", async () => {
  const { fileOf, checked, rowsOf, commit, valuesOf, rooms, people, definitions } = await community();
  let file = await edited(await fileOf("ROOMS"), 2, "学区", "第一小学");
  file = await edited(file, 2, "装修验收日", "2022/3/1");
  file = await edited(file, 2, "设施", null);
  file = await edited(file, 3, "是否出租", "是");
  const one = await checked(file);
  expect(counted(one.summary.counts)).toMatchObject({ "room UPDATE": 2 });
  expect((await rowsOf(one.id, "UPDATE")).map(({ changes }: { changes: object[] }) => changes)).toEqual([
    [
      { label: "装修验收日", before: "2021-02-28", after: "2022-03-01" },
      { label: "学区", before: "第二小学", after: "第一小学" },
    ],
    [{ label: "是否出租", before: null, after: "是" }],
  ]);
  await commit(one.id);
  const { choice, day, flag, several } = definitions;
  const [first] = await valuesOf("room", rooms.first.id);
  expect(first!.attributes).toMatchObject({
    [choice.id]: [choice.choices[0]!.id],
    [day.id]: ["2022-03-01"],
    [several.id]: [several.choices[2]!.id, several.choices[0]!.id],
  });
  expect(await valuesOf("room", rooms.second.id)).toEqual([{ attributes: { [flag.id]: ["true"] } }]);
  const [log] = await app.db.query(
    `SELECT summary, before, after FROM audit_log WHERE entity_id = $1 AND action = 'room.update' ORDER BY id DESC LIMIT 1`,
    [rooms.first.id],
  );
  expect(log).toEqual({
    summary: "导入房间的自定义资料：装修验收日、学区",
    before: { 自定义资料·装修验收日: "2021-02-28", 自定义资料·学区: "第二小学" },
    after: { 自定义资料·装修验收日: "2022-03-01", 自定义资料·学区: "第一小学" },
  });

  const person = await checked(await edited(await fileOf("CUSTOMERS"), 2, "职业", "医生"));
  expect(counted(person.summary.counts)).toMatchObject({ "customer UPDATE": 1, "customer SAME": 4 });
  await commit(person.id);
  expect(await valuesOf("customer", people.wang.id)).toEqual([{ attributes: { [definitions.job.id]: ["医生"] } }]);
});

test("each wrong cell is named by row and column; left out by decision, the rest is imported", async () => {
  const { fileOf, checked, rowsOf, at, manager, valuesOf, rooms } = await community();
  const wrong: [string, string, string][] = [
    ["学位数", "两个", "“两个”不是数字"],
    ["装修验收日", "2021-02-31", "不存在"],
    ["学区", "第三小学", "「学区」只能是：第一小学、第二小学"],
    ["设施", "地暖、游泳池", "「设施」只能是：地暖、新风、地暖、中央空调"],
    ["是否出租", "也许", "应填“是”或“否”"],
    ["备注（自定义资料）", "😀", "含有表情符号"],
  ];
  let file = await fileOf("ROOMS");
  for (const [header, value] of wrong) file = await edited(file, 3, header, value);
  const one = await checked(file);
  const [row] = await rowsOf(one.id, "REFUSE");
  expect(row).toMatchObject({ rowNo: 3, key: "0102" });
  const said = row.issues.map(({ message }: { message: string }) => message).join("\n");
  for (const [header, , sentence] of wrong) {
    expect(said).toContain(`「${header.replace("（自定义资料）", "")}`);
    expect(said).toContain(sentence);
  }
  expect(one.summary.decisions).toMatchObject([
    { code: "ATTRIBUTE_INVALID", question: expect.stringMatching(/“房产”第 3 行.*这 6 个值/) },
  ]);
  const start = await manager.post(`${at}/imports/${one.id}/commit`, { decisions: ["ATTRIBUTE_INVALID"] });
  expect(start.status).toBe(202);
  await app.drainJobs();
  expect((await manager.get(`${at}/imports/${one.id}`)).body.status).toBe("DONE");
  expect(await valuesOf("room", rooms.second.id)).toEqual([{ attributes: {} }]);
});

test("new rooms and customers come with their attributes, by the template of the project", async () => {
  const { at, manager, checked, commit, projectId, definitions } = await community();
  const { raw } = await manager.get(`${at}/import-templates/ROOMS`);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(raw as never);
  const sheet = workbook.worksheets[0]!;
  const headers = (sheet.getRow(1).values as string[]).slice(1);
  expect(headers).toContain("学位数");
  sheet.spliceRows(2, 1);
  const cells: Record<string, string | number> = {
    "楼栋*": "02",
    "单元/楼层*": "1",
    "房间代码*": "0201",
    "建筑面积*": 80,
    学位数: 2,
    设施: "地暖；中央空调",
  };
  headers.forEach((header, i) => (sheet.getCell(2, i + 1).value = cells[header] ?? null));
  const one = await checked(Buffer.from(await workbook.xlsx.writeBuffer()), "新房.xlsx");
  expect(counted(one.summary.counts)).toMatchObject({ "room CREATE": 1 });
  await commit(one.id);
  const [room] = await app.db.query("SELECT attributes FROM room WHERE project_id = $1 AND code = '0201'", [projectId]);
  const { number, several } = definitions;
  expect(room.attributes).toEqual({
    [number.id]: ["2"],
    [several.id]: [several.choices[1]!.id, several.choices[2]!.id],
  });
});

test("what is mandatory is asked of new rooms and customers as by their forms, and of nobody who is there", async () => {
  const { at, manager, checked, commit, rowsOf, fileOf, definitions } = await community();
  for (const [{ id }, name, type] of [
    [definitions.number, "学位数", "NUMBER"],
    [definitions.text, "备注", "TEXT"],
    [definitions.job, "职业", "TEXT"],
  ] as const)
    expect((await manager.put(`${at}/attributes/${id}`, { name, type, mandatory: true })).status).toBe(200);
  const refused = async (file: Buffer) => {
    const one = await checked(file);
    expect(one.summary.decisions.map(({ code }: { code: string }) => code)).toEqual(["ROWS_FAULTY"]);
    const [row] = await rowsOf(one.id, "REFUSE");
    const faults = row.issues.filter(({ severity }: { severity: string }) => severity === "REFUSE");
    return { one, said: faults.map(({ message }: { message: string }) => message) };
  };
  const rooms = await edited(await fileOf("ROOMS"), 3, "房间代码*", "0103");
  const { one, said } = await refused(await edited(rooms, 3, "学位数", "两个"));
  expect(said).toEqual([
    expect.stringContaining("「学位数」“两个”不是数字"),
    "房间 0103：缺少「备注（自定义资料）」，新房间必须填写",
  ]);
  expect(counted(one.summary.counts)).toMatchObject({ "room SAME": 1, "room REFUSE": 1 });
  await commit(one.id, ["ROWS_FAULTY"]);
  expect((await manager.get(`${at}/rooms?q=0103`)).body.items).toEqual([]);

  const customers = await fileOf("CUSTOMERS");
  const { rows } = await sheetOf(customers);
  const child = rows.findIndex((row) => row["客户名称*"] === "王朵") + 2;
  const person = await edited(await edited(customers, child, "客户编号", null), child, "客户名称*", "王新");
  expect((await refused(person)).said).toEqual(["王新：缺少「职业」，新客户必须填写"]);
  const full = await checked(await edited(person, child, "职业", "学生"));
  expect(counted(full.summary.counts)).toMatchObject({ "customer CREATE": 1, "customer SAME": 4 });
});

test("a definition that changes between the check and the commit makes the check stale", async () => {
  const { at, manager, fileOf, checked, definitions } = await community();
  const one = await checked(await edited(await fileOf("ROOMS"), 3, "学位数", "3"));
  const { number } = definitions;
  const off = { name: "学位数", type: "NUMBER", choices: [], active: false };
  expect((await manager.put(`${at}/attributes/${number.id}`, off)).status).toBe(200);
  await manager.post(`${at}/imports/${one.id}/commit`, { decisions: [] });
  await app.drainJobs();
  const { body } = await manager.get(`${at}/imports/${one.id}`);
  expect(body).toMatchObject({ status: "FAILED", failure: expect.stringContaining("检查之后系统里的数据有了变化") });
});

test("columns are chosen among those of the project; the register names them", async () => {
  const { at, manager, projectId, definitions } = await community();
  const columns = [`attribute:${definitions.choice.id}`];
  const { body } = await manager.post(`${at}/exports/preview`, { kind: "ROOMS", filter: {} });
  expect(body.columns).toContainEqual({ key: columns[0], label: "学区", required: false, masked: false });
  const done = await exported(app, manager, projectId, { kind: "ROOMS", columns });
  expect(done.columns).toEqual(["楼栋", "单元/楼层", "房间代码", "建筑面积", "学区"]);
  const unknown = {
    kind: "ROOMS",
    filter: {},
    reason: "核对",
    columns: ["attribute:018f3b9e-0000-7000-8000-000000000000"],
  };
  expect((await manager.post(`${at}/exports`, unknown)).body).toMatchObject({
    code: "EXPORT_COLUMNS",
    detail: "没有这些列：已停用的自定义资料",
  });
});
