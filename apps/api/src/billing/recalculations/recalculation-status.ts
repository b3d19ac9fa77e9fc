import { type RecalculationStatus, recalculationStatusLabels } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { notFound } from "../../common/rule-violation.js";
import type { Recalculation } from "./recalculation.entity.js";
import { recalculationNotInState } from "./recalculations.errors.js";

/** What a job was to bring further has failed with it; of `r`, with its job `j`. */
export const RECALCULATION_STATUS = `CASE
  WHEN r.status IN ('COMPUTING', 'APPLYING') AND j.status IN ('FAILED', 'CANCELLED') THEN 'FAILED' ELSE r.status END`;

/** A locked recalculation. */
export type LockedRecalculation = Pick<
  Recalculation,
  | "id"
  | "createdBy"
  | "fromPeriod"
  | "toPeriod"
  | "feeItemIds"
  | "roomIds"
  | "reason"
  | "jobId"
  | "lineCount"
  | "oldFen"
  | "newFen"
> & { status: RecalculationStatus };

/** Locks a recalculation until the end of the transaction. @throws NOT_FOUND */
export async function lockRecalculation(
  tx: EntityManager,
  projectId: string,
  id: string,
): Promise<LockedRecalculation> {
  const [found] = await tx.query<LockedRecalculation[]>(
    `SELECT r.id, r.created_by AS "createdBy", r.from_period AS "fromPeriod", r.to_period AS "toPeriod", r.fee_item_ids AS "feeItemIds", r.room_ids AS "roomIds",
            r.reason, r.job_id AS "jobId", r.line_count AS "lineCount", r.old_fen AS "oldFen", r.new_fen AS "newFen",
            ${RECALCULATION_STATUS} AS status
       FROM recalculation r LEFT JOIN job j ON j.project_id = r.project_id AND j.id = r.job_id
      WHERE r.project_id = $1 AND r.id = $2 FOR UPDATE OF r`,
    [projectId, id],
  );
  if (!found) throw notFound("应收重算");
  return found;
}

/** @throws RECALCULATION_STATE unless it is where it must be. */
export function refuseUnless({ status }: LockedRecalculation, ...wanted: RecalculationStatus[]): void {
  if (wanted.includes(status)) return;
  const words = wanted.map((one) => recalculationStatusLabels[one]).join("”或“");
  throw recalculationNotInState(words, recalculationStatusLabels[status]);
}

/** 2026-01 至 2026-03, or the one month. */
export const monthsInWords = ({ fromPeriod, toPeriod }: Pick<Recalculation, "fromPeriod" | "toPeriod">): string =>
  fromPeriod === toPeriod ? fromPeriod : `${fromPeriod} 至 ${toPeriod}`;
