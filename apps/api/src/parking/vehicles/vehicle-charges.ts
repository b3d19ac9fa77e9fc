import { Injectable, type OnModuleInit } from "@nestjs/common";
import { normalisePlate } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import {
  type BoundDays,
  ChargeObjects,
  type ChargeObjectSource,
  type FoundObject,
  labelOfObject,
  type NamedObjects,
  type NumberedObject,
  type ObjectNames,
} from "../../billing/objects/charge-objects.js";
import { notFound } from "../../common/rule-violation.js";
import { Where } from "../../common/where.js";
import { registeredFor } from "../registered-for.sql.js";

/**
 * Offers vehicles to billing (BIL-05). A vehicle belongs to the rooms it is registered for; those of a garage are the ones
 * registered on its spaces.
 */
@Injectable()
export class VehicleCharges implements ChargeObjectSource, OnModuleInit {
  readonly kind = "VEHICLE";

  constructor(private readonly objects: ChargeObjects) {}

  onModuleInit(): void {
    this.objects.register(this);
  }

  async find(
    tx: EntityManager,
    projectId: string,
    { ids, buildingIds }: NamedObjects,
    { from }: BoundDays,
  ): Promise<FoundObject[]> {
    const where = new Where().add("v.project_id = ?", projectId);
    const lasts = `r.project_id = v.project_id AND r.vehicle_id = v.id AND (r.ends_on IS NULL OR r.ends_on >= ${where.param(from)}::date)`;
    where.add(
      `(v.id = ANY (?) OR (v.active AND EXISTS (SELECT 1 FROM vehicle_relation r
          JOIN parking_space s ON s.project_id = r.project_id AND s.id = r.space_id
         WHERE ${lasts} AND s.building_id = ANY (?))))`,
      ids,
      buildingIds,
    );
    const vehicles = await tx.query<{ id: string; plate: string; active: boolean; roomIds: string[] }[]>(
      `SELECT v.id, v.plate, v.active,
              ARRAY(SELECT DISTINCT r.room_id FROM vehicle_relation r WHERE ${lasts} AND r.room_id IS NOT NULL) AS "roomIds"
         FROM vehicle v ${where.toString()} ORDER BY v.plate, v.id FOR SHARE OF v`,
      where.params,
    );
    const known = new Set(vehicles.map(({ id }) => id));
    if (ids.some((id) => !known.has(id))) throw notFound("所选的部分车辆");
    return vehicles.map(({ id, plate, active, roomIds }) => ({
      id,
      roomIds,
      label: labelOfObject("VEHICLE", plate),
      area: null,
      problem: active ? null : "车辆已停用",
    }));
  }

  numberOf(written: string): string {
    return normalisePlate(written);
  }

  async known(
    tx: Pick<EntityManager, "query">,
    projectId: string,
    { ids = [], numbers = [], roomId }: ObjectNames,
    today: string,
  ): Promise<NumberedObject[]> {
    const rows = await tx.query<Omit<NumberedObject, "days">[]>(
      `SELECT v.id, v.plate AS number, v.active,
              ${registeredFor("vehicle_id", "v.id")} AS registered
         FROM vehicle v
        WHERE v.project_id = $1 AND (v.id = ANY ($2) OR v.plate = ANY ($3) OR v.id IN (
              SELECT r.vehicle_id FROM vehicle_relation r WHERE r.project_id = $1 AND r.room_id = $4
                 AND (r.ends_on IS NULL OR r.ends_on >= $5::date)))
        ORDER BY v.plate, v.active DESC, v.id DESC`,
      [projectId, ids, numbers, roomId ?? null, today],
    );
    return rows.map((vehicle) => ({ ...vehicle, days: null }));
  }
}
