import type { TestApp } from "./test-app.js";

/** Resolves once a request waits for a lock that the test holds. @throws when none does */
export async function somebodyWaits({ db }: TestApp): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const [row] = await db.query<{ waits: boolean }[]>(
      // what others do is hidden from the role of the application, their locks are not
      `SELECT EXISTS (SELECT 1 FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
                       WHERE a.datname = current_database() AND NOT l.granted) AS waits`,
    );
    if (row!.waits) return;
    await new Promise((go) => setTimeout(go, 50));
  }
  throw new Error("nobody waits for a lock");
}
