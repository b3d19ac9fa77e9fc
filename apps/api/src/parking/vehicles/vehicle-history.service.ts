import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import type { Sides, StoredVehicleRelation } from "./vehicle-rules.js";

interface Event {
  action: string;
  summary: string;
  relation: StoredVehicleRelation;
  before?: StoredVehicleRelation & Sides;
  after?: StoredVehicleRelation & Sides;
}

/** Writes what happened to a vehicle's relation into the histories of the vehicle, the person and the room. */
@Injectable()
export class VehicleHistory {
  constructor(private readonly audit: AuditService) {}

  record(tx: EntityManager, actor: Actor, { relation, before, after, ...event }: Event): Promise<void> {
    const { projectId, vehicleId, customerId, roomId } = relation;
    const entry = { projectId, ...event };
    return this.audit.record(
      tx,
      actor,
      {
        ...entry,
        entity: "vehicle",
        entityId: vehicleId,
        before: before && words(before),
        after: after && words(after),
      },
      { ...entry, entity: "customer", entityId: customerId },
      ...(roomId === null ? [] : [{ ...entry, entity: "room", entityId: roomId }]),
    );
  }
}

const words = ({
  role,
  rank,
  kind,
  roomCode,
  spaceCode,
  startsOn,
  endsOn,
  endReason,
}: StoredVehicleRelation & Sides) => ({
  vehicleRole: role,
  vehicleRank: rank,
  vehicleKind: kind,
  roomCode,
  spaceCode,
  startsOn,
  endsOn,
  endReason,
});
