import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { openDataFolder, secretsOf } from "./data-folder.mjs";
import { checkDatabaseUrl, checkExternalDatabase, createDatabase, DATABASE } from "./database.mjs";
import { root } from "./paths.mjs";
import { checkPortFree } from "./ports.mjs";
import { refuseOtherVersion, startCluster } from "./postgres-cluster.mjs";
import { Problem, saysDiskFull } from "./problem.mjs";
import { CommandFailed, endChild, ended, lastLines, run, sleep, stopIfInterrupted } from "./processes.mjs";
import { say, step } from "./report.mjs";

const guard = pathToFileURL(path.join(root, "scripts/lib/die-with-parent.mjs")).href;

/**
 * Checks what can be checked before anything is installed, and takes the data folder.
 * @param {{ port?: number, dataFolder: string, databaseUrl?: string }} options
 */
export async function reserve({ port, dataFolder, databaseUrl }) {
  if (databaseUrl) checkDatabaseUrl(databaseUrl);
  const folder = await openDataFolder(dataFolder);
  try {
    if (!databaseUrl) refuseOtherVersion(dataFolder);
    if (port !== undefined) await checkPortFree(port);
  } catch (error) {
    folder.release();
    throw error;
  }
  return folder;
}

/**
 * The database of a data folder: the external one when a URL is given, else the embedded one, started.
 * @returns {Promise<{ url: string, cluster?: import("./postgres-cluster.mjs").Cluster, secrets: ReturnType<typeof secretsOf> }>}
 */
export async function openDatabase({ dataFolder, databaseUrl, settings }) {
  const secrets = secretsOf(dataFolder);
  if (databaseUrl) {
    await checkExternalDatabase(databaseUrl);
    return { url: databaseUrl, secrets };
  }
  const cluster = await startCluster({ folder: dataFolder, password: secrets.postgresPassword, settings });
  await createDatabase(cluster, secrets.postgresPassword);
  return { url: cluster.url(DATABASE, DATABASE), cluster, secrets };
}

/**
 * Starts database and API on a reserved data folder: migrates, loads the demonstration data, serves.
 * @param {{ workspace: { node: string, env: NodeJS.ProcessEnv }, dataFolder: string, port: number, databaseUrl?: string,
 *   demo?: boolean, env?: NodeJS.ProcessEnv, settings?: Record<string, unknown> }} options
 * @returns {Promise<RunningSystem>}
 */
export async function startSystem(options) {
  const { workspace, dataFolder, port } = options;
  const { database, env } = await readyDatabase(options);
  try {
    stopIfInterrupted();
    const start = { node: workspace.node, program: programOf("main"), env, dataFolder, port };
    const api = await step("启动服务", () => startApi(start));
    return new RunningSystem({ api, database, port });
  } catch (error) {
    await database.cluster?.stop();
    throw error;
  }
}

/**
 * Opens the database, brings it to the present schema and, when it is empty, fills it with the demonstration data.
 * @returns the database, and the environment the API runs with
 */
export async function readyDatabase({ workspace, dataFolder, port, databaseUrl, demo = true, env = {}, settings }) {
  const title = databaseUrl ? "连接数据库" : "启动内置 PostgreSQL";
  const database = await step(title, () => openDatabase({ dataFolder, databaseUrl, settings }));
  try {
    stopIfInterrupted();
    const apiEnv = { ...workspace.env, ...apiSettings({ database, dataFolder, port }), ...env };
    const program = (name, show) => runProgram(workspace.node, name, apiEnv, show);
    await step("更新数据库结构", () => program("migrate"));
    if (demo && fs.existsSync(programOf("seed"))) {
      await step("检查演示数据", () => program("seed", (line) => say(`  ${line}`)));
    }
    return { database, env: apiEnv };
  } catch (error) {
    await database.cluster?.stop();
    throw error;
  }
}

const programOf = (name) => path.join(root, "apps/api/dist", `${name}.js`);

/** Settings of the API that the operator has not given are made here. */
function apiSettings({ database, dataFolder, port }) {
  const { JWT_SECRET, DATA_KEY, CONSOLE_DIR, TZ, NODE_ENV } = process.env;
  return {
    NODE_ENV: NODE_ENV || "production",
    TZ: TZ || "Asia/Shanghai",
    PORT: String(port),
    DATABASE_URL: database.url,
    LINLI_DATA_DIR: dataFolder,
    JWT_SECRET: JWT_SECRET || database.secrets.jwtSecret,
    DATA_KEY: DATA_KEY || database.secrets.dataKey,
    CONSOLE_DIR: CONSOLE_DIR || path.join(root, "apps/admin/dist"),
  };
}

async function runProgram(node, name, env, show) {
  try {
    await run(node, [programOf(name)], { cwd: path.join(root, "apps/api"), env, show });
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    throw new Problem(name === "seed" ? "装载演示数据失败" : "更新数据库结构失败", lastLines(error.output));
  }
}

/** Imports make millions of short-lived objects: room for the young, and no more of the old than twice what is in use. */
const HEAP = ["--max-semi-space-size=32", "--heap-growing-percent=40"];

async function startApi({ node, program, env, dataFolder, port }) {
  const log = path.join(dataFolder, "logs", "api.log");
  if (fs.existsSync(log) && fs.statSync(log).size > 50 * 1024 ** 2) fs.renameSync(log, `${log}.1`);
  const fd = fs.openSync(log, "a", 0o600);
  const child = spawn(node, ["--enable-source-maps", ...HEAP, "--import", guard, program], {
    cwd: path.join(root, "apps/api"),
    env,
    stdio: ["ignore", fd, fd, "ipc"],
    detached: true,
  });
  fs.closeSync(fd);
  const api = { child, log, ended: ended(child) };
  child.once("error", () => undefined);
  try {
    await untilServing(api, port);
    return api;
  } catch (error) {
    if (child.pid !== undefined) await endChild(child, "SIGTERM", 5000);
    throw error;
  }
}

async function untilServing({ child, log }, port) {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    stopIfInterrupted();
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      await checkPortFree(port);
      throw new Problem("服务启动失败", logTail(log));
    }
    if (await answers(`http://127.0.0.1:${port}/health/ready`)) return;
    await sleep(100);
  }
  throw new Problem("服务在 120 秒内没有就绪", logTail(log));
}

async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

function logTail(file) {
  return lastLines(fs.readFileSync(file, "utf8").slice(-20_000), 20);
}

/** A database and an API that serve. */
export class RunningSystem {
  #stopping;

  constructor({ api, database, port }) {
    this.api = api;
    this.cluster = database.cluster;
    this.databaseUrl = database.url;
    this.url = `http://127.0.0.1:${port}`;
    /** Resolves with the sentence for the operator when the API or the database ends without being asked to. */
    this.failed = Promise.race([
      api.ended.then((end) => this.#unexpected("服务", end, api.log)),
      ...(this.cluster ? [this.cluster.ended.then((end) => this.#unexpected("数据库", end, this.cluster.log))] : []),
    ]);
  }

  /** Stops the API, letting requests under way finish, then the database. */
  stop() {
    this.#stopping ??= (async () => {
      await endChild(this.api.child, "SIGTERM", 20_000);
      await this.cluster?.stop();
    })();
    return this.#stopping;
  }

  #unexpected(what, { code, signal }, log) {
    if (this.#stopping) return new Promise(() => undefined);
    const tail = logTail(log);
    if (saysDiskFull(tail)) return `${what}意外停止：磁盘已满，请清理磁盘后重试`;
    return `${what}意外停止（${signal ? `信号 ${signal}` : `退出码 ${code}`}），日志在 ${log}`;
  }
}
