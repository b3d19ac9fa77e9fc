import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { isAlive, sleep, stopIfInterrupted } from "./processes.mjs";
import { say } from "./report.mjs";

/**
 * Takes a lock file for this process. A file left by a process that is gone is taken over.
 * @returns {{ release(): void } | { holder: number }} the lock, or the id of the process that holds it
 */
export function takeLock(file) {
  for (let attempt = 0; attempt < 20; attempt++) {
    if (createWhole(file, `${process.pid} ${birthOf(process.pid)}\n`)) return { release: () => releaseLock(file) };
    const holder = holderOf(file);
    if (holder !== undefined) return { holder };
    fs.rmSync(file, { force: true });
  }
  throw new Error(`${file} cannot be locked`);
}

/** Runs `work` under a lock file; while another process holds it, waits and says so once. */
export async function withLock(file, waiting, work) {
  let lock = takeLock(file);
  if (lock.holder !== undefined) say(`· ${waiting}（进程 ${lock.holder}）…`);
  while (lock.holder !== undefined) {
    await sleep(500);
    stopIfInterrupted();
    lock = takeLock(file);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** Creates a file with its content in one step, so that nobody reads it half written. False when it exists. */
function createWhole(file, content) {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, content, { mode: 0o600 });
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

function releaseLock(file) {
  if (holderOf(file) === process.pid) fs.rmSync(file, { force: true });
}

/** The living process named in a lock file. A process id used again by another process is recognised by its start. */
function holderOf(file) {
  try {
    const [pid, birth] = fs.readFileSync(file, "utf8").trim().split(" ");
    return isAlive(Number(pid)) && birthOf(Number(pid)) === birth ? Number(pid) : undefined;
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** When a process began, as a word that differs for another process with the same id. */
function birthOf(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    const { stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
    return stdout?.trim().replaceAll(/\s+/g, "-") || "unknown";
  }
}
