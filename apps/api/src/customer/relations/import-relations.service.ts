import { Injectable } from "@nestjs/common";
import type { Kinship } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { lockRoom } from "../room-lock.js";
import { auditView, contactsOf, labelOf, namesOf, recordRelation } from "./relation-audit.js";
import { RelationWriter, type StoredRelation } from "./relation-writer.js";

/** What an import says anew of a relation that is there; what is left out stays. */
export interface RelationUpdate {
  relationId: string;
  roomId: string;
  endsOn?: string;
  /** Per cent. */
  share?: string;
  kinship?: Kinship;
  isPrimaryContact?: boolean;
}

/** Updates of relations by import (CUS-02): all of a room at once, so that shares may move between owners. */
@Injectable()
export class ImportRelationsService {
  constructor(
    private readonly writer: RelationWriter,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends and corrects relations in the caller's transaction, room by room in id order, under the rules of writing by
   * hand.
   *
   * @throws LAST_OWNER, SHARES_OVER_100, PAYER_STILL_SET, PAYER_REQUIRED
   */
  async updateIn(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    updates: readonly RelationUpdate[],
    reason: string,
  ): Promise<void> {
    const byRoom = [...Map.groupBy(updates, ({ roomId }) => roomId)].toSorted(([a], [b]) => (a < b ? -1 : 1));
    for (const [roomId, changes] of byRoom) {
      const room = await lockRoom(tx, projectId, roomId);
      const before = await this.writer.rowsOf(tx, room);
      const byId = new Map(changes.map((change) => [change.relationId, change]));
      const changed = before.map((row) => this.changed(row, byId.get(row.id), reason));
      const after = changes
        .filter(({ isPrimaryContact }) => isPrimaryContact)
        .reduce(
          (rows, { relationId }) =>
            contactsOf(
              rows,
              rows.find(({ id }) => id === relationId)!,
            ),
          changed,
        );
      await this.writer.write(tx, room, before, after);
      const names = await namesOf(
        tx,
        projectId,
        before.map(({ customerId }) => customerId),
      );
      for (const relation of before.filter(({ id }) => byId.has(id))) {
        const now = after.find(({ id }) => id === relation.id)!;
        const [verb, until] = byId.get(relation.id)?.endsOn
          ? ["relation.end", `至 ${now.endsOn} 止`]
          : ["relation.correct", "更正"];
        await recordRelation(this.audit, tx, actor, {
          room,
          relation,
          action: verb,
          summary: `${names.get(relation.customerId) ?? ""}与房间 ${room.code} 的关系（${labelOf(relation.role)}）${until}：${reason}`,
          before: auditView(relation),
          after: auditView(now),
        });
      }
    }
  }

  private changed(row: StoredRelation, update: RelationUpdate | undefined, reason: string): StoredRelation {
    if (!update) return row;
    const { endsOn, share, kinship, isPrimaryContact } = update;
    const corrects = share !== undefined || kinship !== undefined || isPrimaryContact !== undefined;
    return {
      ...row,
      ...(share !== undefined && { share }),
      ...(kinship !== undefined && { kinship }),
      ...(isPrimaryContact !== undefined && { isPrimaryContact }),
      ...(endsOn !== undefined && { endsOn, endReason: reason }),
      ...(corrects && { correctedAt: this.clock.now() }),
    };
  }
}
