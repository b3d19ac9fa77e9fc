import pg from "pg";

/** Jest's global tear-down. */
export default async function dropDatabases() {
  if (!globalThis.__testDatabases) return;
  const { adminUrl, prefix, maxWorkers } = globalThis.__testDatabases;
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  for (const name of ["template", ...Array.from({ length: maxWorkers }, (_, index) => index + 1)]) {
    await admin.query(`DROP DATABASE IF EXISTS ${prefix}_${name} WITH (FORCE)`);
  }
  await admin.end();
}
