import fs from "node:fs";
import path from "node:path";
import { secretsOf } from "./data-folder.mjs";
import { checkDatabaseUrl, checkExternalDatabase, createDatabase, DATABASE } from "./database.mjs";
import { takeLock } from "./lock.mjs";
import { runningCluster, startCluster } from "./postgres-cluster.mjs";
import { Problem } from "./problem.mjs";

/**
 * Runs `work` with the database of an installation: the external one, the embedded one of a running system, or the
 * embedded one started for the time being.
 * @param {{ dataFolder: string, databaseUrl?: string }} options
 * @param {(database: { url: string, cluster?: { data: string, url(database: string, role?: string): string } }) => Promise<T>} work
 *   `url` belongs to the owner of the schema; `cluster` is there for the embedded one
 * @template T
 * @returns {Promise<T>}
 */
export async function withDatabase({ dataFolder, databaseUrl }, work) {
  if (databaseUrl) {
    checkDatabaseUrl(databaseUrl);
    await checkExternalDatabase(databaseUrl);
    return work({ url: databaseUrl });
  }
  if (!fs.existsSync(path.join(dataFolder, "postgres"))) throw new Problem(`数据目录 ${dataFolder} 里没有数据库`);
  const { postgresPassword: password } = secretsOf(dataFolder);
  const lock = takeLock(path.join(dataFolder, "linli.lock"));
  if (lock.holder !== undefined) {
    const cluster = runningCluster({ folder: dataFolder, password });
    return work({ url: cluster.url(DATABASE, DATABASE), cluster });
  }
  try {
    const cluster = await startCluster({ folder: dataFolder, password });
    try {
      await createDatabase(cluster, password);
      return await work({ url: cluster.url(DATABASE, DATABASE), cluster });
    } finally {
      await cluster.stop();
    }
  } finally {
    lock.release();
  }
}
