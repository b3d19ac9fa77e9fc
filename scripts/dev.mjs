// `pnpm dev`: database, API and console in watch mode. The console's address answers /api from the running API.
import { spawn } from "node:child_process";
import path from "node:path";
import { dataFolderOf, root } from "./lib/paths.mjs";
import { portOf } from "./lib/ports.mjs";
import { main, Problem } from "./lib/problem.mjs";
import { endChild, ended } from "./lib/processes.mjs";
import { say } from "./lib/report.mjs";
import { whenAskedToStop } from "./lib/signals.mjs";
import { readyDatabase, reserve } from "./lib/system.mjs";
import { prepareWorkspace } from "./lib/workspace.mjs";

void main(async () => {
  const port = portOf();
  const dataFolder = dataFolderOf();
  const databaseUrl = process.env.DATABASE_URL;
  const folder = await reserve({ port, dataFolder, databaseUrl });
  const asked = whenAskedToStop();
  try {
    const workspace = await prepareWorkspace({ build: ["contracts", "api"] });
    const own = { NODE_ENV: "development", LOG_LEVEL: process.env.LOG_LEVEL ?? "info", CONSOLE_DIR: "" };
    const { database, env } = await readyDatabase({ workspace, dataFolder, port, databaseUrl, env: own });
    try {
      say(`\nDATABASE_URL=${database.url}\n`);
      await watchAll(programs({ workspace, env, port }), asked);
    } finally {
      await database.cluster?.stop();
    }
  } finally {
    folder.release();
  }
});

function programs({ workspace, env, port }) {
  const tsc = ["node_modules/typescript/bin/tsc", "--watch", "--preserveWatchOutput", "-p", "tsconfig.build.json"];
  return [
    { name: "contracts", folder: "packages/contracts", args: tsc, env: workspace.env },
    { name: "tsc", folder: "apps/api", args: tsc, env: workspace.env },
    {
      name: "api",
      folder: "apps/api",
      args: ["--watch", "--watch-preserve-output", "--enable-source-maps", "dist/main.js"],
      env,
    },
    {
      name: "console",
      folder: "apps/admin",
      args: ["node_modules/vite/bin/vite.js"],
      env: { ...workspace.env, API_URL: `http://127.0.0.1:${port}` },
    },
  ].map((program) => ({ ...program, node: workspace.node }));
}

/** Runs the programs until one ends or the operator asks to stop; then ends them all. */
async function watchAll(all, asked) {
  const children = all.map(startOne);
  const failed = Promise.race(children.map(({ name, child }) => ended(child).then(() => name)));
  const name = await Promise.race([asked, failed]);
  await Promise.all(children.map(({ child }) => endChild(child, "SIGTERM", 10_000)));
  if (name !== undefined) throw new Problem(`${name} 意外停止`);
}

function startOne({ name, node, folder, args, env }) {
  const child = spawn(node, args, {
    cwd: path.join(root, folder),
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream.setEncoding("utf8").on("data", (chunk) => {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop();
      for (const line of lines) say(`${name.padEnd(9)} │ ${line}`);
    });
  }
  return { name, child };
}
