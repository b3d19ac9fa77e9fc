import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type ChangeVehicleRelationDto,
  type CreateVehicleRelationDto,
  type EndVehicleRelationDto,
  type VehicleRole,
  vehicleRoleLabels,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { dayAfter, dayBefore } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { notFound } from "../../common/rule-violation.js";
import { VehicleHistory } from "./vehicle-history.service.js";
import { VehicleRelation } from "./vehicle-relation.entity.js";
import { checkRelation, lockVehicle, type Sides, type StoredVehicleRelation } from "./vehicle-rules.js";
import type { Vehicle } from "./vehicle.entity.js";
import {
  changeNotWithin,
  endAfterPlanned,
  endBeforeStart,
  nothingChanges,
  vehicleRelationEnded,
  vehicleRetired,
} from "./vehicles.errors.js";

/** Whose a vehicle is, who uses it, for which room and space (维护客车关系, SCN-09). */
@Injectable()
export class VehicleRelationsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly history: VehicleHistory,
    private readonly clock: Clock,
  ) {}

  /** @throws VEHICLE_RETIRED, OTHER_OWNER, RELATION_OVERLAPS, OTHER_MAIN_CAR, INVALID_INPUT */
  add(actor: Actor, projectId: string, vehicleId: string, dto: CreateVehicleRelationDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const vehicle = await lockVehicle(tx, projectId, vehicleId);
      if (!vehicle.active) throw vehicleRetired(vehicle.plate);
      await this.addIn(tx, actor, vehicle, dto);
    });
  }

  /** Adds a relation in the transaction that holds (or just made) the vehicle. */
  async addIn(
    tx: EntityManager,
    actor: Actor,
    { projectId, id, plate }: Pick<Vehicle, "projectId" | "id" | "plate">,
    dto: CreateVehicleRelationDto,
  ): Promise<void> {
    const relation: StoredVehicleRelation = {
      projectId,
      id: newId(),
      createdAt: this.clock.now(),
      vehicleId: id,
      customerId: dto.customerId,
      role: dto.role,
      rank: dto.rank,
      kind: dto.kind,
      roomId: dto.roomId ?? null,
      spaceId: dto.spaceId ?? null,
      startsOn: dto.startsOn,
      endsOn: dto.endsOn ?? null,
      endReason: null,
    };
    if (relation.endsOn !== null && relation.endsOn < relation.startsOn) throw endBeforeStart(relation.startsOn);
    const sides = await checkRelation(tx, relation, plate);
    await tx.insert(VehicleRelation, relation);
    const until = relation.endsOn ? `至 ${relation.endsOn} ` : "起";
    const summary = `${sides.customerName}自 ${relation.startsOn} ${until}为车辆 ${plate} 的${vehicleRoleLabels[dto.role]}`;
    const after = { ...relation, ...sides };
    await this.history.record(tx, actor, { action: "vehicle-relation.add", summary, relation, after });
  }

  /** From a day on something else holds: the relation ends the day before, and a new one begins. */
  change(actor: Actor, projectId: string, relationId: string, dto: ChangeVehicleRelationDto): Promise<string> {
    return this.locked(projectId, relationId, async (tx, vehicle, relation) => {
      const { startsOn, endsOn } = relation;
      if (dto.startsOn <= startsOn || (endsOn !== null && dto.startsOn > endsOn))
        throw changeNotWithin(startsOn, endsOn);
      const choice = { roomId: dto.roomId ?? null, spaceId: dto.spaceId ?? null, rank: dto.rank, kind: dto.kind };
      const same = Object.entries(choice).every(([field, value]) => relation[field as keyof typeof choice] === value);
      if (same) throw nothingChanges();
      const before = { ...relation, endsOn: dayBefore(dto.startsOn), endReason: "变更" };
      const next = { ...relation, ...choice, id: newId(), createdAt: this.clock.now(), startsOn: dto.startsOn };
      const was = await this.sidesOf(tx, relation);
      await tx.update(
        VehicleRelation,
        { projectId, id: relationId },
        { endsOn: before.endsOn, endReason: before.endReason },
      );
      const sides = await checkRelation(tx, next, vehicle.plate);
      await tx.insert(VehicleRelation, next);
      await this.history.record(tx, actor, {
        action: "vehicle-relation.update",
        summary: `车辆 ${vehicle.plate} 与${sides.customerName}的关系自 ${dto.startsOn} 起变更`,
        relation: next,
        before: { ...before, ...was },
        after: { ...next, ...sides },
      });
    });
  }

  /** Ends a relation on its last day. @throws RELATION_ENDED, INVALID_INPUT */
  end(actor: Actor, projectId: string, relationId: string, dto: EndVehicleRelationDto): Promise<string> {
    return this.locked(projectId, relationId, (tx, vehicle, relation) => this.endIn(tx, actor, vehicle, relation, dto));
  }

  /** Ends a relation in the transaction that holds its vehicle. */
  async endIn(
    tx: EntityManager,
    actor: Actor,
    { plate }: Pick<Vehicle, "plate">,
    relation: VehicleRelation,
    { endsOn, reason }: EndVehicleRelationDto,
  ): Promise<void> {
    if (relation.endsOn !== null && relation.endReason !== null) throw vehicleRelationEnded();
    if (endsOn < relation.startsOn) throw endBeforeStart(relation.startsOn);
    if (relation.endsOn !== null && endsOn > relation.endsOn) throw endAfterPlanned(relation.endsOn);
    const { projectId, id } = relation;
    const sides = await this.sidesOf(tx, relation);
    await tx.update(VehicleRelation, { projectId, id }, { endsOn, endReason: reason });
    await this.history.record(tx, actor, {
      action: "vehicle-relation.end",
      summary: `${sides.customerName}自 ${dayAfter(endsOn)} 起不再是车辆 ${plate} 的${vehicleRoleLabels[relation.role as VehicleRole]}：${reason}`,
      relation,
      before: { ...relation, ...sides },
      after: { ...relation, ...sides, endsOn, endReason: reason },
    });
  }

  private locked(
    projectId: string,
    relationId: string,
    work: (tx: EntityManager, vehicle: Vehicle, relation: VehicleRelation) => Promise<void>,
  ): Promise<string> {
    return this.db.transaction(async (tx) => {
      const found = await tx.findOneBy(VehicleRelation, { projectId, id: relationId });
      if (!found) throw notFound("车辆关系");
      const vehicle = await lockVehicle(tx, projectId, found.vehicleId);
      await work(tx, vehicle, await tx.findOneByOrFail(VehicleRelation, { projectId, id: relationId }));
      return vehicle.id;
    });
  }

  private async sidesOf(tx: EntityManager, { projectId, id }: StoredVehicleRelation): Promise<Sides> {
    const [row] = await tx.query<Sides[]>(
      `SELECT c.name AS "customerName", o.code AS "roomCode", s.code AS "spaceCode"
         FROM vehicle_relation vr
         JOIN customer c ON c.project_id = vr.project_id AND c.id = vr.customer_id
         LEFT JOIN room o ON o.project_id = vr.project_id AND o.id = vr.room_id
         LEFT JOIN parking_space s ON s.project_id = vr.project_id AND s.id = vr.space_id
        WHERE vr.project_id = $1 AND vr.id = $2`,
      [projectId, id],
    );
    return row!;
  }
}
