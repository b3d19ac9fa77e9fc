import { openingStatusLabels, type OpeningStatus } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { notFound } from "../../common/rule-violation.js";
import { Opening } from "./opening.entity.js";
import { beingPosted, openingSigned, openingState, sameFile } from "./openings.errors.js";

/** Months before its first one that a project may be opened ahead. */
export const AHEAD = 24;

/** How many rows a refusal names. */
export const EXAMPLES = 5;

/** Locks an import of the project. @throws NOT_FOUND */
export async function lockOpening(tx: EntityManager, projectId: string, id: string): Promise<Opening> {
  const opening = await tx.findOne(Opening, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!opening) throw notFound("期初导入");
  return opening;
}

/** Refuses an import that stands otherwise. @throws OPENING_STATE */
export function refuseUnless(opening: Opening, wanted: OpeningStatus): void {
  if (opening.status === wanted) return;
  throw openingState(openingStatusLabels[wanted], openingStatusLabels[opening.status as OpeningStatus]);
}

/** Refuses an import whose job waits or runs; one whose job was lost may go on. @throws OPENING_BUSY */
export async function refuseRunning(tx: EntityManager, { projectId, status, jobId }: Opening): Promise<void> {
  if (status !== "POSTING") return;
  const [live] = await tx.query<object[]>(
    "SELECT 1 FROM job WHERE project_id = $1 AND id = $2 AND status IN ('QUEUED', 'RUNNING')",
    [projectId, jobId],
  );
  if (live) throw beingPosted();
}

/**
 * The same bytes are posted once as each kind: one workbook may hold balances and payment history.
 * @throws OPENING_SAME_FILE, OPENING_BUSY
 */
export async function refuseSameFile(
  tx: EntityManager,
  projectId: string,
  { kind, sha256 }: Pick<Opening, "kind" | "sha256">,
  own: string | null = null,
): Promise<void> {
  const [known] = await tx.query<{ file_name: string; status: string; name: string | null; on: string | null }[]>(
    `SELECT o.file_name, o.status, o.posted_by_name AS name, to_char(o.posted_at AT TIME ZONE p.time_zone, 'YYYY-MM-DD') AS "on"
       FROM opening o JOIN project p ON p.id = o.project_id
      WHERE o.project_id = $1 AND o.kind = $2 AND o.sha256 = $3 AND o.status IN ('POSTING', 'POSTED') AND o.id IS DISTINCT FROM $4`,
    [projectId, kind, sha256, own],
  );
  if (!known) return;
  throw known.status === "POSTED" ? sameFile(known.file_name, known.name ?? "", known.on ?? "") : beingPosted();
}

/** What was sent for a signature stands. @throws OPENING_SIGNED */
export async function refuseSigned(tx: EntityManager, { projectId, approvalId }: Opening): Promise<void> {
  if (approvalId === null) return;
  const [standing] = await tx.query<object[]>(
    "SELECT 1 FROM approval WHERE project_id = $1 AND id = $2 AND status IN ('PENDING', 'APPROVED')",
    [projectId, approvalId],
  );
  if (standing) throw openingSigned();
}
