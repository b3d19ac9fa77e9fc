import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { SaveHeadcountDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { headcountStands } from "./meters.errors.js";
import { RoomHeadcount } from "./room-headcount.entity.js";

/** How many people a room's tiers are made for, by date (BIL-21). */
@Injectable()
export class HeadcountsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Registers a number of people from a day on, today at the latest: it cannot be taken back, and nothing before it can
   * follow. The number before holds to the day before. @throws HEADCOUNT_ORDER, INVALID_INPUT
   */
  add(actor: Actor, projectId: string, roomId: string, dto: SaveHeadcountDto): Promise<string> {
    return this.db.transaction(async (tx) => {
      const [room] = await tx.query<{ code: string }[]>(
        "SELECT code FROM room WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE",
        [projectId, roomId],
      );
      if (!room) throw notFound("房间");
      if (dto.startsOn > (await projectToday(tx, this.clock, projectId)))
        throw new InvalidInput({ startsOn: ["开始日期不能晚于今天"] });
      const last = await tx.findOne(RoomHeadcount, { where: { projectId, roomId }, order: { startsOn: "DESC" } });
      if (last && dto.startsOn <= last.startsOn) throw headcountStands(last.startsOn);
      const id = newId();
      const { startsOn, persons, proof } = dto;
      const by = { createdBy: actor.userId, createdByName: actor.name, createdAt: this.clock.now() };
      await tx.insert(RoomHeadcount, { projectId, id, roomId, startsOn, persons, proof, ...by });
      const summary = `房间 ${room.code} 自 ${startsOn} 起登记 ${persons} 人（${proof}）`;
      const entry = { projectId, action: "headcount.create", entity: "room", entityId: roomId, summary, after: dto };
      await this.audit.record(tx, actor, entry);
      return id;
    });
  }
}
