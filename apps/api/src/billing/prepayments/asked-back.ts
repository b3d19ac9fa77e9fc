import type { EntityManager } from "typeorm";

/** @param except condition on a request `q` that is not left out */
const askedBack = (except = "") => `(coalesce((SELECT sum(p.amount_fen) FROM prepayment_refund p
               WHERE p.project_id = a.project_id AND p.account_id = a.id AND p.status = 'OPEN'), 0)
  + coalesce((SELECT sum(q.amount_fen) FROM refund_request q
               WHERE q.project_id = a.project_id AND q.account_id = a.id AND q.status IN ('PENDING', 'APPROVED') ${except}), 0))::bigint`;

/** What is to be paid back of a prepayment account `a`: asked for or approved, and what a transfer promised; in fen. */
export const ASKED_BACK = askedBack();

/**
 * The same of accounts that are locked, so that nobody asks for more meanwhile; by account.
 * @param exceptRequestId a refund request that is not counted, as it is the one to be judged
 */
export async function askedBackOf(
  tx: EntityManager,
  projectId: string,
  accounts: readonly { id: string }[],
  exceptRequestId: string | null = null,
): Promise<ReadonlyMap<string, number>> {
  if (accounts.length === 0) return new Map();
  const rows = await tx.query<{ id: string; fen: number }[]>(
    `SELECT a.id, ${askedBack("AND q.id IS DISTINCT FROM $3::uuid")} AS fen
       FROM prepayment_account a WHERE a.project_id = $1 AND a.id = ANY ($2)`,
    [projectId, accounts.map(({ id }) => id), exceptRequestId],
  );
  return new Map(rows.map(({ id, fen }) => [id, fen]));
}
