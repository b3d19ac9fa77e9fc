import type { EntityManager } from "typeorm";
import { notFound } from "../../common/rule-violation.js";
import {
  otherMainCar,
  otherOwner,
  outsideRoomLife,
  sameVehicleRelation,
  unknownCustomer,
  unknownRoom,
  unknownSpace,
} from "./vehicles.errors.js";
import type { VehicleRelation } from "./vehicle-relation.entity.js";
import { Vehicle } from "./vehicle.entity.js";

/** A row of `vehicle_relation` as it is written. */
export type StoredVehicleRelation = Omit<VehicleRelation, "vehicle" | "customer" | "room" | "space">;

/** The other sides of a relation, by name. */
export interface Sides {
  customerName: string;
  roomCode: string | null;
  spaceCode: string | null;
}

/** Locks a vehicle: before the room, as everything that locks both. @throws NOT_FOUND */
export async function lockVehicle(tx: EntityManager, projectId: string, id: string): Promise<Vehicle> {
  const vehicle = await tx.findOne(Vehicle, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!vehicle) throw notFound("车辆");
  return vehicle;
}

/**
 * Locks the room of a relation and refuses what cannot be: sides of another project, days outside the life of the room, two
 * owners, the same relation twice, two main cars of a room on one day.
 */
export async function checkRelation(tx: EntityManager, relation: StoredVehicleRelation, plate: string): Promise<Sides> {
  const { projectId, customerId, roomId, spaceId } = relation;
  const room = roomId === null ? null : await lockedRoom(tx, relation);
  const customerName = await nameOf(tx, "SELECT name FROM customer", projectId, customerId);
  if (customerName === null) throw unknownCustomer();
  const spaceCode =
    spaceId === null ? null : await nameOf(tx, "SELECT code AS name FROM parking_space", projectId, spaceId);
  if (spaceId !== null && spaceCode === null) throw unknownSpace();
  await refuseOverlaps(tx, relation, plate, customerName);
  if (room && relation.rank === "MAIN") await refuseOtherMain(tx, relation, room.code);
  return { customerName, roomCode: room?.code ?? null, spaceCode };
}

async function nameOf(tx: EntityManager, select: string, projectId: string, id: string): Promise<string | null> {
  const [row] = await tx.query<{ name: string }[]>(`${select} WHERE project_id = $1 AND id = $2`, [projectId, id]);
  return row?.name ?? null;
}

interface RoomLife {
  code: string;
  startsOn: string | null;
  endedOn: string | null;
}

async function lockedRoom(tx: EntityManager, relation: StoredVehicleRelation): Promise<RoomLife> {
  const [room] = await tx.query<RoomLife[]>(
    `SELECT code, starts_on AS "startsOn", ended_on AS "endedOn" FROM room WHERE project_id = $1 AND id = $2 FOR UPDATE`,
    [relation.projectId, relation.roomId],
  );
  if (!room) throw unknownRoom();
  const tooEarly = room.startsOn !== null && relation.startsOn < room.startsOn;
  const tooLate = room.endedOn !== null && (relation.endsOn === null || relation.endsOn > room.endedOn);
  if (tooEarly || tooLate) throw outsideRoomLife(room.code, room.startsOn, room.endedOn);
  return room;
}

interface Overlap {
  customerId: string;
  roomId: string | null;
  role: string;
  name: string;
  from: string;
  to: string | null;
}

async function refuseOverlaps(
  tx: EntityManager,
  relation: StoredVehicleRelation,
  plate: string,
  name: string,
): Promise<void> {
  const others = await tx.query<Overlap[]>(
    `SELECT vr.customer_id AS "customerId", vr.room_id AS "roomId", vr.role, c.name, vr.starts_on AS "from", vr.ends_on AS "to"
       FROM vehicle_relation vr JOIN customer c ON c.project_id = vr.project_id AND c.id = vr.customer_id
      WHERE vr.project_id = $1 AND vr.vehicle_id = $2 AND vr.id <> $3
        AND vr.starts_on <= COALESCE($5::date, 'infinity') AND (vr.ends_on IS NULL OR vr.ends_on >= $4)
      ORDER BY vr.starts_on, vr.id`,
    [relation.projectId, relation.vehicleId, relation.id, relation.startsOn, relation.endsOn],
  );
  const owner = others.find(({ role, customerId }) => role === "OWNER" && customerId !== relation.customerId);
  if (relation.role === "OWNER" && owner) throw otherOwner(plate, owner.name, owner.from, owner.to);
  const same = others.find(
    ({ role, customerId, roomId }) =>
      role === relation.role && customerId === relation.customerId && roomId === relation.roomId,
  );
  if (same) throw sameVehicleRelation(name, same.from, same.to);
}

async function refuseOtherMain(tx: EntityManager, relation: StoredVehicleRelation, roomCode: string): Promise<void> {
  const [main] = await tx.query<{ plate: string }[]>(
    `SELECT v.plate FROM vehicle_relation vr JOIN vehicle v ON v.project_id = vr.project_id AND v.id = vr.vehicle_id
      WHERE vr.project_id = $1 AND vr.room_id = $2 AND vr.vehicle_id <> $3 AND vr.rank = 'MAIN'
        AND vr.starts_on <= COALESCE($5::date, 'infinity') AND (vr.ends_on IS NULL OR vr.ends_on >= $4)
      ORDER BY vr.starts_on LIMIT 1`,
    [relation.projectId, relation.roomId, relation.vehicleId, relation.startsOn, relation.endsOn],
  );
  if (main) throw otherMainCar(roomCode, main.plate);
}
