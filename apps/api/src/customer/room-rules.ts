import type { EntityManager } from "typeorm";
import type { DaySpan } from "../common/calendar.js";
import { inBulk } from "../database/in-bulk.js";
import { outsideRoomLife, payerRequired, sharesOver100 } from "./customer.errors.js";
import { isCovered } from "./spans.js";

/** Refuses rooms whose owners' stated shares come to more than 100 % on any day. @throws SHARES_OVER_100 */
export async function refuseSharesOver100(tx: EntityManager, projectId: string, roomIds: string[]): Promise<void> {
  const [over] = await inBulk(tx, (bulk) =>
    bulk.query<{ code: string; total: string }[]>(
      `WITH step AS (
       SELECT r.room_id, r.starts_on AS day, r.share FROM room_relation r
        WHERE r.project_id = $1 AND r.room_id IN (SELECT unnest($2::uuid[])) AND r.role = 'OWNER' AND r.share IS NOT NULL
       UNION ALL
       SELECT r.room_id, r.ends_on + 1, -r.share FROM room_relation r
        WHERE r.project_id = $1 AND r.room_id IN (SELECT unnest($2::uuid[])) AND r.role = 'OWNER' AND r.share IS NOT NULL
          AND r.ends_on IS NOT NULL)
     SELECT o.code, t.total::text AS total
       FROM (SELECT room_id, sum(share) OVER (PARTITION BY room_id ORDER BY day) AS total FROM step) t
       JOIN room o ON o.project_id = $1 AND o.id = t.room_id
      WHERE t.total > 100 LIMIT 1`,
      [projectId, roomIds],
    ),
  );
  if (over) throw sharesOver100(over.code, over.total.replace(/\.?0+$/, ""));
}

/** Refuses relations that reach beyond the life of their room. @throws OUTSIDE_ROOM_LIFE */
export async function refuseOutsideLife(tx: EntityManager, projectId: string, roomIds: string[]): Promise<void> {
  const [outside] = await inBulk(tx, (bulk) =>
    bulk.query<{ code: string; startsOn: string | null; endedOn: string | null }[]>(
      `SELECT o.code, o.starts_on AS "startsOn", o.ended_on AS "endedOn"
       FROM room o JOIN room_relation r ON r.project_id = o.project_id AND r.room_id = o.id
      WHERE o.project_id = $1 AND o.id = ANY($2)
        AND (r.starts_on < o.starts_on OR COALESCE(r.ends_on, 'infinity') > o.ended_on) LIMIT 1`,
      [projectId, roomIds],
    ),
  );
  if (outside) throw outsideRoomLife(outside.code, outside);
}

/**
 * Refuses a room of several owners or of a company that has, on some day of the span, nobody named to pay for all fee
 * items (CUS-09). @throws PAYER_REQUIRED
 */
export async function refuseWithoutPayer(
  tx: EntityManager,
  projectId: string,
  roomId: string,
  { from, to }: DaySpan,
): Promise<void> {
  const [gap] = await tx.query<{ day: string }[]>(
    `WITH owners AS (
       SELECT r.customer_id, r.starts_on, r.ends_on, c.kind
         FROM room_relation r JOIN customer c ON c.project_id = r.project_id AND c.id = r.customer_id
        WHERE r.project_id = $1 AND r.room_id = $2 AND r.role = 'OWNER'
          AND r.starts_on <= COALESCE($4::date, 'infinity') AND (r.ends_on IS NULL OR r.ends_on >= $3)),
     days AS (SELECT DISTINCT GREATEST(starts_on, $3::date) AS day FROM owners)
     SELECT day FROM days
      WHERE (SELECT count(DISTINCT customer_id) > 1 OR bool_or(kind = 'COMPANY') FROM owners
              WHERE starts_on <= day AND (ends_on IS NULL OR ends_on >= day))
        AND NOT EXISTS (SELECT 1 FROM payer p
                         WHERE p.project_id = $1 AND p.room_id = $2 AND p.fee_item_id IS NULL
                           AND p.starts_on <= day AND (p.ends_on IS NULL OR p.ends_on >= day))
      ORDER BY day LIMIT 1`,
    [projectId, roomId, from, to],
  );
  if (gap) throw payerRequired(gap.day);
}

/** The spans in which a customer has anything to do with a room. */
export const relationSpans = (
  tx: EntityManager,
  projectId: string,
  roomId: string,
  customerId: string,
): Promise<DaySpan[]> =>
  tx.query(
    `SELECT starts_on AS "from", ends_on AS "to" FROM room_relation
      WHERE project_id = $1 AND room_id = $2 AND customer_id = $3 ORDER BY starts_on`,
    [projectId, roomId, customerId],
  );

/** How many payer entries of a customer lie outside his relations to the room. */
export async function payersOutsideRelations(
  tx: EntityManager,
  projectId: string,
  roomId: string,
  customerId: string,
): Promise<number> {
  const payers = await tx.query<DaySpan[]>(
    `SELECT starts_on AS "from", ends_on AS "to" FROM payer WHERE project_id = $1 AND room_id = $2 AND customer_id = $3`,
    [projectId, roomId, customerId],
  );
  const relations = await relationSpans(tx, projectId, roomId, customerId);
  return payers.filter((payer) => !isCovered(payer, relations)).length;
}
