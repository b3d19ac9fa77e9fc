import fs from "node:fs";
import path from "node:path";

/** Ticks a second of /proc; the same on every Linux we know. */
const TICKS = 100;

/** CPU seconds so far of this process and, where /proc tells (Linux), of the database's processes, ended ones too. */
export function cpuNow(dataFolder) {
  const { user, system } = process.cpuUsage();
  return { node: (user + system) / 1e6, database: databaseSeconds(dataFolder) };
}

/** What was used between two moments, in words. */
export function cpuWords(from, to) {
  const node = `${(to.node - from.node).toFixed(1)} s`;
  if (from.database === null || to.database === null) return `CPU node ${node}`;
  return `CPU node ${node}, database ${(to.database - from.database).toFixed(1)} s`;
}

function databaseSeconds(dataFolder) {
  try {
    const postmaster = fs.readFileSync(path.join(dataFolder, "postmaster.pid"), "utf8").split("\n")[0];
    let ticks = 0;
    for (const pid of fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      const stat = statOf(pid);
      if (stat && pid === postmaster) ticks += stat.own + stat.ended;
      else if (stat?.parent === postmaster) ticks += stat.own;
    }
    return ticks / TICKS;
  } catch {
    return null;
  }
}

function statOf(pid) {
  try {
    const fields = fs
      .readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    const [utime, stime, cutime, cstime] = fields.slice(11, 15).map(Number);
    return { parent: fields[1], own: utime + stime, ended: cutime + cstime };
  } catch {
    return undefined;
  }
}
