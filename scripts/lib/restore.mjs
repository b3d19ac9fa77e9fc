import fs from "node:fs";
import path from "node:path";
import { unpack } from "./backup.mjs";
import { openDataFolder, secretsOf, writeSecrets } from "./data-folder.mjs";
import { checkDatabaseUrl, checkExternalDatabase, createDatabase, DATABASE, withConnection } from "./database.mjs";
import { POSTGRES_MAJOR } from "./postgres-binaries.mjs";
import { placeFor, removeCluster, startCluster } from "./postgres-cluster.mjs";
import { postgresTool, restoreDump } from "./postgres-tools.mjs";
import { Problem } from "./problem.mjs";
import { giveTo, serviceAccount } from "./service-account.mjs";

/** The role the API acts as; dumps grant it its rights, so it has to exist before they are restored. */
const APP_ROLE = "linli_app";

/**
 * Restores an archive. What was there before is kept beside it, with `before-<time>` in its name.
 * @param {{ dataFolder: string, databaseUrl?: string, file: string }} options
 * @returns {Promise<{ manifest: object, kept: string[] }>} `kept` says where the former data are
 */
export async function restore({ dataFolder, databaseUrl, file }) {
  if (databaseUrl) checkDatabaseUrl(databaseUrl);
  if (!fs.existsSync(file)) throw new Problem(`找不到备份文件 ${file}`);
  const opened = await openDataFolder(dataFolder);
  const stage = fs.mkdtempSync(path.join(dataFolder, ".restore-"));
  const moment = new Date().toISOString().replaceAll(/[-:]|\..*/g, "");
  try {
    const manifest = await unpack(file, stage);
    const tool = restoreToolFor(manifest, databaseUrl);
    const kept = databaseUrl
      ? await restoreExternal({ databaseUrl, tool, stage, dataFolder })
      : await restoreEmbedded({ manifest, tool, stage, dataFolder, moment });
    return { manifest, kept: [...kept, ...restoreFiles({ stage, dataFolder, moment })] };
  } finally {
    fs.rmSync(stage, { recursive: true, force: true });
    opened.release();
  }
}

function restoreToolFor({ database, postgres }, databaseUrl) {
  const major = Number.parseInt(postgres, 10);
  if (database === "cluster") {
    if (databaseUrl)
      throw new Problem("这个备份是内置数据库的文件副本，不能恢复到外部数据库：请去掉 DATABASE_URL 恢复后再转移");
    if (String(major) === POSTGRES_MAJOR) return undefined;
    throw new Problem(`备份来自 PostgreSQL ${major}，本程序使用 PostgreSQL ${POSTGRES_MAJOR}：请用旧版本程序恢复`);
  }
  const tool = postgresTool("pg_restore", major);
  if (tool) return tool;
  throw new Problem(`恢复这个备份需要 pg_restore ${major} 或更新版本：请安装 PostgreSQL 客户端后重试`);
}

async function restoreExternal({ databaseUrl, tool, stage, dataFolder }) {
  await checkExternalDatabase(databaseUrl);
  await withConnection(databaseUrl, async (client) => {
    if (await hasTables(client)) throw new Problem("DATABASE_URL 指向的数据库不是空的：请新建一个空数据库再恢复");
    await createAppRole(client);
  });
  await restoreDump(tool, databaseUrl, path.join(stage, "database.dump"));
  adoptSecrets(stage, dataFolder);
  return [];
}

function restoreEmbedded({ manifest, tool, stage, dataFolder, moment }) {
  return manifest.database === "cluster"
    ? restoreCluster({ stage, dataFolder, moment })
    : restoreIntoCluster({ tool, stage, dataFolder, moment });
}

/** Puts the files of the cluster in place and lets PostgreSQL recover them. */
async function restoreCluster({ stage, dataFolder, moment }) {
  const place = path.join(dataFolder, "postgres");
  const secrets = path.join(dataFolder, "secrets.json");
  const [before, secretsBefore] = [place, secrets].map((one) => `${one}.before-${moment}`);
  const had = fs.existsSync(place);
  const account = serviceAccount(place);
  if (had) fs.renameSync(place, before);
  if (had) fs.renameSync(secrets, secretsBefore);
  try {
    const data = placeFor(dataFolder, account);
    fs.cpSync(path.join(stage, "database"), data, { recursive: true });
    fs.chmodSync(data, 0o700);
    giveTo(account, data);
    fs.copyFileSync(path.join(stage, "secrets.json"), secrets);
    fs.chmodSync(secrets, 0o600);
    const cluster = await startCluster({ folder: dataFolder, password: secretsOf(dataFolder).postgresPassword });
    await cluster.stop();
  } catch (error) {
    removeCluster(dataFolder);
    fs.rmSync(secrets, { force: true });
    if (had) fs.renameSync(before, place);
    if (had) fs.renameSync(secretsBefore, secrets);
    throw error;
  }
  return had ? [before, secretsBefore] : [];
}

/** Restores a dump into a new database of the embedded cluster, which then takes the place of the present one. */
async function restoreIntoCluster({ tool, stage, dataFolder, moment }) {
  const { postgresPassword: password } = secretsOf(dataFolder);
  const cluster = await startCluster({ folder: dataFolder, password });
  const fresh = `${DATABASE}_restoring`;
  const before = `${DATABASE}_before_${moment.toLowerCase()}`;
  try {
    const admin = (sql) => withConnection(cluster.url("postgres"), (client) => client.query(sql));
    await createDatabase(cluster, password);
    await admin(`DROP DATABASE IF EXISTS ${fresh} WITH (FORCE)`);
    await createDatabase(cluster, password, fresh);
    await withConnection(cluster.url(fresh, DATABASE), createAppRole);
    await restoreDump(tool, cluster.url(fresh, DATABASE), path.join(stage, "database.dump"));
    const hadTables = await withConnection(cluster.url(DATABASE), hasTables);
    await admin(hadTables ? `ALTER DATABASE ${DATABASE} RENAME TO ${before}` : `DROP DATABASE ${DATABASE}`);
    await admin(`ALTER DATABASE ${fresh} RENAME TO ${DATABASE}`);
    adoptSecrets(stage, dataFolder);
    return hadTables ? [`数据库 ${before}`] : [];
  } finally {
    await cluster.stop();
  }
}

async function hasTables(client) {
  const own = "SELECT 1 FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') LIMIT 1";
  return (await client.query(own)).rowCount > 0;
}

async function createAppRole(client) {
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [APP_ROLE]);
  if (rowCount === 0) await client.query(`CREATE ROLE ${APP_ROLE} NOLOGIN`);
}

/** What was encrypted with the key of the backed-up system stays readable; the password of this cluster stays. */
function adoptSecrets(stage, dataFolder) {
  const file = path.join(stage, "secrets.json");
  if (!fs.existsSync(file)) return;
  const { dataKey, jwtSecret } = JSON.parse(fs.readFileSync(file, "utf8"));
  writeSecrets(dataFolder, { ...secretsOf(dataFolder), dataKey, jwtSecret });
}

function restoreFiles({ stage, dataFolder, moment }) {
  const files = path.join(dataFolder, "files");
  const before = `${files}.before-${moment}`;
  const empty = fs.readdirSync(files).length === 0;
  if (empty) fs.rmdirSync(files);
  else fs.renameSync(files, before);
  if (fs.existsSync(path.join(stage, "files"))) fs.renameSync(path.join(stage, "files"), files);
  else fs.mkdirSync(files, { mode: 0o700 });
  return empty ? [] : [before];
}
