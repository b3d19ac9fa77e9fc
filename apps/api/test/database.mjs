import pg from "pg";

/**
 * Jest's global set-up: migrates a template database once and clones it for every worker. TEST_DATABASE_URL names a
 * database of a server on which databases may be created.
 */
export default async function setUpDatabases({ maxWorkers }) {
  const adminUrl = process.env.TEST_DATABASE_URL;
  if (!adminUrl) return; // pure specs need none; the others say that DATABASE_URL is missing
  process.env.TEST_DATABASE_PREFIX ??= `linli_test_${process.pid}`;
  const prefix = process.env.TEST_DATABASE_PREFIX;
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${prefix}_template WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${prefix}_template`);
  const { migrate } = await import("../dist/migrate.js");
  await migrate(urlOf(adminUrl, `${prefix}_template`));
  for (let worker = 1; worker <= maxWorkers; worker += 1) {
    await admin.query(`DROP DATABASE IF EXISTS ${prefix}_${worker} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${prefix}_${worker} TEMPLATE ${prefix}_template`);
  }
  await admin.end();
  globalThis.__testDatabases = { adminUrl, prefix, maxWorkers };
}

const urlOf = (adminUrl, database) => Object.assign(new URL(adminUrl), { pathname: `/${database}` }).href;
