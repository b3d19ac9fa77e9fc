import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startTestApp } from "../../test/test-app.js";
import { savedBuilding, savedProject, savedRoom, savedUnit } from "../property/property.factories.js";
import { checkedImport, committed, importProject } from "./imports.factories.js";

/** What the check made of a first import is kept for its commit, and believed only while nothing it rests on has changed. */
const folder = mkdtempSync(path.join(tmpdir(), "linli-kept-"));
const app = await startTestApp({ LINLI_DATA_DIR: folder });
afterAll(() => app.close());

const list = Buffer.from(
  [
    "楼栋,单元,房号,建筑面积,买受人,证件号码,联系电话,产权比例,合同编号,签约日期",
    "1栋,1单元,101,89.5,王小明,11010519491231002X,13912340001,100%,HT1,2025-06-01",
    "1栋,1单元,102,89.5,李娜、陈强,,13912340002,,HT2,2025-06-01",
  ].join("\n"),
);
const keptOf = (projectId: string, id: string) => path.join(folder, "files", projectId, "imports", `${id}.records`);

const written = (projectId: string) =>
  app.db.query(
    `SELECT r.code, c.name, l.share, l.starts_on, c.incomplete, (SELECT array_agg(p.number || p.kind || p.is_main) FROM customer_phone p
              WHERE p.project_id = c.project_id AND p.customer_id = c.id) AS phones
       FROM room_relation l JOIN room r ON r.project_id = l.project_id AND r.id = l.room_id
       JOIN customer c ON c.project_id = l.project_id AND c.id = l.customer_id
      WHERE l.project_id = $1 ORDER BY r.code, c.name`,
    [projectId],
  );

test("kept records and the workbook itself lead to the same rows, and what was kept goes with the commit", async () => {
  const results = [];
  for (const harm of [() => undefined, (file: string) => writeFileSync(file, `${readFileSync(file, "utf8")}{}\n`)]) {
    const { projectId, client, url } = await importProject(app);
    const checked = await checkedImport(app, client, url, "销控表.csv", list);
    expect(checked.summary).not.toHaveProperty("kept");
    const kept = keptOf(projectId, checked.id);
    expect(existsSync(kept)).toBe(true);
    harm(kept);
    expect(await committed(app, client, url, checked.id)).toMatchObject({ status: "DONE", failure: null });
    expect(existsSync(kept)).toBe(false);
    results.push(await written(projectId));
  }
  expect(results[0]).toMatchObject([
    { code: "101", name: "王小明", share: "100.0000", starts_on: "2025-06-01", phones: ["13912340001MOBILEtrue"] },
    { code: "102", name: "李娜", share: "50.0000" },
    { code: "102", name: "陈强", share: "50.0000", phones: null },
  ]);
  expect(results[1]).toEqual(results[0]);
});

test("what the project learns between check and commit is seen: a check out of date is refused", async () => {
  const { projectId, client, url } = await importProject(app);
  const checked = await checkedImport(app, client, url, "销控表.csv", list);
  const building = await savedBuilding(app, projectId, { code: "1" });
  const unit = await savedUnit(app, projectId, { buildingId: building.id, code: "1" });
  await savedRoom(app, projectId, { unitId: unit.id, code: "101" });
  const done = await committed(app, client, url, checked.id);
  expect(done).toMatchObject({ status: "FAILED", failure: expect.stringContaining("重新检查") });
  expect(await written(projectId)).toEqual([]);
});

test("nothing is kept of a file that changes what is there", async () => {
  const { id: projectId } = await savedProject(app, { firstPeriod: "2026-01" });
  const building = await savedBuilding(app, projectId, { code: "1" });
  const unit = await savedUnit(app, projectId, { buildingId: building.id, code: "1" });
  await savedRoom(app, projectId, { unitId: unit.id, code: "101" });
  const client = await app.asRole("PROJECT_MANAGER", projectId);
  const checked = await checkedImport(app, client, `/projects/${projectId}/imports`, "销控表.csv", list);
  expect(existsSync(keptOf(projectId, checked.id))).toBe(false);
});
