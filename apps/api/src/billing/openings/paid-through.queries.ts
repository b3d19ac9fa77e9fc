import type { EntityManager } from "typeorm";

/** What imports that stand say of days up to which is paid (`pt`), with the import (`po`); SQL of a FROM. */
export const STANDING_PAID_THROUGH = `paid_through pt
      JOIN opening po ON po.project_id = pt.project_id AND po.id = pt.opening_id AND po.status = 'POSTED'`;

/** The last day a fee item `$item` of a room `$room` was paid for before this system, of imports that stand; SQL. */
export const paidThroughOf = (project: string, room: string, item: string): string =>
  `(SELECT max(pt.paid_to) FROM ${STANDING_PAID_THROUGH}
     WHERE pt.project_id = ${project} AND pt.room_id = ${room} AND pt.fee_item_id = ${item})`;

/** Up to which days rooms were paid before this system, by room and then by fee item. */
export async function paidThroughOfRooms(
  tx: EntityManager,
  projectId: string,
  roomIds: readonly string[],
): Promise<Map<string, Map<string, string>>> {
  const rows = await tx.query<{ roomId: string; feeItemId: string; paidTo: string }[]>(
    `SELECT pt.room_id AS "roomId", pt.fee_item_id AS "feeItemId", max(pt.paid_to) AS "paidTo"
       FROM ${STANDING_PAID_THROUGH}
      WHERE pt.project_id = $1 AND pt.room_id = ANY ($2) GROUP BY 1, 2`,
    [projectId, roomIds],
  );
  const ofRooms = Map.groupBy(rows, ({ roomId }) => roomId);
  return new Map(
    [...ofRooms].map(([roomId, items]) => [roomId, new Map(items.map(({ feeItemId, paidTo }) => [feeItemId, paidTo]))]),
  );
}
