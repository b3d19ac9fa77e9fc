import { spawnSync } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";

/**
 * `pnpm --filter @linli/api model --runs N [--lanes L] [--seed S] [--path P] [--replay R] [--shrink]`: many sequences of
 * the model test, so many under way at once.
 */
const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: {
    runs: { type: "string", default: "1000" },
    lanes: { type: "string" },
    seed: { type: "string" },
    path: { type: "string" },
    replay: { type: "string" },
    shrink: { type: "boolean" },
  },
});
const env = {
  ...process.env,
  MODEL_RUNS: values.runs,
  ...(values.lanes && { MODEL_LANES: values.lanes }),
  ...(values.seed && { MODEL_SEED: values.seed }),
  ...(values.path && { MODEL_PATH: values.path }),
  ...(values.replay && { MODEL_REPLAY: values.replay }),
  ...(values.shrink && { MODEL_SHRINK: "yes" }),
};
const cwd = path.resolve(import.meta.dirname, "../..");
const jest = ["node_modules/jest/bin/jest.js"];
const { status } = spawnSync(process.execPath, [...jest, "src/billing/model.spec.ts"], { cwd, env, stdio: "inherit" });
process.exit(status ?? 1);
