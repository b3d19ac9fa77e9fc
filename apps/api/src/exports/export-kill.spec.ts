import { createHash, randomInt } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { KillableApi, pause } from "../../test/killable-api.js";
import { somebodyWaits } from "../../test/somebody-waits.js";
import { startTestApp, testSecrets } from "../../test/test-app.js";
import { anArchive, aYear, rowsOf, unzipped } from "../billing/archives/archives.factories.js";
import { formatFen } from "../common/money.js";
import { savedProject, savedRoom, savedUnit } from "../property/property.factories.js";
import { sheetOf } from "./exports.factories.js";

/** The process is killed while it writes an export or an archive: there is no file under its name until all of it is there, once. */
const folder = mkdtempSync(path.join(tmpdir(), "linli-export-kill-"));
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

const ROOMS = 8000;
const CHARGES = 3000;
const sha256 = (content: Buffer) => createHash("sha256").update(content).digest("hex");

test("an export killed in the middle leaves no half file and completes when it is taken up again", async () => {
  const { id: projectId } = await savedProject(app, { exportApprovalRows: 100_000 });
  const unit = await savedUnit(app, projectId);
  const { id } = await savedRoom(app, projectId, { unitId: unit.id, code: "0" });
  await app.db.query(
    `INSERT INTO room SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'code', n::text))).*
       FROM room r, generate_series(1, $3) AS n WHERE r.project_id = $1 AND r.id = $2`,
    [projectId, id, ROOMS - 1],
  );
  const client = await app.asRole("PROJECT_MANAGER", projectId);
  const url = `/projects/${projectId}/exports`;
  const { body } = await client.post(url, { kind: "ROOMS", filter: {}, reason: "年度核对" });
  const file = path.join(folder, "files", projectId, "exports", body.id);
  for (let kill = 0; kill < 3; kill += 1) {
    await api.start();
    await pause(randomInt(100, 1500));
    await api.kill();
    const { status } = (await client.get(`${url}/${body.id}`)).body;
    if (existsSync(file)) expect((await sheetOf(readFileSync(file))).rows.length).toBe(ROOMS);
    else expect(status).toBe("RUNNING");
  }
  await api.start();
  for (let tries = 0; tries < 600 && (await client.get(`${url}/${body.id}`)).body.status !== "READY"; tries += 1)
    await pause(100);
  const done = (await client.get(`${url}/${body.id}`)).body;
  expect(done).toMatchObject({ status: "READY", rows: ROOMS, failure: null });
  const content = readFileSync(file);
  expect(sha256(content)).toBe(done.sha256);
  expect((await sheetOf(content)).rows.length).toBe(ROOMS);
  expect(readdirSync(path.dirname(file))).toEqual([body.id]);
}, 400_000);

test("an archive killed while it is written, and where only its register is missing, is there once and adds up", async () => {
  const year = await aYear(app);
  const { id: like } = await year.charged(1_234, "2026-12");
  await app.db.query(
    `INSERT INTO charge SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()))).*
       FROM charge c, generate_series(1, $3) WHERE c.project_id = $1 AND c.id = $2`,
    [year.projectId, like, CHARGES - 1],
  );
  await year.close("2026-12", "2026-12-31");
  // the process knows no other day, and what both log stands in the order of their clocks
  app.clock.set(new Date().toISOString());
  const asked = anArchive();
  expect((await year.archivist.post(year.at, asked)).status).toBe(202);
  const stateOf = async () => (await year.archivist.get(`${year.at}/${asked.id}`)).body;
  const file = path.join(folder, "files", year.projectId, "archives", asked.id);

  await api.start();
  for (let tries = 0; tries < 6000 && !existsSync(`${file}.part`); tries += 1) await pause(5);
  await api.kill();
  expect(readdirSync(path.dirname(file))).toEqual([`${asked.id}.part`]);
  expect(await stateOf()).toMatchObject({ status: "RUNNING", canDownload: false, files: [] });

  // whoever holds the row of the register has the process wait with the whole file
  await app.db.transaction(async (tx) => {
    await tx.query("SELECT 1 FROM archive_export WHERE project_id = $1 AND id = $2 FOR UPDATE", [
      year.projectId,
      asked.id,
    ]);
    await api.start();
    for (let tries = 0; tries < 6000 && !existsSync(file); tries += 1) await pause(5);
    await somebodyWaits(app);
    await api.kill();
  });
  expect(await stateOf()).toMatchObject({ status: "RUNNING", canDownload: false, files: [] });

  await api.start();
  for (let tries = 0; tries < 600 && (await stateOf()).status === "RUNNING"; tries += 1) await pause(100);
  const done = await stateOf();
  expect(done).toMatchObject({ status: "READY", months: ["2026-11", "2026-12"], failure: null, canDownload: true });
  expect(readdirSync(path.dirname(file))).toEqual([asked.id]);
  const content = readFileSync(file);
  expect([sha256(content), content.length]).toEqual([done.sha256, done.size]);
  const files = await unzipped(content);
  // 200.00 of the year, and those that were added
  const december = formatFen(20_000 + CHARGES * 1_234);
  expect(rowsOf(files.get("目录.csv"))).toContainEqual(
    expect.objectContaining({ 文件: "2026-12/04-应收.csv", 行数: String(CHARGES + 1), "金额合计（元）": december }),
  );
  expect(rowsOf(files.get("2026-12/04-应收.csv"))).toHaveLength(CHARGES + 1);
  const check = rowsOf(files.get("年度-快照核对.csv"));
  expect(check.filter((row) => row["结果"] !== "一致")).toEqual([]);
  expect(check).toContainEqual(expect.objectContaining({ 月份: "2026-12", 项目: "应收", "月结快照（元）": december }));
  const told = await app.db.query("SELECT action FROM audit_log WHERE project_id = $1 AND entity_id = $2 ORDER BY id", [
    year.projectId,
    asked.id,
  ]);
  expect(told).toEqual([{ action: "archive-export.request" }, { action: "archive-export.export" }]);
}, 400_000);
