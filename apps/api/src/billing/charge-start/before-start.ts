import type { EntityManager } from "typeorm";
import { periodOf } from "../../common/calendar.js";
import { type ChargeStart } from "./charge-start.js";
import { startsOfRooms } from "./charge-start.sql.js";

/** A charge that somebody enters, with who is to pay it. */
export interface EnteredCharge {
  roomId: string;
  objectId: string | null;
  serviceFrom: string;
  payerId: string | null;
}

interface ObjectStart {
  roomId: string;
  objectId: string;
  label: string;
  startsOn: string;
}

/**
 * Which of the charges are for a month before charging starts (BIL-14), as sentences in their order; null where nothing is to
 * be said. Of a room it starts with the month in which its owner begins to bear, unless the developer is to pay; of a
 * space, vehicle or contract with the month of its first binding to the room. A start that nobody knows says nothing.
 */
export async function beforeStart(
  tx: EntityManager,
  projectId: string,
  charges: readonly EnteredCharge[],
): Promise<(string | null)[]> {
  const own = charges.filter(({ objectId }) => objectId === null);
  const starts = own.length === 0 ? new Map<string, ChargeStart>() : await startsOfRooms(tx, projectId, roomsOf(own));
  const bound = await objectStarts(tx, projectId, charges);
  const [project] = await tx.query<{ developerId: string | null }[]>(
    `SELECT developer_id AS "developerId" FROM project WHERE id = $1`,
    [projectId],
  );
  return charges.map(({ roomId, objectId, serviceFrom, payerId }) => {
    const month = periodOf(serviceFrom);
    if (objectId !== null) {
      const first = bound.get(`${roomId} ${objectId}`);
      return first && month < periodOf(first.startsOn) ? `${first.label} 自 ${first.startsOn} 起收费` : null;
    }
    const start = starts.get(roomId);
    if (!start || start.lack !== null || (payerId !== null && payerId === project?.developerId)) return null;
    if (start.from === null) return "房间还没有交付，费用由开发商承担";
    return month < periodOf(start.from) ? `业主自 ${start.from} 起承担，之前由开发商承担` : null;
  });
}

const roomsOf = (charges: readonly EnteredCharge[]) => [...new Set(charges.map(({ roomId }) => roomId))];

async function objectStarts(tx: EntityManager, projectId: string, charges: readonly EnteredCharge[]) {
  const objectIds = [...new Set(charges.flatMap(({ objectId }) => objectId ?? []))];
  if (objectIds.length === 0) return new Map<string, ObjectStart>();
  const rows = await tx.query<ObjectStart[]>(
    `SELECT b.room_id AS "roomId", b.object_id AS "objectId", x.label, min(b.starts_on)::text AS "startsOn"
       FROM rate_binding b JOIN charge_object x ON x.project_id = b.project_id AND x.id = b.object_id
      WHERE b.project_id = $1 AND b.object_id = ANY ($2) GROUP BY b.room_id, b.object_id, x.label`,
    [projectId, objectIds],
  );
  return new Map(rows.map((row) => [`${row.roomId} ${row.objectId}`, row]));
}
