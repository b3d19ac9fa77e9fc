import type { EntityManager } from "typeorm";
import type { Member } from "./month-pool.js";
import type { RoomUse } from "./month-share.entity.js";
import type { SharePool } from "./share-pool.entity.js";

/**
 * What the meters of the members used in a month, by the readings of the month that stand (BIL-24): all meters of the kind
 * of a room together. A room without a reading is not among them.
 */
export function meteredUses(
  tx: EntityManager,
  { projectId, useMeterKind }: SharePool,
  period: string,
  members: readonly Member[],
): Promise<RoomUse[]> {
  return tx.query<RoomUse[]>(
    `SELECT x.room_id AS "roomId", trim_scale(sum(x.use))::text AS use
       FROM meter_reading x JOIN meter m ON m.project_id = x.project_id AND m.id = x.meter_id AND m.kind = $2
      WHERE x.project_id = $1 AND x.status = 'VALID' AND x.period = $3 AND x.room_id = ANY ($4)
      GROUP BY x.room_id`,
    [projectId, useMeterKind, period, members.map(({ roomId }) => roomId)],
  );
}
