import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { RestoreRestructureDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { dayBefore } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { holdProject } from "./apply-restructure.service.js";
import { RestructureParticipants, type Undoing } from "./restructure-participants.js";
import { RestructureRooms } from "./restructure-rooms.service.js";
import { restoreBlocked } from "./restructure.errors.js";
import { labelOf, lockRestructure, moveTo } from "./restructures.service.js";
import { RoomRestructure } from "./room-restructure.entity.js";

interface Child {
  id: string;
  code: string;
  endedOn: string | null;
}

/** Undoes a split or merge as long as nothing was billed on the new rooms (合并复原). */
@Injectable()
export class RestoreRestructureService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly participants: RestructureParticipants,
    private readonly rooms: RestructureRooms,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws RESTORE_BLOCKED (with what hangs on the new rooms), RESTRUCTURE_STATE, RESTRUCTURE_EDITED */
  restore(actor: Actor, projectId: string, id: string, { version, reason }: RestoreRestructureDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      await holdProject(tx, projectId);
      const row = await lockRestructure(tx, projectId, id, version);
      moveTo(row, "RESTORED", "复原");
      const { olds, news } = await this.lockRooms(tx, row);
      const undoing = (name: string): Undoing => ({
        projectId,
        id,
        number: row.number,
        lastDay: dayBefore(row.effectiveOn),
        olds,
        news,
        memo: row.memo?.[name] ?? {},
      });
      const blockers = news.filter(({ endedOn }) => endedOn !== null).map(({ code }) => `房间 ${code} 已再次拆分合并`);
      for (const participant of this.participants.inOrder())
        blockers.push(...(await participant.undoBlockers(tx, undoing(participant.name))));
      if (blockers.length > 0) throw restoreBlocked(blockers);

      for (const participant of this.participants.inOrder().toReversed())
        await participant.undo(tx, actor, undoing(participant.name));
      await this.rooms.undo(tx, actor, undoing(""), row.effectiveOn, reason);
      const restored = { restoredAt: this.clock.now(), restoredByName: actor.name, restoreReason: reason };
      await tx.update(RoomRestructure, { projectId, id }, { ...restored, state: "RESTORED", version: version + 1 });
      await this.audit.record(tx, actor, {
        projectId,
        action: "restructure.restore",
        entity: "restructure",
        entityId: id,
        summary: `${row.number} 复原${labelOf(row)}：${reason}`,
      });
    });
  }

  /** Holds old and new rooms in id order, the new ones also against charges that would refer to them. */
  private async lockRooms(tx: EntityManager, { projectId, id, roomIds }: RoomRestructure) {
    const rooms = await tx.query<Child[]>(
      `SELECT r.id, r.code, r.ended_on AS "endedOn" FROM room r
        WHERE r.project_id = $1 AND (r.id = ANY ($2) OR r.id IN (
          SELECT l.child_id FROM room_lineage l WHERE l.project_id = $1 AND l.restructure_id = $3))
        ORDER BY r.id FOR UPDATE`,
      [projectId, roomIds, id],
    );
    const old = new Set(roomIds);
    return { olds: rooms.filter((room) => old.has(room.id)), news: rooms.filter((room) => !old.has(room.id)) };
  }
}
