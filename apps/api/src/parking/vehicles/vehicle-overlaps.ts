import type { EntityManager } from "typeorm";
import { vehiclesChanged } from "./vehicles.errors.js";

/** Whether `a` and `b` share a day. */
const SHARE_A_DAY = `a.starts_on <= COALESCE(b.ends_on, 'infinity') AND b.starts_on <= COALESCE(a.ends_on, 'infinity')`;

/**
 * Looks once more, after relations were written by the set, for two owners of a vehicle and two main cars of a room on one
 * day: somebody else may have registered one since the import was checked. The vehicles and rooms are held.
 * @throws VEHICLES_CHANGED
 */
export async function refuseOverlapping(
  tx: EntityManager,
  projectId: string,
  written: readonly { id: string }[],
): Promise<void> {
  const ids = written.map(({ id }) => id);
  const [found] = await tx.query<{ plate: string }[]>(
    `SELECT v.plate FROM vehicle_relation a
       JOIN vehicle_relation b ON b.project_id = a.project_id AND b.vehicle_id = a.vehicle_id AND b.role = 'OWNER'
        AND b.customer_id <> a.customer_id AND ${SHARE_A_DAY}
       JOIN vehicle v ON v.project_id = a.project_id AND v.id = a.vehicle_id
      WHERE a.project_id = $1 AND a.id = ANY ($2) AND a.role = 'OWNER'
     UNION ALL
     SELECT v.plate FROM vehicle_relation a
       JOIN vehicle_relation b ON b.project_id = a.project_id AND b.room_id = a.room_id AND b.rank = 'MAIN'
        AND b.vehicle_id <> a.vehicle_id AND ${SHARE_A_DAY}
       JOIN vehicle v ON v.project_id = a.project_id AND v.id = a.vehicle_id
      WHERE a.project_id = $1 AND a.id = ANY ($2) AND a.rank = 'MAIN' LIMIT 1`,
    [projectId, ids],
  );
  if (found) throw vehiclesChanged(found.plate);
}
