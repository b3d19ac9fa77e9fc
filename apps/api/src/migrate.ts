import "reflect-metadata";
import pg from "pg";
import { DataSource } from "typeorm";
import { seededRoles } from "@linli/contracts";
import { newId } from "./common/ids.js";
import { APP_ROLE, dataSourceOptions } from "./data-source.js";
import { distribute } from "./database/distribution.js";
import { installQueue } from "./jobs/queue-schema.js";

/** Brings the database named by DATABASE_URL to the schema of this version. Safe to run from several processes at once. */
export async function migrate(url: string): Promise<void> {
  await createAppRole(url);
  const db = new DataSource(dataSourceOptions(url, { asOwner: true }));
  await db.initialize();
  const lock = db.createQueryRunner();
  try {
    await lock.query("SELECT pg_advisory_lock(hashtext('linli:migrate'))");
    await db.runMigrations({ transaction: "each" });
    await distribute(db);
    await syncBuiltInRoles(db);
    await installQueue(url);
  } finally {
    await lock.query("SELECT pg_advisory_unlock(hashtext('linli:migrate'))");
    await lock.release();
    await db.destroy();
  }
}

/** Creates the role the server acts as. Roles are shared by all databases of a cluster, so it may exist already. */
async function createAppRole(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [APP_ROLE]);
    if (rowCount === 0) await client.query(`CREATE ROLE ${APP_ROLE} NOLOGIN`).catch(ignoreExisting);
    await client.query(`GRANT ${APP_ROLE} TO CURRENT_USER`).catch(ignoreExisting);
  } finally {
    await client.end();
  }
}

/** The built-in roles are defined in code; a new version may change their rights. */
async function syncBuiltInRoles(db: DataSource): Promise<void> {
  for (const [code, { name, permissions, homePath }] of Object.entries(seededRoles)) {
    await db.query(
      `INSERT INTO role (id, code, name, permissions, home_path, built_in) VALUES ($1, $2, $3, $4, $5, true)
       ON CONFLICT (code) DO UPDATE
         SET name = excluded.name, permissions = excluded.permissions, home_path = excluded.home_path`,
      [newId(), code, name, permissions, homePath],
    );
  }
}

/** Two processes may create the role in the same moment: duplicate object, unique violation, concurrent update. */
function ignoreExisting(error: { code?: string }): void {
  if (!["42710", "23505", "XX000"].includes(error.code ?? "")) throw error;
}

if (import.meta.filename === process.argv[1]) {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set");
  await migrate(url);
}
