import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { checkFreeSpace } from "./disk.mjs";
import { takeLock } from "./lock.mjs";
import { Problem } from "./problem.mjs";
import { sleep } from "./processes.mjs";

/** What the database needs at least for its first files and its log. */
const MIN_FREE_MB = 300;

/**
 * Opens the data folder for this process alone: creates it, checks that it can be written and has space, locks it.
 * @param {string} folder
 * @returns {Promise<{ folder: string, release(): void }>}
 */
export async function openDataFolder(folder) {
  checkFreeSpace(createFolder(folder), MIN_FREE_MB);
  const lock = await lockFolder(folder);
  if (lock.holder !== undefined) {
    throw new Problem(
      `数据目录 ${folder} 正被另一个邻里物业进程（${lock.holder}）使用：请先停止它，或用 LINLI_DATA_DIR 指定别的目录`,
    );
  }
  for (const name of ["files", "logs"]) fs.mkdirSync(path.join(folder, name), { recursive: true, mode: 0o700 });
  return { folder, release: lock.release };
}

/** A copy that was just asked to stop gets a moment to finish. */
async function lockFolder(folder) {
  const file = path.join(folder, "linli.lock");
  for (let waited = 0; ; waited += 250) {
    const lock = takeLock(file);
    if (lock.holder === undefined || waited >= 3000) return lock;
    await sleep(250);
  }
}

function createFolder(folder) {
  try {
    // Others may pass through to what they own inside, but see nothing: the database runs as another user under root.
    makeFolders(folder);
    const probe = path.join(folder, `.probe-${process.pid}`);
    fs.writeFileSync(probe, "");
    fs.rmSync(probe);
    return folder;
  } catch (error) {
    if (["ENOTDIR", "EEXIST"].includes(error.code))
      throw new Problem(`数据目录 ${folder} 不是文件夹：请用 LINLI_DATA_DIR 指定别的目录`);
    if (["EACCES", "EPERM", "EROFS", "ENOENT"].includes(error.code)) {
      throw new Problem(`数据目录 ${folder} 不可写：请检查权限，或用 LINLI_DATA_DIR 指定别的目录`);
    }
    throw error;
  }
}

/** Makes a folder and those above it, one by one: Node's recursive mode never returns on file systems such as /proc. */
function makeFolders(folder) {
  if (fs.existsSync(folder)) return;
  makeFolders(path.dirname(folder));
  fs.mkdirSync(folder, { mode: 0o711 });
}

/**
 * The secrets of an installation. Made once and kept in `secrets.json`, readable by the owner only.
 * @returns {{ postgresPassword: string, jwtSecret: string, dataKey: string }}
 */
export function secretsOf(folder) {
  const file = path.join(folder, "secrets.json");
  if (fs.existsSync(file)) return readSecrets(file);
  if (fs.existsSync(path.join(folder, "postgres"))) {
    throw new Problem(`数据目录 ${folder} 里有数据库但缺少 secrets.json（数据库密码和数据密钥）：请从备份中恢复该文件`);
  }
  const secrets = {
    postgresPassword: randomBytes(24).toString("base64url"),
    jwtSecret: randomBytes(48).toString("base64url"),
    dataKey: randomBytes(32).toString("base64"),
  };
  writeSecrets(folder, secrets);
  return secrets;
}

/** Writes the secrets in one step: a half-written file would lock the operator out. */
export function writeSecrets(folder, secrets) {
  const file = path.join(folder, "secrets.json");
  fs.writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
}

function readSecrets(file) {
  const secrets = parsed(file);
  if (["postgresPassword", "jwtSecret", "dataKey"].every((name) => typeof secrets?.[name] === "string")) return secrets;
  throw new Problem(`${file} 已损坏：请从备份中恢复该文件`);
}

function parsed(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch (error) {
    if (error.code === "EACCES") throw new Problem(`无权读取 ${file}：数据目录属于另一个用户，请用该用户启动`);
    return undefined;
  }
}
