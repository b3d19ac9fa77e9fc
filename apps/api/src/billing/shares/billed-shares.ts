import type { EntityManager } from "typeorm";

/** The charges of a run that stand on lines `l` of a confirmed month; what the company bears is billed to nobody. */
const CHARGED = `share_line l
       JOIN charge c ON c.project_id = l.project_id AND c.room_id = l.room_id AND c.period = l.period
            AND c.fee_item_id = l.fee_item_id AND c.source = 'RUN' AND c.reversed_fen < c.amount_fen`;

/** The condition that something of the confirmed month `s` is billed: it can no longer be withdrawn. */
export const IS_SHARE_BILLED = `EXISTS (
  SELECT 1 FROM ${CHARGED} WHERE l.project_id = s.project_id AND l.share_id = s.id AND NOT l.borne)`;

/** The condition that the month of `s` is closed. */
export const IS_SHARE_CLOSED = `EXISTS (
  SELECT 1 FROM billing_period b WHERE b.project_id = s.project_id AND b.period = s.period AND b.status = 'CLOSED')`;

/** Rooms with a charge of a confirmed month that stands. */
export async function billedRooms(tx: Pick<EntityManager, "query">, projectId: string, shareId: string) {
  const rows = await tx.query<{ code: string }[]>(
    `SELECT DISTINCT r.code FROM ${CHARGED}
       JOIN room r ON r.project_id = l.project_id AND r.id = l.room_id
      WHERE l.project_id = $1 AND l.share_id = $2 AND NOT l.borne ORDER BY r.code`,
    [projectId, shareId],
  );
  return rows.map(({ code }) => code);
}
