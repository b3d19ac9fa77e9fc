import type { EntityManager } from "typeorm";
import { joinSurvivor } from "../../../customer/merged-customers.js";
import { debtsOf } from "../cases/case-groups.js";
import { casesOf, IS_SUED, isDemand } from "../dunning.sql.js";

/** What was done about the debts of a room that are still open, by payer. */
export interface RoomCase {
  roomId: string;
  roomCode: string;
  payerId: string;
  payerName: string;
  steps: number;
  /** The day of the last demand; null when only a court was asked. */
  lastOn: string | null;
  sued: boolean;
  openFen: number;
}

/**
 * Cases of rooms in which something is overdue and somebody was asked to pay or is sued. Those of customers who were merged
 * are one.
 */
export const casesOfRooms = (
  db: EntityManager,
  projectId: string,
  roomIds: readonly string[],
  today: string,
): Promise<RoomCase[]> =>
  db.query<RoomCase[]>(
    `SELECT g.room_id AS "roomId", r.code AS "roomCode", g.payer_id AS "payerId", p.name AS "payerName", s.steps, s.last_on AS "lastOn",
            g.sued, o.fen AS "openFen"
       FROM (SELECT g.*, ${IS_SUED} AS sued
               FROM (SELECT DISTINCT k.room_id, p.id AS payer_id FROM dunning_case k ${joinSurvivor("p", "k.project_id", "k.payer_id")}
                      WHERE k.project_id = $1 AND k.room_id = ANY ($2)) g) g
       JOIN room r ON r.project_id = $1 AND r.id = g.room_id
       JOIN customer p ON p.project_id = $1 AND p.id = g.payer_id
       CROSS JOIN LATERAL (SELECT count(*)::int AS steps, max(s.on_day) AS last_on FROM dunning_step s
                            WHERE s.project_id = $1 AND s.case_id IN ${casesOf("$1", "g.room_id", "g.payer_id")} AND s.voided_on IS NULL
                              AND ${isDemand()}) s
       CROSS JOIN LATERAL (SELECT coalesce(sum(c.open_fen), 0)::bigint AS fen ${debtsOf("$3")}) o
      WHERE (s.steps > 0 OR g.sued) AND o.fen > 0
      ORDER BY r.code, p.name, g.payer_id`,
    [projectId, roomIds, today],
  );

/** What was done, in a few words. */
export const historyOf = ({ lastOn, sued }: RoomCase): string =>
  [lastOn === null ? null : `上次 ${lastOn}`, sued ? "正在诉讼或仲裁" : null].filter(Boolean).join("，");
