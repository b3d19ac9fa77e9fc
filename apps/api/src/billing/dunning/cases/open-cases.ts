import type { EntityManager } from "typeorm";
import { newId } from "../../../common/ids.js";
import { notFound } from "../../../common/rule-violation.js";

/** A room and a payer, who is not merged into another. */
export interface CaseKey {
  roomId: string;
  payerId: string;
}

/** The cases of these rooms and payers, in their order; those that are not there yet are made. */
export async function openCases(
  tx: EntityManager,
  projectId: string,
  keys: readonly CaseKey[],
  createdAt: Date,
): Promise<string[]> {
  const columns = [keys.map(({ roomId }) => roomId), keys.map(({ payerId }) => payerId)];
  await tx.query(
    `INSERT INTO dunning_case (project_id, id, created_at, room_id, payer_id)
     SELECT $1, k.id, $2, k.room_id, k.payer_id FROM unnest($3::uuid[], $4::uuid[], $5::uuid[]) AS k(id, room_id, payer_id)
      ORDER BY k.room_id, k.payer_id ON CONFLICT (project_id, room_id, payer_id) DO NOTHING`,
    [projectId, createdAt, keys.map(newId), ...columns],
  );
  const rows = await tx.query<{ id: string }[]>(
    `SELECT c.id FROM unnest($2::uuid[], $3::uuid[]) WITH ORDINALITY AS k(room_id, payer_id, place)
       JOIN dunning_case c ON c.project_id = $1 AND c.room_id = k.room_id AND c.payer_id = k.payer_id
      ORDER BY k.place`,
    [projectId, ...columns],
  );
  return rows.map(({ id }) => id);
}

/** Whose debts these are today: the customer himself, or the one he was merged into. @throws NOT_FOUND */
export async function caseKeyOf(
  db: Pick<EntityManager, "query">,
  projectId: string,
  roomId: string,
  payerId: string,
): Promise<CaseKey> {
  const [found] = await db.query<{ payerId: string }[]>(
    `SELECT coalesce(p.merged_into_id, p.id) AS "payerId" FROM customer p
      WHERE p.project_id = $1 AND p.id = $3
        AND EXISTS (SELECT 1 FROM charge c JOIN customer o ON o.project_id = c.project_id AND o.id = c.payer_id
                     WHERE c.project_id = $1 AND c.room_id = $2 AND coalesce(o.merged_into_id, o.id) = coalesce(p.merged_into_id, p.id))`,
    [projectId, roomId, payerId],
  );
  if (!found) throw notFound("这户的应收");
  return { roomId, payerId: found.payerId };
}
