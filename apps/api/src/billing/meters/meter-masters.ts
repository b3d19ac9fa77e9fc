import type { EntityManager } from "typeorm";

/** How many master meters may stand one above the other over a meter (BIL-25). */
export const MASTER_LEVELS = 20;

/**
 * Each of some meters with the master meters above it, itself first: as many as a meter behind it would have above. Of
 * too many, or of masters in a circle, one more than may be.
 */
export async function mastersOf(
  tx: EntityManager,
  projectId: string,
  meterIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await tx.query<{ of: string; ids: string[] }[]>(
    `WITH RECURSIVE above AS (
       SELECT m.id AS of, m.id, m.parent_id, 1 AS level FROM meter m WHERE m.project_id = $1 AND m.id = ANY ($2)
       UNION ALL
       SELECT a.of, m.id, m.parent_id, a.level + 1 FROM above a
         JOIN meter m ON m.project_id = $1 AND m.id = a.parent_id
        WHERE a.level <= $3)
     SELECT of, array_agg(id ORDER BY level) AS ids FROM above GROUP BY of`,
    [projectId, meterIds, MASTER_LEVELS],
  );
  return new Map(rows.map(({ of, ids }) => [of, ids]));
}
