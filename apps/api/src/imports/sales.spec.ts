import ExcelJS from "exceljs";
import { startTestApp } from "../../test/test-app.js";
import { savedCustomer } from "../customer/customer.factories.js";
import { savedBuilding, savedRoom, savedUnit } from "../property/property.factories.js";
import { checkedImport, committed, counted, importProject } from "./imports.factories.js";

/** Lists of rooms and buyers as developers' sales software writes them, in the shapes they come in (CUS-02). */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

type Value = string | number | null;
const HEADERS = [
  "栋号",
  "单元",
  "房号",
  "建筑面积",
  "套内面积",
  "户型",
  "买受人",
  "证件号码",
  "联系电话",
  "产权比例",
  "合同编号",
  "签约日期",
  "交房日期",
  "付款方式",
  "总价",
];
const ZHANG = "11010519491231002X";
const LI = "440304198001011239";

async function workbook(build: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  build(book.addWorksheet("销控表"));
  return Buffer.from(await book.xlsx.writeBuffer());
}
const table = (...rows: Value[][]) => workbook((sheet) => sheet.addRows([HEADERS, ...rows]));
const sold = (overrides: Record<string, Value> = {}): Value[] =>
  HEADERS.map(
    (header) =>
      ({
        栋号: "1栋",
        单元: "1单元",
        房号: "0101",
        建筑面积: 89.5,
        套内面积: 72.1,
        户型: "三室两厅",
        买受人: "张三",
        证件号码: ZHANG,
        联系电话: "13912340001",
        合同编号: "HT-001",
        签约日期: "2025/6/1",
        交房日期: "2025年12月31日",
        付款方式: "按揭",
        总价: 1_230_000,
        ...overrides,
      })[header] ?? null,
  );

async function rowsOf(
  client: Awaited<ReturnType<typeof importProject>>["client"],
  url: string,
  id: string,
  query = "",
) {
  return (await client.get(`${url}/${id}/rows?pageSize=200${query}`)).body.items;
}

test("one row a room: co-owners with equal shares, dates as text, what has no place in the remark or named", async () => {
  const { projectId, client, url } = await importProject(app);
  const file = await table(
    sold({ 买受人: "张三、李四；王五", 证件号码: `${ZHANG}、${LI}；440304198502023457`, 联系电话: "13912340001" }),
    sold({
      房号: "0102",
      买受人: null,
      证件号码: null,
      联系电话: null,
      合同编号: null,
      签约日期: null,
      交房日期: null,
      付款方式: null,
    }),
  );
  const checked = await checkedImport(app, client, url, "销控表.xlsx", file);
  expect(checked).toMatchObject({ kind: "COMMUNITY", recognised: true, mapping: { profile: "SALES" } });
  const said = JSON.stringify(await rowsOf(client, url, checked.id));
  expect(said).toContain("这些列系统里没有对应的资料，没有导入：“总价”");
  expect(said).toContain("没有产权比例，3 位买受人按均等份额导入");
  expect(said).toContain("买受人 3 位，电话 1 个，记在第一位 张三 名下");
  const decisions = checked.summary.decisions.map(({ code }: { code: string }) => code);
  const done = await committed(app, client, url, checked.id, decisions);
  expect(done).toMatchObject({ status: "DONE", failure: null });
  const rooms = await app.db.query(
    "SELECT code, state, handed_over_on, remark, floor FROM room WHERE project_id = $1 ORDER BY code",
    [projectId],
  );
  expect(rooms).toEqual([
    {
      code: "0101",
      state: "SOLD",
      handed_over_on: "2025-12-31",
      remark: "合同编号 HT-001；签约日期 2025-06-01；付款方式 按揭",
      floor: 1,
    },
    { code: "0102", state: "UNSOLD", handed_over_on: null, remark: null, floor: 1 },
  ]);
  const owners = await app.db.query(
    `SELECT c.name, trim_scale(r.share)::text AS share, r.starts_on FROM room_relation r
       JOIN customer c ON c.project_id = r.project_id AND c.id = r.customer_id WHERE r.project_id = $1 ORDER BY r.share DESC, c.name`,
    [projectId],
  );
  expect(owners.map(({ share }: { share: string }) => share)).toEqual(["33.3334", "33.3333", "33.3333"]);
  expect(owners[0]).toMatchObject({ name: "张三", starts_on: "2025-12-31" });
  const again = await checkedImport(app, client, url, "销控表.xlsx", file);
  expect(counted(again.summary.counts)).not.toHaveProperty("room UPDATE");
  expect(counted(again.summary.counts)).toMatchObject({ "room SAME": 2, "customer SAME": 3, "relation SAME": 3 });
});

