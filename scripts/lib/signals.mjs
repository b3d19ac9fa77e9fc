import fs from "node:fs";
import { interruptCommands } from "./processes.mjs";

/**
 * Resolves when the operator asks to stop: Ctrl-C, SIGTERM, a closed terminal, or the end of the npm that started us.
 * Commands under way are ended at once; asking again while things are being stopped changes nothing.
 * @returns {Promise<undefined>}
 */
export function whenAskedToStop() {
  return new Promise((resolve) => {
    const stop = () => {
      interruptCommands();
      resolve(undefined);
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
    watchNpm(stop);
  });
}

/** npm and its shell do not always pass a signal on, and cannot when they are killed: then this process is an orphan. */
function watchNpm(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const npm = parentOf(shell);
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
}

function parentOf(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
}
