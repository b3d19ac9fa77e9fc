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
/** Rows sent at one go. */
const CHUNK = 2000;

/** Puts new report rows in the place of the old; their ids are in the order of the file. */
export async function replaceRows(
  tx: EntityManager,
  { projectId, id }: Pick<ImportBatch, "projectId" | "id">,
  now: Date,
  rows: readonly PlannedRow[],
): Promise<void> {
  await tx.query("DELETE FROM import_row WHERE project_id = $1 AND batch_id = $2", [projectId, id]);
  const client = await clientOf(tx);
  const createdAt = now.toISOString();
  for (let from = 0; from < rows.length; from += CHUNK) {
    const text = rows
      .slice(from, from + CHUNK)
      .map(({ sheet, rowNo, entity, key, outcome, changes, issues }) =>
        copyRow([
          projectId,
          newId(),
          createdAt,
          id,
          sheet,
          rowNo,
          entity,
          key,
          outcome,
          JSON.stringify({ changes }),
          JSON.stringify(issues),
        ]),
      )
      .join("");
    await copyInto(client, "import_row", COLUMNS, text);
  }
}
