import { Injectable, type OnModuleInit } from "@nestjs/common";
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
} from "../billing/objects/charge-objects.js";
import { notFound } from "../common/rule-violation.js";
import { Where } from "../common/where.js";
import { NATURAL } from "../database/natural-order.js";
import { registeredFor } from "./registered-for.sql.js";

/**
 * Offers parking spaces to billing (BIL-05). A space belongs to the rooms for which a vehicle is registered on it; a space
 * without one is bound with a room that the user names.
 */
@Injectable()
export class SpaceCharges implements ChargeObjectSource, OnModuleInit {
  readonly kind = "SPACE";

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
    const where = new Where()
      .add("s.project_id = ?", projectId)
      .add("(s.id = ANY (?) OR s.building_id = ANY (?))", ids, buildingIds);
    const day = where.param(from);
    const spaces = await tx.query<(Omit<FoundObject, "label" | "problem"> & { code: string })[]>(
      `SELECT s.id, s.code, s.area::text AS area,
              ARRAY(SELECT DISTINCT v.room_id FROM vehicle_relation v
                     WHERE v.project_id = s.project_id AND v.space_id = s.id AND v.room_id IS NOT NULL
                       AND (v.ends_on IS NULL OR v.ends_on >= ${day}::date)) AS "roomIds"
         FROM parking_space s ${where.toString()} ORDER BY s.code ${NATURAL}, s.id FOR KEY SHARE OF s`,
      where.params,
    );
    const known = new Set(spaces.map(({ id }) => id));
    if (ids.some((id) => !known.has(id))) throw notFound("所选的部分车位");
    return spaces.map(({ code, ...space }) => ({ ...space, label: labelOfObject("SPACE", code), problem: null }));
  }

  numberOf(written: string): string {
    return written.trim();
  }

  async known(
    tx: Pick<EntityManager, "query">,
    projectId: string,
    { ids = [], numbers = [], roomId }: ObjectNames,
    today: string,
  ): Promise<NumberedObject[]> {
    const rows = await tx.query<Pick<NumberedObject, "id" | "number" | "registered">[]>(
      `SELECT s.id, s.code AS number,
              ${registeredFor("space_id", "s.id")} AS registered
         FROM parking_space s
        WHERE s.project_id = $1 AND (s.id = ANY ($2) OR s.code = ANY ($3) OR s.id IN (
              SELECT v.space_id FROM vehicle_relation v WHERE v.project_id = $1 AND v.room_id = $4 AND v.space_id IS NOT NULL
                 AND (v.ends_on IS NULL OR v.ends_on >= $5::date)))
        ORDER BY s.code ${NATURAL}`,
      [projectId, ids, numbers, roomId ?? null, today],
    );
    return rows.map((space) => ({ ...space, days: null, active: true }));
  }
}
