import type { EntityManager } from "typeorm";
import { newId } from "../../common/ids.js";

/** A charge issued in place of one that was reversed, for the same payer; in fen. */
export interface ReissuedCharge {
  from: string;
  to: string;
  amountFen: number;
}

/**
 * What stands for the same payer in place of a covered charge goes on in its approved plan. The plan is locked: one that
 * is being ended takes nothing more in.
 */
export async function followPlans(
  tx: EntityManager,
  { projectId, day, now }: { projectId: string; day: string; now: Date },
  reissued: readonly ReissuedCharge[],
): Promise<void> {
  if (reissued.length === 0) return;
  await tx.query(
    `INSERT INTO payment_plan_charge (project_id, id, created_at, plan_id, charge_id, open_fen, followed_on, released)
     SELECT $1, n.id, $2, p.id, n.charge_id, n.fen, $3, false
       FROM unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::bigint[]) AS n(id, old_id, charge_id, fen)
       JOIN payment_plan_charge x ON x.project_id = $1 AND x.charge_id = n.old_id AND NOT x.released
       JOIN payment_plan p ON p.project_id = x.project_id AND p.id = x.plan_id AND p.status = 'APPROVED'
        FOR NO KEY UPDATE OF p`,
    [
      projectId,
      now,
      day,
      reissued.map(newId),
      reissued.map(({ from }) => from),
      reissued.map(({ to }) => to),
      reissued.map(({ amountFen }) => amountFen),
    ],
  );
}
