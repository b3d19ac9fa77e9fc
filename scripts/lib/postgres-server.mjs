import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { freePort } from "./ports.mjs";
import { Problem, saysDiskFull } from "./problem.mjs";
import { ended, isAlive, lastLines, sleep } from "./processes.mjs";

/** Ends a server that was left behind, and removes the note of one that is gone. */
export async function endLeftover(data) {
  const file = path.join(data, "postmaster.pid");
  if (!fs.existsSync(file)) return;
  const pid = Number(fs.readFileSync(file, "utf8").split("\n")[0]);
  if (isServer(pid)) {
    process.kill(pid, "SIGINT");
    for (let waited = 0; isServer(pid) && waited < 60_000; waited += 100) {
      if (waited === 30_000) process.kill(pid, "SIGQUIT");
      await sleep(100);
    }
    if (isServer(pid)) throw new Problem(`数据目录 ${data} 上仍有数据库进程（${pid}）在运行且无法停止：请手动结束它`);
  }
  fs.rmSync(file, { force: true });
}

function isServer(pid) {
  if (!(pid > 1) || !isAlive(pid)) return false;
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    return !fs.existsSync("/proc/self");
  }
}

/**
 * Starts the server on a cluster and waits until it accepts connections.
 * @returns {Promise<{ server: import("node:child_process").ChildProcess, port: number }>}
 */
export async function startServer({ bin, data, account, log, settings }) {
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const from = fs.statSync(log).size;
    const fd = fs.openSync(log, "a");
    // A session of its own: Ctrl-C in the terminal reaches the launcher alone, which stops things in order.
    const server = spawn(path.join(bin, "postgres"), ["-D", data, "-p", String(port), ...flags], {
      ...account,
      cwd: data,
      env: serverEnvironment(),
      stdio: ["ignore", fd, fd],
      detached: true,
    });
    fs.closeSync(fd);
    const failure = await untilReady(server, data);
    if (!failure) {
      keepWatch(server);
      return { server, port };
    }
    const said = fs.readFileSync(log).subarray(from).toString();
    const worthAnother =
      /Address already in use|could not bind|pre-existing shared memory|lock file .* already exists/.test(said);
    if (!worthAnother || attempt === 10) throw startFailure("数据库启动失败", said, failure);
    await sleep(500);
  }
}

/** Waits until the server says that it accepts connections. Returns why it did not. */
async function untilReady(server, data) {
  let failure;
  server.once("error", (error) => (failure = error));
  server.once("exit", (code, signal) => (failure ??= new Error(`postgres ended with ${signal ?? code}`)));
  const file = path.join(data, "postmaster.pid");
  while (!failure) {
    await sleep(50);
    if (server.pid !== undefined && isReady(file, server.pid)) return undefined;
  }
  return failure;
}

function isReady(file, pid) {
  try {
    const lines = fs.readFileSync(file, "utf8").split("\n");
    return Number(lines[0]) === pid && lines[7]?.trim() === "ready";
  } catch {
    return false;
  }
}

/**
 * A tiny process that stops the server when this one is gone, however it ended. It ends with the server: later the
 * number could be another process's.
 */
function keepWatch(server) {
  if (process.platform === "win32") return;
  const keeper = spawn("/bin/sh", ["-c", 'read -r _ || kill -INT "$0"', String(server.pid)], {
    cwd: "/",
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  keeper.unref();
  keeper.stdin.unref?.();
  void ended(server).then(() => keeper.kill("SIGKILL"));
}

/** PostgreSQL reads settings of its own from the environment; nothing of the operator's shell should reach it. */
export function serverEnvironment() {
  return { PATH: process.env.PATH, LC_ALL: "C", TZ: process.env.TZ ?? "Asia/Shanghai" };
}

/** Containers often have 64 MB of shared memory only: then parallel queries use files instead. */
export function sharedMemory() {
  try {
    const { blocks, bsize } = fs.statfsSync("/dev/shm");
    return blocks * bsize < 256 * 1024 ** 2 ? { dynamic_shared_memory_type: "mmap" } : {};
  } catch {
    return {};
  }
}

/** The sentence for the operator when a program of PostgreSQL did not do its work. */
export function startFailure(sentence, said, error) {
  if (saysDiskFull(said)) return new Problem("磁盘已满：数据库无法写入，请清理磁盘后重试");
  if (error.code === "ENOENT")
    return new Problem(`${sentence}：内置 PostgreSQL 无法在本系统上运行，请用 DATABASE_URL 指定一个 PostgreSQL`);
  return new Problem(sentence, lastLines(said, 15));
}
