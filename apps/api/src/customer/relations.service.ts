import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type CreateRelationDto,
  type EndRelationDto,
  kinshipLabels,
  type RelationRole,
  relationRoleLabels,
  type UpdateRelationDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../audit/audit.service.js";
import type { Actor } from "../common/actor.js";
import { dayAfter, type DaySpan } from "../common/calendar.js";
import { Clock } from "../common/clock.js";
import { newId } from "../common/ids.js";
import { InvalidInput, notFound } from "../common/rule-violation.js";
import { lastOwner, payerStillSet, relationEnded, relationOverlaps } from "./customer.errors.js";
import { refreshIncomplete } from "./incomplete.js";
import { PayersService } from "./payers.service.js";
import { projectToday } from "../property/project-today.js";
import { customerOf, type LockedRoom, lockRoom } from "./room-lock.js";
import { RoomRelation } from "./room-relation.entity.js";
import { payersOutsideRelations, refuseSharesOver100, refuseWithoutPayer } from "./room-rules.js";

type Stored = Omit<RoomRelation, "project" | "room" | "customer">;

/** What customers are to rooms (客房关系): added, corrected, ended; never deleted. */
@Injectable()
export class RelationsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly payers: PayersService,
    private readonly clock: Clock,
  ) {}

  /** Relates an existing customer to a room; returns the relation's id. */
  add(actor: Actor, projectId: string, roomId: string, dto: CreateRelationDto): Promise<string> {
    return this.db.transaction(async (tx) => this.addIn(tx, actor, await lockRoom(tx, projectId, roomId), dto));
  }

  /**
   * Relates a customer to a room inside a transaction that holds the room.
   *
   * @throws RELATION_OVERLAPS, SHARES_OVER_100, PAYER_REQUIRED (company owner, several owners), PAYER_NOT_RELATED
   */
  async addIn(tx: EntityManager, actor: Actor, room: LockedRoom, dto: CreateRelationDto): Promise<string> {
    const { projectId } = room;
    const customer = await customerOf(tx, projectId, dto.customerId);
    const relation: Stored = {
      projectId,
      id: newId(),
      roomId: room.id,
      customerId: dto.customerId,
      role: dto.role,
      share: dto.share ?? null,
      kinship: dto.role === "FAMILY" ? (dto.kinship ?? null) : null,
      isPrimaryContact: dto.isPrimaryContact ?? false,
      startsOn: dto.startsOn,
      endsOn: dto.endsOn ?? null,
      endReason: null,
      createdAt: this.clock.now(),
    };
    refuseFaults(relation);
    await refuseOverlap(tx, relation, customer.name);
    await tx.insert(RoomRelation, relation);
    const payerId = dto.asPayer ? dto.customerId : dto.payerCustomerId;
    const span = { startsOn: relation.startsOn, endsOn: relation.endsOn };
    if (payerId)
      await this.payers.setIn(tx, actor, room, {
        customerId: payerId,
        ...(dto.asPayer ? span : { startsOn: relation.startsOn }),
      });
    await this.afterChange(tx, room, relation);
    if (relation.role === "OWNER") await refuseOwners(tx, relation);
    const label = relationRoleLabels[dto.role];
    const summary = `${customer.name}（${customer.number}）自 ${relation.startsOn} ${relation.endsOn ? `至 ${relation.endsOn} ` : "起"}为房间 ${room.code} 的${label}`;
    await this.record(tx, actor, { room, relation, action: "relation.add", summary, after: auditView(relation) });
    return relation.id;
  }

  /** Corrects start, share, kinship or the mark of the first contact. */
  update(actor: Actor, projectId: string, relationId: string, dto: UpdateRelationDto): Promise<string> {
    return this.change(projectId, relationId, async (tx, room, relation, name) => {
      const changed: Stored = {
        ...relation,
        startsOn: dto.startsOn,
        share: dto.share ?? null,
        kinship: relation.role === "FAMILY" ? (dto.kinship ?? relation.kinship) : null,
        isPrimaryContact: dto.isPrimaryContact ?? false,
      };
      refuseFaults(changed);
      await refuseOverlap(tx, changed, name);
      const { startsOn, share, kinship, isPrimaryContact } = changed;
      await tx.update(RoomRelation, { projectId, id: relationId }, { startsOn, share, kinship, isPrimaryContact });
      await this.afterChange(tx, room, changed);
      if (relation.role === "OWNER") await refuseOwners(tx, changed, startsOn < relation.startsOn);
      const summary = `修改 ${name} 与房间 ${room.code} 的关系（${relationRoleLabels[relation.role as RelationRole]}）`;
      await this.record(tx, actor, {
        room,
        relation,
        action: "relation.update",
        summary,
        before: auditView(relation),
        after: auditView(changed),
      });
    });
  }

  /**
   * Ends a relation on its last day.
   *
   * @throws RELATION_ENDED, LAST_OWNER (nobody owns the room on the next day), PAYER_STILL_SET
   */
  end(actor: Actor, projectId: string, relationId: string, { endsOn, reason }: EndRelationDto): Promise<string> {
    return this.change(projectId, relationId, async (tx, room, relation, name) => {
      if (relation.endsOn !== null && relation.endReason !== null) throw relationEnded();
      if (endsOn < relation.startsOn)
        throw new InvalidInput({ endsOn: [`结束日期不能早于起始日期 ${relation.startsOn}`] });
      if (relation.endsOn !== null && endsOn > relation.endsOn)
        throw new InvalidInput({ endsOn: [`结束日期不能晚于原定的 ${relation.endsOn}`] });
      if (relation.role === "OWNER" || relation.role === "DEVELOPER")
        await refuseLastOwner(tx, relation, dayAfter(endsOn));

      await tx.update(RoomRelation, { projectId, id: relationId }, { endsOn, endReason: reason });
      await this.afterChange(tx, room, { ...relation, endsOn });
      const role = relationRoleLabels[relation.role as RelationRole];
      const summary = `${name}自 ${dayAfter(endsOn)} 起不再是房间 ${room.code} 的${role}：${reason}`;
      const [before, after] = [{ endsOn: relation.endsOn }, { endsOn, endReason: reason }];
      await this.record(tx, actor, { room, relation, action: "relation.end", summary, before, after });
    });
  }

  /** Locks the room of a relation and changes it; refuses a change that leaves a payer without a relation. */
  private change(
    projectId: string,
    relationId: string,
    change: (tx: EntityManager, room: LockedRoom, relation: RoomRelation, name: string) => Promise<void>,
  ): Promise<string> {
    return this.db.transaction(async (tx) => {
      const found = await tx.findOneBy(RoomRelation, { projectId, id: relationId });
      if (!found) throw notFound("客房关系");
      const room = await lockRoom(tx, projectId, found.roomId);
      const relation = await tx.findOneByOrFail(RoomRelation, { projectId, id: relationId });
      const { name } = await customerOf(tx, projectId, relation.customerId);
      const before = await payersOutsideRelations(tx, projectId, room.id, relation.customerId);
      await change(tx, room, relation, name);
      const after = await payersOutsideRelations(tx, projectId, room.id, relation.customerId);
      if (after > before) throw payerStillSet(name);
      return room.id;
    });
  }

  private async afterChange(tx: EntityManager, room: LockedRoom, relation: Stored): Promise<void> {
    const { projectId } = room;
    if (relation.isPrimaryContact) {
      await tx.query(
        "UPDATE room_relation SET is_primary_contact = false WHERE project_id = $1 AND room_id = $2 AND id <> $3 AND is_primary_contact",
        [projectId, room.id, relation.id],
      );
    }
    await refreshIncomplete(tx, projectId, [relation.customerId], await projectToday(tx, this.clock, projectId));
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    {
      room,
      relation,
      ...entry
    }: { room: LockedRoom; relation: Stored; action: string; summary: string; before?: object; after?: object },
  ): Promise<void> {
    const row = { projectId: room.projectId, ...entry };
    return this.audit.record(
      tx,
      actor,
      { ...row, entity: "room", entityId: room.id },
      { ...row, entity: "customer", entityId: relation.customerId },
    );
  }
}

