import type { EntityManager } from "typeorm";
import { newId } from "../common/ids.js";
import { clientOf, copyInto, copyRow } from "../database/copy.js";
import type { PlannedRow } from "./check/planned-row.js";
import type { ImportBatch } from "./import-batch.entity.js";

const COLUMNS = [
  "project_id",
  "id",
  "created_at",
  "batch_id",
  "sheet",
  "row_no",
  "entity",
  "key",
  "outcome",
  "data",
  "issues",
];
/** Puts new report rows in the place of the old; their ids are in the order of the file. */
export async function replaceRows(
  tx: EntityManager,
  { projectId, id }: Pick<ImportBatch, "projectId" | "id">,
  now: Date,
  rows: readonly PlannedRow[],
): Promise<void> {
  await tx.query("DELETE FROM import_row WHERE project_id = $1 AND batch_id = $2", [projectId, id]);
  await copyInto(await clientOf(tx), "import_row", COLUMNS, linesOf(projectId, id, now.toISOString(), rows));
}

function* linesOf(projectId: string, batchId: string, createdAt: string, rows: readonly PlannedRow[]) {
  // many rows of a large file say the same
  const sentences = new Map<object, string>();
  for (const { sheet, rowNo, entity, key, outcome, changes, issues } of rows) {
    const data = changes.length === 0 ? '{"changes":[]}' : JSON.stringify({ changes });
    const said = issues.length === 0 ? "[]" : (sentences.get(issues) ?? JSON.stringify(issues));
    if (issues.length > 0 && sentences.size < 1000) sentences.set(issues, said);
    const rest = copyRow([sheet, rowNo, entity, key, outcome, data, said]);
    yield `${projectId}\t${newId()}\t${createdAt}\t${batchId}\t${rest}`;
  }
}
