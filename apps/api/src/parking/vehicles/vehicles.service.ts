import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  normalisePlate,
  plateFault,
  type RegisterVehicleDto,
  type RetireVehicleDto,
  SaveVehicleDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { maxDate } from "../../common/calendar.js";
import { ChargeObjects, labelOfObject } from "../../billing/objects/charge-objects.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { audited } from "../../property/audited.js";
import { VehicleRelation } from "./vehicle-relation.entity.js";
import { VehicleRelationsService } from "./vehicle-relations.service.js";
import { lockVehicle } from "./vehicle-rules.js";
import { Vehicle } from "./vehicle.entity.js";
import { badPlate, vehicleRetired } from "./vehicles.errors.js";

type Row = Omit<Vehicle, "project">;

/** Keeps the vehicles of a project (PRK-10). */
@Injectable()
export class VehiclesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly relations: VehicleRelationsService,
    private readonly clock: Clock,
    private readonly objects: ChargeObjects,
  ) {}

  /** A vehicle with its owner. @throws DUPLICATE (plate), INVALID_INPUT, OTHER_MAIN_CAR */
  register(actor: Actor, projectId: string, dto: RegisterVehicleDto): Promise<string> {
    const vehicle: Row = { projectId, id: newId(), createdAt: this.clock.now(), active: true, ...columnsOf(dto) };
    return this.db.transaction(async (tx) => {
      await tx.insert(Vehicle, vehicle);
      await this.record(tx, actor, vehicle, "create", `登记车辆 ${vehicle.plate}`, null, vehicle);
      const { customerId, roomId, spaceId, rank, kind, startsOn } = dto;
      await this.relations.addIn(tx, actor, vehicle, {
        customerId,
        roomId,
        spaceId,
        rank,
        kind,
        startsOn,
        role: "OWNER",
      });
      return vehicle.id;
    });
  }

  /** @throws DUPLICATE (plate), INVALID_INPUT */
  async update(actor: Actor, projectId: string, id: string, dto: SaveVehicleDto): Promise<void> {
    const changes = columnsOf(dto);
    await this.db.transaction(async (tx) => {
      const before = await lockVehicle(tx, projectId, id);
      await tx.update(Vehicle, { projectId, id }, changes);
      await this.objects.relabel(tx, projectId, [{ id, label: labelOfObject("VEHICLE", changes.plate) }]);
      const summary =
        before.plate === changes.plate
          ? `修改车辆 ${before.plate}`
          : `车辆 ${before.plate} 的车牌改为 ${changes.plate}`;
      await this.record(tx, actor, before, "update", summary, before, { ...before, ...changes });
    });
  }

  /** Takes a vehicle out of use: what lasts of its relations ends. @throws VEHICLE_RETIRED, INVALID_INPUT */
  retire(actor: Actor, projectId: string, id: string, { endsOn, reason }: RetireVehicleDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const vehicle = await lockVehicle(tx, projectId, id);
      if (!vehicle.active) throw vehicleRetired(vehicle.plate);
      const relations = await tx.find(VehicleRelation, { where: { projectId, vehicleId: id }, order: { id: "ASC" } });
      const lasting = relations.filter((one) => one.endReason === null && (one.endsOn === null || one.endsOn > endsOn));
      for (const relation of lasting)
        await this.relations.endIn(tx, actor, vehicle, relation, {
          endsOn: maxDate(endsOn, relation.startsOn),
          reason,
        });
      await tx.update(Vehicle, { projectId, id }, { active: false });
      await this.record(tx, actor, vehicle, "deactivate", `停用车辆 ${vehicle.plate}：${reason}`, null, null);
    });
  }

  /** Takes it into use again. @throws DUPLICATE when its plate was registered anew meanwhile */
  restore(actor: Actor, projectId: string, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const vehicle = await lockVehicle(tx, projectId, id);
      if (vehicle.active) return;
      await tx.update(Vehicle, { projectId, id }, { active: true });
      await this.record(tx, actor, vehicle, "activate", `启用车辆 ${vehicle.plate}`, null, null);
    });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    { projectId, id }: Row,
    verb: string,
    summary: string,
    before: Row | null,
    after: Row | null,
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      projectId,
      action: `vehicle.${verb}`,
      entity: "vehicle",
      entityId: id,
      summary,
      before: before && audited(SaveVehicleDto, before),
      after: after && audited(SaveVehicleDto, after),
    });
  }
}

function columnsOf({ plate, model, color, remark }: SaveVehicleDto) {
  const fault = plateFault(plate);
  if (fault) throw badPlate(fault);
  return { plate: normalisePlate(plate), model, color, remark: remark ?? null };
}
