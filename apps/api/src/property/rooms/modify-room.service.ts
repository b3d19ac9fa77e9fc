import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type RoomDto, RoomIdentityDto, RoomStateDto, RoomTypeDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { incompleteOf } from "../room-completeness.js";
import { roomEnded } from "../property.errors.js";
import { Room } from "../room.entity.js";
import { lockedRoom } from "./locked-room.js";
import { placeOf, requirePrefix } from "./room-place.js";
import { RoomQueries } from "./room.queries.js";
import { auditedRoom } from "./rooms.service.js";

/** What a change comes to, and how it stands in the history. */
interface Change {
  columns: Partial<Room>;
  summary: string;
  /** The unit by name before and after, when the room moves. */
  places?: [string, string];
}

/** Changes a room by groups of fields, each under a right of its own (SCN-04); areas are changed by date elsewhere. */
@Injectable()
export class ModifyRoomService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly rooms: RoomQueries,
  ) {}

  /** @throws DUPLICATE (code), INVALID_INPUT (unit of another project; a new code whose prefix was not issued) */
  identity(actor: Actor, projectId: string, id: string, dto: RoomIdentityDto): Promise<RoomDto> {
    return this.change(
      actor,
      projectId,
      id,
      async (tx, before) => {
        const { unitId, code, name, floor } = dto;
        if (code !== before.code) await requirePrefix(tx, projectId, code);
        return {
          columns: { unitId, code, name, floor },
          summary: code === before.code ? `修改房间 ${code} 的编号与位置` : `房间 ${before.code} 改为 ${code}`,
          ...(unitId !== before.unitId && {
            places: [await placeOf(tx, projectId, before.unitId), await placeOf(tx, projectId, unitId)],
          }),
        };
      },
      dto.reason,
    );
  }

  type(actor: Actor, projectId: string, id: string, dto: RoomTypeDto): Promise<RoomDto> {
    const { layout, orientation, remark = null } = dto;
    return this.change(actor, projectId, id, (_tx, { code }) => ({
      columns: { layout, orientation, remark },
      summary: `修改房间 ${code} 的户型资料`,
    }));
  }

  state(actor: Actor, projectId: string, id: string, dto: RoomStateDto): Promise<RoomDto> {
    const { state, purpose, handoverNoticedOn = null, handedOverOn = null, movedInOn = null } = dto;
    return this.change(
      actor,
      projectId,
      id,
      (_tx, before) => {
        const active = dto.active ?? before.active;
        const switched = active ? `启用房间 ${before.code}` : `停用房间 ${before.code}`;
        return {
          columns: { state, purpose, handoverNoticedOn, handedOverOn, movedInOn, active },
          summary: active === before.active ? `修改房间 ${before.code} 的状态` : switched,
        };
      },
      dto.reason,
    );
  }

  private async change(
    actor: Actor,
    projectId: string,
    id: string,
    changeOf: (tx: EntityManager, before: Room) => Change | Promise<Change>,
    reason?: string | null,
  ): Promise<RoomDto> {
    await this.db.transaction(async (tx) => {
      const before = await lockedRoom(tx, projectId, id);
      if (before.endedOn !== null) throw roomEnded(before.code, before.endedOn);
      const { columns, summary, places } = await changeOf(tx, before);
      const after = { ...before, ...columns };
      const incomplete = incompleteOf(after);
      await tx.update(Room, { projectId, id }, { ...columns, incomplete });
      await this.audit.record(tx, actor, {
        projectId,
        action: "room.update",
        entity: "room",
        entityId: id,
        summary: reason ? `${summary}（${reason}）` : summary,
        before: auditedRoom(before, places?.[0]),
        after: auditedRoom(after, places?.[1]),
      });
    });
    return this.rooms.one(projectId, id);
  }
}
