import { startTestApp, type TestClient } from "../../test/test-app.js";
import { savedCustomer, savedRelation } from "../customer/customer.factories.js";
import { savedBuilding, savedProject, savedRoom, savedUnit } from "../property/property.factories.js";
import { checkedImport, committed, counted } from "./imports.factories.js";

/** Updates by import: found by code and number, shown field by field before the commit, key data only on request (CUS-02). */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

async function community() {
  const { id: projectId } = await savedProject(app, { firstPeriod: "2026-01" });
  const building = await savedBuilding(app, projectId, { code: "1" });
  const unit = await savedUnit(app, projectId, { buildingId: building.id, code: "1" });
  const room = await savedRoom(app, projectId, { unitId: unit.id, code: "101", name: "101 室" });
  const wang = await savedCustomer(app, projectId, {
    name: "王小明",
    idNumber: "11010519491231002X",
    mobile: "13912340001",
  });
  const li = await savedCustomer(app, projectId, { name: "李娜", mobile: "13912340002" });
  await savedRelation(app, room, { customerId: wang.id, share: "60" });
  await savedRelation(app, room, { customerId: li.id, share: "40" });
  const tenant = await savedCustomer(app, projectId, { name: "陈租客", mobile: "13912340003" });
  const tenancy = await savedRelation(app, room, { customerId: tenant.id, role: "TENANT", startsOn: "2025-01-01" });
  const client = await app.asRole("PROJECT_MANAGER", projectId);
  return { projectId, room, wang, li, tenant, tenancy, client, url: `/projects/${projectId}/imports` };
}

const csv = (headers: string, ...rows: string[]) => Buffer.from([headers, ...rows].join("\n"));
const PEOPLE = "房间代码,关系,客户名称,客户编号,手机,份额,结束日期";

test("rooms: what is new, changed, the same and faulty, with old and new of every field", async () => {
  const { client, url, projectId } = await community();
  const headers = "楼栋,单元,房间代码,房间名称,建筑面积,收费面积,户型,备注";
  const file = csv(
    headers,
    "1,1,101,101 室,100,99.5,四室两厅,",
    "1,1,102,102 室,80,80,两室,",
    "1,1,103,103 室,负八,80,两室,",
  );
  const checked = await checkedImport(app, client, url, "房产.csv", file);
  expect(counted(checked.summary.counts)).toEqual({
    "building SAME": 1,
    "unit SAME": 1,
    "room UPDATE": 1,
    "room CREATE": 1,
    "room REFUSE": 1,
  });
  const { body } = await client.get(`${url}/${checked.id}/rows?outcome=UPDATE`);
  expect(body.items).toMatchObject([
    {
      key: "101",
      changes: [
        { label: "收费面积", before: "100", after: "99.5" },
        { label: "户型", before: "三室两厅", after: "四室两厅" },
      ],
    },
  ]);
  const before = await app.db.query("SELECT charge_area FROM room WHERE project_id = $1", [projectId]);
  expect(before).toEqual([{ charge_area: "100.0000" }]);
  const done = await committed(app, client, url, checked.id, ["ROWS_FAULTY"]);
  expect(done.status).toBe("DONE");
});

test("key data are changed only by who may, and after a decision in so many words", async () => {
  const { client, url, projectId, wang } = await community();
  const file = csv(PEOPLE, `101,业主,王晓明,${wang.number},13912349999,60%,`);
  const checked = await checkedImport(app, client, url, "客户.csv", file);
  expect(checked.summary.decisions).toMatchObject([{ code: "KEY_DATA", rowCount: 1 }]);
  expect(checked.summary.decisions[0].question).toBe(
    "文件会修改 1 位已有客户的关键信息（姓名、证件、手机）：第 2 行 王晓明（客户名称 王小明 → 王晓明，手机 139****0001 → 139****9999）。是否确认修改？",
  );
  const start = (who: typeof client, decisions: string[]) => who.post(`${url}/${checked.id}/commit`, { decisions });
  expect(await start(client, [])).toMatchObject({ status: 409, body: { code: "DECISIONS_OPEN" } });
  const clerk = await app.as(["imports:run", "customer:write", "property:read"], projectId);
  expect(await start(clerk, ["KEY_DATA"])).toMatchObject({ status: 403, body: { code: "IMPORT_RIGHTS" } });
  await committed(app, client, url, checked.id, ["KEY_DATA"]);
  const [row] = await app.db.query(
    "SELECT name, mobile, id_number_hash FROM customer WHERE project_id = $1 AND id = $2",
    [projectId, wang.id],
  );
  expect(row).toEqual({ name: "王晓明", mobile: "13912349999", id_number_hash: wang.idNumberHash });
});

