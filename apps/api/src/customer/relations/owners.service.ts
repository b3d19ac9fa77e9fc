import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { RelationRole, SetOwnersDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { ownersChanged } from "../customer.errors.js";
import { RelationsService } from "../relations.service.js";
import { ownersSeen } from "../room-customers.queries.js";
import { lockRoom } from "../room-lock.js";
import { RelationWriter } from "./relation-writer.js";

/** Owners of a room and their shares, changed together from a day on (SCN-05). */
@Injectable()
export class OwnersService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly relations: RelationsService,
    private readonly writer: RelationWriter,
  ) {}

  /**
   * Sets all owners of the room from a day on.
   *
   * @throws OWNERS_CHANGED (somebody was faster), SHARES_OVER_100, LATER_OWNERS, PAYER_REQUIRED
   */
  set(actor: Actor, projectId: string, roomId: string, dto: SetOwnersDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const room = await lockRoom(tx, projectId, roomId);
      const rows = await this.writer.rowsOf(tx, room);
      if (ownersSeen(rows.map((row) => ({ ...row, role: row.role as RelationRole }))) !== dto.ownersSeen)
        throw ownersChanged();
      const { from, owners, payerId, reason } = dto;
      await this.relations.replaceOwnersIn(tx, actor, room, {
        from,
        owners,
        payer: payerId ?? null,
        endReason: reason,
      });
    });
  }
}
