import { Injectable, type OnModuleInit } from "@nestjs/common";
import type { RestructureProblemDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import {
  type Carried,
  type Choices,
  type ProposalSubject,
  RestructureParticipant,
  RestructureParticipants,
  type Survey,
  type Undoing,
} from "../../property/restructures/restructure-participants.js";
import type { NewRoom, RestructurePlan } from "../../property/restructures/restructure-plan.js";
import { VehicleRelation } from "../vehicles/vehicle-relation.entity.js";

/** A vehicle that is tied to an old room beyond its last day. */
interface Tied {
  id: string;
  vehicleId: string;
  plate: string;
  customerId: string;
  customerName: string;
  role: string;
  rank: string;
  kind: string;
  roomId: string;
  roomCode: string;
  spaceId: string | null;
  spaceCode: string | null;
  startsOn: string;
  endsOn: string | null;
  endReason: string | null;
}

/** Empty for what was done before vehicles took part. */
interface Memo {
  ended?: { id: string; endsOn: string | null; endReason: string | null }[];
  made?: string[];
}

/** Vehicles with their spaces in a split or merge: each goes on with the new room that is chosen. */
@Injectable()
export class RestructureVehicles extends RestructureParticipant<Memo> implements OnModuleInit {
  readonly name = "parking";
  readonly order = 30;

  constructor(
    private readonly participants: RestructureParticipants,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {
    super();
  }

  onModuleInit(): void {
    this.participants.register(this);
  }

  async propose(tx: EntityManager, { projectId, olds, lastDay }: ProposalSubject): Promise<Choices> {
    const tied = await tiedTo(tx, projectId, olds, lastDay);
    return {
      vehicles: tied.map(({ id, roomCode, plate, customerName, spaceCode }) => ({
        relationId: id,
        roomCode,
        plate,
        customerName,
        spaceCode,
      })),
      plan: { vehicles: [] },
    };
  }

  /** A relation to a room changes only while the room is held, and it is. */
  async hold(): Promise<void> {}

  async survey(tx: EntityManager, plan: RestructurePlan): Promise<Survey> {
    const tied = await tiedTo(tx, plan.projectId, plan.olds, plan.lastDay);
    const problems: RestructureProblemDto[] = [];
    const refuse = (code: string, message: string, field: string) =>
      problems.push({ code, message, field, blocking: true, link: null });
    for (const one of tied) {
      if (one.startsOn > plan.lastDay)
        refuse(
          "VEHICLE_LATER",
          `${one.plate} 自 ${one.startsOn} 起才登记到 ${one.roomCode}，生效日期必须晚于这一天`,
          "effectiveOn",
        );
      else if (!targetOf(plan, one))
        refuse("VEHICLE_OPEN", `请选择 ${one.roomCode} 的车辆 ${one.plate} 转到哪个新房间`, "vehicles");
    }
    return {
      problems,
      lines: tied.map((one) => ({
        topic: "VEHICLE",
        roomCode: one.roomCode,
        label: one.plate,
        before: [one.customerName, one.spaceCode && `车位 ${one.spaceCode}`].filter(Boolean).join("，"),
        after: `转到 ${targetOf(plan, one)?.code ?? "未指定"}，自 ${plan.effectiveOn} 起`,
      })),
      facts: Object.fromEntries(
        plan.olds.map(({ id, code }) => [
          `${code} 车辆`,
          tied
            .filter(({ roomId }) => roomId === id)
            .map(({ plate }) => plate)
            .join("、") || "无",
        ]),
      ),
    };
  }

  async apply(tx: EntityManager, actor: Actor, { number, plan }: Carried): Promise<Memo> {
    const { projectId, olds, lastDay, effectiveOn } = plan;
    const tied = await tiedTo(tx, projectId, olds, lastDay);
    if (tied.length === 0) return { ended: [], made: [] };
    const reason = `房间拆分合并（${number}）`;
    await tx.query(
      "UPDATE vehicle_relation SET ends_on = $3, end_reason = $4 WHERE project_id = $1 AND id = ANY ($2)",
      [projectId, tied.map(({ id }) => id), lastDay, reason],
    );
    const withMain = new Set<string>();
    const made = oncePerRoom(plan, tied).map((one) => {
      const room = targetOf(plan, one)!;
      // a room has one main car: the main car of another merged room becomes a second one
      const isMain = one.rank === "MAIN" && !withMain.has(room.id);
      if (isMain) withMain.add(room.id);
      const { vehicleId, customerId, role, kind, spaceId, endsOn } = one;
      const same = { projectId, vehicleId, customerId, role, kind, spaceId, endsOn };
      const rank = isMain ? "MAIN" : "SECOND";
      return {
        ...same,
        rank,
        id: newId(),
        roomId: room.id,
        startsOn: effectiveOn,
        endReason: null,
        createdAt: this.clock.now(),
      };
    });
    await tx.insert(VehicleRelation, made);
    await this.recordMoves(
      tx,
      actor,
      projectId,
      tied,
      (one) => `${one.plate} 自 ${effectiveOn} 起由房间 ${one.roomCode} 转到 ${targetOf(plan, one)!.code}（${number}）`,
    );
    const ended = tied.map(({ id, endsOn, endReason }) => ({ id, endsOn, endReason }));
    return { ended, made: made.map(({ id }) => id) };
  }

  async undoBlockers(tx: EntityManager, { projectId, news, memo }: Undoing<Memo>): Promise<string[]> {
    const changed = await tx.query<{ code: string }[]>(
      `SELECT DISTINCT r.code FROM vehicle_relation x JOIN room r ON r.project_id = x.project_id AND r.id = x.room_id
        WHERE x.project_id = $1 AND x.room_id = ANY ($2) AND (NOT x.id = ANY ($3) OR x.end_reason IS NOT NULL) ORDER BY r.code`,
      [projectId, news.map(({ id }) => id), memo.made ?? []],
    );
    return changed.map(({ code }) => `房间 ${code} 的车辆已有变动`);
  }

  async undo(tx: EntityManager, actor: Actor, { projectId, number, memo }: Undoing<Memo>): Promise<void> {
    const { made = [], ended = [] } = memo;
    await tx.query("DELETE FROM vehicle_relation WHERE project_id = $1 AND id = ANY ($2)", [projectId, made]);
    await tx.query(
      `UPDATE vehicle_relation x SET ends_on = m.ends_on, end_reason = m.end_reason
         FROM unnest($2::uuid[], $3::date[], $4::text[]) AS m(id, ends_on, end_reason)
        WHERE x.project_id = $1 AND x.id = m.id`,
      [
        projectId,
        ended.map(({ id }) => id),
        ended.map(({ endsOn }) => endsOn),
        ended.map(({ endReason }) => endReason),
      ],
    );
    const back = await relationsWhere(
      tx,
      projectId,
      "x.id = ANY ($2)",
      ended.map(({ id }) => id),
    );
    await this.recordMoves(
      tx,
      actor,
      projectId,
      back,
      ({ plate, roomCode }) => `${plate} 随拆分合并复原回到房间 ${roomCode}（${number}）`,
    );
  }

  /** In the history of each vehicle and of its holder. */
  private async recordMoves(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    moved: Tied[],
    summaryOf: (one: Tied) => string,
  ): Promise<void> {
    await this.audit.record(
      tx,
      actor,
      ...moved.flatMap((one) => {
        const entry = { projectId, action: "vehicle.move", summary: summaryOf(one) };
        return [
          { ...entry, entity: "vehicle", entityId: one.vehicleId },
          { ...entry, entity: "customer", entityId: one.customerId },
        ];
      }),
    );
  }
}

/**
 * The new room a vehicle goes on with: the merged one, the part that was chosen, or without a choice the part its holder
 * owns alone, else the first that is nobody's alone.
 */
function targetOf({ news, dto }: RestructurePlan, { id, customerId }: Tied): NewRoom | undefined {
  if (news.length === 1) return news[0];
  const chosen = dto.vehicles?.find(({ relationId }) => relationId === id)?.part;
  if (chosen !== undefined) return news[chosen];
  const own = dto.parts.findIndex(({ ownerId }) => ownerId === customerId);
  return news[
    own === -1
      ? Math.max(
          dto.parts.findIndex(({ ownerId }) => !ownerId),
          0,
        )
      : own
  ];
}

/**
 * A vehicle tied to several merged rooms by the same person goes on with the new one once: as a main car with its space,
 * as long as any of them says so. Two spaces stay two.
 */
function oncePerRoom(plan: RestructurePlan, tied: Tied[]): Tied[] {
  const groups = Map.groupBy(tied, (one) => [one.vehicleId, one.customerId, one.role, targetOf(plan, one)!.id].join());
  return [...groups.values()].flatMap((group) => {
    const [first = null, ...others] = new Set(group.flatMap(({ spaceId }) => spaceId ?? []));
    return [
      combined(group.filter(({ spaceId }) => spaceId === null || spaceId === first)),
      ...others.map((space) => combined(group.filter(({ spaceId }) => spaceId === space))),
    ];
  });
}

/** One relation that says what all of them say, of the kind of the one with the space, else of the main one. */
function combined(group: Tied[]): Tied {
  const main = group.find(({ rank }) => rank === "MAIN");
  const base = group.find(({ spaceId }) => spaceId !== null) ?? main ?? group[0]!;
  const ends = group.map(({ endsOn }) => endsOn);
  const endsOn = ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
  return { ...base, rank: main ? "MAIN" : base.rank, endsOn };
}

/** Those tied to rooms beyond their last day. */
const tiedTo = (tx: EntityManager, projectId: string, rooms: readonly { id: string }[], lastDay: string) =>
  relationsWhere(
    tx,
    projectId,
    "x.room_id = ANY ($2) AND (x.ends_on IS NULL OR x.ends_on > $3)",
    rooms.map(({ id }) => id),
    lastDay,
  );

function relationsWhere(
  tx: EntityManager,
  projectId: string,
  condition: string,
  ...values: [ids: string[], lastDay?: string]
): Promise<Tied[]> {
  return tx.query<Tied[]>(
    `SELECT x.id, x.vehicle_id AS "vehicleId", v.plate, x.customer_id AS "customerId", c.name AS "customerName", x.role, x.rank, x.kind,
            x.room_id AS "roomId", r.code AS "roomCode", x.space_id AS "spaceId", s.code AS "spaceCode",
            x.starts_on AS "startsOn", x.ends_on AS "endsOn", x.end_reason AS "endReason"
       FROM vehicle_relation x
       JOIN vehicle v ON v.project_id = x.project_id AND v.id = x.vehicle_id
       JOIN customer c ON c.project_id = x.project_id AND c.id = x.customer_id
       JOIN room r ON r.project_id = x.project_id AND r.id = x.room_id
       LEFT JOIN parking_space s ON s.project_id = x.project_id AND s.id = x.space_id
      WHERE x.project_id = $1 AND ${condition}
      ORDER BY r.code, v.plate, x.id`,
    [projectId, ...values],
  );
}
