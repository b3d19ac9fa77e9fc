import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type AreaChangeDto, type ApprovalLineDto, ChangeAreasDto, type RoomAreasDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import type { Approval } from "../../approvals/approval.entity.js";
import { ApprovalsService } from "../../approvals/approvals.service.js";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { periodOf } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { areaText } from "../areas.js";
import { projectToday } from "../project-today.js";
import { areaTooLarge, areasUnchanged, areaWarnings, beforeRoomBegan, afterRoomEnded } from "../property.errors.js";
import type { Room } from "../room.entity.js";
import { lockedRoom } from "../rooms/locked-room.js";
import { toRoomAreas } from "../rooms/room.mapper.js";
import { type Areas, areasOn, sameAreas } from "./areas-of-day.js";
import { applyDueAreas } from "./due-areas.js";
import { writeAreaVersions } from "./write-area-versions.js";

/** What an approved request needs to be applied; stands in the approval. */
export interface AreaChangePayload extends Record<string, unknown> {
  startsOn: string;
  areas: Areas;
}

const LABELS: Record<keyof RoomAreasDto, string> = {
  buildingArea: "建筑面积",
  chargeArea: "收费面积",
  innerArea: "套内面积",
  sharedArea: "公摊面积",
  usableArea: "使用面积",
};

/** Other areas of a room from a day on: asked for by one person, approved by another (SCN-04, BIL-13). */
@Injectable()
export class AreaChangesService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly approvals: ApprovalsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.approvals.handle("room.areas", {
      permission: "property:approve",
      approve: (tx, actor, approval) => this.apply(tx, actor, approval),
    });
  }

  /**
   * Sends a change for approval; nothing of the room changes yet.
   * @throws INVALID_INPUT (a day outside the life of the room, inner or usable area over the building area),
   * AREAS_UNCHANGED, AREA_WARNINGS unless confirmed, APPROVAL_PENDING
   */
  request(actor: Actor, projectId: string, roomId: string, dto: ChangeAreasDto): Promise<AreaChangeDto> {
    return this.db.transaction(async (tx) => {
      const room = await lockedRoom(tx, projectId, roomId);
      const { startsOn, reason } = dto;
      const areas = areasOf(dto);
      refuseOutsideLife(room, startsOn);
      refuseOverBuilding(areas);
      const before = await areasOn(tx, room, startsOn);
      if (sameAreas(before, areas)) throw areasUnchanged(room.code, startsOn);
      const warnings = await warningsOf(tx, room, areas, startsOn);
      if (warnings.length > 0 && !dto.confirmWarnings) throw areaWarnings(warnings);
      const payload: AreaChangePayload = { startsOn, areas };
      const approvalId = await this.approvals.request(tx, actor, {
        projectId,
        kind: "room.areas",
        title: `房间 ${room.code} 自 ${startsOn} 起变更面积`,
        reason,
        subjectType: "room",
        subjectId: roomId,
        payload,
        lines: [
          ...linesOf(before, areas, startsOn),
          ...warnings.map((warning) => ({ label: "提醒", before: null, after: warning })),
        ],
      });
      return { approvalId, warnings };
    });
  }

  /** In the transaction of the approval: the versions, and the room's own columns when the day has come. */
  private async apply(tx: EntityManager, actor: Actor, approval: Approval): Promise<void> {
    const { projectId, subjectId, reason } = approval;
    const { startsOn, areas } = approval.payload as AreaChangePayload;
    const room = await lockedRoom(tx, projectId, subjectId);
    refuseOutsideLife(room, startsOn);
    const before = await areasOn(tx, room, startsOn);
    const requester = { ...actor, userId: approval.requestedBy, name: approval.requestedByName };
    const change = { roomId: room.id, before: room, after: areas, startsOn, reason, approvalId: approval.id };
    await writeAreaVersions(tx, requester, projectId, this.clock.now(), [change]);
    await applyDueAreas(tx, projectId, await projectToday(tx, this.clock, projectId), [room.id]);
    await this.audit.record(tx, actor, {
      projectId,
      action: "room.change-areas",
      entity: "room",
      entityId: room.id,
      summary: `房间 ${room.code} 的面积自 ${startsOn} 起变更：${reason}（${approval.requestedByName} 申请，${actor.name} 审批）`,
      before: toRoomAreas(before),
      after: toRoomAreas(areas),
    });
  }
}

const areasOf = ({ buildingArea, chargeArea, innerArea = null, usableArea = null }: ChangeAreasDto): Areas => ({
  buildingArea,
  chargeArea,
  innerArea,
  usableArea,
});

function refuseOutsideLife({ code, startsOn, endedOn }: Room, day: string): void {
  if (startsOn !== null && day < startsOn) throw beforeRoomBegan(code, startsOn);
  if (endedOn !== null && day > endedOn) throw afterRoomEnded(code, endedOn);
}

/** The inner and the usable area are parts of the building area. */
function refuseOverBuilding(areas: Areas): void {
  const over = (["innerArea", "usableArea"] as const).filter(
    (field) => areas[field] !== null && Number(areas[field]) > Number(areas.buildingArea),
  );
  if (over.length > 0) throw areaTooLarge(Object.fromEntries(over.map((field) => [field, LABELS[field]])));
}

/** What is unusual but allowed, in sentences. */
async function warningsOf(
  tx: EntityManager,
  { projectId, id }: Room,
  { chargeArea, buildingArea }: Areas,
  startsOn: string,
): Promise<string[]> {
  const [[closed], [later]] = await Promise.all([
    tx.query<{ period: string }[]>(
      "SELECT period FROM billing_period WHERE project_id = $1 AND status = 'CLOSED' AND period >= $2 ORDER BY period DESC LIMIT 1",
      [projectId, periodOf(startsOn)],
    ),
    tx.query<{ day: string }[]>(
      "SELECT starts_on AS day FROM room_area_version WHERE project_id = $1 AND room_id = $2 AND starts_on > $3 ORDER BY starts_on LIMIT 1",
      [projectId, id, startsOn],
    ),
  ]);
  const over = Number(chargeArea) > Number(buildingArea);
  return [
    ...(over ? [`收费面积 ${areaText(chargeArea)} m² 大于建筑面积 ${areaText(buildingArea)} m²`] : []),
    ...(closed ? [`生效日期在已月结的月份（已结至 ${closed.period}）：已经出账的应收不会改变`] : []),
    ...(later ? [`${later.day} 起已有另外的面积，这次变更只到前一天为止`] : []),
  ];
}

/** What the approver reads: the first day and every area, those that stay too. */
function linesOf(before: Areas, after: Areas, startsOn: string): ApprovalLineDto[] {
  const [old, now] = [toRoomAreas(before), toRoomAreas(after)];
  const text = (area: string | null) => (area === null || Number(area) === 0 ? null : `${area} m²`);
  const fields = Object.keys(LABELS) as (keyof RoomAreasDto)[];
  return [
    { label: "生效日期", before: null, after: startsOn },
    ...fields
      .map((field) => ({ label: LABELS[field], before: text(old[field]), after: text(now[field]) }))
      .filter((line) => line.before !== null || line.after !== null),
  ];
}
