import type { EntityManager } from "typeorm";

/** A room that a thing belongs to, or once belonged to. */
export interface RoomOfObject {
  id: string;
  code: string;
  /** Whether it does today; a room that was divided or merged has nothing any more. */
  now: boolean;
}

interface Registered {
  id: string;
  registered: readonly { roomId: string; to: string | null }[];
}

/** The rooms of things by what they are registered or bound with, by the things' ids; one statement for all. */
export async function placesOf(
  tx: Pick<EntityManager, "query">,
  projectId: string,
  things: readonly Registered[],
  today: string,
): Promise<ReadonlyMap<string, RoomOfObject[]>> {
  const spans = things.flatMap(({ id, registered }) => registered.map((span) => ({ id, ...span })));
  const rows = await tx.query<(RoomOfObject & { objectId: string })[]>(
    `SELECT x.object_id AS "objectId", r.id, r.code,
            bool_or(r.ended_on IS NULL AND (x.ends_on IS NULL OR x.ends_on >= $6::date)) AS now
       FROM (SELECT * FROM unnest($3::uuid[], $4::uuid[], $5::date[]) AS s(object_id, room_id, ends_on)
             UNION ALL
             SELECT object_id, room_id, ends_on FROM rate_binding WHERE project_id = $1 AND object_id = ANY ($2)) x
       JOIN room r ON r.project_id = $1 AND r.id = x.room_id
      GROUP BY 1, 2, 3 ORDER BY r.code, r.id`,
    [
      projectId,
      things.map(({ id }) => id),
      spans.map(({ id }) => id),
      spans.map(({ roomId }) => roomId),
      spans.map(({ to }) => to),
      today,
    ],
  );
  return Map.groupBy(rows, ({ objectId }) => objectId);
}
