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

/** npm and its shell do not always pass a signal on, and cannot when they are killed. */
function watchNpm(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
}
