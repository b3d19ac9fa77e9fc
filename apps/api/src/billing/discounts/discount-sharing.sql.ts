import type { EntityManager } from "typeorm";

/** Whether the run of charge `c` has given discounts on its service; of project $1. */
export const IS_DISCOUNTED = `c.run_id IS NOT NULL AND EXISTS (SELECT 1 FROM discount_line WHERE project_id = $1) AND EXISTS (
  SELECT 1 FROM charge o JOIN discount_line l ON l.project_id = o.project_id AND l.charge_id = o.id AND l.receipt_id IS NULL
   WHERE o.project_id = c.project_id AND o.room_id = c.room_id AND o.run_id = c.run_id AND o.fee_item_id = c.fee_item_id
     AND o.object_id IS NOT DISTINCT FROM c.object_id)`;

/**
 * By the ids of charges with discounts of their run (BIL-40), what they share them by: the run and its service of the room.
 * Charges that were taken back are among them.
 */
export async function discountSharing(
  tx: EntityManager,
  projectId: string,
  chargeIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; key: string }[]>(
    `SELECT c.id, concat_ws(' ', c.run_id, c.room_id, c.fee_item_id, c.object_id) AS key
       FROM charge c WHERE c.project_id = $1 AND c.id = ANY ($2) AND ${IS_DISCOUNTED}`,
    [projectId, chargeIds],
  );
  return new Map(rows.map(({ id, key }) => [id, key]));
}
