import type { EntityManager } from "typeorm";
import { lineOf } from "../meters/loss.sql.js";
import { IS_SHARE_BILLED, IS_SHARE_CLOSED } from "./billed-shares.js";
import { readingShareBilled, readingShared } from "./shares.errors.js";

/** The meters that count as one with the meter $2, and those that count as one with the master in front of it. */
const LINES = `WITH own AS ${lineOf("$1", "$2")},
  front AS ${lineOf("$1", "(SELECT parent_id FROM meter WHERE project_id = $1 AND id = $2)")}`;

interface SharedReading {
  no: string;
  period: string;
  pool: string;
  billed: boolean;
  closed: boolean;
}

/**
 * Whether shares were billed by a reading that is to be corrected or deleted: as the public meter of the pool (BIL-24), as one
 * behind the meter of a loss (BIL-25), or as a room's use. While a month is confirmed and unbilled its readings stand, until
 * the confirmation is withdrawn. Once it is billed it can no longer be withdrawn: a reading may be corrected, the month
 * says that it has moved, and the difference goes the road of BIL-83; deleted it may not be, as there would be nothing
 * left that the shares came from. In a closed month that billed nothing the reading is put right by itself. Holds the
 * pools against being confirmed meanwhile.
 * @throws READING_SHARED
 */
export async function billedShares(
  tx: EntityManager,
  projectId: string,
  { meterId, readingId, verb }: { meterId: string; readingId: string; verb: "更正" | "删除" },
): Promise<boolean> {
  await tx.query(
    `${LINES}, known AS (SELECT id FROM own UNION SELECT id FROM front),
     kind AS (SELECT kind FROM meter WHERE project_id = $1 AND id = $2)
     SELECT 1 FROM share_pool p
      WHERE p.project_id = $1
        AND (p.meter_id IN (SELECT id FROM known) OR p.use_meter_kind IN (SELECT kind FROM kind)
             OR p.id IN (SELECT s.pool_id FROM month_share s
                          WHERE s.project_id = $1 AND s.meter_id IN (SELECT id FROM known)))
      ORDER BY p.id FOR SHARE OF p`,
    [projectId, meterId],
  );
  const shared = await tx.query<SharedReading[]>(
    `${LINES}
     SELECT m.no, s.period, p.name AS pool, ${IS_SHARE_BILLED} AS billed, ${IS_SHARE_CLOSED} AS closed
       FROM meter_reading r
       JOIN meter m ON m.project_id = r.project_id AND m.id = r.meter_id
       JOIN month_share s ON s.project_id = r.project_id AND s.period = r.period AND s.status = 'CONFIRMED'
        AND (s.meter_id IN (SELECT id FROM own) OR (s.master_use IS NOT NULL AND s.meter_id IN (SELECT id FROM front))
             OR (s.use_meter_kind = m.kind AND EXISTS (
                   SELECT 1 FROM share_line l
                    WHERE l.project_id = s.project_id AND l.share_id = s.id AND l.room_id = r.room_id)))
       JOIN share_pool p ON p.project_id = s.project_id AND p.id = s.pool_id
      WHERE r.project_id = $1 AND r.meter_id = $2 AND r.id = $3 AND r.status = 'VALID'
      ORDER BY p.name`,
    [projectId, meterId, readingId],
  );
  const standing = shared.find(({ billed, closed }) => !billed && !closed);
  if (standing) throw readingShared(standing.no, standing.period, standing.pool);
  const billed = shared.find((one) => one.billed);
  if (billed && verb === "删除") throw readingShareBilled(billed.no, billed.period, billed.pool);
  return billed !== undefined;
}
