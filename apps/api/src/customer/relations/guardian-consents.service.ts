import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  consentWayLabels,
  type CreateRelationDto,
  type RecordGuardianConsentDto,
  type SaveGuardianConsentDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { consentRequired } from "../customer.errors.js";
import { isUnder14 } from "../customer.mapper.js";
import { GuardianConsent } from "../guardian-consent.entity.js";
import { refreshIncomplete } from "../incomplete.js";
import { type LockedRoom, lockRoom } from "../room-lock.js";

interface Child {
  id: string;
  name: string;
  birthday: string | null;
}

/** Consents of guardians to keeping the data of children under 14 (LAW-33, SCN-02): recorded, never changed. */
@Injectable()
export class GuardianConsentsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Records the consent for a child who is there already, such as one that an import brought. */
  record(actor: Actor, projectId: string, childId: string, dto: RecordGuardianConsentDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const room = await lockRoom(tx, projectId, dto.roomId);
      await this.recordIn(tx, actor, room, await childOf(tx, projectId, childId), dto);
    });
  }

  /**
   * Records the consent that comes with a new relation, and refuses a child under 14 without one. Who owns the room
   * himself needs none to be entered; it is listed as missing.
   *
   * @throws CONSENT_REQUIRED
   */
  async demandIn(tx: EntityManager, actor: Actor, room: LockedRoom, dto: CreateRelationDto): Promise<void> {
    const { projectId } = room;
    const child = await childOf(tx, projectId, dto.customerId);
    if (dto.guardianConsent) return this.recordIn(tx, actor, room, child, dto.guardianConsent);
    if (dto.role === "OWNER" || !isUnder14(child.birthday, await projectToday(tx, this.clock, projectId))) return;
    if (!(await tx.existsBy(GuardianConsent, { projectId, childId: child.id }))) throw consentRequired(child.name);
  }

  private async recordIn(
    tx: EntityManager,
    actor: Actor,
    room: LockedRoom,
    child: Child,
    dto: SaveGuardianConsentDto,
  ): Promise<void> {
    const { projectId } = room;
    const today = await projectToday(tx, this.clock, projectId);
    const guardian = await guardianOf(tx, room, dto.guardianId, today);
    refuseFaults(dto, { child, guardian, today });
    await tx.insert(GuardianConsent, {
      projectId,
      id: newId(),
      childId: child.id,
      guardianId: dto.guardianId,
      roomId: room.id,
      givenOn: dto.givenOn,
      way: dto.way,
      remark: dto.remark ?? null,
      recordedBy: actor.userId,
      recordedByName: actor.name,
      createdAt: this.clock.now(),
    });
    await refreshIncomplete(tx, projectId, [child.id], today);
    const summary = `监护人${guardian?.name}于 ${dto.givenOn} 同意收集${child.name}的个人信息（${consentWayLabels[dto.way]}）`;
    const entry = { projectId, action: "customer.consent", summary, after: { ...dto } };
    await this.audit.record(tx, actor, { ...entry, entity: "customer", entityId: child.id });
  }
}

async function childOf(tx: EntityManager, projectId: string, childId: string): Promise<Child> {
  const [child] = await tx.query<Child[]>("SELECT id, name, birthday FROM customer WHERE project_id = $1 AND id = $2", [
    projectId,
    childId,
  ]);
  if (!child) throw notFound("客户");
  return child;
}

/** Somebody who has to do with the room today or later. */
async function guardianOf(
  tx: EntityManager,
  { projectId, id }: LockedRoom,
  guardianId: string,
  today: string,
): Promise<Child | undefined> {
  const [guardian] = await tx.query<Child[]>(
    `SELECT c.id, c.name, c.birthday FROM customer c
      WHERE c.project_id = $1 AND c.id = $3 AND c.kind = 'PERSON'
        AND EXISTS (SELECT 1 FROM room_relation r
             WHERE r.project_id = c.project_id AND r.room_id = $2 AND r.customer_id = c.id AND (r.ends_on IS NULL OR r.ends_on >= $4))`,
    [projectId, id, guardianId, today],
  );
  return guardian;
}

function refuseFaults(
  { guardianId, givenOn, agreed }: SaveGuardianConsentDto,
  { child, guardian, today }: { child: Child; guardian: Child | undefined; today: string },
): void {
  const faults: Record<string, string[]> = {};
  if (guardianId === child.id || !guardian || isUnder18(guardian.birthday, today))
    faults["guardianConsent.guardianId"] = ["监护人必须是与这个房间有关系的成年人"];
  if (givenOn > today) faults["guardianConsent.givenOn"] = ["同意日期不能晚于今天"];
  else if (child.birthday !== null && givenOn < child.birthday)
    faults["guardianConsent.givenOn"] = [`同意日期不能早于孩子的出生日期 ${child.birthday}`];
  if (!agreed) faults["guardianConsent.agreed"] = ["没有监护人的同意不能录入"];
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
}

const isUnder18 = (birthday: string | null, today: string) =>
  birthday !== null && today < `${Number(birthday.slice(0, 4)) + 18}${birthday.slice(4)}`;
