import type { EntityManager } from "typeorm";

/** What of a room is out with a bank. */
export interface ChargesOut {
  batchId: string;
  batchNo: string;
  roomCode: string;
  count: number;
  fen: number;
}

/** Charges of rooms that are out with a bank, by batch and room. */
export const chargesOut = (db: EntityManager, projectId: string, roomIds: readonly string[]): Promise<ChargesOut[]> =>
  db.query(
    `SELECT b.id AS "batchId", b.batch_no AS "batchNo", r.code AS "roomCode", count(*)::int AS count, sum(c.open_fen)::bigint AS fen
       FROM charge c
       JOIN debit_batch b ON b.project_id = c.project_id AND b.id = c.debit_batch_id
       JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
      WHERE c.project_id = $1 AND c.room_id = ANY ($2) AND c.debit_batch_id IS NOT NULL
      GROUP BY b.id, b.batch_no, r.code ORDER BY b.batch_no, r.code`,
    [projectId, roomIds],
  );
