import type { EntityManager } from "typeorm";

/** A charge and those in whose place it was issued, as rows (id). */
export const withOrigins = (project: string, chargeId: string): string =>
  `(SELECT ${chargeId} AS id UNION ALL
    SELECT a.origin_id FROM charge_origin a WHERE a.project_id = ${project} AND a.charge_id = ${chargeId})`;

/** A charge and those issued in its place, as rows (id). */
export const withSuccessors = (project: string, chargeId: string): string =>
  `(SELECT ${chargeId} AS id UNION ALL
    SELECT a.charge_id FROM charge_origin a WHERE a.project_id = ${project} AND a.origin_id = ${chargeId})`;

/** Notes that the same debt goes on in another charge: in place of `from` and of all `from` stands for. */
export async function noteOrigins(
  tx: EntityManager,
  { projectId, now }: { projectId: string; now: Date },
  reissued: readonly { from: string; to: string }[],
): Promise<void> {
  if (reissued.length === 0) return;
  await tx.query(
    `INSERT INTO charge_origin (project_id, id, created_at, charge_id, origin_id)
     SELECT DISTINCT $1::uuid, md5(p.new_id::text || o.id::text)::uuid, $2::timestamptz, p.new_id, o.id
       FROM unnest($3::uuid[], $4::uuid[]) AS p(old_id, new_id)
       CROSS JOIN LATERAL ${withOrigins("$1", "p.old_id")} o`,
    [projectId, now, reissued.map(({ from }) => from), reissued.map(({ to }) => to)],
  );
}
