import { PgBoss } from "pg-boss";
import pg from "pg";
import { APP_ROLE } from "../data-source.js";

/** Installs or updates the queue's own tables (schema `pgboss`, local tables) and opens them to the application's role. */
export async function installQueue(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false });
  boss.on("error", () => undefined);
  await boss.start();
  await boss.stop({ graceful: false });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`GRANT USAGE, CREATE ON SCHEMA pgboss TO ${APP_ROLE}`);
    await client.query(`GRANT ALL ON ALL TABLES IN SCHEMA pgboss TO ${APP_ROLE}`);
    await client.query(`GRANT ALL ON ALL SEQUENCES IN SCHEMA pgboss TO ${APP_ROLE}`);
    await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO ${APP_ROLE}`);
  } finally {
    await client.end();
  }
}
