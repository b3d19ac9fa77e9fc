import type { ExportKind } from "@linli/contracts";
import { startTestApp } from "../../test/test-app.js";
import { checkedImport, committed, counted } from "../imports/imports.factories.js";
import { downloaded, edited, exported, savedCommunity, sheetOf } from "./exports.factories.js";

/** What is exported is a workbook of our own template: imported again unchanged, it changes nothing (QRY-04, CUS-02). */
const app = await startTestApp();
afterAll(() => app.close());

const community = await savedCommunity(app);
const { projectId } = community;
const manager = await app.asRole("PROJECT_MANAGER", projectId);
const approver = await app.asRole("COMPANY_MANAGER");
const imports = `/projects/${projectId}/imports`;

async function fileOf(kind: ExportKind, includeNumbers = false): Promise<Buffer> {
  const body = await exported(app, manager, projectId, { kind, includeNumbers });
  if (includeNumbers) {
    await approver.post(`/projects/${projectId}/approvals/${body.approvalId}/approve`, {});
    await app.drainJobs();
  }
  return downloaded(manager, projectId, body.id);
}

/** Everything the kinds write, as it stands. */
async function state(): Promise<unknown[]> {
  const tables = [
    "building",
    "unit",
    "room",
    "customer",
    "room_relation",
    "payer",
    "rate_binding",
    "parking_space",
    "vehicle",
    "vehicle_relation",
  ];
  return Promise.all(
    tables.map((table) => app.db.query(`SELECT * FROM ${table} WHERE project_id = $1 ORDER BY id`, [projectId])),
  );
}

test.each<[ExportKind, boolean, Record<string, number>]>([
  ["ROOMS", false, { "building SAME": 1, "unit SAME": 1, "room SAME": 2 }],
  ["CUSTOMERS", false, { "customer SAME": 5, "relation SAME": 6 }],
  ["CUSTOMERS", true, { "customer SAME": 5, "relation SAME": 6 }],
  ["PAYERS", false, { "payer SAME": 2 }],
  ["SPACES", false, { "space SAME": 2 }],
  ["BINDINGS", false, { "binding SAME": 3 }],
  ["VEHICLES", false, { "vehicle SAME": 3 }],
])("%s (whole numbers: %s) imported unchanged changes nothing", async (kind, whole, counts) => {
  const before = await state();
  const checked = await checkedImport(app, manager, imports, `${kind}.xlsx`, await fileOf(kind, whole));
  expect(checked).toMatchObject({ kind, recognised: true, failure: null, status: "CHECKED" });
  expect(counted(checked.summary.counts)).toEqual(counts);
  expect(checked.summary).toMatchObject({ blocking: 0, decisions: [] });
  const done = await committed(app, manager, imports, checked.id);
  expect(done).toMatchObject({ status: "DONE" });
  expect(counted(done.summary.counts)).toEqual(counts);
  expect(await state()).toEqual(before);
});

test("a binding names its space: in other words it is the same, another space is a new one, none or a wrong one is refused (BIL-05)", async () => {
  const file = await fileOf("BINDINGS");
  const { rows } = await sheetOf(file);
  const at = rows.findIndex((row) => row["计费对象"] === "车位 B001") + 2;
  expect(at).toBeGreaterThan(1);
  const refusals = async (cell: string | null, header = "计费对象") => {
    const changed = await edited(file, at, header, cell);
    const checked = await checkedImport(app, manager, imports, "绑定.xlsx", changed);
    const { body } = await manager.get(`${imports}/${checked.id}/rows?outcome=REFUSE`);
    return {
      id: checked.id,
      counts: counted(checked.summary.counts),
      said: body.items.map(({ rowNo, issues }: { rowNo: number; issues: { message: string }[] }) => [
        rowNo,
        issues[0]!.message,
      ]),
    };
  };
  expect(await refusals("B001")).toMatchObject({ counts: { "binding SAME": 3 }, said: [] });
  expect((await refusals("车位 B999")).said).toEqual([[at, "计费对象：没有车位、车辆、合同“车位 B999”"]]);
  expect((await refusals("粤B88888")).said).toEqual([]);
  // the room's own binding of the item lasts
  expect((await refusals(null)).said).toEqual([[at, expect.stringContaining("日期重叠")]]);
  const moved = await refusals("0102", "房间代码*");
  expect(moved.said).toEqual([[at, expect.stringMatching(/车位 B001 已绑定.*记在房间 0101 名下/)]]);
  const [row] = (await manager.get(`${imports}/${moved.id}/rows?outcome=REFUSE`)).body.items;
  expect(row.issues).toContainEqual(
    expect.objectContaining({ severity: "NOTE", message: "车位 B001 登记在 0101，不是这个房间的，请核对" }),
  );
  const other = await refusals("车位 B002");
  expect(other).toMatchObject({ counts: { "binding SAME": 2, "binding CREATE": 1 }, said: [] });
  await committed(app, manager, imports, other.id);
  const { body } = await manager.get(`/projects/${projectId}/bindings?q=${encodeURIComponent("车位 B002")}`);
  expect(body.items).toMatchObject([{ roomCode: "0101", objectLabel: "车位 B002", quantity: "12.34" }]);
});

