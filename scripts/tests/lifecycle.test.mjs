import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { root } from "../lib/paths.mjs";
import { freePort } from "../lib/ports.mjs";
import { startCluster, THROW_AWAY } from "../lib/postgres-cluster.mjs";
import { isAlive, sleep } from "../lib/processes.mjs";
import { folderFor, launch, problemsIn } from "./support.mjs";

const built = fs.existsSync(path.join(root, "apps/api/dist/main.js"));

/** Starts the system on a data folder and waits until it serves. */
async function started(dataFolder) {
  const port = await freePort();
  const program = launch("start.mjs", { env: { PORT: String(port), LINLI_DATA_DIR: dataFolder, LINLI_DEMO: "off" } });
  await program.until("邻里物业已启动");
  const database = Number(fs.readFileSync(path.join(dataFolder, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
  return {
    ...program,
    port,
    database,
    ready: () => fetch(`http://127.0.0.1:${port}/health/ready`).then(({ status }) => status),
  };
}

async function gone(pid) {
  for (let waited = 0; isAlive(pid) && waited < 20_000; waited += 100) await sleep(100);
  return !isAlive(pid);
}

async function noAnswer(system) {
  for (let waited = 0; waited < 20_000; waited += 100) {
    const answer = await system.ready().catch(() => "none");
    if (answer === "none") return true;
    await sleep(100);
  }
  return false;
}

test("starts, serves, stops cleanly, and starts again after being killed", { skip: !built }, async (t) => {
  const folder = path.join(folderFor(t), "data");

  const first = await started(folder);
  assert.equal(await first.ready(), 200);
  assert.equal(fs.statSync(path.join(folder, "secrets.json")).mode & 0o777, 0o600);
  assert.equal(fs.statSync(path.join(folder, "files")).mode & 0o777, 0o700);
  first.child.kill("SIGTERM");
  assert.equal(await first.ended, 0);
  assert.equal(await gone(first.database), true);
  assert.match(fs.readFileSync(path.join(folder, "logs/postgres.log"), "utf8"), /database system is shut down\n$/);

  const second = await started(folder);
  second.child.kill("SIGKILL");
  await second.ended;
  assert.equal(await noAnswer(second), true, "the API ends with its launcher");
  assert.equal(await gone(second.database), true, "the database ends with its launcher");

  const third = await started(folder);
  process.kill(third.database, "SIGKILL");
  assert.equal(await third.ended, 1);
  assert.match(problemsIn(third.output())[0], /意外停止/);
  assert.equal(await noAnswer(third), true);

  const fourth = await started(folder);
  assert.equal(await fourth.ready(), 200);
  fourth.child.kill("SIGINT");
  assert.equal(await fourth.ended, 0);
});

test("two copies run side by side", { skip: !built }, async (t) => {
  const folder = folderFor(t);
  const copies = await Promise.all(["a", "b"].map((name) => started(path.join(folder, name))));
  assert.deepEqual(await Promise.all(copies.map((copy) => copy.ready())), [200, 200]);
  for (const copy of copies) copy.child.kill("SIGTERM");
  assert.deepEqual(await Promise.all(copies.map((copy) => copy.ended)), [0, 0]);
});

/** The processes that wait to stop a database with this process id. */
const watchersOf = (database) =>
  fs
    .readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && commandOf(name).endsWith(`kill -INT "$0"\0${database}\0`));

function commandOf(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

test("nothing waits to stop a database that is gone", { skip: !fs.existsSync("/proc/self") }, async (t) => {
  const folder = folderFor(t);
  const cluster = await startCluster({ folder, password: "only-for-tests", settings: THROW_AWAY });
  const database = Number(fs.readFileSync(path.join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
  assert.equal(watchersOf(database).length, 1);
  process.kill(database, "SIGKILL");
  await cluster.ended;
  for (let waited = 0; watchersOf(database).length > 0 && waited < 5000; waited += 50) await sleep(50);
  assert.deepEqual(watchersOf(database), []);
});
