import fs from "node:fs";
import path from "node:path";
import { withConnection } from "../database.mjs";
import { root } from "../paths.mjs";
import { freePort } from "../ports.mjs";
import { removeCluster, THROW_AWAY } from "../postgres-cluster.mjs";
import { CommandFailed, run } from "../processes.mjs";
import { reserve, startSystem } from "../system.mjs";
import { buildWorkspace } from "../workspace.mjs";
import { prepareBrowser } from "./browser.mjs";
import { jestTally, nothing, playwrightTally, tallyOf, tapTally } from "./tally.mjs";

/**
 * @typedef {object} Context what a step works with
 * @property {{ node: string, pnpm: string, env: NodeJS.ProcessEnv }} workspace
 * @property {string[]} args arguments for the test program of a step run alone
 * @property {string} folder a folder of this run, removed at the end
 * @property {() => Promise<import("../postgres-cluster.mjs").Cluster>} testCluster the throw-away PostgreSQL, started on first use
 */

/** The steps of `npm test` in their order. A step that needs the build is not run when that failed. */
export const steps = [
  { name: "lint", title: "lint", run: (context) => check(context, ["run", "lint"]) },
  { name: "format", title: "formatting", run: (context) => check(context, ["run", "format:check"]) },
  { name: "build", title: "build", run: build },
  { name: "types", title: "types", needsBuild: true, run: (context) => check(context, ["run", "typecheck"]) },
  { name: "openapi", title: "OpenAPI and client are up to date", needsBuild: true, run: openapi },
  { name: "migrations", title: "migrations match the entities", needsBuild: true, run: migrations },
  { name: "launcher", title: "launcher tests", needsBuild: true, run: launcher },
  { name: "api", title: "API tests", needsBuild: true, run: api },
  { name: "admin", title: "console unit tests", run: admin },
  { name: "e2e", title: "stories in the browser", needsBuild: true, run: stories },
];

async function check({ workspace }, args, env = {}) {
  return {
    ...nothing(),
    failed: (await passes(workspace.pnpm, args, { cwd: root, env: { ...workspace.env, ...env } })) ? 0 : 1,
  };
}

async function build({ workspace }) {
  await buildWorkspace(workspace);
  return nothing();
}

/** Generated documents that are committed. */
const generated = ["apps/api/openapi.json", "apps/admin/src/api"];

async function openapi({ workspace }) {
  if (!fs.existsSync(path.join(root, "packages/openapi/generate.mjs"))) return nothing();
  const before = contentsOf(generated);
  const succeeded = await passes(workspace.pnpm, ["run", "openapi"], { cwd: root, env: workspace.env });
  const after = contentsOf(generated);
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  );
  for (const file of changed) restore(file, before.get(file));
  if (changed.length > 0) console.error(`Out of date, run pnpm openapi and commit: ${changed.join(", ")}`);
  return { ...nothing(), failed: succeeded && changed.length === 0 ? 0 : 1 };
}

function contentsOf(places) {
  const files = places.flatMap((place) => filesIn(path.join(root, place)));
  return new Map(files.map((file) => [path.relative(root, file), fs.readFileSync(file, "utf8")]));
}

function filesIn(place) {
  if (!fs.existsSync(place)) return [];
  if (fs.statSync(place).isFile()) return [place];
  return fs.readdirSync(place).flatMap((name) => filesIn(path.join(place, name)));
}

function restore(file, content) {
  const absolute = path.join(root, file);
  if (content === undefined) fs.rmSync(absolute);
  else fs.writeFileSync(absolute, content);
}

async function migrations({ workspace, testCluster }) {
  const cluster = await testCluster();
  await withConnection(cluster.url("postgres"), (client) => client.query("CREATE DATABASE linli_drift"));
  const env = { DATABASE_URL: cluster.url("linli_drift") };
  const migrated = await check({ workspace }, ["--filter", "@linli/api", "run", "migration:run"], env);
  return migrated.failed > 0
    ? migrated
    : check({ workspace }, ["--filter", "@linli/api", "run", "migration:check"], env);
}

async function launcher({ workspace, args, folder }) {
  const report = path.join(folder, "launcher.tap");
  const reporters = [
    "--test-reporter=spec",
    "--test-reporter-destination=stdout",
    "--test-reporter=tap",
    `--test-reporter-destination=${report}`,
  ];
  const files = fs.readdirSync(path.join(root, "scripts/tests")).filter((name) => name.endsWith(".test.mjs"));
  const succeeded = await passes(
    workspace.node,
    ["--test", ...reporters, ...args, ...files.map((name) => path.join("scripts/tests", name))],
    { cwd: root, env: { ...workspace.env, LINLI_TEST_NODE: process.execPath } },
  );
  return tallyOf(report, tapTally, succeeded);
}

async function api(context) {
  const cluster = await context.testCluster();
  return jest(context, "apps/api", { TEST_DATABASE_URL: cluster.url("postgres"), DATABASE_URL: undefined });
}

function admin(context) {
  return jest(context, "apps/admin");
}

async function jest({ workspace, args, folder }, app, env = {}) {
  const report = path.join(folder, `${path.basename(app)}.json`);
  const flags = ["--json", `--outputFile=${report}`, "--passWithNoTests", ...args];
  const succeeded = await passes(workspace.pnpm, ["run", "test", ...flags], {
    cwd: path.join(root, app),
    env: { ...workspace.env, ...env },
  });
  return tallyOf(report, (content) => jestTally(JSON.parse(content)), succeeded);
}

async function stories({ workspace, args, folder }) {
  if (filesIn(path.join(root, "apps/e2e/stories")).length === 0) return nothing();
  const browser = await prepareBrowser(workspace);
  const dataFolder = path.join(folder, "system");
  const port = await freePort();
  const reserved = await reserve({ port, dataFolder });
  try {
    const system = await startSystem({ workspace, dataFolder, port, env: { LOG_LEVEL: "warn" }, settings: THROW_AWAY });
    try {
      return await playwright({ workspace, args, folder, browser, system });
    } finally {
      await system.stop();
    }
  } finally {
    reserved.release();
    removeCluster(dataFolder);
  }
}

async function playwright({ workspace, args, folder, browser, system }) {
  const report = path.join(folder, "stories.json");
  const env = {
    ...workspace.env,
    ...browser,
    // Chromium names downloads in Chinese only under a UTF-8 locale.
    LC_ALL: "C.UTF-8",
    E2E_BASE_URL: system.url,
    E2E_DATABASE_URL: system.databaseUrl,
    E2E_INVOICE_DIR: path.join(folder, "system/invoices"),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  const flags = ["--pass-with-no-tests", ...args];
  const succeeded = await passes(workspace.pnpm, ["run", "e2e", ...flags], { cwd: path.join(root, "apps/e2e"), env });
  return tallyOf(report, (content) => playwrightTally(JSON.parse(content)), succeeded);
}

/** Whether a command succeeds; what it prints is shown. */
async function passes(command, args, options) {
  try {
    await run(command, args, { show: "all", ...options });
    return true;
  } catch (error) {
    if (error instanceof CommandFailed) return false;
    throw error;
  }
}
