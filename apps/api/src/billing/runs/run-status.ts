import { type RunStatus, runStatusLabels } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { notFound } from "../../common/rule-violation.js";
import { runNotInState } from "../billing.errors.js";
import type { ChargeRun } from "./charge-run.entity.js";

/** A run falls back to where it was when the job that was to take it further has failed. */
export const RUN_STATUS = `CASE WHEN j.status IS NULL OR j.status NOT IN ('FAILED', 'CANCELLED') THEN r.status
       WHEN r.status = 'REHEARSING' THEN 'FAILED'
       WHEN r.status = 'PUBLISHING' THEN 'REHEARSED'
       WHEN r.status = 'REVERSING' THEN 'PUBLISHED'
       ELSE r.status END`;

/** A locked run. */
export type LockedRun = Pick<ChargeRun, "id" | "period" | "scope" | "differences" | "fingerprint" | "jobId"> & {
  status: RunStatus;
  lineCount: number;
  amountFen: number;
};

/** Locks a run until the end of the transaction. @throws NOT_FOUND */
export async function lockRun(tx: EntityManager, projectId: string, id: string): Promise<LockedRun> {
  const [run] = await tx.query<LockedRun[]>(
    `SELECT r.id, r.period, r.scope, r.differences, r.fingerprint, r.job_id AS "jobId", r.line_count AS "lineCount",
            r.amount_fen AS "amountFen", ${RUN_STATUS} AS status
       FROM charge_run r LEFT JOIN job j ON j.project_id = r.project_id AND j.id = r.job_id
      WHERE r.project_id = $1 AND r.id = $2 FOR UPDATE OF r`,
    [projectId, id],
  );
  if (!run) throw notFound("应收批次");
  return run;
}

/** @throws RUN_STATE unless the run is where it must be. */
export function refuseUnless(run: LockedRun, wanted: RunStatus): void {
  if (run.status !== wanted) throw runNotInState(runStatusLabels[wanted], runStatusLabels[run.status]);
}
