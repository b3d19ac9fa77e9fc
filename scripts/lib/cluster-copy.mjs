import fs from "node:fs";
import path from "node:path";
import { connect } from "./database.mjs";

/** What PostgreSQL's manual says a base backup leaves out, and the log, which is copied afterwards. */
const LEFT_OUT = new Set([
  "pg_wal",
  "pg_replslot",
  "pg_dynshmem",
  "pg_notify",
  "pg_serial",
  "pg_snapshots",
  "pg_stat_tmp",
  "pg_subtrans",
]);
const NOT_COPIED = /^(postmaster\.(pid|opts)|pgsql_tmp.*|pg_internal\.init.*|current_logfiles)$/;

/**
 * Copies the files of a running cluster so that PostgreSQL recovers them to the moment the copy ended: a base backup
 * with its low-level interface, because the embedded PostgreSQL comes without pg_dump and pg_basebackup.
 * @param {{ data: string, url(database: string): string }} cluster
 * @param {string} target folder that is created
 */
export async function copyRunningCluster(cluster, target) {
  const client = await connect(cluster.url("postgres"));
  try {
    // The slot keeps every log segment until this connection ends.
    await client.query("SELECT pg_create_physical_replication_slot($1, true, true)", [`linli_backup_${process.pid}`]);
    await client.query("SELECT pg_backup_start('linli backup', true)");
    copyTree(cluster.data, target);
    const { rows } = await client.query("SELECT labelfile, pg_walfile_name(lsn) AS last FROM pg_backup_stop(false)");
    const [{ labelfile, last }] = rows;
    const first = /^START WAL LOCATION: \S+ \(file (\w+)\)/m.exec(labelfile)[1];
    fs.writeFileSync(path.join(target, "backup_label"), labelfile, { mode: 0o600 });
    copyLog(cluster.data, target, first, last);
  } finally {
    await client.end();
  }
}

function copyTree(from, to) {
  fs.mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    if (NOT_COPIED.test(entry.name)) continue;
    const [source, copy] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory() && LEFT_OUT.has(entry.name)) fs.mkdirSync(copy, { mode: 0o700 });
    else if (entry.isDirectory()) copyTree(source, copy);
    else if (entry.isFile()) copyFile(source, copy);
  }
}

/** Tables come and go while their files are copied; recovery takes care of those that vanished. */
function copyFile(source, copy) {
  try {
    fs.copyFileSync(source, copy);
    fs.chmodSync(copy, 0o600);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

function copyLog(data, target, first, last) {
  const from = path.join(data, "pg_wal");
  const to = path.join(target, "pg_wal");
  fs.mkdirSync(path.join(to, "archive_status"), { recursive: true, mode: 0o700 });
  for (const name of fs.readdirSync(from)) {
    const wanted = /^[0-9A-F]{24}$/.test(name) ? name >= first && name <= last : name.endsWith(".history");
    if (wanted) copyFile(path.join(from, name), path.join(to, name));
  }
}