test("a number of the file that is somebody else's is refused", async () => {
  const { client, url, li, wang } = await community();
  const file = csv(
    "房间代码,关系,客户名称,客户编号,证件名称,证件号码",
    `101,业主,李娜,${li.number},居民身份证,11010519491231002X`,
  );
  const checked = await checkedImport(app, client, url, "客户.csv", file);
  const { body } = await client.get(`${url}/${checked.id}/rows?outcome=REFUSE`);
  expect(body.items[0].issues[0].message).toContain(`证件号码在系统中属于客户 王小明（${wang.number}）`);
});

test("shares move between owners, a tenancy ends on its day; the past stays", async () => {
  const { client, url, projectId, wang, li, tenant } = await community();
  const file = csv(
    PEOPLE,
    `101,业主,王小明,${wang.number},,30%,`,
    `101,业主,李娜,${li.number},,70%,`,
    `101,租户,陈租客,${tenant.number},,,2026-02-28`,
  );
  const checked = await checkedImport(app, client, url, "客户.csv", file);
  expect(counted(checked.summary.counts)).toEqual({ "customer SAME": 3, "relation UPDATE": 3 });
  const { body } = await client.get(`${url}/${checked.id}/rows?entity=relation`);
  expect(body.items.map(({ changes }: { changes: object[] }) => changes[0])).toEqual([
    { label: "份额", before: "60%", after: "30%" },
    { label: "份额", before: "40%", after: "70%" },
    { label: "结束日期", before: null, after: "2026-02-28" },
  ]);
  expect((await committed(app, client, url, checked.id)).failure).toBeNull();
  const rows = await app.db.query(
    `SELECT c.name, r.share, r.ends_on, r.end_reason FROM room_relation r JOIN customer c ON c.id = r.customer_id
      WHERE r.project_id = $1 ORDER BY r.id`,
    [projectId],
  );
  expect(rows).toMatchObject([
    { name: "王小明", share: "30.0000", ends_on: null },
    { name: "李娜", share: "70.0000", ends_on: null },
    { name: "陈租客", ends_on: "2026-02-28", end_reason: "导入“客户.csv”" },
  ]);
  const again = await checkedImport(app, client, url, "客户.csv", file);
  expect(counted(again.summary.counts)).toEqual({ "customer SAME": 3, "relation SAME": 3 });
});

test.each([
  ["before it began", "2024-12-31", "早于起始日期 2025-01-01"],
  ["on 31 February", "2026-02-31", "日期 2026-02-31 不存在"],
])("a relation that would end %s is refused", async (_what, day, sentence) => {
  const { client, url, tenant } = await community();
  const checked = await checkedImport(
    app,
    client,
    url,
    "客户.csv",
    csv(PEOPLE, `101,租户,陈租客,${tenant.number},,,${day}`),
  );
  const { body } = await client.get(`${url}/${checked.id}/rows?outcome=REFUSE`);
  expect(JSON.stringify(body.items)).toContain(sentence);
});

test("the last owner cannot be ended by import: said at the check, and he stays when his row is left out", async () => {
  const { client, url, projectId, wang, li } = await community();
  const file = csv(PEOPLE, `101,业主,王小明,${wang.number},,,2026-02-28`, `101,业主,李娜,${li.number},,,2026-02-28`);
  const checked = await checkedImport(app, client, url, "客户.csv", file);
  const { body } = await client.get(`${url}/${checked.id}/rows?outcome=REFUSE`);
  const [refusal] = body.items.flatMap(({ issues }: { issues: object[] }) => issues);
  expect(refusal).toMatchObject({ field: "to", code: "LAST_OWNER", message: expect.stringContaining("2026-03-01") });
  const done = await committed(app, client, url, checked.id, ["ROWS_FAULTY"]);
  expect(done).toMatchObject({ status: "DONE", failure: null });
  const [{ open }] = await app.db.query(
    "SELECT count(*)::int AS open FROM room_relation WHERE project_id = $1 AND role = 'OWNER' AND ends_on IS NULL",
    [projectId],
  );
  expect(open).toBe(1);
});