test("every field is there as it is stored: leading zeros, four places, dates, line breaks, shares", async () => {
  const { rows } = await sheetOf(await fileOf("ROOMS"));
  expect(rows[0]).toMatchObject({
    "楼栋*": "01",
    "房间代码*": "0101",
    房间名称: "Ａ座 0101 室",
    楼层: -1,
    "建筑面积*": 94.5678,
    收费面积: 90.0001,
    使用面积: 70.1234,
    总层数: 18,
    是否有电梯: "是",
    交房通知日期: "2019-12-20",
    交房日期: "2020-01-05",
    入住日期: "2020-02-29",
    备注: "朝向“南北”\n第二行，含 <b>&</b>",
  });
  const people = (await sheetOf(await fileOf("CUSTOMERS"))).rows;
  expect(people.map((row) => [row["客户名称*"], row["房间代码*"], row["关系*"], row["份额"], row["结束日期"]])).toEqual(
    [
      ["王小明", "0101", "业主", "33.3333%", null],
      ["李娜", "0101", "业主", "66.6667%", null],
      ["李娜", "0102", "租户", null, "2021-12-31"],
      ["李娜", "0102", "租户", null, "2023-06-30"],
      ["翠湖贸易（深圳）有限公司", "0102", "业主", null, null],
      ["王朵", "0101", "家庭成员", null, null],
      ["没有房间的人", null, null, null, null],
    ],
  );
  expect(people[0]).toMatchObject({ 手机: "139****0001", 证件号码: expect.stringMatching(/^440304\*{8}/) });
});

test("masked numbers say “unchanged” for a known customer and are refused for a new one", async () => {
  const file = await fileOf("CUSTOMERS");
  const { wang } = community.people;
  const address = await checkedImport(
    app,
    manager,
    imports,
    "改地址.xlsx",
    await edited(file, 2, "通讯地址", "新地址 2 号"),
  );
  expect(counted(address.summary.counts)).toEqual({ "customer SAME": 4, "customer UPDATE": 1, "relation SAME": 6 });
  await committed(app, manager, imports, address.id);
  const [row] = await app.db.query("SELECT * FROM customer WHERE project_id = $1 AND id = $2", [projectId, wang.id]);
  expect(row).toMatchObject({
    address: "新地址 2 号",
    mobile: "13912340001",
    home_phone: "0755-26001234",
    id_number_hash: wang.idNumberHash,
    emergency_phone: "13900000002",
  });

  const unknown = await checkedImport(app, manager, imports, "新客户.xlsx", await edited(file, 2, "客户编号", null));
  const { body } = await manager.get(`${imports}/${unknown.id}/rows?outcome=REFUSE`);
  expect(body.items[0].issues[0]).toMatchObject({ code: "MASKED_NUMBER", severity: "REFUSE" });
  expect(body.items[0].issues[0].message).toContain(
    "王小明：证件号码、手机、家庭电话、紧急联络人电话、其他电话是打码的号码",
  );
});

test("into another project the whole workbook goes in as new", async () => {
  const other = await savedCommunity(app);
  const target = await (await import("../property/property.factories.js")).savedProject(app);
  const client = await app.asRole("PROJECT_MANAGER", other.projectId);
  const receiver = await app.asRole("PROJECT_MANAGER", target.id);
  const { id } = await exported(app, client, other.projectId, { kind: "ROOMS" });
  const url = `/projects/${target.id}/imports`;
  const checked = await checkedImport(app, receiver, url, "房产.xlsx", await downloaded(client, other.projectId, id));
  const done = await committed(app, receiver, url, checked.id);
  expect(counted(done.summary.counts)).toEqual({ "building CREATE": 1, "unit CREATE": 1, "room CREATE": 2 });
  const areas = await app.db.query("SELECT building_area, usable_area FROM room WHERE project_id = $1 ORDER BY code", [
    target.id,
  ]);
  expect(areas[0]).toEqual({ building_area: "94.5678", usable_area: "70.1234" });
});
