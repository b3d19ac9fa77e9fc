import type { EntityManager } from "typeorm";

/** The last day a fee item `$item` of a room `$room` was paid for before this system, of imports that stand; SQL. */
export const paidThroughOf = (project: string, room: string, item: string): string =>
  `(SELECT max(pt.paid_to) FROM paid_through pt
      JOIN opening po ON po.project_id = pt.project_id AND po.id = pt.opening_id AND po.status = 'POSTED'
     WHERE pt.project_id = ${project} AND pt.room_id = ${room} AND pt.fee_item_id = ${item})`;

/** Up to which days rooms were paid before this system, by room and then by fee item. */
export async function paidThroughOfRooms(
  tx: EntityManager,
  projectId: string,
  roomIds: readonly string[],
): Promise<Map<string, Map<string, string>>> {
  const rows = await tx.query<{ roomId: string; feeItemId: string; paidTo: string }[]>(
    `SELECT p.room_id AS "roomId", p.fee_item_id AS "feeItemId", max(p.paid_to) AS "paidTo"
       FROM paid_through p JOIN opening o ON o.project_id = p.project_id AND o.id = p.opening_id AND o.status = 'POSTED'
      WHERE p.project_id = $1 AND p.room_id = ANY ($2) GROUP BY 1, 2`,
    [projectId, roomIds],
  );
  const ofRooms = Map.groupBy(rows, ({ roomId }) => roomId);
  return new Map(
    [...ofRooms].map(([roomId, items]) => [roomId, new Map(items.map(({ feeItemId, paidTo }) => [feeItemId, paidTo]))]),
  );
}
