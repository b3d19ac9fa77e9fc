import { randomInt } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { KillableApi, pause } from "../../test/killable-api.js";
import { startTestApp, testSecrets } from "../../test/test-app.js";
import { checkedImport, importProject } from "./imports.factories.js";

/** The process is killed while it writes an import; nothing of it is seen until all of it is, once. */
const folder = mkdtempSync(path.join(tmpdir(), "linli-import-kill-"));
const app = await startTestApp({ LINLI_DATA_DIR: folder });
const api = new KillableApi({
  ...testSecrets,
  DATABASE_URL: process.env.DATABASE_URL!,
  LINLI_DATA_DIR: folder,
  LOG_LEVEL: "silent",
  JOBS: "true",
});
afterAll(async () => {
  await api.kill();
  await app.close();
});

const ROOMS = 3000;
const workbook = Buffer.from(
  [
    "楼栋,单元,房间代码,建筑面积,收费面积,户型,朝向",
    ...Array.from({ length: ROOMS }, (_, i) => `1,1,${i + 1},80,80,两室,南`),
  ].join("\n"),
);

test("a commit killed in the middle leaves nothing and completes when it is taken up again", async () => {
  const { projectId, client, url } = await importProject(app);
  const { id } = await checkedImport(app, client, url, "房产.csv", workbook);
  expect((await client.post(`${url}/${id}/commit`, { decisions: [] })).status).toBe(202);
  const rooms = async () =>
    (await app.db.query("SELECT count(*)::int AS count FROM room WHERE project_id = $1", [projectId]))[0].count;
  for (let kill = 0; kill < 3; kill += 1) {
    await api.start();
    await pause(randomInt(100, 1500));
    await api.kill();
    expect([0, ROOMS]).toContain(await rooms());
  }
  await api.start();
  for (let tries = 0; tries < 600 && (await client.get(`${url}/${id}`)).body.status !== "DONE"; tries += 1)
    await pause(100);
  expect((await client.get(`${url}/${id}`)).body).toMatchObject({ status: "DONE", failure: null });
  expect(await rooms()).toBe(ROOMS);
}, 120_000);