const auditView = ({ role, share, kinship, isPrimaryContact, startsOn, endsOn }: Stored) => ({
  role,
  share,
  kinship,
  isPrimaryContact,
  startsOn,
  endsOn,
});

function refuseFaults({ startsOn, endsOn, role, share, kinship }: Stored): void {
  const faults: Record<string, string[]> = {};
  if (endsOn !== null && endsOn < startsOn) faults["endsOn"] = ["结束日期不能早于起始日期"];
  if (share !== null && role !== "OWNER") faults["share"] = ["只有业主填写产权份额"];
  if (role === "FAMILY" && kinship === null)
    faults["kinship"] = [`与业主关系只能是：${Object.values(kinshipLabels).join("、")}`];
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
}

async function refuseOverlap(tx: EntityManager, relation: Stored, name: string): Promise<void> {
  const [other] = await tx.query<DaySpan[]>(
    `SELECT starts_on AS "from", ends_on AS "to" FROM room_relation
      WHERE project_id = $1 AND room_id = $2 AND customer_id = $3 AND role = $4 AND id <> $5
        AND starts_on <= COALESCE($7::date, 'infinity') AND (ends_on IS NULL OR ends_on >= $6) LIMIT 1`,
    [
      relation.projectId,
      relation.roomId,
      relation.customerId,
      relation.role,
      relation.id,
      relation.startsOn,
      relation.endsOn,
    ],
  );
  if (other) throw relationOverlaps(name, other.from, other.to);
}

/** What the owners of a room must agree in: shares, and a payer chosen when there must be one. */
async function refuseOwners(
  tx: EntityManager,
  { projectId, roomId, startsOn, endsOn }: Stored,
  payerToo = true,
): Promise<void> {
  await refuseSharesOver100(tx, projectId, [roomId]);
  if (payerToo) await refuseWithoutPayer(tx, projectId, roomId, { from: startsOn, to: endsOn });
}

/** At any time a room has an owner or the developer; a project that names its developer has him for rooms without owner. */
async function refuseLastOwner(tx: EntityManager, relation: Stored, nextDay: string): Promise<void> {
  if (relation.endsOn !== null && nextDay > relation.endsOn) return;
  const [follows] = await tx.query<object[]>(
    `SELECT 1 FROM room_relation
      WHERE project_id = $1 AND room_id = $2 AND id <> $3 AND role IN ('OWNER', 'DEVELOPER')
        AND starts_on <= $4 AND (ends_on IS NULL OR ends_on >= $4)
      UNION ALL SELECT 1 FROM project WHERE id = $1 AND developer_id IS NOT NULL LIMIT 1`,
    [relation.projectId, relation.roomId, relation.id, nextDay],
  );
  if (!follows) throw lastOwner();
}
