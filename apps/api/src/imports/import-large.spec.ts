import { startTestApp } from "../../test/test-app.js";
import { checkedImport, committed, counted, importProject } from "./imports.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

const ROOMS = 20_000;

/** 20,000 rooms of a community, 40 buildings of two units. */
function workbook(): Buffer {
  const rows = Array.from({ length: ROOMS }, (_, i) => {
    const [building, unit, room] = [1 + (i % 40), 1 + (Math.floor(i / 40) % 2), Math.floor(i / 80)];
    const code = `${building}-${unit}-${1 + Math.floor(room / 8)}0${1 + (room % 8)}`;
    return `${building},${unit},${code},${1 + Math.floor(room / 8)},${80 + (i % 60)}.37,${80 + (i % 60)}.37,三室两厅,南北`;
  });
  return Buffer.from(["楼栋,单元,房间代码,楼层,建筑面积,收费面积,户型,朝向", ...rows].join("\n"));
}

test("20,000 rooms are checked and imported", async () => {
  const { projectId, client, url } = await importProject(app);
  const checked = await checkedImport(app, client, url, "房产.csv", workbook());
  expect(counted(checked.summary.counts)).toMatchObject({
    "room CREATE": ROOMS,
    "unit CREATE": 80,
    "building CREATE": 40,
  });
  const done = await committed(app, client, url, checked.id);
  expect(done).toMatchObject({ status: "DONE", failure: null });
  const [{ count }] = await app.db.query("SELECT count(*)::int AS count FROM room WHERE project_id = $1", [projectId]);
  expect(count).toBe(ROOMS);
}, 120_000);