test("areas count from the day the file names; the same file again, and its export, change nothing", async () => {
  const { client, url, projectId, room } = await community();
  const headers = "楼栋,单元,房间代码,建筑面积,收费面积,面积生效日期";
  const check = (row: string) => checkedImport(app, client, url, "房产.csv", csv(headers, row));
  const past = await check("1,1,101,100,96.5,2026-02-01");
  const { body } = await client.get(`${url}/${past.id}/rows?outcome=UPDATE`);
  expect(body.items).toMatchObject([
    {
      changes: [{ label: "收费面积（2026-02-01 起）", before: "100", after: "96.5" }],
      issues: [{ severity: "NOTE", code: "AREAS_BACKDATED" }],
    },
  ]);
  await committed(app, client, url, past.id);
  const future = await check("1,1,101,100,90,2026-05-01");
  await committed(app, client, url, future.id);
  const versions = await app.db.query(
    `SELECT starts_on AS "from", charge_area AS area FROM room_area_version WHERE project_id = $1 AND room_id = $2 ORDER BY starts_on`,
    [projectId, room.id],
  );
  expect(versions).toEqual([
    { from: "1900-01-01", area: "100.0000" },
    { from: "2026-02-01", area: "96.5000" },
    { from: "2026-05-01", area: "90.0000" },
  ]);
  const [now] = await app.db.query("SELECT charge_area FROM room WHERE project_id = $1 AND id = $2", [
    projectId,
    room.id,
  ]);
  expect(now.charge_area).toBe("96.5000");
  const again = await check("1,1,101,100,96.5,2026-02-01");
  expect(counted(again.summary.counts)).toMatchObject({ "room SAME": 1 });
});

test("areas from a day on need the right to change areas, as by hand", async () => {
  const { url, projectId } = await community();
  const rights = ["imports:run", "property:read", "property:write"] as const;
  const file = csv("楼栋,单元,房间代码,建筑面积,收费面积,面积生效日期", "1,1,101,100,96.5,2026-02-01");
  const start = async (client: TestClient) => {
    const { id } = await checkedImport(app, client, url, "房产.csv", file);
    return client.post(`${url}/${id}/commit`, { decisions: [] });
  };
  const clerk = await app.as([...rights], projectId);
  expect(await start(clerk)).toMatchObject({ status: 403, body: { code: "IMPORT_RIGHTS" } });
  expect((await start(await app.as([...rights, "property:areas"], projectId))).status).toBeLessThan(300);
});

test("a later change of areas is named; parts larger than the building are refused", async () => {
  const { client, url } = await community();
  const headers = "楼栋,单元,房间代码,建筑面积,收费面积,套内面积,使用面积,面积生效日期";
  const issuesOf = async (row: string) => {
    const { id } = await checkedImport(app, client, url, "房产.csv", csv(headers, row));
    const { body } = await client.get(`${url}/${id}/rows`);
    const issues = body.items.flatMap((item: { issues: object[] }) => item.issues);
    return { id, issues: issues as { severity: string; field: string; code: string; message: string }[] };
  };
  const future = await issuesOf("1,1,101,100,90,,,2026-05-01");
  expect(future.issues.map(({ code }) => code)).not.toContain("AREAS_LATER");
  await committed(app, client, url, future.id);
  expect((await issuesOf("1,1,101,100,95,,,2026-04-01")).issues).toContainEqual({
    severity: "NOTE",
    field: "areasFrom",
    code: "AREAS_LATER",
    message: "房间 101 在 2026-05-01 起已有另外的面积，自 2026-04-01 起的变更只到前一天为止",
  });
  const over = await issuesOf("1,1,101,100,95,100.5,101,2026-04-01");
  expect(over.issues.filter(({ severity }) => severity === "REFUSE")).toMatchObject([
    { field: "innerArea", code: "AREA_TOO_LARGE" },
    { field: "usableArea", code: "AREA_TOO_LARGE" },
  ]);
});
