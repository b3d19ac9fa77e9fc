import pg from "pg";
import { PgBoss } from "pg-boss";
import { APP_ROLE } from "../data-source.js";

/** The one queue of the system; kinds of jobs are told apart by their payload. */
export const QUEUE = "linli-jobs";

/** Where the queue's clock sends the daily work. */
export const DAILY_QUEUE = "linli-daily";

/** And what is looked after every minute. */
export const MINUTE_QUEUE = "linli-minute";

/** Installs or updates the queue's own tables (schema `pgboss`, local tables) and opens them to the application's role. */
export async function installQueue(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, registerInstance: false });
  boss.on("error", () => undefined);
  await boss.start();
  const options = { retryLimit: 5, retryDelay: 2, expireInSeconds: 6 * 3600, heartbeatSeconds: 20 };
  if (await boss.getQueue(QUEUE)) await boss.updateQueue(QUEUE, options);
  else await boss.createQueue(QUEUE, options);
  if (!(await boss.getQueue(DAILY_QUEUE)))
    await boss.createQueue(DAILY_QUEUE, { retryLimit: 2, expireInSeconds: 3600 });
  // "short": a round that could not begin yet is not joined by another
  if (!(await boss.getQueue(MINUTE_QUEUE)))
    await boss.createQueue(MINUTE_QUEUE, {
      policy: "short",
      retryLimit: 0,
      expireInSeconds: 900,
      deleteAfterSeconds: 3600,
    });
  await boss.stop({ graceful: false });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`GRANT USAGE ON SCHEMA pgboss TO ${APP_ROLE}`);
    await client.query(`GRANT ALL ON ALL TABLES IN SCHEMA pgboss TO ${APP_ROLE}`);
    await client.query(`GRANT ALL ON ALL SEQUENCES IN SCHEMA pgboss TO ${APP_ROLE}`);
    await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO ${APP_ROLE}`);
  } finally {
    await client.end();
  }
}
