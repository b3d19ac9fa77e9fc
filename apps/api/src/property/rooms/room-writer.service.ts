import { Injectable } from "@nestjs/common";
import type { Orientation, RoomPurpose, RoomState } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { AuditService, type AuditEntry } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { clientOf, copyArray, copyInto, copyRow } from "../../database/copy.js";
import { areasOf, ImportedAreasService } from "../room-areas/imported-areas.service.js";
import { incompleteOf } from "../room-completeness.js";
import { STAGED_COLUMNS, UPDATE_ROOMS } from "./room-writer.sql.js";
import { auditedRoom } from "./rooms.service.js";

/** A room as an import names it: an empty field is null and never overwrites. Areas in m² as decimal text. */
export interface RoomToUpsert {
  unitId: string;
  code: string;
  name?: string | null;
  floor?: number | null;
  buildingArea?: string | null;
  chargeArea?: string | null;
  innerArea?: string | null;
  usableArea?: string | null;
  layout?: string | null;
  orientation?: Orientation | null;
  purpose?: RoomPurpose | null;
  state?: RoomState | null;
  handoverNoticedOn?: string | null;
  handedOverOn?: string | null;
  movedInOn?: string | null;
  remark?: string | null;
  /** First day of the areas, of a room that is there; from today on when left out. */
  areasFrom?: string | null;
}

export interface RoomsUpserted {
  /** Room ids by code, of every row given. */
  roomIds: ReadonlyMap<string, string>;
  created: number;
  changed: number;
  unchanged: number;
}

type Stored = Required<Omit<RoomToUpsert, "areasFrom">> & { id: string };

/** Rows written at one go. */
const CHUNK = 20_000;

/**
 * Writes rooms by the set, for imports. It checks nothing an import has already checked; what a row
 * leaves empty keeps its value. Runs in the caller's transaction.
 */
