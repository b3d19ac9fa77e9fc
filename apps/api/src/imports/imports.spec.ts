import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { writeHcWorkbook } from "../../test/hc-workbook.js";
import { startTestApp } from "../../test/test-app.js";
import { checkedImport, committed, counted, importProject } from "./imports.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

const published = path.resolve(import.meta.dirname, "../../../../../shared/data/microcommunity-workbooks");
const sources: { name: string; file: () => Promise<Buffer> }[] = [
  { name: "a community workbook written here", file: () => writeHcWorkbook() },
];
if (existsSync(published))
  sources.push({ name: "the published hc.xlsx", file: async () => readFileSync(path.join(published, "hc.xlsx")) });
else test.skip("the published hc.xlsx (not here)", () => {});

const DECISIONS = ["OWNER_UNKNOWN", "ID_SHARED"];

describe.each(sources)("$name", ({ file }) => {
  test("is checked, decided and imported: 13 buildings of 2 units, 8 rooms, 2 fees, 11 bindings, 1 space", async () => {
    const { projectId, client, url } = await importProject(app);
    const upload = await client.upload(url, { name: "hc.xlsx", content: await file() });
    expect(upload).toMatchObject({
      status: 201,
      body: {
        kind: "COMMUNITY",
        status: "UPLOADED",
        recognised: true,
        mapping: { profile: "MICROCOMMUNITY_HC", missing: [] },
      },
    });
    expect(upload.body.sheets.map(({ name }: { name: string }) => name)).toEqual([
      "楼栋单元",
      "业主信息",
      "费用设置",
      "房屋信息",
      "车位信息",
    ]);
    const id = upload.body.id as string;

    const checked = await check(client, url, id);
    expect(checked.status).toBe("CHECKED");
    expect(counted(checked.summary.counts)).toEqual({
      "building CREATE": 13,
      "unit CREATE": 26,
      "customer REFUSE": 5,
      "fee CREATE": 2,
      "room CREATE": 8,
      "relation CREATE": 5,
      "relation REFUSE": 3,
      "binding CREATE": 11,
      "space CREATE": 1,
    });
    expect(counted(checked.summary.expected)).toMatchObject({ "customer CREATE": 5, "relation LEFT_OUT": 3 });
    expect(checked.summary.blocking).toBe(8);
    expect(checked.summary.decisions).toMatchObject([
      { code: "OWNER_UNKNOWN", rowCount: 3, taken: false },
      { code: "ID_SHARED", rowCount: 5, taken: false },
    ]);
    expect(checked.summary.decisions[0].question).toContain("“房屋信息”第 7、8、9 行指向的业主在业主表中不存在");
    expect(checked.summary).toMatchObject({ incompleteRooms: 8, incompleteCustomers: 5 });
    expect(checked.summary.incomplete).toContainEqual({ entity: "room", label: "朝向", count: 8 });
    expect(checked.summary.incomplete).toContainEqual({ entity: "customer", label: "紧急联络人", count: 5 });
    expect(checked.summary.incomplete).toContainEqual({ entity: "space", label: "车位权属", count: 1 });

    const open = await client.post(`${url}/${id}/commit`, { decisions: ["ID_SHARED"] });
    expect(open).toMatchObject({ status: 409, body: { code: "DECISIONS_OPEN" } });
    expect(open.body.detail).toContain("第 7、8、9 行指向的业主");
    const extra = await client.post(`${url}/${id}/commit`, { decisions: [...DECISIONS, "ROWS_FAULTY"] });
    expect(extra).toMatchObject({ status: 400, body: { code: "DECISIONS_UNKNOWN" } });
    expect(await figures(projectId)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);

    const done = await committed(app, client, url, id, DECISIONS);
    expect(done).toMatchObject({ status: "DONE", failure: null });
    expect(await figures(projectId)).toEqual([13, 26, 8, 5, 5, 2, 11, 1]);
    expect(counted(done.summary.counts)).toMatchObject({
      "customer CREATE": 5,
      "relation CREATE": 5,
      "relation LEFT_OUT": 3,
    });
    expect(done.summary.decisions.every(({ taken }: { taken: boolean }) => taken)).toBe(true);
    const rooms = await app.db.query(
      "SELECT code, building_area, charge_area, incomplete FROM room WHERE project_id = $1 ORDER BY code",
      [projectId],
    );
    expect(rooms).toHaveLength(8);
    for (const room of rooms)
      expect(room).toMatchObject({ building_area: "94.5600", charge_area: "94.5600", incomplete: ["orientation"] });
    const [audit] = await app.db.query(
      "SELECT summary, user_name FROM audit_log WHERE project_id = $1 AND action = 'import-batch.import'",
      [projectId],
    );
    expect(audit.user_name).toBe("项目经理");
    expect(audit.summary).toContain("新增房间 8");
  });

  test("a second import of the same file says SAME and creates nothing", async () => {
    const { projectId, client, url } = await importProject(app);
    const first = await checkedImport(app, client, url, "hc.xlsx", await file());
    await committed(app, client, url, first.id, DECISIONS);
    const again = await checkedImport(app, client, url, "hc.xlsx", await file());
    expect(counted(again.summary.expected)).toEqual({
      "building SAME": 13,
      "unit SAME": 26,
      "customer SAME": 5,
      "fee SAME": 2,
      "room SAME": 8,
      "relation SAME": 5,
      "relation LEFT_OUT": 3,
      "binding SAME": 11,
      "space SAME": 1,
    });
    const done = await committed(app, client, url, again.id, DECISIONS);
    expect(done.status).toBe("DONE");
    expect(await figures(projectId)).toEqual([13, 26, 8, 5, 5, 2, 11, 1]);
    expect((await client.post(`${url}/${again.id}/commit`, { decisions: DECISIONS })).body.code).toBe("IMPORT_DONE");
    expect((await client.post(`${url}/${again.id}/check`)).body.code).toBe("IMPORT_DONE");
  });

  test("a full month of room 1011 comes to 142.93 + 114.56; rooms without owner have no payer", async () => {
    const { projectId, client, url } = await importProject(app);
    const checked = await checkedImport(app, client, url, "hc.xlsx", await file());
    await committed(app, client, url, checked.id, DECISIONS);
    const biller = await app.as(["billing:read", "billing:run", "billing:publish", "property:read"], projectId);
    const run = await biller.post(`/projects/${projectId}/runs`, { period: "2026-03" });
    await app.drainJobs();
    const lines = await app.db.query(
      `SELECT o.code, f.name, l.amount_fen AS fen, l.difference FROM charge_run_line l
         JOIN room o ON o.project_id = l.project_id AND o.id = l.room_id
         JOIN fee_item f ON f.project_id = l.project_id AND f.id = l.fee_item_id
        WHERE l.project_id = $1 AND l.run_id = $2 ORDER BY o.code, f.name`,
      [projectId, run.body.runId],
    );
    expect(lines).toHaveLength(11);
    expect(lines.slice(0, 2)).toMatchObject([
      { code: "1011", name: "测试收费1", fen: 14293 },
      { code: "1011", name: "测试收费2", fen: 11456 },
    ]);
    const without = lines.filter(({ difference }: { difference: string }) => difference === "NO_PAYER");
    expect(without.map(({ code }: { code: string }) => code)).toEqual(["1022", "1023", "1024", "1024"]);
    const publish = await biller.post(`/projects/${projectId}/runs/${run.body.runId}/publish`, {
      skipWithoutPayer: true,
    });
    expect(publish.status).toBe(202);
    await app.drainJobs();
    const [{ sum, count }] = await app.db.query(
      `SELECT sum(c.amount_fen)::int AS sum, count(*)::int AS count FROM charge c JOIN room o ON o.project_id = c.project_id AND o.id = c.room_id
        WHERE c.project_id = $1 AND o.code = '1011'`,
      [projectId],
    );
    expect({ sum, count }).toEqual({ sum: 25749, count: 2 });
  });
});

