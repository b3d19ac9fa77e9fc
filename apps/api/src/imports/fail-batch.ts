import { HttpException } from "@nestjs/common";
import type { DataSource } from "typeorm";
import { asViolation } from "./import.errors.js";

/** Marks an import as failed when a rule said no; other errors are tried again and leave it as it is. */
export async function failBatch(db: DataSource, projectId: string, id: string, error: unknown): Promise<unknown> {
  const violation = asViolation(error);
  if (!(violation instanceof HttpException)) return violation;
  await db.query(
    "UPDATE import_batch SET status = 'FAILED', failure = $3 WHERE project_id = $1 AND id = $2 AND status <> 'DONE'",
    [projectId, id, violation.message],
  );
  return violation;
}