@Injectable()
export class RoomWriter {
  constructor(
    private readonly areas: ImportedAreasService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Inserts rooms that are missing and changes those that differ, found by their code. The last row of a code counts. */
  async upsertRooms(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    rows: readonly RoomToUpsert[],
  ): Promise<RoomsUpserted> {
    const unique = [...new Map(rows.map((row) => [row.code, row])).values()];
    const roomIds = new Map<string, string>();
    let [created, changed] = [0, 0];
    for (let start = 0; start < unique.length; start += CHUNK) {
      const done = await this.upsertChunk(tx, actor, projectId, unique.slice(start, start + CHUNK));
      for (const [code, id] of done.ids) roomIds.set(code, id);
      created += done.created;
      changed += done.changed;
    }
    return { roomIds, created, changed, unchanged: unique.length - created - changed };
  }

  private async upsertChunk(tx: EntityManager, actor: Actor, projectId: string, rows: RoomToUpsert[]) {
    const known = await storedRooms(
      tx,
      projectId,
      rows.map(({ code }) => code),
    );
    const wanted = rows.map((row) => ({ before: known.get(row.code), after: merged(known.get(row.code), row) }));
    const changes = wanted.filter(({ before, after }) => !before || !sameRoom(before, after));
    const fresh = changes.flatMap(({ before, after }) => (before ? [] : [after]));
    const changed = changes.filter(({ before }) => before).map(({ after }) => stagedRoom(after));
    await this.insertRooms(tx, projectId, fresh);
    if (changed.length > 0) await tx.query(UPDATE_ROOMS, [projectId, JSON.stringify(changed)]);
    await this.areas.write(tx, actor, projectId, changes);
    await this.areas.writeDated(
      tx,
      actor,
      projectId,
      rows.flatMap((row) => {
        const before = known.get(row.code);
        return before && row.areasFrom ? [{ row, before, day: row.areasFrom }] : [];
      }),
    );
    await this.audit.recordMany(tx, actor, auditsOf(projectId, changes));
    return {
      ids: wanted.map(({ after }) => [after.code, after.id] as const),
      created: fresh.length,
      changed: changed.length,
    };
  }

  private async insertRooms(tx: EntityManager, projectId: string, rooms: readonly Stored[]): Promise<void> {
    if (rooms.length === 0) return;
    const columns = ["project_id", "created_at", "active", ...STAGED_COLUMNS];
    const lines = linesOf(projectId, this.clock.now().toISOString(), rooms);
    await copyInto(await clientOf(tx), "room", columns, lines);
  }
}

/** New rooms as rows of COPY, made while the database writes those before them. */
function* linesOf(projectId: string, createdAt: string, rooms: readonly Stored[]): Generator<string> {
  for (const room of rooms) {
    const staged = stagedRoom(room);
    const values = STAGED_COLUMNS.map((column) =>
      column === "incomplete" ? copyArray(staged.incomplete) : staged[column],
    );
    yield copyRow([projectId, createdAt, true, ...values]);
  }
}

function* auditsOf(
  projectId: string,
  changes: readonly { before: Stored | undefined; after: Stored }[],
): Generator<AuditEntry> {
  for (const { before, after } of changes) yield auditOf(projectId, before, after);
}

function auditOf(projectId: string, before: Stored | undefined, after: Stored): AuditEntry {
  return {
    projectId,
    action: "room.import",
    entity: "room",
    entityId: after.id,
    summary: before ? `导入修改房间 ${after.code}` : `导入新增房间 ${after.code}`,
    before: before && auditedRoom(before),
    after: auditedRoom(after),
  };
}

/** Locks in id order what is already there. */
async function storedRooms(tx: EntityManager, projectId: string, codes: string[]): Promise<Map<string, Stored>> {
  const rooms = await tx.query<Stored[]>(
    `SELECT id, unit_id AS "unitId", code, name, floor, building_area AS "buildingArea", charge_area AS "chargeArea",
            inner_area AS "innerArea", usable_area AS "usableArea", layout, orientation, purpose, state,
            handover_noticed_on AS "handoverNoticedOn", handed_over_on AS "handedOverOn", moved_in_on AS "movedInOn", remark
       FROM room WHERE project_id = $1 AND code = ANY($2) ORDER BY id FOR UPDATE`,
    [projectId, codes],
  );
  return new Map(rooms.map((room) => [room.code, room]));
}

/** The row over what is stored; areas with a day of their own are not for the columns; a new room takes 0 for an unknown area, which counts as missing. */
function merged(before: Stored | undefined, row: RoomToUpsert): Stored {
  const areas = before && row.areasFrom ? areasOf(before) : row;
  return {
    id: before?.id ?? newId(),
    unitId: row.unitId,
    code: row.code,
    name: row.name ?? before?.name ?? row.code,
    floor: row.floor ?? before?.floor ?? 1,
    buildingArea: areas.buildingArea ?? before?.buildingArea ?? "0",
    chargeArea: areas.chargeArea ?? before?.chargeArea ?? "0",
    innerArea: areas.innerArea ?? before?.innerArea ?? null,
    usableArea: areas.usableArea ?? before?.usableArea ?? null,
    layout: row.layout ?? before?.layout ?? null,
    orientation: row.orientation ?? before?.orientation ?? null,
    purpose: row.purpose ?? before?.purpose ?? "RESIDENCE",
    state: row.state ?? before?.state ?? "VACANT",
    handoverNoticedOn: row.handoverNoticedOn ?? before?.handoverNoticedOn ?? null,
    handedOverOn: row.handedOverOn ?? before?.handedOverOn ?? null,
    movedInOn: row.movedInOn ?? before?.movedInOn ?? null,
    remark: row.remark ?? before?.remark ?? null,
  };
}

const sameRoom = (a: Stored, b: Stored) =>
  (Object.keys(a) as (keyof Stored)[]).every((field) =>
    field.endsWith("Area") ? Number(a[field]) === Number(b[field]) : a[field] === b[field],
  );

const stagedRoom = (room: Stored) => ({
  id: room.id,
  unit_id: room.unitId,
  code: room.code,
  name: room.name,
  floor: room.floor,
  building_area: room.buildingArea,
  charge_area: room.chargeArea,
  inner_area: room.innerArea,
  usable_area: room.usableArea,
  layout: room.layout,
  orientation: room.orientation,
  purpose: room.purpose,
  state: room.state,
  handover_noticed_on: room.handoverNoticedOn,
  handed_over_on: room.handedOverOn,
  moved_in_on: room.movedInOn,
  remark: room.remark,
  incomplete: incompleteOf({ ...room, name: room.name ?? null, layout: room.layout ?? null }),
});
