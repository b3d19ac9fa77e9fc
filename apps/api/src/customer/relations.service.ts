import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type CreateRelationDto, type EndRelationDto, relationRoleLabels } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../audit/audit.service.js";
import type { Actor } from "../common/actor.js";
import { dayAfter } from "../common/calendar.js";
import { Clock } from "../common/clock.js";
import { newId } from "../common/ids.js";
import { InvalidInput, notFound } from "../common/rule-violation.js";
import { relationEnded } from "./customer.errors.js";
import { PayersService } from "./payers.service.js";
import { GuardianConsentsService } from "./relations/guardian-consents.service.js";
import { type OwnersChange, recordOwners, withOwners } from "./relations/owners-change.js";
import { auditView, contactsOf, labelOf, namesOf, recordRelation } from "./relations/relation-audit.js";
import { RelationWriter, type StoredRelation } from "./relations/relation-writer.js";
import { ended } from "./relations/timeline.js";
import { customerOf, type LockedRoom, lockRoom } from "./room-lock.js";
import { RoomRelation } from "./room-relation.entity.js";

/** What customers are to rooms (客房关系): added, replaced, ended; never deleted (SCN-05). */
@Injectable()
export class RelationsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly payers: PayersService,
    private readonly writer: RelationWriter,
    private readonly consents: GuardianConsentsService,
    private readonly clock: Clock,
  ) {}

  /** Relates an existing customer to a room; returns the relation's id. */
  add(actor: Actor, projectId: string, roomId: string, dto: CreateRelationDto): Promise<string> {
    return this.db.transaction(async (tx) => this.addIn(tx, actor, await lockRoom(tx, projectId, roomId), dto));
  }

  /**
   * Relates a customer to a room inside a transaction that holds the room.
   *
   * @throws RELATION_OVERLAPS, SHARES_OVER_100, PAYER_REQUIRED (company owner, several owners), PAYER_NOT_RELATED,
   * CONSENT_REQUIRED (a child under 14)
   */
  async addIn(tx: EntityManager, actor: Actor, room: LockedRoom, dto: CreateRelationDto): Promise<string> {
    const { projectId } = room;
    const customer = await customerOf(tx, projectId, dto.customerId);
    await this.consents.demandIn(tx, actor, room, dto);
    const relation = this.rowOf(room, dto);
    const before = await this.writer.rowsOf(tx, room);
    const rows = contactsOf([...before, relation], relation);
    const payerId = dto.asPayer ? dto.customerId : dto.payerCustomerId;
    await this.writer.write(tx, room, before, rows, async () => {
      if (!payerId) return;
      const span = { startsOn: relation.startsOn, ...(dto.asPayer && { endsOn: relation.endsOn }) };
      await this.payers.setIn(tx, actor, room, { customerId: payerId, ...span });
    });
    const label = relationRoleLabels[dto.role];
    const summary = `${customer.name}（${customer.number}）自 ${relation.startsOn} ${relation.endsOn ? `至 ${relation.endsOn} ` : "起"}为房间 ${room.code} 的${label}`;
    const after = auditView(relation);
    await recordRelation(this.audit, tx, actor, { room, relation, action: "relation.add", summary, after });
    return relation.id;
  }

  private rowOf(room: LockedRoom, dto: CreateRelationDto): StoredRelation {
    return {
      projectId: room.projectId,
      id: newId(),
      roomId: room.id,
      customerId: dto.customerId,
      role: dto.role,
      share: dto.share ?? null,
      headId: dto.role === "FAMILY" ? (dto.headId ?? null) : null,
      authority: dto.role === "AGENT" ? (dto.authority ?? null) : null,
      kinship: dto.role === "FAMILY" ? (dto.kinship ?? null) : null,
      isPrimaryContact: dto.isPrimaryContact ?? false,
      startsOn: dto.startsOn,
      endsOn: dto.endsOn ?? null,
      endReason: null,
      previousId: null,
      correctedAt: null,
      createdAt: this.clock.now(),
    };
  }

  /**
   * Ends a relation on its last day.
   *
   * @throws RELATION_ENDED, LAST_OWNER (nobody owns the room on some day after), PAYER_STILL_SET
   */
  end(actor: Actor, projectId: string, relationId: string, dto: EndRelationDto): Promise<string> {
    return this.withRelation(projectId, relationId, (tx, room, before, relation) =>
      this.endIn(tx, actor, room, before, relation, dto),
    );
  }

  /** Ends one of the relations of a room inside a transaction that holds the room. */
  async endIn(
    tx: EntityManager,
    actor: Actor,
    room: LockedRoom,
    before: StoredRelation[],
    relation: StoredRelation,
    { endsOn, reason }: EndRelationDto,
  ): Promise<void> {
    if (relation.endsOn !== null && relation.endReason !== null) throw relationEnded();
    if (endsOn < relation.startsOn)
      throw new InvalidInput({ endsOn: [`结束日期不能早于起始日期 ${relation.startsOn}`] });
    if (relation.endsOn !== null && endsOn > relation.endsOn)
      throw new InvalidInput({ endsOn: [`结束日期不能晚于原定的 ${relation.endsOn}`] });
    const { name } = await customerOf(tx, room.projectId, relation.customerId);
    await this.writer.write(tx, room, before, ended(before, relation.id, endsOn, reason));
    const summary = `${name}自 ${dayAfter(endsOn)} 起不再是房间 ${room.code} 的${labelOf(relation.role)}：${reason}`;
    const [was, is] = [{ endsOn: relation.endsOn }, { endsOn, endReason: reason }];
    const entry = { room, relation, action: "relation.end", summary, before: was, after: is };
    await recordRelation(this.audit, tx, actor, entry);
  }

  /** Locks the room of a relation and works on it with all relations of the room; returns the room's id. */
  withRelation(
    projectId: string,
    relationId: string,
    work: (tx: EntityManager, room: LockedRoom, rows: StoredRelation[], relation: StoredRelation) => Promise<void>,
  ): Promise<string> {
    return this.db.transaction(async (tx) => {
      const found = await tx.findOneBy(RoomRelation, { projectId, id: relationId });
      if (!found) throw notFound("客房关系");
      const room = await lockRoom(tx, projectId, found.roomId);
      const rows = await this.writer.rowsOf(tx, room);
      await work(
        tx,
        room,
        rows,
        rows.find(({ id }) => id === relationId)!,
      );
      return room.id;
    });
  }

  /**
   * All owners of a room from a day on, inside a transaction that holds the room: those who are not among them end the
   * day before, those who stay go on with their new share. Payers who leave stop on the same day; `payer` (a customer)
   * pays for all items from then on. Used by the change of owners and by transfers (SCN-07).
   *
   * @param alsoEnd ids of further relations that end with the old owners
   * @throws LATER_OWNERS (somebody is to own the room from a later day on), and what adding throws
   */
  async replaceOwnersIn(tx: EntityManager, actor: Actor, room: LockedRoom, change: OwnersChange): Promise<void> {
    const before = await this.writer.rowsOf(tx, room);
    const people = await namesOf(tx, room.projectId, [
      ...before.map(({ customerId }) => customerId),
      ...change.owners.map(({ customerId }) => customerId),
    ]);
    const { rows: after, leaving } = withOwners(before, change, people, (customerId, owner) => ({
      ...this.rowOf(room, { customerId, role: "OWNER", startsOn: change.from, share: owner.share ?? null }),
      isPrimaryContact: owner.isPrimaryContact ?? false,
    }));
    const contact = after.find((row) => row.isPrimaryContact && row.startsOn === change.from && row.role === "OWNER");
    await this.writer.write(tx, room, before, contact ? contactsOf(after, contact) : after, async () => {
      await this.payers.stopIn(tx, actor, room, [...leaving], change.from);
      if (change.payer) await this.payers.setIn(tx, actor, room, { customerId: change.payer, startsOn: change.from });
    });
    await recordOwners(this.audit, tx, actor, { room, before, after, change, people });
  }
}
