import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { SaveAttributesDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { Room } from "../room.entity.js";
import { attributesInWords, mergeAttributes } from "./attribute-values.js";
import { AttributesQueries } from "./attributes.queries.js";
import { attributeEntries, type AttributesToSet, storeAttributes } from "./bulk-attributes.js";

/** Writes the user-defined values of a room. */
@Injectable()
export class SetRoomAttributesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly attributes: AttributesQueries,
  ) {}

  /** @throws NOT_FOUND, INVALID_INPUT naming the attribute */
  set(actor: Actor, projectId: string, roomId: string, { values }: SaveAttributesDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const room = await tx.findOne(Room, {
        where: { projectId, id: roomId },
        lock: { mode: "pessimistic_write" },
      });
      if (!room) throw notFound("房间");
      const definitions = await this.attributes.locked(tx, projectId, "ROOM");
      const { next, faults } = mergeAttributes(definitions, room.attributes, values);
      if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
      await tx.update(Room, { projectId, id: roomId }, { attributes: next });
      await this.audit.record(tx, actor, {
        projectId,
        action: "room.update",
        entity: "room",
        entityId: roomId,
        summary: `修改房间 ${room.code} 的自定义资料`,
        before: attributesInWords(definitions, room.attributes),
        after: attributesInWords(definitions, next),
      });
    });
  }

  /** Writes what an import says of many rooms; what it does not name stays. Values must have been checked. */
  async setMany(tx: EntityManager, actor: Actor, projectId: string, rows: readonly AttributesToSet[]): Promise<void> {
    if (rows.length === 0) return;
    const definitions = await this.attributes.locked(tx, projectId, "ROOM");
    const changed = await storeAttributes(tx, projectId, "ROOM", rows);
    await this.audit.recordMany(tx, actor, attributeEntries(projectId, "ROOM", definitions, changed));
  }
}
