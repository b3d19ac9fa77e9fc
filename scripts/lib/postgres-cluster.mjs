import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { POSTGRES_MAJOR, postgresPrograms, sharedFolder } from "./postgres-binaries.mjs";
import { endLeftover, serverEnvironment, sharedMemory, startFailure, startServer } from "./postgres-server.mjs";
import { Problem } from "./problem.mjs";
import { ended, lastLines, run } from "./processes.mjs";
import { canEnter, giveTo, serviceAccount } from "./service-account.mjs";

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: 120,
  shared_buffers: "256MB",
  effective_cache_size: "1GB",
  work_mem: "8MB",
  maintenance_work_mem: "128MB",
  max_wal_size: "2GB",
  random_page_cost: 1.1,
  log_line_prefix: "%m [%p] %u@%d ",
  log_min_duration_statement: "5s",
};

/** For databases that are thrown away: a crash of the machine may destroy them. */
export const THROW_AWAY = { fsync: "off", full_page_writes: "off", synchronous_commit: "off", shared_buffers: "128MB" };

/**
 * Starts the embedded PostgreSQL of a data folder, creating it the first time. The caller holds the folder's lock, so
 * a server that still runs on it was left behind by a killed launcher and is ended first.
 * @param {{ folder: string, password: string, settings?: Record<string, unknown> }} options
 * @returns {Promise<Cluster>}
 */
export async function startCluster({ folder, password, settings = {} }) {
  const place = path.join(folder, "postgres");
  refuseOtherVersion(folder);
  const account = serviceAccount(place);
  const bin = postgresPrograms(account);
  const data = placeFor(folder, account);
  if (!fs.existsSync(path.join(data, "PG_VERSION"))) await createCluster({ bin, data, account, password });
  // PostgreSQL insists on it, and a careless chmod over the data folder is soon done.
  fs.chmodSync(data, 0o700);
  await endLeftover(data);
  const log = openLog(folder);
  const cluster = await startServer({
    bin,
    data,
    account,
    log,
    settings: { ...SETTINGS, ...sharedMemory(), ...settings },
  });
  return new Cluster({ ...cluster, data, account, password, log });
}

/**
 * The running cluster of a data folder that another process of ours has started.
 * @returns {{ url(database: string, role?: string): string, data: string }}
 */
export function runningCluster({ folder, password }) {
  const data = fs.realpathSync(path.join(folder, "postgres"));
  const port = Number(fs.readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n")[3]);
  return { data, url: (database, role) => clusterUrl({ port, password, database, role }) };
}

function clusterUrl({ port, password, database, role = "postgres" }) {
  return `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** A running embedded PostgreSQL. */
export class Cluster {
  constructor({ server, port, data, account, password, log }) {
    Object.assign(this, { port, data, account, log });
    this.#server = server;
    this.#password = password;
    /** Resolves when the server has ended, wanted or not. */
    this.ended = ended(server);
  }

  #server;
  #password;

  /** Connection string of a database for a role; the superuser is `postgres`, the owner of the product `linli`. */
  url(database, role) {
    return clusterUrl({ port: this.port, password: this.#password, database, role });
  }

  /** Ends open sessions and stops the server cleanly. */
  async stop() {
    const timer = setTimeout(() => this.#server.kill("SIGQUIT"), 60_000);
    this.#server.kill("SIGINT");
    await this.ended;
    clearTimeout(timer);
  }

  /** The end of the server's log. */
  logTail(lines = 15) {
    return lastLines(fs.readFileSync(this.log, "utf8").slice(-20_000), lines);
  }
}

/** Removes the files of a stopped cluster, wherever they are. */
export function removeCluster(folder) {
  const place = path.join(folder, "postgres");
  if (!fs.existsSync(place)) return;
  const data = fs.realpathSync(place);
  fs.rmSync(place, { recursive: true, force: true });
  if (data.startsWith(`${sharedFolder}/`)) fs.rmSync(path.dirname(data), { recursive: true, force: true });
}

/** Throws when the data folder holds a database of another major version of PostgreSQL. */
export function refuseOtherVersion(folder) {
  const place = path.join(folder, "postgres");
  const file = path.join(place, "PG_VERSION");
  if (!fs.existsSync(file)) return;
  const version = fs.readFileSync(file, "utf8").trim();
  if (version === POSTGRES_MAJOR) return;
  throw new Problem(
    `数据目录 ${place} 由 PostgreSQL ${version} 创建，本程序使用 PostgreSQL ${POSTGRES_MAJOR}：请用旧版本备份后恢复到新的数据目录`,
  );
}

/**
 * Where the files of the cluster are: in the data folder, or, when the account cannot reach it there (a checkout under
 * /root), in a shared folder that the data folder points to.
 */
export function placeFor(folder, account) {
  const place = path.join(folder, "postgres");
  if (fs.existsSync(place)) {
    const data = fs.realpathSync(place);
    checkOwner(data, account);
    openToPassers(folder, account);
    if (canEnter(account, data)) return data;
    throw new Problem(`数据库用户（uid ${account.uid}）无法进入 ${data}：请放开上级目录的进入权限`);
  }
  openToPassers(folder, account);
  if (canPass(account, folder)) return place;

  const id = randomBytes(6).toString("hex");
  const data = path.join(sharedFolder, id, "postgres");
  fs.mkdirSync(path.dirname(data), { recursive: true, mode: 0o755 });
  fs.writeFileSync(path.join(path.dirname(data), "origin"), `${folder}\n`);
  fs.rmSync(place, { force: true });
  fs.symlinkSync(data, place);
  return data;
}

function checkOwner(data, account) {
  if (account.uid !== undefined || process.getuid === undefined) return;
  const { uid } = fs.statSync(data);
  if (uid !== process.getuid())
    throw new Problem(`数据库目录 ${data} 属于另一个用户（uid ${uid}）：请用该用户或 root 启动`);
}

/** Lets the account pass through the data folder itself; what is in it has its own permissions. */
function openToPassers(folder, account) {
  if (account.uid === undefined || canPass(account, folder)) return;
  fs.chmodSync(folder, fs.statSync(folder).mode | 0o011);
}

/** Whether the account can reach what lies in a folder, without necessarily listing it. */
function canPass(account, folder) {
  if (account.uid === undefined) return true;
  const probe = fs.mkdtempSync(path.join(folder, ".pass-"));
  fs.chmodSync(probe, 0o755);
  try {
    return canEnter(account, probe);
  } finally {
    fs.rmdirSync(probe);
  }
}

async function createCluster({ bin, data, account, password }) {
  // Made beside its place and moved there when complete, so that an interrupted start leaves nothing half done.
  const draft = `${data}.new`;
  const passwordFile = path.join(path.dirname(data), `.password-${process.pid}`);
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { recursive: true, mode: 0o700 });
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  for (const mine of [draft, passwordFile]) giveTo(account, mine);
  const flags = [
    `--pgdata=${draft}`,
    `--pwfile=${passwordFile}`,
    "--username=postgres",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--no-instructions",
  ];
  try {
    await run(path.join(bin, "initdb"), flags, { ...account, cwd: draft, env: serverEnvironment() });
    fs.renameSync(draft, data);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    throw startFailure("创建数据库失败", error.output ?? error.message, error);
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}

function openLog(folder) {
  const log = path.join(folder, "logs", "postgres.log");
  fs.mkdirSync(path.dirname(log), { recursive: true, mode: 0o700 });
  if (fs.existsSync(log) && fs.statSync(log).size > 20 * 1024 ** 2) fs.renameSync(log, `${log}.1`);
  fs.closeSync(fs.openSync(log, "a", 0o600));
  return log;
}