async function check(client: Awaited<ReturnType<typeof importProject>>["client"], url: string, id: string) {
  expect((await client.post(`${url}/${id}/check`)).status).toBe(202);
  await app.drainJobs();
  return (await client.get(`${url}/${id}`)).body;
}

test("a receptionist may import people, but not prices and rooms he could not write by hand", async () => {
  const { projectId, url } = await importProject(app);
  const receptionist = await app.asRole("RECEPTIONIST", projectId);
  const { id } = await checkedImport(app, receptionist, url, "hc.xlsx", await writeHcWorkbook());
  const refused = await receptionist.post(`${url}/${id}/commit`, { decisions: ["ID_SHARED", "OWNER_UNKNOWN"] });
  expect(refused).toMatchObject({ status: 403, body: { code: "IMPORT_RIGHTS" } });
  expect(refused.body.detail).toContain("收费标准");
  expect(await figures(projectId)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});

/** Buildings, units, rooms, customers, relations, fee items, bindings, spaces. */
async function figures(projectId: string): Promise<number[]> {
  const tables = ["building", "unit", "room", "customer", "room_relation", "fee_item", "rate_binding", "parking_space"];
  const counts = tables.map((table) => `(SELECT count(*)::int FROM ${table} WHERE project_id = $1) AS ${table}`);
  const [row] = await app.db.query(`SELECT ${counts.join(", ")}`, [projectId]);
  return tables.map((table) => row[table]);
}
