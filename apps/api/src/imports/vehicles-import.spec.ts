import ExcelJS from "exceljs";
import { checkInvariants } from "../../test/invariants.js";
import { savedCustomer } from "../customer/customer.factories.js";
import { startTestApp } from "../../test/test-app.js";
import { downloaded, edited, exported, savedCommunity } from "../exports/exports.factories.js";
import { checkedImport, committed, counted } from "./imports.factories.js";

/** Vehicles come in and go out as a workbook of their own (SCN-09, CUS-02). */
const app = await startTestApp();
afterAll(() => app.close());

const HEADERS = ["车牌号码", "汽车型号", "汽车颜色", "与车辆的关系", "客户名称", "客户编号", "房间代码", "车位号"];
const MORE = ["主副车", "停放方式", "起始日期", "结束日期", "备注"];

async function community() {
  const { projectId, rooms, people } = await savedCommunity(app);
  const manager = await app.asRole("PROJECT_MANAGER", projectId);
  const at = `/projects/${projectId}`;
  const imports = `${at}/imports`;
  const checked = (file: Buffer) => checkedImport(app, manager, imports, "车辆.xlsx", file);
  const commit = (id: string) => committed(app, manager, imports, id);
  const rowsOf = async (id: string, outcome: string) =>
    (await manager.get(`${imports}/${id}/rows?outcome=${outcome}`)).body.items;
  const fileOf = async () =>
    downloaded(manager, projectId, (await exported(app, manager, projectId, { kind: "VEHICLES" })).id);
  return { projectId, rooms, people, manager, at, imports, checked, commit, rowsOf, fileOf };
}

