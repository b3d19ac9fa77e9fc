import type { EntityManager } from "typeorm";

/** The numbers of receipts, in their order. */
export async function receiptNumbersOf(
  tx: EntityManager,
  projectId: string,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await tx.query<{ no: string }[]>(
    "SELECT receipt_no AS no FROM receipt WHERE project_id = $1 AND id = ANY ($2) ORDER BY receipt_no",
    [projectId, ids],
  );
  return rows.map(({ no }) => no);
}
