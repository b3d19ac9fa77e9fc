import type { EntityManager } from "typeorm";
import { newId } from "../../common/ids.js";
import { BillingSettings } from "./billing-settings.entity.js";

/** A waiver above this sum is a large one until the project says otherwise, in fen. */
export const DEFAULT_WAIVER_LIMIT = 100_000;

/** The settings of a project's charging, made when they are first changed, held until the transaction ends. */
export async function lockSettings(tx: EntityManager, projectId: string, now: Date): Promise<BillingSettings> {
  await tx.query(
    `INSERT INTO billing_settings (project_id, id, created_at, waiver_limit_fen) VALUES ($1, $2, $3, $4)
     ON CONFLICT (project_id) DO NOTHING`,
    [projectId, newId(), now, DEFAULT_WAIVER_LIMIT],
  );
  return tx.findOneOrFail(BillingSettings, { where: { projectId }, lock: { mode: "pessimistic_write" } });
}
