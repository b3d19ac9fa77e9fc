import type { EntityManager } from "typeorm";
import { lineOf } from "../meters/loss.sql.js";
import { readingShared } from "./shares.errors.js";

/** The meters that count as one with the meter $2, and those that count as one with the master in front of it. */
const LINES = `WITH own AS ${lineOf("$1", "$2")},
  front AS ${lineOf("$1", "(SELECT parent_id FROM meter WHERE project_id = $1 AND id = $2)")}`;

/**
 * Refuses to touch a reading that a confirmed month of a pool was computed from (BIL-24), also as one behind the meter of a
 * loss (BIL-25), and holds the pools against being confirmed meanwhile. A closed month can no longer be withdrawn: there
 * the reading is put right by itself, and the month says that it has moved.
 * @throws READING_SHARED
 */
export async function refuseShared(tx: EntityManager, projectId: string, meterId: string, readingId: string) {
  await tx.query(
    `${LINES}, known AS (SELECT id FROM own UNION SELECT id FROM front)
     SELECT 1 FROM share_pool p
      WHERE p.project_id = $1 AND (p.meter_id IN (SELECT id FROM known)
         OR p.id IN (SELECT s.pool_id FROM month_share s WHERE s.project_id = $1 AND s.meter_id IN (SELECT id FROM known)))
      ORDER BY p.id FOR SHARE OF p`,
    [projectId, meterId],
  );
  const [shared] = await tx.query<{ pool: string; period: string; no: string }[]>(
    `${LINES}
     SELECT p.name AS pool, s.period, m.no
       FROM meter_reading r
       JOIN meter m ON m.project_id = r.project_id AND m.id = r.meter_id
       JOIN month_share s ON s.project_id = r.project_id AND s.period = r.period AND s.status = 'CONFIRMED'
        AND (s.meter_id IN (SELECT id FROM own) OR (s.master_use IS NOT NULL AND s.meter_id IN (SELECT id FROM front)))
       JOIN share_pool p ON p.project_id = s.project_id AND p.id = s.pool_id
      WHERE r.project_id = $1 AND r.meter_id = $2 AND r.id = $3 AND r.status = 'VALID'
        AND NOT EXISTS (SELECT 1 FROM billing_period b
                         WHERE b.project_id = r.project_id AND b.period = r.period AND b.status = 'CLOSED')
      ORDER BY p.name LIMIT 1`,
    [projectId, meterId, readingId],
  );
  if (shared) throw readingShared(shared.no, shared.period, shared.pool);
}
