import circus from "jest-circus/runner";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import "./typescript-modules.mjs";
import "./worker-env.mjs";

const require = createRequire(import.meta.url);
let files = 0;

/**
 * Runs a spec file by jest-circus as Jest does, but with the modules of Node: what is imported is loaded once per worker
 * and not once per file, which is most of what a file costs. Only the spec itself is a module of its own.
 */
export default function runSpec(globalConfig, config, environment, _runtime, testPath, sendMessageToJest) {
  files += 1;
  // The stack of an error leads to the TypeScript by the source maps of Node.
  process.setSourceMapsEnabled(true);
  Error.prepareStackTrace = undefined;
  const runtime = {
    requireInternalModule: fresh,
    requireModule: require,
    setGlobalsForRuntime: () => undefined,
    enterTestCode: () => undefined,
    leaveTestCode: () => undefined,
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (file) => import(`${pathToFileURL(file).href}?run=${files}`),
  };
  const native = { global: globalThis, handleTestEvent: undefined };
  return circus.default(globalConfig, config, native, runtime, testPath, sendMessageToJest);
}

/** The part of jest-circus that keeps the tests of a file, without those of the file before. */
function fresh(file) {
  for (const kept of Object.getOwnPropertySymbols(globalThis)) {
    if (["EVENT_HANDLERS", "JEST_STATE_SYMBOL"].includes(kept.description)) delete globalThis[kept];
  }
  delete require.cache[file];
  return require(file);
}
