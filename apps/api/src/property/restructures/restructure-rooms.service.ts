import { Injectable } from "@nestjs/common";
import { restructureKindLabels, type RestructureLineDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { dayBefore } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { incompleteOf } from "../room-completeness.js";
import { Room } from "../room.entity.js";
import { auditedRoom } from "../rooms/rooms.service.js";
import { RoomLineage } from "./room-lineage.entity.js";
import type { Carried, Undoing } from "./restructure-participants.js";
import type { OldRoom, RestructurePlan } from "./restructure-plan.js";

/** The rooms themselves in a split or merge: they begin, end, and come back. */
@Injectable()
export class RestructureRooms {
  constructor(
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Makes the new rooms, ends the old ones on the day before, and notes which came from which. */
  async apply(tx: EntityManager, actor: Actor, { id: restructureId, number, plan }: Carried): Promise<void> {
    const { projectId, kind, effectiveOn, lastDay, olds, news } = plan;
    const createdAt = this.clock.now();
    const rooms = news.map((part) => newRoom(plan, part, createdAt));
    await tx.insert(Room, rooms);
    await tx.query("UPDATE room SET ended_on = $3, active = false WHERE project_id = $1 AND id = ANY ($2)", [
      projectId,
      olds.map(({ id }) => id),
      lastDay,
    ]);
    const pairs = olds.flatMap((old) => news.map((part) => ({ parentId: old.id, childId: part.id })));
    await tx.insert(
      RoomLineage,
      pairs.map((pair) => ({ projectId, id: newId(), createdAt, restructureId, ...pair })),
    );

    const verb = restructureKindLabels[kind];
    const [from, into] = [codesOf(olds), codesOf(news)];
    const action = kind === "SPLIT" ? "room.split" : "room.merge";
    await this.audit.record(
      tx,
      actor,
      ...olds.map((old) => ({
        projectId,
        action,
        entity: "room",
        entityId: old.id,
        summary: `自 ${effectiveOn} 起${verb}为 ${into}（${number}）`,
        before: { endedOn: null, active: true },
        after: { endedOn: lastDay, active: false },
      })),
      ...rooms.map((room) => ({
        projectId,
        action,
        entity: "room",
        entityId: room.id,
        summary: `自 ${effectiveOn} 起由 ${from} ${verb}而来（${number}）`,
        before: null,
        after: auditedRoom(room),
      })),
    );
  }

  /**
   * The old rooms live again; the new ones end before they began and give their codes back, so that the same can be
   * done once more.
   */
  async undo(tx: EntityManager, actor: Actor, undoing: Undoing, effectiveOn: string, reason: string): Promise<void> {
    const { projectId, number, olds, news } = undoing;
    await tx.query("UPDATE room SET ended_on = NULL, active = true WHERE project_id = $1 AND id = ANY ($2)", [
      projectId,
      olds.map(({ id }) => id),
    ]);
    await tx.query(
      `UPDATE room SET ended_on = $3, active = false, code = code || $4 WHERE project_id = $1 AND id = ANY ($2)`,
      [projectId, news.map(({ id }) => id), dayBefore(effectiveOn), `#${number}`],
    );
    const summary = (verb: string) => `${number} 复原，${verb}：${reason}`;
    await this.audit.record(
      tx,
      actor,
      ...olds.map(({ id }) => ({
        projectId,
        action: "room.restore",
        entity: "room",
        entityId: id,
        summary: summary("房间照旧使用"),
        before: { active: false },
        after: { active: true },
      })),
      ...news.map(({ id, code }) => ({
        projectId,
        action: "room.restore",
        entity: "room",
        entityId: id,
        summary: summary(`房间 ${code} 不再使用`),
        before: { code, active: true },
        after: { code: `${code}#${number}`, active: false },
      })),
    );
  }
}

const codesOf = (rooms: readonly { code: string }[]) => rooms.map(({ code }) => code).join("、");

function newRoom(
  { projectId, effectiveOn, olds }: RestructurePlan,
  part: RestructurePlan["news"][number],
  createdAt: Date,
) {
  const [first] = olds as [OldRoom];
  const { id, code, name, floor, buildingArea, chargeArea, layout, orientation } = part;
  return {
    projectId,
    id,
    createdAt,
    unitId: first.unitId,
    code,
    name,
    floor,
    buildingArea,
    chargeArea,
    innerArea: part.innerArea ?? null,
    usableArea: part.usableArea ?? null,
    layout,
    orientation,
    purpose: first.purpose,
    state: first.state,
    handoverNoticedOn: first.handoverNoticedOn,
    handedOverOn: first.handedOverOn,
    movedInOn: part.movedInOn ?? null,
    startsOn: effectiveOn,
    endedOn: null,
    remark: null,
    incomplete: incompleteOf({ code, name, buildingArea, chargeArea, layout, orientation }),
    active: true,
  };
}

/** What becomes of the rooms, as lines of the preview. */
export function roomLines({ olds, news, lastDay, effectiveOn }: RestructurePlan): RestructureLineDto[] {
  const areas = (room: { buildingArea: string; chargeArea: string }) =>
    `建筑 ${room.buildingArea} m²、收费 ${room.chargeArea} m²`;
  return [
    ...olds.map((room) => ({
      topic: "ROOM" as const,
      roomCode: room.code,
      label: "原房间",
      before: areas(room),
      after: `${lastDay} 止，保留档案`,
    })),
    ...news.map((room) => ({
      topic: "ROOM" as const,
      roomCode: room.code,
      label: "新房间",
      before: null,
      after: `${areas(room)}，自 ${effectiveOn} 起`,
    })),
  ];
}

/** What the plan rests on of the rooms themselves. */
export const roomFacts = ({ olds }: RestructurePlan): Record<string, string> =>
  Object.fromEntries(
    olds.map((room) => [
      `${room.code} 房间`,
      `${room.buildingName}${room.unitName}，建筑 ${room.buildingArea} m²、收费 ${room.chargeArea} m²${room.endedOn ? `，${room.endedOn} 止` : ""}${room.active ? "" : "，停用"}`,
    ]),
  );
