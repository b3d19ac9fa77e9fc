import type { EntityManager } from "typeorm";
import { joinSurvivor } from "../../../customer/merged-customers.js";

/** What was done about the debts of a room that are still open, by payer. */
export interface RoomCase {
  roomId: string;
  roomCode: string;
  payerId: string;
  payerName: string;
  steps: number;
  lastOn: string;
  sued: boolean;
  openFen: number;
}

/** Cases of rooms in which something is open and somebody was asked to pay or sued. */
export const casesOfRooms = (db: EntityManager, projectId: string, roomIds: readonly string[]): Promise<RoomCase[]> =>
  db.query<RoomCase[]>(
    `SELECT k.room_id AS "roomId", r.code AS "roomCode", p.id AS "payerId", p.name AS "payerName", s.steps, s.last_on AS "lastOn",
            EXISTS (SELECT 1 FROM dunning_lawsuit w WHERE w.project_id = k.project_id AND w.case_id = k.id AND w.ended_on IS NULL
                       AND w.voided_on IS NULL) AS sued,
            o.fen AS "openFen"
       FROM dunning_case k
       JOIN room r ON r.project_id = k.project_id AND r.id = k.room_id
       ${joinSurvivor("p", "k.project_id", "k.payer_id")}
       CROSS JOIN LATERAL (SELECT count(*)::int AS steps, max(s.on_day) AS last_on FROM dunning_step s
                            WHERE s.project_id = k.project_id AND s.case_id = k.id AND s.voided_on IS NULL) s
       CROSS JOIN LATERAL (SELECT coalesce(sum(c.open_fen), 0)::bigint AS fen FROM charge c
                            WHERE c.project_id = k.project_id AND c.room_id = k.room_id AND c.payer_id = k.payer_id AND c.open_fen > 0) o
      WHERE k.project_id = $1 AND k.room_id = ANY ($2) AND s.steps > 0 AND o.fen > 0
      ORDER BY r.code, p.name, k.id`,
    [projectId, roomIds],
  );
