import type { EntityManager } from "typeorm";
import type { ImportRecords } from "../profiles/records.js";

/** What an import of vehicles needs to know of the project. */
export interface KnownVehicles {
  /** By plate; a plate may have been of several, of which one is in use. */
  byPlate: ReadonlyMap<string, KnownVehicle[]>;
  /** When which vehicles are main cars, by room id. */
  mains: ReadonlyMap<string, KnownMain[]>;
  /** Ids by number. */
  spaces: ReadonlyMap<string, string>;
}

export interface KnownVehicle {
  id: string;
  plate: string;
  model: string;
  color: string;
  remark: string | null;
  active: boolean;
  relations: KnownVehicleRelation[];
}

export interface KnownVehicleRelation {
  id: string;
  customerId: string;
  customerName: string;
  role: string;
  rank: string;
  kind: string;
  roomId: string | null;
  spaceId: string | null;
  spaceCode: string | null;
  from: string;
  to: string | null;
}

export interface KnownMain {
  plate: string;
  from: string;
  to: string | null;
}

export const NO_VEHICLES: KnownVehicles = {
  byPlate: new Map(),
  mains: new Map(),
  spaces: new Map(),
};

/** Reads what the vehicles of a file could touch, by a few statements. */
export async function loadVehicles(
  db: Pick<EntityManager, "query">,
  projectId: string,
  roomIds: string[],
  { vehicles }: ImportRecords,
): Promise<KnownVehicles> {
  if (vehicles.length === 0) return NO_VEHICLES;
  const plates = [...new Set(vehicles.map(({ plate }) => plate))];
  const known = await db.query<Omit<KnownVehicle, "relations">[]>(
    "SELECT id, plate, model, color, remark, active FROM vehicle WHERE project_id = $1 AND plate = ANY ($2) ORDER BY id",
    [projectId, plates],
  );
  const relations = await db.query<(KnownVehicleRelation & { vehicleId: string })[]>(
    `SELECT vr.id, vr.vehicle_id AS "vehicleId", vr.customer_id AS "customerId", c.name AS "customerName", vr.role, vr.rank,
            vr.kind, vr.room_id AS "roomId", vr.space_id AS "spaceId", s.code AS "spaceCode", vr.starts_on AS "from",
            vr.ends_on AS "to"
       FROM vehicle_relation vr
       JOIN customer c ON c.project_id = vr.project_id AND c.id = vr.customer_id
       LEFT JOIN parking_space s ON s.project_id = vr.project_id AND s.id = vr.space_id
      WHERE vr.project_id = $1 AND vr.vehicle_id = ANY ($2) ORDER BY vr.starts_on, vr.id`,
    [projectId, known.map(({ id }) => id)],
  );
  const mains = await db.query<(KnownMain & { roomId: string })[]>(
    `SELECT vr.room_id AS "roomId", v.plate, vr.starts_on AS "from", vr.ends_on AS "to"
       FROM vehicle_relation vr JOIN vehicle v ON v.project_id = vr.project_id AND v.id = vr.vehicle_id
      WHERE vr.project_id = $1 AND vr.room_id = ANY ($2) AND vr.rank = 'MAIN' ORDER BY vr.starts_on, vr.id`,
    [projectId, roomIds],
  );
  const spaces = await db.query<{ id: string; code: string }[]>(
    "SELECT id, code FROM parking_space WHERE project_id = $1 AND code = ANY ($2)",
    [projectId, vehicles.flatMap(({ spaceCode }) => spaceCode ?? [])],
  );
  const byVehicle = Map.groupBy(relations, ({ vehicleId }) => vehicleId);
  return {
    byPlate: Map.groupBy(
      known.map((vehicle) => ({ ...vehicle, relations: byVehicle.get(vehicle.id) ?? [] })),
      ({ plate }) => plate,
    ),
    mains: Map.groupBy(mains, ({ roomId }) => roomId),
    spaces: new Map(spaces.map(({ code, id }) => [code, id])),
  };
}
