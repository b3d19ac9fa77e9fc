import type { EntityManager } from "typeorm";
import { ACTIVE_SCHEME } from "./scheme-of-charge.js";

/**
 * Locks, in the order of their ids, the open charges of a project that were due before a day and bear a late fee, so that
 * no day of them is booked twice; answers their ids. What is out with a bank was booked when it went out
 * (BIL-52). `among`: only these.
 * `passOver`: a charge somebody else holds is left out, not waited for; he may be waiting for a month the caller holds.
 */
export async function lockOverdue(
  tx: EntityManager,
  projectId: string,
  asOf: string,
  { among = null, passOver = false }: { among?: readonly string[] | null; passOver?: boolean } = {},
): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT c.id FROM charge c ${ACTIVE_SCHEME}
      WHERE c.project_id = $1 AND c.open_fen > 0 AND c.due_on < $2::date AND c.principal_id IS NULL AND c.debit_batch_id IS NULL
        AND ($3::uuid[] IS NULL OR c.id = ANY ($3))
      ORDER BY c.id FOR UPDATE OF c ${passOver ? "SKIP LOCKED" : ""}`,
    [projectId, asOf, among],
  );
  return rows.map(({ id }) => id);
}
