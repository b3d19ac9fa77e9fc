import type { EntityManager } from "typeorm";

/** The plan that each of these charges is in now, asked for or approved, by the charge's id. */
export async function plansOfCharges(
  tx: EntityManager,
  projectId: string,
  chargeIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.query<{ chargeId: string; planNo: string }[]>(
    `SELECT x.charge_id AS "chargeId", p.plan_no AS "planNo"
       FROM payment_plan_charge x JOIN payment_plan p ON p.project_id = x.project_id AND p.id = x.plan_id
      WHERE x.project_id = $1 AND x.charge_id = ANY ($2) AND NOT x.released`,
    [projectId, chargeIds],
  );
  return new Map(rows.map(({ chargeId, planNo }) => [chargeId, planNo]));
}
