import { createHash, randomInt } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { KillableApi, pause } from "../../test/killable-api.js";
import { startTestApp, testSecrets } from "../../test/test-app.js";
import { savedProject, savedRoom, savedUnit } from "../property/property.factories.js";
import { sheetOf } from "./exports.factories.js";

/** The process is killed while it writes an export: there is no file under its name until all of it is there, once. */
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
  expect(createHash("sha256").update(content).digest("hex")).toBe(done.sha256);
  expect((await sheetOf(content)).rows.length).toBe(ROOMS);
  expect(readdirSync(path.dirname(file))).toEqual([body.id]);
}, 120_000);