/** A workbook with these rows, each a record by header. */
async function workbookOf(...rows: Record<string, string>[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("车辆");
  const headers = [...HEADERS, ...MORE];
  sheet.addRow(headers);
  for (const row of rows) sheet.addRow(headers.map((header) => row[header] ?? null));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const aCar = (more: Record<string, string> = {}) => ({
  车牌号码: "粤B·12345",
  汽车型号: "比亚迪汉",
  汽车颜色: "黑色",
  客户名称: "李娜",
  房间代码: "0101",
  起始日期: "2023-01-01",
  ...more,
});

test("a new vehicle comes with its owner and its users, and stands in their histories", async () => {
  const { projectId, people, rooms, manager, at, checked, commit } = await community();
  const one = await checked(
    await workbookOf(
      aCar({ 车位号: "B001", 停放方式: "自有", 备注: "访客车" }),
      aCar({ 与车辆的关系: "使用人", 客户名称: "王小明", 结束日期: "2024-12-31" }),
    ),
  );
  expect(one).toMatchObject({ kind: "VEHICLES", recognised: true });
  expect(counted(one.summary.counts)).toEqual({ "vehicle CREATE": 2 });
  await commit(one.id);
  const { body } = await manager.get(`${at}/vehicles?q=粤B12345`);
  expect(body.items).toMatchObject([{ plate: "粤B12345", model: "比亚迪汉", ownerName: "李娜", spaceCodes: ["B001"] }]);
  const { body: detail } = await manager.get(`${at}/vehicles/${body.items[0].id}`);
  expect(detail.remark).toBe("访客车");
  expect(detail.relations).toMatchObject([
    {
      customerId: people.li.id,
      role: "OWNER",
      rank: "SECOND",
      kind: "OWNED",
      roomCode: "0101",
      startsOn: "2023-01-01",
    },
    { customerId: people.wang.id, role: "USER", kind: "MONTHLY", endsOn: "2024-12-31" },
  ]);
  const logs = await app.db.query(
    "SELECT entity FROM audit_log WHERE project_id = $1 AND action = 'vehicle-relation.add' AND summary LIKE '%李娜%' ORDER BY entity",
    [projectId],
  );
  expect(logs.map(({ entity }: { entity: string }) => entity)).toEqual(["customer", "room", "vehicle"]);
  expect(rooms.first.code).toBe("0101");
  await checkInvariants(app.db, projectId);
});

test("an edited export changes the vehicle and ends a relation; what an import does not change is said", async () => {
  const { projectId, checked, commit, rowsOf, fileOf, manager, at } = await community();
  let file = await edited(await fileOf(), 2, "汽车颜色", "红色");
  file = await edited(file, 3, "汽车颜色", "红色");
  file = await edited(file, 2, "结束日期", "2025-06-30");
  file = await edited(file, 2, "主副车", "副车");
  const one = await checked(file);
  expect(counted(one.summary.counts)).toMatchObject({ "vehicle UPDATE": 2 });
  const [row] = await rowsOf(one.id, "UPDATE");
  expect(row.changes).toEqual([
    { label: "汽车颜色", before: "白色", after: "红色" },
    { label: "结束日期", before: null, after: "2025-06-30" },
  ]);
  expect(row.issues[0].message).toContain("主副车系统中为主车、文件为副车");
  await commit(one.id);
  const { body } = await manager.get(`${at}/vehicles?active=true`);
  expect(body.items).toMatchObject([{ color: "红色" }]);
  const [ended] = await app.db.query(
    "SELECT before, after FROM audit_log WHERE project_id = $1 AND action = 'vehicle-relation.end' AND entity = 'vehicle'",
    [projectId],
  );
  expect(ended).toEqual({
    before: { endsOn: null, endReason: null },
    after: { endsOn: "2025-06-30", endReason: "导入“车辆.xlsx”" },
  });
  const { body: detail } = await manager.get(`${at}/vehicles/${body.items[0].id}`);
  expect(detail.relations).toContainEqual(
    expect.objectContaining({ role: "OWNER", rank: "MAIN", endsOn: "2025-06-30", endReason: "导入“车辆.xlsx”" }),
  );
});

test.each<[string, Record<string, string>, string]>([
  ["a plate by the rule of the pages", { 车牌号码: "粤BI2345" }, "车牌号 粤BI2345 不能含字母 I 或 O"],
  ["a day that is not in the calendar", { 起始日期: "2023-02-30" }, "不存在"],
  ["days in the wrong order", { 结束日期: "2022-01-01" }, "结束日期 2022-01-01 早于起始日期 2023-01-01"],
  ["a new vehicle without its colour", { 汽车颜色: "" }, "新车辆须填写汽车型号和汽车颜色"],
  ["a new vehicle without an owner", { 与车辆的关系: "使用人" }, "新车辆须有一行车主"],
  ["an unknown room", { 房间代码: "9999" }, "房间 9999 不存在"],
  ["an unknown space", { 车位号: "Z9" }, "车位 Z9 不存在"],
  ["somebody the room does not know", { 客户名称: "赵六" }, "这个房间没有名叫 赵六 的客户"],
  ["a second main car of the room", { 主副车: "主车" }, "房间 0101 在这段时间的主车是 粤B88888"],
  ["a second owner", { 车牌号码: "粤B88888", 汽车型号: "", 汽车颜色: "" }, "的车主是王小明，请先结束原车主"],
  ["emoji", { 汽车型号: "🚗" }, "含有表情符号"],
  ["an over-long model", { 汽车型号: "长".repeat(51) }, "超过 50 个字"],
  ["a wrong choice", { 停放方式: "随便" }, "只能填：月租、自有、内部、免费"],
])("refuses %s, naming the row", async (_what, more, sentence) => {
  const { checked, rowsOf, projectId } = await community();
  const one = await checked(await workbookOf(aCar(more)));
  const [row] = await rowsOf(one.id, "REFUSE");
  expect(row).toMatchObject({ rowNo: 2 });
  expect(row.issues.map(({ message }: { message: string }) => message).join()).toContain(sentence);
  const [{ count }] = await app.db.query("SELECT count(*)::int AS count FROM vehicle WHERE project_id = $1", [
    projectId,
  ]);
  expect(count).toBe(2);
});

test("rows of one vehicle that contradict each other are refused", async () => {
  const { checked, rowsOf } = await community();
  const one = await checked(await workbookOf(aCar(), aCar({ 客户名称: "王小明" }), aCar({ 汽车颜色: "白色" })));
  const said = (await rowsOf(one.id, "REFUSE")).map(
    ({ rowNo, issues }: { rowNo: number; issues: [{ code: string }] }) => [rowNo, issues[0].code],
  );
  expect(said).toEqual([
    [3, "OTHER_OWNER"],
    [4, "VEHICLE_DIFFERS"],
  ]);
});

test("a change that only one row of a vehicle says contradicts the other row", async () => {
  const { checked, rowsOf, fileOf } = await community();
  const one = await checked(await edited(await fileOf(), 2, "汽车颜色", "红色"));
  const [row] = await rowsOf(one.id, "REFUSE");
  expect(row).toMatchObject({ rowNo: 3, key: "粤B88888 使用人 李娜", issues: [{ code: "VEHICLE_DIFFERS" }] });
});

/** The owner of the vehicle that is there, until June, and a car of somebody else from July on. */
const aSale = () => [
  aCar({
    车牌号码: "粤B88888",
    汽车型号: "",
    汽车颜色: "",
    客户名称: "王小明",
    起始日期: "2021-01-01",
    结束日期: "2025-06-30",
  }),
  aCar({ 车牌号码: "粤B88888", 汽车型号: "", 汽车颜色: "", 起始日期: "2025-07-01" }),
  aCar({ 主副车: "主车", 起始日期: "2025-07-01" }),
];

test("one file changes the owner: the old one ends, the new one begins, another car is the main one", async () => {
  const { projectId, checked, commit, manager, at } = await community();
  const one = await checked(await workbookOf(...aSale()));
  expect(counted(one.summary.counts)).toEqual({ "vehicle CREATE": 2, "vehicle UPDATE": 1 });
  expect(await commit(one.id)).toMatchObject({ status: "DONE" });
  const { body } = await manager.get(`${at}/vehicles?active=true`);
  const owners = body.items.map(({ plate, ownerName }: Record<string, string>) => [plate, ownerName]);
  expect(owners).toEqual(
    expect.arrayContaining([
      ["粤B88888", "李娜"],
      ["粤B12345", "李娜"],
    ]),
  );
  await checkInvariants(app.db, projectId);
});

test("the number of an entry that was merged means the one it went into", async () => {
  const { projectId, people, manager, at, checked, commit } = await community();
  const twin = await savedCustomer(app, projectId, { name: "李 娜" });
  const pair = { survivorId: people.li.id, mergedId: twin.id, reason: "同一人重复录入" };
  expect((await manager.post(`${at}/customer-merges`, pair)).status).toBe(201);
  const one = await checked(await workbookOf(aCar({ 客户名称: "李 娜", 客户编号: twin.number })));
  expect(counted(one.summary.counts)).toEqual({ "vehicle CREATE": 1 });
  await commit(one.id);
  const { body } = await manager.get(`${at}/vehicles?q=粤B12345`);
  expect(body.items).toMatchObject([{ ownerName: "李娜" }]);
  const { body: detail } = await manager.get(`${at}/vehicles/${body.items[0].id}`);
  expect(detail.relations).toMatchObject([{ customerId: people.li.id }]);
});

/** Whether somebody waits for a lock. */
async function isWaiting(): Promise<boolean> {
  const [row] = await app.db.query<{ waits: boolean }[]>(
    "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS waits",
  );
  return row!.waits;
}

test("a relation that somebody ends while the import is written stays as he ended it", async () => {
  const { projectId, checked, fileOf, imports, manager } = await community();
  const one = await checked(await edited(await fileOf(), 2, "结束日期", "2025-06-30"));
  const ending = app.db.createQueryRunner();
  await ending.startTransaction();
  await ending.query("SELECT 1 FROM vehicle WHERE project_id = $1 AND active FOR UPDATE", [projectId]);
  const end =
    "UPDATE vehicle_relation SET ends_on = '2025-03-31', end_reason = '卖出' WHERE project_id = $1 AND ends_on IS NULL";
  await ending.query(end, [projectId]);
  await manager.post(`${imports}/${one.id}/commit`, { decisions: [] });
  const writing = app.drainJobs();
  for (let tries = 0; tries < 200 && !(await isWaiting()); tries++) await new Promise((go) => setTimeout(go, 25));
  await ending.commitTransaction();
  await ending.release();
  await writing;
  const { body } = await manager.get(`${imports}/${one.id}`);
  expect(body).toMatchObject({ status: "FAILED", failure: expect.stringContaining("在检查之后有了变化") });
  const ends = await app.db.query("SELECT ends_on FROM vehicle_relation WHERE project_id = $1 AND rank = 'MAIN'", [
    projectId,
  ]);
  expect(ends).toEqual([{ ends_on: "2025-03-31" }]);
});

test("whoever may not keep vehicles may not import them", async () => {
  const { checked, imports, projectId } = await community();
  const one = await checked(await workbookOf(aCar()));
  const clerk = await app.as(["imports:run", "property:read"], projectId);
  const refused = await clerk.post(`${imports}/${one.id}/commit`, { decisions: [] });
  expect(refused).toMatchObject({ status: 403, body: { code: "IMPORT_RIGHTS" } });
});

test("a main car that is registered between the check and the commit makes the check stale", async () => {
  const { checked, commit, manager, at, people, rooms } = await community();
  const second = aCar({ 房间代码: "0102", 客户编号: people.li.number, 主副车: "主车" });
  const one = await checked(await workbookOf(second));
  const body = {
    plate: "粤B77777",
    model: "本田雅阁",
    color: "银色",
    customerId: people.li.id,
    roomId: rooms.second.id,
    rank: "MAIN",
    kind: "MONTHLY",
    startsOn: "2023-06-01",
  };
  expect((await manager.post(`${at}/vehicles`, body)).status).toBe(201);
  expect(await commit(one.id)).toMatchObject({ status: "FAILED" });
});
