import fs from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { spawn } from "node:child_process";
import { createGunzip, createGzip } from "node:zlib";
import { copyRunningCluster } from "./cluster-copy.mjs";
import { withDatabase } from "./database-access.mjs";
import { withConnection } from "./database.mjs";
import { dumpDatabase, postgresTool } from "./postgres-tools.mjs";
import { Problem } from "./problem.mjs";
import { lastLines } from "./processes.mjs";

/** Version of the archive's layout. */
export const ARCHIVE_FORMAT = 1;

/**
 * Writes one archive with the database, the uploaded files and the secrets that open them. The system may be running.
 * @param {{ dataFolder: string, databaseUrl?: string, target: string }} options
 * @returns {Promise<object>} the manifest of the archive
 */
export async function backUp({ dataFolder, databaseUrl, target }) {
  if (fs.existsSync(target)) throw new Problem(`文件 ${target} 已存在：请换一个文件名`);

  const stage = stageBeside(target);
  try {
    const manifest = await withDatabase({ dataFolder, databaseUrl }, (database) => exportDatabase(database, stage));
    fs.writeFileSync(path.join(stage, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    copySecrets(dataFolder, stage);
    await pack({ stage, dataFolder, target });
    return manifest;
  } finally {
    fs.rmSync(stage, { recursive: true, force: true });
  }
}

function stageBeside(target) {
  try {
    fs.mkdirSync(path.dirname(target), { recursive: true });
    return fs.mkdtempSync(path.join(path.dirname(target), ".linli-backup-"));
  } catch (error) {
    if (["EACCES", "EPERM", "EROFS", "ENOTDIR"].includes(error.code))
      throw new Problem(`无法在 ${path.dirname(target)} 写入备份：请检查权限`);
    throw error;
  }
}

/** A dump when a pg_dump of the right version is at hand, else a copy of the embedded cluster's files. */
async function exportDatabase({ url, cluster }, stage) {
  const version = await serverVersion(url);
  const tool = postgresTool("pg_dump", version.major);
  if (tool) await dumpDatabase(tool, url, path.join(stage, "database.dump"));
  else if (cluster) await copyRunningCluster(cluster, path.join(stage, "database"));
  else throw new Problem(`备份外部数据库需要 pg_dump ${version.major} 或更新版本：请安装 PostgreSQL 客户端后重试`);
  return {
    format: ARCHIVE_FORMAT,
    createdAt: new Date().toISOString(),
    database: tool ? "dump" : "cluster",
    postgres: version.text,
  };
}

async function serverVersion(url) {
  const { rows } = await withConnection(url, (client) =>
    client.query("SELECT current_setting('server_version_num') AS number"),
  );
  const number = Number(rows[0].number);
  return { major: Math.floor(number / 10_000), text: `${Math.floor(number / 10_000)}.${number % 10_000}` };
}

function copySecrets(dataFolder, stage) {
  const secrets = path.join(dataFolder, "secrets.json");
  if (fs.existsSync(secrets)) fs.copyFileSync(secrets, path.join(stage, "secrets.json"));
}

async function pack({ stage, dataFolder, target }) {
  const draft = `${target}.part`;
  const files = fs.existsSync(path.join(dataFolder, "files")) ? ["-C", dataFolder, "files"] : [];
  const tar = spawn("tar", ["-cf", "-", "-C", stage, ...fs.readdirSync(stage), ...files], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const end = untilDone(tar);
  try {
    await pipeline(tar.stdout, createGzip(), fs.createWriteStream(draft, { mode: 0o600 }));
    await end;
    fs.renameSync(draft, target);
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** Unpacks an archive into a folder and returns its manifest. */
export async function unpack(file, folder) {
  // Without --ignore-zeros tar ends at the end-of-archive mark, and what is still being written to it meets a closed pipe.
  const flags = ["-xf", "-", "--ignore-zeros", "--no-same-owner", "-C", folder];
  const tar = spawn("tar", flags, { stdio: ["pipe", "inherit", "pipe"] });
  const end = untilDone(tar);
  let said = "";
  tar.stderr.setEncoding("utf8").on("data", (chunk) => (said = (said + chunk).slice(-2000)));
  try {
    await pipeline(fs.createReadStream(file), createGunzip(), tar.stdin);
    await end;
    return readManifest(path.join(folder, "manifest.json"));
  } catch (error) {
    const reason = await end.then(
      () => error,
      (failure) => failure,
    );
    if (error.code === "ENOENT" && error.path === file) throw new Problem(`找不到备份文件 ${file}`);
    if (error.code === "ENOSPC") throw error;
    throw new Problem(`${file} 不是完整的邻里物业备份`, lastLines(`${said}\n${reason.message}`, 5));
  }
}

function readManifest(file) {
  const manifest = JSON.parse(fs.readFileSync(file, "utf8"));
  if (manifest.format > ARCHIVE_FORMAT) throw new Problem("备份由更新版本的程序制作：请先升级程序");
  if (!["dump", "cluster"].includes(manifest.database)) throw new Error("unknown database format");
  return manifest;
}

/** Resolves when the child has ended well and said all it had to say. Awaited later, so a failure is kept until then. */
function untilDone(child) {
  const done = new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`tar ended with ${signal ?? `exit code ${code}`}`)),
    );
  });
  done.catch(() => undefined);
  return done;
}
