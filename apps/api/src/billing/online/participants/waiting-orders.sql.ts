import type { EntityManager } from "typeorm";

/** An online order that waits for its payment and holds charges of a room. */
export interface WaitingOrder {
  id: string;
  orderNo: string;
  roomCode: string;
  count: number;
  fen: number;
}

/** Orders that wait over charges of rooms, by order and room. */
export const waitingOrders = (
  db: EntityManager,
  projectId: string,
  roomIds: readonly string[],
): Promise<WaitingOrder[]> =>
  db.query(
    `SELECT o.id, o.order_no AS "orderNo", r.code AS "roomCode", count(*)::int AS count, sum(x.amount_fen)::bigint AS fen
       FROM online_order o
       JOIN online_order_charge x ON x.project_id = o.project_id AND x.order_id = o.id
       JOIN charge c ON c.project_id = x.project_id AND c.id = x.charge_id
       JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
      WHERE o.project_id = $1 AND o.status = 'CREATED' AND c.room_id = ANY ($2)
      GROUP BY o.id, o.order_no, r.code ORDER BY o.order_no, r.code`,
    [projectId, roomIds],
  );
