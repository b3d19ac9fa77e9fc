import type { DataSource, EntityManager } from "typeorm";

/**
 * Runs statements over whole sets (a month of a project) with joins by hash: on tables just filled, whose statistics
 * are not there yet, the planner takes thousands of rows for one and would join them row by row.
 */
export function inBulk<Result>(
  db: DataSource | EntityManager,
  work: (tx: EntityManager) => Promise<Result>,
): Promise<Result> {
  return db.transaction(async (tx) => {
    await tx.query("SET LOCAL enable_nestloop = off");
    try {
      return await work(tx);
    } finally {
      // a caller's transaction goes on with the usual plans; one that failed is over anyway
      await tx.query("SET LOCAL enable_nestloop = on").catch(() => undefined);
    }
  });
}
