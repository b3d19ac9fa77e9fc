import type { EntityManager } from "typeorm";
import type { Member } from "./month-pool.js";
import type { RoomUse } from "./month-share.entity.js";
import type { SharePool } from "./share-pool.entity.js";

/** What rooms used in a month by the readings that stand (BIL-24): `room_id` and `use` of all meters of a kind together. */
export const usesOfRooms = (project: string, kind: string, period: string) => `
      SELECT x.room_id, sum(x.use) AS use
        FROM meter_reading x JOIN meter m ON m.project_id = x.project_id AND m.id = x.meter_id AND m.kind = ${kind}
       WHERE x.project_id = ${project} AND x.status = 'VALID' AND x.period = ${period} AND x.room_id IS NOT NULL
       GROUP BY x.room_id`;

/** What the meters of the members used in a month. A room without a reading is not among them. */
export function meteredUses(
  tx: EntityManager,
  { projectId, useMeterKind }: SharePool,
  period: string,
  members: readonly Member[],
): Promise<RoomUse[]> {
  return tx.query<RoomUse[]>(
    `SELECT u.room_id AS "roomId", trim_scale(u.use)::text AS use FROM (${usesOfRooms("$1", "$2", "$3")}) u
      WHERE u.room_id = ANY ($4)`,
    [projectId, useMeterKind, period, members.map(({ roomId }) => roomId)],
  );
}
