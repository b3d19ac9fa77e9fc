import { Injectable } from "@nestjs/common";
import { SaveVehicleDto, type VehicleRole, vehicleRoleLabels } from "@linli/contracts";
import { type EntityManager, In } from "typeorm";
import { type AuditEntry, AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { audited } from "../../property/audited.js";
import { refuseOverlapping } from "./vehicle-overlaps.js";
import { vehiclesChanged } from "./vehicles.errors.js";
import { VehicleRelation } from "./vehicle-relation.entity.js";
import { Vehicle } from "./vehicle.entity.js";

/** A vehicle as an import says it is, with what is new of it. Values must have been checked. */
export interface VehicleToWrite {
  /** Null for one that is new. */
  id: string | null;
  plate: string;
  model: string;
  color: string;
  remark: string | null;
  /** Relations that begin. */
  relations: RelationToAdd[];
}

export interface RelationToAdd {
  customerId: string;
  customerName: string;
  role: string;
  rank: string;
  kind: string;
  roomId: string | null;
  spaceId: string | null;
  /** First and last day. */
  startsOn: string;
  endsOn: string | null;
}

/** A relation that goes on when the import was checked, and ends on a day. */
export interface RelationToEnd {
  id: string;
  vehicleId: string;
  plate: string;
  endsOn: string;
}

type StoredVehicle = Omit<Vehicle, "project">;
type StoredRelation = Omit<VehicleRelation, "vehicle" | "customer" | "room" | "space">;

/** Rows of one INSERT. */
const ROWS_AT_ONCE = 1000;

/** Writes vehicles and their relations by the set, for imports (PRK-10, SCN-09). Runs in the caller's transaction. */
@Injectable()
export class VehicleWriter {
  constructor(
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes what is new, changes what differs, ends what ends.
   * @throws VEHICLES_CHANGED when somebody else made an owner or a main car of the same days, or ended a relation, meanwhile
   */
  async write(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    vehicles: readonly VehicleToWrite[],
    ends: readonly RelationToEnd[],
    reason: string,
  ): Promise<void> {
    if (vehicles.length === 0 && ends.length === 0) return;
    const known = await this.locked(tx, projectId, vehicles, ends);
    const entries: AuditEntry[] = [];
    const made: StoredVehicle[] = [];
    const changed: StoredVehicle[] = [];
    const relations: StoredRelation[] = [];
    for (const { id, relations: added, ...fields } of vehicles) {
      const before = id === null ? undefined : known.get(id);
      const after = { projectId, createdAt: this.clock.now(), active: true, ...before, ...fields, id: id ?? newId() };
      if (!before) made.push(after);
      else if (differs(before, after)) changed.push(after);
      if (!before || differs(before, after)) entries.push(entryOf(before, after));
      for (const one of added) {
        const { customerName, ...tie } = one;
        const relation = { projectId, id: newId(), createdAt: after.createdAt, vehicleId: after.id, ...tie };
        relations.push({ ...relation, endReason: null });
        entries.push(...tieEntries(relation, fields.plate, customerName));
      }
    }
    await insertAll(tx, Vehicle, made);
    await updateAll(tx, projectId, changed);
    await insertAll(tx, VehicleRelation, relations);
    entries.push(...(await this.end(tx, projectId, ends, reason)));
    await refuseOverlapping(tx, projectId, relations);
    await this.audit.recordMany(tx, actor, entries);
  }

  /** Holds vehicles, then rooms, each in id order. */
  private async locked(
    tx: EntityManager,
    projectId: string,
    vehicles: readonly VehicleToWrite[],
    ends: readonly RelationToEnd[],
  ) {
    const ids = [...vehicles.flatMap(({ id }) => id ?? []), ...ends.map(({ vehicleId }) => vehicleId)];
    const rows = await tx.find(Vehicle, {
      where: { projectId, id: In(ids) },
      order: { id: "ASC" },
      lock: { mode: "pessimistic_write" },
    });
    const rooms = vehicles.flatMap(({ relations }) => relations.flatMap(({ roomId }) => roomId ?? []));
    await tx.query("SELECT 1 FROM room WHERE project_id = $1 AND id = ANY ($2) ORDER BY id FOR UPDATE", [
      projectId,
      [...new Set(rooms)],
    ]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async end(
    tx: EntityManager,
    projectId: string,
    ends: readonly RelationToEnd[],
    reason: string,
  ): Promise<AuditEntry[]> {
    if (ends.length === 0) return [];
    const rows = await tx.query<[StoredRelation[], number]>(
      `UPDATE vehicle_relation vr SET ends_on = e.ends_on, end_reason = $4
         FROM unnest($2::uuid[], $3::date[]) AS e(id, ends_on)
        WHERE vr.project_id = $1 AND vr.id = e.id AND vr.ends_on IS NULL
        RETURNING vr.id, vr.vehicle_id AS "vehicleId", vr.customer_id AS "customerId", vr.room_id AS "roomId"`,
      [projectId, ends.map(({ id }) => id), ends.map(({ endsOn }) => endsOn), reason],
    );
    const ended = new Map(rows[0].map((row) => [row.id, row]));
    return ends.flatMap(({ id, plate, endsOn }) => {
      const row = ended.get(id);
      if (!row) throw vehiclesChanged(plate);
      const summary = `车辆 ${plate} 的关系至 ${endsOn} 止：${reason}`;
      const [ofVehicle, ...others] = everywhere({ projectId, action: "vehicle-relation.end", summary }, row);
      const before = { endsOn: null, endReason: null };
      return [{ ...ofVehicle!, before, after: { endsOn, endReason: reason } }, ...others];
    });
  }
}

const differs = (a: StoredVehicle, b: StoredVehicle): boolean =>
  a.model !== b.model || a.color !== b.color || a.remark !== b.remark;

function entryOf(before: StoredVehicle | undefined, after: StoredVehicle): AuditEntry {
  return {
    projectId: after.projectId,
    action: before ? "vehicle.update" : "vehicle.create",
    entity: "vehicle",
    entityId: after.id,
    summary: before ? `导入修改车辆 ${after.plate}` : `导入登记车辆 ${after.plate}`,
    before: before && audited(SaveVehicleDto, before),
    after: audited(SaveVehicleDto, after),
  };
}

function tieEntries(
  { projectId, vehicleId, customerId, roomId, role, startsOn, endsOn }: Omit<StoredRelation, "endReason">,
  plate: string,
  customerName: string,
): AuditEntry[] {
  const until = endsOn ? `至 ${endsOn} ` : "起";
  const summary = `${customerName}自 ${startsOn} ${until}为车辆 ${plate} 的${vehicleRoleLabels[role as VehicleRole]}（导入）`;
  return everywhere({ projectId, action: "vehicle-relation.add", summary }, { vehicleId, customerId, roomId });
}

/** In the histories of the vehicle, the person and the room. */
function everywhere(
  entry: Pick<AuditEntry, "projectId" | "action" | "summary">,
  { vehicleId, customerId, roomId }: Pick<StoredRelation, "vehicleId" | "customerId" | "roomId">,
): AuditEntry[] {
  return [
    { ...entry, entity: "vehicle", entityId: vehicleId },
    { ...entry, entity: "customer", entityId: customerId },
    ...(roomId === null ? [] : [{ ...entry, entity: "room", entityId: roomId }]),
  ];
}

async function insertAll<T extends object>(tx: EntityManager, entity: new () => T, rows: readonly object[]) {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await tx.insert(entity, rows.slice(from, from + ROWS_AT_ONCE) as never);
}

async function updateAll(tx: EntityManager, projectId: string, rows: readonly StoredVehicle[]): Promise<void> {
  if (rows.length === 0) return;
  const staged = rows.map(({ id, model, color, remark }) => ({ id, model, color, remark }));
  await tx.query(
    `UPDATE vehicle v SET model = s.model, color = s.color, remark = s.remark
       FROM jsonb_to_recordset($2::jsonb) AS s(id uuid, model text, color text, remark text)
      WHERE v.project_id = $1 AND v.id = s.id`,
    [projectId, JSON.stringify(staged)],
  );
}
