import type { EntityManager } from "typeorm";
import { notFound } from "../common/rule-violation.js";
import { ImportBatch } from "./import-batch.entity.js";
import { alreadyDone, busy } from "./import.errors.js";

/** Locks an import of the project. @throws NOT_FOUND */
export async function lockBatch(tx: EntityManager, projectId: string, id: string): Promise<ImportBatch> {
  const batch = await tx.findOne(ImportBatch, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!batch) throw notFound("导入");
  return batch;
}

/**
 * Refuses an import that is done or whose job still waits or runs. One whose job failed or was cancelled may go on.
 * @throws IMPORT_DONE, IMPORT_BUSY
 */
export async function refuseRunning(tx: EntityManager, batch: ImportBatch): Promise<void> {
  if (batch.status === "DONE") throw alreadyDone();
  if (batch.status !== "CHECKING" && batch.status !== "COMMITTING") return;
  const [live] = await tx.query<object[]>(
    "SELECT 1 FROM job WHERE project_id = $1 AND id = $2 AND status IN ('QUEUED', 'RUNNING')",
    [batch.projectId, batch.jobId],
  );
  if (live) throw busy(batch.status === "CHECKING" ? "正在检查" : "正在入库");
}
