import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type CreateRoomDto, type RoomDto, SaveRoomDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { areaText } from "../areas.js";
import { AttributesQueries } from "../attributes/attributes.queries.js";
import { audited } from "../audited.js";
import { roomInUse } from "../property.errors.js";
import { incompleteOf } from "../room-completeness.js";
import { Room } from "../room.entity.js";
import { lockedRoom } from "./locked-room.js";
import { placeOf, requirePrefix } from "./room-place.js";
import { RoomQueries } from "./room.queries.js";

/** Creates and deletes the rooms of a project (PRP-02, PRP-08); ModifyRoomService changes them. */
@Injectable()
export class RoomsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly rooms: RoomQueries,
    private readonly attributes: AttributesQueries,
  ) {}

  /** @throws DUPLICATE (code), INVALID_INPUT (unit of another project, prefix that was not issued, mandatory attribute) */
  async create(actor: Actor, projectId: string, dto: CreateRoomDto): Promise<RoomDto> {
    const id = newId();
    await this.db.transaction(async (tx) => {
      const place = await placeOf(tx, projectId, dto.unitId);
      await requirePrefix(tx, projectId, dto.code);
      const attributes = await this.attributes.ofNew(tx, projectId, "ROOM", dto.attributes ?? []);
      const columns = { ...columnsOf(dto), attributes, active: dto.active ?? true };
      const room = { projectId, id, ...columns, createdAt: this.clock.now() };
      await tx.insert(Room, room);
      await this.record(tx, actor, room, "create", `新增房间 ${room.code}`, null, auditedRoom(room, place));
    });
    return this.rooms.one(projectId, id);
  }

  /** Deletes a room nothing hangs on. @throws REFERENCE, naming what hangs on it */
  async remove(actor: Actor, projectId: string, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const before = await lockedRoom(tx, projectId, id);
      await refuseWhenUsed(tx, before);
      await tx.delete(Room, { projectId, id });
      await this.record(tx, actor, before, "remove", `删除房间 ${before.code}`, auditedRoom(before), null);
    });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    { projectId, id }: { projectId: string; id: string },
    verb: string,
    summary: string,
    before: object | null,
    after: object | null,
  ) {
    return this.audit.record(tx, actor, {
      projectId,
      action: `room.${verb}`,
      entity: "room",
      entityId: id,
      summary,
      before,
      after,
    });
  }
}

/** A room in its history: fields of the form, areas as people read them, the unit by name where it is given. */
export function auditedRoom(room: object, place?: string): Record<string, unknown> {
  const { unitId: _unitId, ...fields } = audited(SaveRoomDto, room);
  for (const [field, value] of Object.entries(fields)) {
    if (field.endsWith("Area") && typeof value === "string") fields[field] = areaText(value);
  }
  return place === undefined ? fields : { unit: place, ...fields };
}

function columnsOf(dto: SaveRoomDto) {
  const { unitId, code, name, floor, buildingArea, chargeArea, layout, orientation, purpose, state } = dto;
  const mandatory = { code, name, buildingArea, chargeArea, layout, orientation };
  return {
    ...mandatory,
    unitId,
    floor,
    purpose,
    state,
    innerArea: dto.innerArea ?? null,
    usableArea: dto.usableArea ?? null,
    handoverNoticedOn: dto.handoverNoticedOn ?? null,
    handedOverOn: dto.handedOverOn ?? null,
    movedInOn: dto.movedInOn ?? null,
    remark: dto.remark ?? null,
    incomplete: incompleteOf(mandatory),
  };
}

/** What can hang on a room: tables and the words for their rows. */
const USES = [
  ["charge", "笔应收"],
  ["room_relation", "条客户关系"],
  ["payer", "条收费对象"],
  ["rate_binding", "条收费标准绑定"],
  ["charge_contract", "份收费合同"],
  ["vehicle_relation", "条车辆关系"],
  ["prepayment_account", "个预收账户"],
  ["room_area_version", "条面积沿革"],
  ["inspection", "张验收单"],
  ["opening_row", "条期初或历史缴费记录"],
] as const;

async function refuseWhenUsed(tx: EntityManager, { projectId, id, code }: Room): Promise<void> {
  const counts = USES.map(
    ([table]) => `(SELECT count(*)::int FROM ${table} WHERE project_id = $1 AND room_id = $2) AS ${table}`,
  );
  const [row] = await tx.query<Record<string, number>[]>(`SELECT ${counts.join(", ")}`, [projectId, id]);
  const used = USES.map(([table, words]) => ({ table, words, count: row?.[table] ?? 0 })).filter(
    ({ count }) => count > 0,
  );
  if (used.length === 0) return;
  const details = Object.fromEntries(used.map(({ table, count }) => [table, count]));
  throw roomInUse(
    code,
    used.map(({ count, words }) => ` ${count} ${words}`),
    details,
  );
}
