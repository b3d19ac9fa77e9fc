import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { checkFreeSpace } from "./disk.mjs";
import { withLock } from "./lock.mjs";
import { root, toolsDir } from "./paths.mjs";
import { Problem } from "./problem.mjs";
import { CommandFailed, lastLines, run } from "./processes.mjs";
import { step } from "./report.mjs";
import { childEnvironment, ensureToolchain } from "./toolchain.mjs";

/** The packages in the order they are built; each is rebuilt when it or one it stands on has changed. */
const packages = [
  { name: "contracts", folder: "packages/contracts", on: [] },
  { name: "api", folder: "apps/api", on: ["contracts"] },
  { name: "admin", folder: "apps/admin", on: ["contracts"] },
];

const notSource = new Set(["node_modules", "dist", "test", "coverage", ".vite", "openapi.json", "metadata.ts"]);

/** What lies in `dist` without being built: the stamp, and what the OpenAPI tool adds. */
const notOutput = /^(\.stamp|metadata\.js(\.map)?)$/;

const ALL = packages.map(({ name }) => name);

/**
 * Makes the checkout ready: toolchain, dependencies, and the packages named in `build`, all by default. What is ready
 * already is left alone, and a second copy of the program waits until the first is done.
 * @returns {Promise<{ node: string, pnpm: string, env: NodeJS.ProcessEnv }>}
 */
export async function prepareWorkspace({ build = ALL } = {}) {
  return withPrepareLock(async () => {
    const tools = await ensureToolchain();
    const workspace = { ...tools, env: childEnvironment(tools) };
    await installDependencies(workspace);
    await buildPackages(workspace, build);
    return workspace;
  });
}

/** Builds what has changed, in a workspace that was prepared without it. */
export function buildWorkspace(workspace) {
  return withPrepareLock(() => buildPackages(workspace, ALL));
}

/** A checkout that belongs to somebody else is used as it is, when nothing is missing in it. */
async function withPrepareLock(work) {
  try {
    fs.mkdirSync(toolsDir, { recursive: true });
    fs.accessSync(toolsDir, fs.constants.W_OK);
  } catch {
    return work().catch((error) => {
      if (!["EACCES", "EPERM", "EROFS"].includes(error.code)) throw error;
      throw new Problem(`${root} 不可写：请先由它的所有者运行一次，完成安装和构建`);
    });
  }
  return withLock(path.join(toolsDir, "prepare.lock"), "另一个进程正在安装或构建，等待它完成", work);
}

async function installDependencies({ pnpm, env }) {
  const stamp = path.join(root, "node_modules", ".linli-install");
  const manifests = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ...workspaceManifests()];
  const fingerprint = hashOf(manifests);
  if (readStamp(stamp) === fingerprint) return;

  checkFreeSpace(root, fs.existsSync(stamp) ? 300 : 1500);
  // On a terminal pnpm draws its own progress; elsewhere it appends lines.
  const reporter = process.stdout.isTTY ? "default" : "append-only";
  await step("安装依赖（首次需要几分钟）", async () => {
    try {
      await run(pnpm, ["install", "--frozen-lockfile", `--reporter=${reporter}`], {
        cwd: root,
        env: { ...env, npm_config_confirm_modules_purge: "false", ...(process.stdout.isTTY ? {} : { CI: "true" }) },
        show: "all",
      });
    } catch (error) {
      // pnpm writes to both; what it says about a full disk went to the terminal.
      for (const folder of [root, os.homedir()]) if (fs.existsSync(folder)) checkFreeSpace(folder, 50);
      throw failure("依赖安装失败，原因见上方 pnpm 的输出（常见的是网络不通）", error);
    }
    fs.writeFileSync(stamp, fingerprint);
  });
}

function workspaceManifests() {
  return ["apps", "packages"].flatMap((group) => {
    const folder = path.join(root, group);
    if (!fs.existsSync(folder)) return [];
    return fs.readdirSync(folder).map((name) => `${group}/${name}/package.json`);
  });
}

/** Builds what has changed since it was built last. */
async function buildPackages(workspace, wanted) {
  const fingerprints = new Map();
  for (const { name, folder, on } of packages) {
    if (!fs.existsSync(path.join(root, folder, "package.json"))) continue;
    const below = on.map((other) => fingerprints.get(other) ?? "").join();
    const fingerprint = hashOf(["tsconfig.base.json", "pnpm-lock.yaml", ...sourceFiles(folder)], below);
    fingerprints.set(name, fingerprint);
    if (!wanted.includes(name)) continue;
    // The stamp names what was built and what came of it: watch mode and builds by hand change only the latter.
    const stamp = path.join(root, folder, "dist", ".stamp");
    const present = () => `${fingerprint} ${hashOf(filesIn(`${folder}/dist`))}`;
    if (readStamp(stamp) === present()) continue;
    await step(`构建 ${folder}`, () => buildPackage(workspace, folder));
    fs.writeFileSync(stamp, present());
  }
}

async function buildPackage({ pnpm, env }, folder) {
  const cwd = path.join(root, folder);
  fs.rmSync(path.join(cwd, "dist"), { recursive: true, force: true });
  try {
    await run(pnpm, ["run", "build"], { cwd, env: { ...env, NO_COLOR: "1" } });
  } catch (error) {
    throw failure(`构建 ${folder} 失败`, error);
  }
  fs.mkdirSync(path.join(cwd, "dist"), { recursive: true });
}

function failure(sentence, error) {
  return error instanceof CommandFailed ? new Problem(sentence, lastLines(error.output, 60)) : error;
}

/** The files a build depends on; tests and generated documents change nothing in it. */
function sourceFiles(folder) {
  return filesIn(folder, (name) => !notSource.has(name) && !/\.(spec|factories)\.tsx?$/.test(name));
}

/** The files in a folder, relative to the checkout. */
function filesIn(folder, wanted = (name) => !notOutput.test(name)) {
  if (!fs.existsSync(path.join(root, folder))) return [];
  const entries = fs.readdirSync(path.join(root, folder), { withFileTypes: true }).filter(({ name }) => wanted(name));
  return entries
    .flatMap((entry) =>
      entry.isDirectory() ? filesIn(`${folder}/${entry.name}`, wanted) : [`${folder}/${entry.name}`],
    )
    .sort();
}

function hashOf(files, seed = "") {
  const hash = createHash("sha256").update(seed);
  for (const file of files) {
    const absolute = path.join(root, file);
    if (fs.existsSync(absolute)) hash.update(`\0${file}\0`).update(fs.readFileSync(absolute));
  }
  return hash.digest("hex");
}

function readStamp(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
