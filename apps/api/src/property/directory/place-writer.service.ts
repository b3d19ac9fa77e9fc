import { Injectable } from "@nestjs/common";
import type { BuildingKind } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { AuditService, type AuditEntry } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { INSERT_BUILDINGS, INSERT_UNITS, UPDATE_BUILDINGS, UPDATE_UNITS } from "./place-writer.sql.js";

/** A unit and its building as an import names them. Null means "says nothing" and never overwrites. */
export interface UnitToEnsure {
  buildingCode: string;
  buildingName: string | null;
  buildingKind?: BuildingKind | null;
  unitCode: string;
  unitName: string | null;
  /** Storeys of the unit; the building keeps the highest. */
  floors?: number | null;
  hasLift?: boolean | null;
}

export interface UnitsEnsured {
  /** Unit ids by `unitKey(buildingCode, unitCode)`. */
  unitIds: ReadonlyMap<string, string>;
  buildingsCreated: number;
  unitsCreated: number;
}

/** The key of a unit in `UnitsEnsured.unitIds`. */
export const unitKey = (buildingCode: string, unitCode: string): string => JSON.stringify([buildingCode, unitCode]);

/** Writes buildings and units by the set, for imports. Runs in the caller's transaction. */
@Injectable()
export class PlaceWriter {
  constructor(
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Creates the buildings and units that are missing; names, floors and lifts that are given replace what is there. */
  async ensureUnits(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    rows: readonly UnitToEnsure[],
  ): Promise<UnitsEnsured> {
    const units = [...new Map(rows.map((row) => [unitKey(row.buildingCode, row.unitCode), row])).values()];
    const buildings = [...Map.groupBy(units, ({ buildingCode }) => buildingCode)].map(([code, of]) => ({
      id: newId(),
      code,
      name: of.find(({ buildingName }) => buildingName)?.buildingName ?? null,
      kind: of.find(({ buildingKind }) => buildingKind)?.buildingKind ?? null,
      floors: Math.max(0, ...of.map(({ floors }) => floors ?? 0)) || null,
      has_lift: of.some(({ hasLift }) => hasLift)
        ? true
        : (of.find(({ hasLift }) => hasLift !== null)?.hasLift ?? null),
    }));
    const buildingsCreated = await this.writeBuildings(tx, actor, projectId, buildings);
    const staged = units.map((row) => ({
      id: newId(),
      building_code: row.buildingCode,
      code: row.unitCode,
      name: row.unitName,
      floors: row.floors ?? null,
      has_lift: row.hasLift ?? null,
    }));
    const unitsCreated = await this.writeUnits(tx, actor, projectId, staged);
    const found = await tx.query<{ building: string; unit: string; id: string }[]>(
      `SELECT b.code AS building, u.code AS unit, u.id
         FROM unit u JOIN building b ON b.project_id = u.project_id AND b.id = u.building_id
        WHERE u.project_id = $1 AND b.code = ANY($2)`,
      [projectId, buildings.map(({ code }) => code)],
    );
    return {
      unitIds: new Map(found.map(({ building, unit, id }) => [unitKey(building, unit), id])),
      buildingsCreated,
      unitsCreated,
    };
  }

  private writeBuildings(tx: EntityManager, actor: Actor, projectId: string, rows: readonly object[]): Promise<number> {
    return this.writePlaces(tx, actor, projectId, "building", [INSERT_BUILDINGS, UPDATE_BUILDINGS], rows);
  }

  private writeUnits(tx: EntityManager, actor: Actor, projectId: string, rows: readonly object[]): Promise<number> {
    return this.writePlaces(tx, actor, projectId, "unit", [INSERT_UNITS, UPDATE_UNITS], rows);
  }

  /** Inserts what is missing, then changes what differs; answers how many were inserted. */
  private async writePlaces(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    entity: keyof typeof placeLabels,
    [insert, update]: readonly [string, string],
    rows: readonly object[],
  ): Promise<number> {
    const staged = JSON.stringify(rows);
    const created = await tx.query<PlaceRow[]>(insert, [projectId, this.clock.now(), staged]);
    const [changed] = await tx.query<[PlaceRow[], number]>(update, [projectId, staged]);
    const entry =
      (verb: string) =>
      (row: PlaceRow): AuditEntry => ({
        projectId,
        action: `${entity}.import`,
        entity,
        entityId: row.id,
        summary: `导入${verb}${placeLabels[entity]} ${row.name}`,
        before: row.before,
        after: row.after,
      });
    await this.audit.record(tx, actor, ...created.map(entry("新增")), ...changed.map(entry("修改")));
    return created.length;
  }
}

const placeLabels = { building: "楼栋", unit: "单元" };

/** A building or unit that was written; changed ones with their state before and after. */
interface PlaceRow {
  id: string;
  name: string;
  before?: object;
  after?: object;
}
