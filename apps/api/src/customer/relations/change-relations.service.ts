import { Injectable } from "@nestjs/common";
import type { ChangeRelationDto, CorrectRelationDto } from "@linli/contracts";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { notInForce } from "../customer.errors.js";
import { RelationsService } from "../relations.service.js";
import { customerOf } from "../room-lock.js";
import { auditView, contactsOf, labelOf, recordRelation } from "./relation-audit.js";
import { RelationWriter, type StoredRelation } from "./relation-writer.js";
import { changed, holdsOn } from "./timeline.js";

/** The two ways a relation becomes another: changed from a day on, or corrected because it was entered wrongly (SCN-05). */
@Injectable()
export class ChangeRelationsService {
  constructor(
    private readonly relations: RelationsService,
    private readonly writer: RelationWriter,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Share, kinship, role, household, authority or first contact from a day on: what held before ends the day before and
   * stays as it was.
   *
   * @throws RELATION_ENDED, and what adding throws
   */
  changeFrom(actor: Actor, projectId: string, relationId: string, dto: ChangeRelationDto): Promise<string> {
    return this.relations.withRelation(projectId, relationId, async (tx, room, before, relation) => {
      const { name } = await customerOf(tx, projectId, relation.customerId);
      if (!holdsOn(relation, dto.from)) throw notInForce(name, relation.startsOn, relation.endsOn);
      const role = dto.role ?? relation.role;
      const patch = {
        role,
        share: role === "OWNER" ? (dto.share ?? null) : null,
        kinship: role === "FAMILY" ? (dto.kinship ?? null) : null,
        headId: role === "FAMILY" ? (dto.headId ?? null) : null,
        authority: role === "AGENT" ? (dto.authority ?? null) : null,
        isPrimaryContact: dto.isPrimaryContact ?? false,
      };
      const id = newId();
      const rows = changed(before, relationId, { from: dto.from, patch, reason: dto.reason }, () => id);
      const now = rows.find((row) => row.id === (relation.startsOn === dto.from ? relationId : id))!;
      await this.writer.write(tx, room, before, contactsOf(rows, now));
      const summary = `自 ${dto.from} 起变更 ${name} 与房间 ${room.code} 的关系（${labelOf(role)}）：${dto.reason}`;
      const [was, is] = [auditView(relation), auditView(now)];
      await recordRelation(this.audit, tx, actor, {
        room,
        relation,
        action: "relation.change",
        summary,
        before: was,
        after: is,
      });
    });
  }

  /** Puts a wrong entry right, as if it had been entered so from the beginning; before and after stay in the history. */
  correct(actor: Actor, projectId: string, relationId: string, dto: CorrectRelationDto): Promise<string> {
    return this.relations.withRelation(projectId, relationId, async (tx, room, before, relation) => {
      const { name } = await customerOf(tx, projectId, relation.customerId);
      const family = relation.role === "FAMILY";
      const now: StoredRelation = {
        ...relation,
        startsOn: dto.startsOn,
        endsOn: dto.endsOn === undefined ? relation.endsOn : dto.endsOn,
        endReason: dto.endsOn === null ? null : relation.endReason,
        share: dto.share ?? null,
        kinship: family ? (dto.kinship ?? relation.kinship) : null,
        headId: family ? (dto.headId === undefined ? relation.headId : dto.headId) : null,
        authority: relation.role === "AGENT" ? (dto.authority ?? relation.authority) : null,
        isPrimaryContact: dto.isPrimaryContact ?? false,
        correctedAt: this.clock.now(),
      };
      const rows = before.map((row) => (row.id === relationId ? now : row));
      await this.writer.write(tx, room, before, contactsOf(rows, now));
      const summary = `更正 ${name} 与房间 ${room.code} 的关系（${labelOf(relation.role)}）：${dto.reason}`;
      const [was, is] = [auditView(relation), auditView(now)];
      await recordRelation(this.audit, tx, actor, {
        room,
        relation,
        action: "relation.correct",
        summary,
        before: was,
        after: is,
      });
    });
  }
}