test("one row a buyer: two header rows, the room's cells merged over its buyers", async () => {
  const { projectId, client, url } = await importProject(app);
  const file = await workbook((sheet) => {
    sheet.addRow(["房源信息", null, null, "面积", null, "买受人信息", null, null, null]);
    sheet.addRow(["楼栋", "单元", "房间号", "建筑", "套内", "姓名", "证件号", "电话", "产权份额", "合同编号"]);
    sheet.addRow(["2", "1", "1201", 120.1234, 98.5, "张三", ZHANG, "13912340001", "70%", "HT-9"]);
    sheet.addRow([null, null, null, null, null, "李四", LI, "13912340002", "30%", null]);
    sheet.addRow(["2", "1", "1202", 88, 70, "李四", LI, "13912340002", null, "HT-10"]);
    for (const range of ["A1:C1", "D1:E1", "F1:I1", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4"])
      sheet.mergeCells(range);
  });
  const checked = await checkedImport(app, client, url, "认购台账.xlsx", file);
  expect(checked.mapping.profile).toBe("SALES");
  const counts = counted(checked.summary.expected);
  expect(counts).toMatchObject({
    "building CREATE": 1,
    "unit CREATE": 1,
    "room CREATE": 2,
    "customer CREATE": 2,
    "relation CREATE": 3,
  });
  await committed(app, client, url, checked.id);
  const rows = await app.db.query(
    `SELECT o.code, o.floor, c.name, trim_scale(r.share)::text AS share FROM room_relation r
       JOIN room o ON o.project_id = r.project_id AND o.id = r.room_id
       JOIN customer c ON c.project_id = r.project_id AND c.id = r.customer_id WHERE r.project_id = $1 ORDER BY o.code, c.name`,
    [projectId],
  );
  expect(rows).toEqual([
    { code: "1201", floor: 12, name: "张三", share: "70" },
    { code: "1201", floor: 12, name: "李四", share: "30" },
    { code: "1202", floor: 12, name: "李四", share: null },
  ]);
});

test("rooms are found in the directory under its own codes, buyers by their documents", async () => {
  const { projectId, client, url } = await importProject(app);
  const building = await savedBuilding(app, projectId, { code: "B1", name: "1栋" });
  const unit = await savedUnit(app, projectId, { buildingId: building.id, code: "U1", name: "1单元" });
  await savedRoom(app, projectId, { unitId: unit.id, code: "1-1-0101", state: "OCCUPIED", remark: "自有备注" });
  const known = await savedCustomer(app, projectId, { name: "张三", idNumber: ZHANG, mobile: "13912340001" });
  const checked = await checkedImport(app, client, url, "销控表.xlsx", await table(sold()));
  expect(counted(checked.summary.counts)).toMatchObject({
    "building SAME": 1,
    "unit SAME": 1,
    "room UPDATE": 1,
    "customer SAME": 1,
    "relation CREATE": 1,
  });
  const [room] = await rowsOf(client, url, checked.id, "&entity=room");
  expect(room.key).toBe("1-1-0101");
  expect(room.changes.map(({ label }: { label: string }) => label)).not.toContain("房间状态");
  expect(JSON.stringify(room.issues)).toContain("房间 1-1-0101 已有备注，没有写入：合同编号 HT-001");
  const done = await committed(app, client, url, checked.id);
  expect(done.status).toBe("DONE");
  const [relation] = await app.db.query("SELECT customer_id FROM room_relation WHERE project_id = $1", [projectId]);
  expect(relation.customer_id).toBe(known.id);
});

test("a .csv in GBK is read the same", async () => {
  const { client, url } = await importProject(app);
  const text = [
    "栋号,房号,建筑面积,购房人,身份证号,手机,签约日期",
    `3幢,0101,80,张三,${ZHANG},13912340001,2025-06-01`,
  ].join("\r\n");
  const iconv = await gbk(text);
  const checked = await checkedImport(app, client, url, "销控.csv", iconv);
  expect(checked.mapping.profile).toBe("SALES");
  expect(counted(checked.summary.expected)).toMatchObject({ "room CREATE": 1, "relation CREATE": 1 });
  expect(JSON.stringify(await rowsOf(client, url, checked.id))).toContain(
    "没有交房日期，业主关系自签约日期 2025-06-01 起",
  );
});

test.each<[string, Record<string, Value>, string]>([
  ["31 February", { 交房日期: "2026-02-31" }, "日期 2026-02-31 不存在"],
  ["a document in scientific notation", { 证件号码: "4.40304E+17" }, "科学计数法"],
  [
    "a document that became a number",
    { 证件号码: Number("440304198001011239") },
    "15 位以后已被表格软件改为 0，不能导入",
  ],
  ["documents that do not fit the buyers", { 买受人: "张三、李四" }, "证件号码 1 个，不能一一对应"],
  [
    "shares over the whole",
    { 买受人: "张三、李四", 证件号码: null, 联系电话: null, 产权比例: "70%、50%" },
    "超过 100%",
  ],
  ["an area below zero", { 建筑面积: -1 }, "不能小于 0"],
  ["no room number", { 房号: null }, "缺少房号"],
])("%s is said, row by row", async (_what, overrides, sentence) => {
  const { client, url } = await importProject(app);
  const file = await table(
    sold(overrides),
    sold({ 房号: "0102", 买受人: "陈六", 证件号码: null, 联系电话: "13912340006" }),
  );
  const checked = await checkedImport(app, client, url, "销控表.xlsx", file);
  expect(JSON.stringify(await rowsOf(client, url, checked.id))).toContain(sentence);
  expect(counted(checked.summary.expected)["room CREATE"]).toBeGreaterThanOrEqual(1);
});

/** GBK by the platform's own table: Node decodes it but does not encode it. */
async function gbk(text: string): Promise<Buffer> {
  const decoder = new TextDecoder("gbk");
  const table = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) table.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Buffer.from(
    [...text].flatMap((char) => (char.charCodeAt(0) < 0x80 ? [char.charCodeAt(0)] : (table.get(char) ?? [63]))),
  );
}

test("a list has no columns for mandatory attributes: each new room and customer says what to add afterwards", async () => {
  const { projectId, client, url } = await importProject(app);
  for (const [owner, name] of [
    ["ROOM", "学位数"],
    ["CUSTOMER", "职业"],
  ])
    await client.post(`/projects/${projectId}/attributes`, { owner, name, type: "TEXT", mandatory: true });
  const one = await checkedImport(app, client, url, "销控表.xlsx", await table(sold()));
  expect(one.summary).toMatchObject({ blocking: 0, decisions: [] });
  const rows = await rowsOf(client, url, one.id, "&withIssues=true");
  const said = rows.flatMap(({ issues }: { issues: { message: string }[] }) => issues.map(({ message }) => message));
  expect(said).toEqual(
    expect.arrayContaining(["学位数", "职业"].map((name) => `这类文件没有必填的自定义资料「${name}」，导入后请补填`)),
  );
  expect((await committed(app, client, url, one.id)).status).toBe("DONE");
});
